import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table that a sweep reads, the columns that its answer can depend on, and whose answer that is. */
interface Watched {
  readonly table: string;
  readonly columns: string;
  /** Rows of `state_id, recommendation_id` (null: all of the State) that the rows of `c` are about. */
  readonly subjects: string;
  /** Where only some events matter. */
  readonly events?: readonly Event[];
}

type Event = 'INSERT' | 'UPDATE' | 'DELETE';
const EVENTS: readonly Event[] = ['INSERT', 'UPDATE', 'DELETE'];

const OWN = 'SELECT c.state_id, c.recommendation_id FROM c';
const EVERYBODY = 'SELECT c.state_id, NULL::integer AS recommendation_id FROM c';

/**
 * One look-up along an index for each row of the outer side. A plain join is planned as if a State that was just filled had a
 * handful of rows, and compares all with all.
 */
const each = (alias: string, table: string, columns: string, on: string): string =>
  `CROSS JOIN LATERAL (SELECT ${columns} FROM ${table} x WHERE x.state_id = c.state_id AND ${on} OFFSET 0) ${alias}`;
const ofIndicator = (outer: string, indicator: string): string =>
  `SELECT c.state_id, l.recommendation_id FROM (SELECT DISTINCT c.state_id, ${indicator} AS indicator_id FROM c ${outer}) c
   ${each('l', 'recommendation_indicator', 'x.recommendation_id', 'x.indicator_id = c.indicator_id')}`;

const WATCHED: readonly Watched[] = [
  {
    table: 'recommendation',
    // Whoever takes the next day away wants it looked at again.
    columns: 'state_id, id, code, implemented_on, next_check_on IS NULL',
    subjects: 'SELECT c.state_id, c.id AS recommendation_id FROM c',
  },
  {
    table: 'obligation',
    columns:
      'state_id, recommendation_id, id, institution_id, deadline_id, kind, required, period_start_on, period_end_on',
    subjects: OWN,
  },
  {
    table: 'deadline',
    columns: 'state_id, id, certainty, due_on, due_year',
    subjects: `SELECT c.state_id, o.recommendation_id FROM c ${each('o', 'obligation', 'x.recommendation_id', 'x.deadline_id = c.id')}`,
  },
  {
    table: 'submission',
    columns: 'state_id, id, obligation_id, submission_state, submitted_on, decided_on',
    subjects: `SELECT c.state_id, o.recommendation_id FROM c ${each('o', 'obligation', 'x.recommendation_id', 'x.id = c.obligation_id')}
      UNION ALL SELECT c.state_id, e.recommendation_id FROM c ${each('e', 'evidence', 'x.recommendation_id', 'x.submission_id = c.id')}`,
  },
  {
    table: 'action',
    columns:
      'state_id, recommendation_id, id, institution_id, planned_start_on, planned_end_on, done_on, cancelled_on',
    subjects: OWN,
  },
  {
    table: 'evidence',
    columns:
      'state_id, recommendation_id, id, action_id, submission_id, institution_id, effective_on, expires_on, withdrawn_on',
    subjects: OWN,
  },
  {
    table: 'disclaimer',
    columns: 'state_id, recommendation_id, id, institution_id, decision, said_on, reason',
    subjects: OWN,
  },
  {
    table: 'responsibility',
    columns: 'state_id, recommendation_id, id, institution_id, basis, role, starts_on, ends_on',
    subjects: OWN,
  },
  {
    table: 'alert',
    columns: `state_id, recommendation_id, id, rule, subject_kind, subject_id, alert_state, severity, reason, evidence, due_on,
      institution_id, episode, opened_on, snoozed_on, snoozed_until, unanswered_since, escalation_step`,
    subjects: OWN,
  },
  {
    table: 'notice',
    columns: 'state_id, alert_id, id, person_id, occasion, rung, outcome, reason',
    subjects: `SELECT c.state_id, a.recommendation_id FROM c ${each('a', 'alert', 'x.recommendation_id', 'x.id = c.alert_id')}`,
  },
  {
    table: 'recommendation_indicator',
    columns: 'state_id, recommendation_id, indicator_id, required, is_home, position',
    subjects: OWN,
  },
  {
    table: 'indicator',
    columns: `state_id, id, code, track, value_type, figure_kind, direction, periodicity_months, institution_id, baseline_value,
      baseline_on, target_value, target_on, required_dimensions, required_purposes`,
    subjects: ofIndicator('', 'c.id'),
  },
  { table: 'series', columns: 'state_id, indicator_id, key', subjects: ofIndicator('', 'c.indicator_id') },
  {
    table: 'observation',
    columns:
      'state_id, series_id, source_id, period_start_on, period_end_on, revision, intake_id, status, value',
    // Checks look at totals.
    subjects: ofIndicator(
      each('s', 'series', 'x.indicator_id', `x.id = c.series_id AND x.key = ''`),
      's.indicator_id',
    ),
  },
  {
    table: 'published_figure',
    columns:
      'state_id, indicator_code, series_key, categories, source_code, period_start_on, period_end_on, value, flag, bound, provisional, announced_error',
    subjects: ofIndicator(each('i', 'indicator', 'x.id', 'x.code = c.indicator_code'), 'i.id'),
  },
  {
    table: 'figure_judgement',
    columns: 'state_id, indicator_id, id, judgement, period_start_on, period_end_on, source_id, break_on',
    subjects: ofIndicator('', 'c.indicator_id'),
  },
  {
    table: 'indicator_completeness',
    columns:
      'state_id, indicator_id, institution_id, period_start_on, period_end_on, lead, received, not_applicable',
    subjects: ofIndicator('', 'c.indicator_id'),
  },
  {
    table: 'budget_line',
    columns: 'state_id, id, indicator_id, institution_id, purpose, currency',
    subjects: ofIndicator('', 'c.indicator_id'),
  },
  {
    table: 'budget_figure',
    columns: 'state_id, budget_line_id, phase, fiscal_year, through_on, amount, revision, recorded_at',
    subjects: ofIndicator(
      each('b', 'budget_line', 'x.indicator_id', 'x.id = c.budget_line_id'),
      'b.indicator_id',
    ),
  },
  {
    table: 'case_series',
    columns: 'state_id, id, indicator_id, institution_id, offence, cohort_rule, cohort_year, region, facet',
    subjects: ofIndicator('', 'c.indicator_id'),
  },
  {
    table: 'case_stage',
    columns: 'state_id, case_series_id, stage, value_state, value, provisional, revision, import_id',
    subjects: ofIndicator(
      each('k', 'case_series', 'x.indicator_id', 'x.id = c.case_series_id'),
      'k.indicator_id',
    ),
  },
  {
    table: 'figure_import',
    columns: 'state_id, id, override_reason',
    subjects: ofIndicator(
      `${each('g', 'case_stage', 'x.case_series_id', 'x.import_id = c.id')} ${each('k', 'case_series', 'x.indicator_id', 'x.id = g.case_series_id')}`,
      'k.indicator_id',
    ),
    events: ['UPDATE'],
  },
  {
    table: 'deflator',
    columns: 'state_id, currency, base_year, fiscal_year, price_index, revision, source_id',
    subjects: EVERYBODY,
  },
  // Codes of institutions and sources stand in what alerts say.
  { table: 'institution', columns: 'state_id, id, code', subjects: EVERYBODY, events: ['UPDATE'] },
  { table: 'source', columns: 'state_id, id, code', subjects: EVERYBODY, events: ['UPDATE'] },
];

/**
 * What a sweep itself writes is no change. Rows of an update that say the same in the watched columns are none either. What is
 * removed together with its State or its recommendation leaves no mark behind.
 */
const MARK = `
CREATE FUNCTION mark_for_sweep() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  changed text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %s FROM new_rows', TG_ARGV[0])
    WHEN 'DELETE' THEN format('SELECT %s FROM old_rows', TG_ARGV[0])
    ELSE format('(SELECT %1$s FROM new_rows EXCEPT SELECT %1$s FROM old_rows) UNION ALL (SELECT %1$s FROM old_rows EXCEPT SELECT %1$s FROM new_rows)', TG_ARGV[0])
  END;
BEGIN
  IF coalesce(current_setting('vigia.sweeping', true), '') = 'on' THEN RETURN NULL; END IF;
  EXECUTE format('INSERT INTO sweep_mark (state_id, recommendation_id)
    WITH c AS (%s), s AS (SELECT DISTINCT x.state_id, x.recommendation_id FROM (%s) x)
    SELECT s.state_id, s.recommendation_id FROM s
    WHERE EXISTS (SELECT FROM state z WHERE z.id = s.state_id)
      AND (s.recommendation_id IS NULL OR (SELECT true FROM recommendation r WHERE r.state_id = s.state_id AND r.id = s.recommendation_id))',
    changed, TG_ARGV[1]);
  RETURN NULL;
END $$;
`;

const SIDES: Readonly<Record<Event, string>> = {
  INSERT: 'NEW TABLE AS new_rows',
  UPDATE: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  DELETE: 'OLD TABLE AS old_rows',
};
const quoted = (text: string): string => `'${text.replace(/\s+/g, ' ').replace(/'/g, "''")}'`;

/** A trigger on every table that a sweep reads: nobody who writes to one has to remember that something is watched. */
export class WatchFactsOfSweeps1764000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARK);
    await runner.query(`
      CREATE INDEX ix_obligation_deadline ON obligation (state_id, deadline_id);
      CREATE INDEX ix_recommendation_indicator_indicator ON recommendation_indicator (state_id, indicator_id)`);
    for (const { table, columns, subjects, events = EVENTS } of WATCHED)
      for (const event of events)
        await runner.query(
          `CREATE TRIGGER mark_for_sweep_at_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${SIDES[event]}
           FOR EACH STATEMENT EXECUTE FUNCTION mark_for_sweep(${quoted(columns)}, ${quoted(subjects)})`,
        );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, events = EVENTS } of WATCHED)
      for (const event of events)
        await runner.query(`DROP TRIGGER mark_for_sweep_at_${event.toLowerCase()} ON ${table}`);
    await runner.query(
      'DROP FUNCTION mark_for_sweep(); DROP INDEX ix_recommendation_indicator_indicator; DROP INDEX ix_obligation_deadline',
    );
  }
}
