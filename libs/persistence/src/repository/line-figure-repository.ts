import type { CivilDate, FigureValue, Instant, SeriesKey } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { LineShape, NamedSource } from './asked-figure.js';
import type { Bilingual } from './state-repository.js';

/** A series of cases or a budget line that figures are handed in of, by the dimensions of its form. */
export interface KnownLine {
  readonly categories: SeriesKey;
  readonly currency: string | null;
  readonly institutionName: Bilingual | null;
}

export interface LineFigureOnRecord extends FigureValue {
  readonly categories: SeriesKey;
  readonly revision: number;
  readonly acceptedOn: CivilDate;
}

/** What is accepted. `revision` is the one that it becomes. */
export interface AcceptedLineFigure extends FigureValue {
  readonly categories: SeriesKey;
  readonly sourceId: number;
  readonly revision: number;
  readonly revisionReason: string | null;
}

export interface AcceptedWith {
  readonly indicatorId: number;
  readonly submissionId: number;
  readonly at: Instant;
}

const COHORT = `'cohort', c.cohort_rule, 'facet', c.facet, 'offence', c.offence, 'region', c.region, 'year', c.cohort_year::text`;
const LINE = `'institution', coalesce(n.code, 'none'), 'level', b.level, 'purpose', b.purpose`;

/** Counts of cases and amounts of budget lines, as a form holds them and an acceptance puts them on record. */
export class LineFigureRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The series of an indicator by cohort and year, or its budget lines. */
  listLines(stateId: number, indicatorId: number, shape: LineShape): Promise<KnownLine[]> {
    return this.record.current().rows<KnownLine>(
      shape === 'cases'
        ? `SELECT jsonb_build_object(${COHORT}) AS categories, NULL AS currency, NULL AS "institutionName" FROM case_series c
           WHERE c.state_id = $1 AND c.indicator_id = $2 ORDER BY c.id`
        : `SELECT jsonb_build_object(${LINE}) AS categories, b.currency, n.name AS "institutionName" FROM budget_line b
           LEFT JOIN institution n ON n.state_id = b.state_id AND n.id = b.institution_id
           WHERE b.state_id = $1 AND b.indicator_id = $2 ORDER BY b.id`,
      [stateId, indicatorId],
    );
  }

  /** The newest revision of each. */
  listAccepted(stateId: number, indicatorId: number, shape: LineShape): Promise<LineFigureOnRecord[]> {
    return this.record.current().rows<LineFigureOnRecord>(
      shape === 'cases'
        ? `SELECT DISTINCT ON (c.id, f.stage) jsonb_build_object(${COHORT}, 'stage', f.stage) AS categories, f.value_state AS state, f.value,
             f.provisional, f.revision, (f.recorded_at AT TIME ZONE 'UTC')::date AS "acceptedOn"
           FROM case_series c JOIN case_stage f ON f.state_id = c.state_id AND f.case_series_id = c.id
           WHERE c.state_id = $1 AND c.indicator_id = $2 ORDER BY c.id, f.stage, f.revision DESC`
        : // An amount that runs to another day than the end of a month has no field in a form by month.
          `SELECT DISTINCT ON (b.id, f.fiscal_year, f.phase, f.through_on) jsonb_build_object(${LINE}, 'phase', f.phase, 'year', f.fiscal_year::text)
             || CASE WHEN f.phase = 'approved' THEN '{}' ELSE jsonb_build_object('month', extract(month FROM f.through_on)::int::text) END AS categories,
             'reported' AS state, f.amount AS value, false AS provisional, f.revision, (f.recorded_at AT TIME ZONE 'UTC')::date AS "acceptedOn"
           FROM budget_line b JOIN budget_figure f ON f.state_id = b.state_id AND f.budget_line_id = b.id
           LEFT JOIN institution n ON n.state_id = b.state_id AND n.id = b.institution_id
           WHERE b.state_id = $1 AND b.indicator_id = $2 AND extract(day FROM f.through_on + 1) = 1
             AND (f.phase <> 'approved' OR extract(month FROM f.through_on) = 12) AND extract(year FROM f.through_on) = f.fiscal_year
           ORDER BY b.id, f.fiscal_year, f.phase, f.through_on, f.revision DESC`,
      [stateId, indicatorId],
    );
  }

  /** Where the figures of the indicator came from last; never what somebody else had published. */
  findSource(stateId: number, indicatorId: number, shape: LineShape): Promise<NamedSource | null> {
    const [figure, line, key] =
      shape === 'cases'
        ? ['case_stage', 'case_series', 'case_series_id']
        : ['budget_figure', 'budget_line', 'budget_line_id'];
    return this.record.current().row<NamedSource>(
      `SELECT o.id, o.code, o.name FROM ${figure} f JOIN ${line} l ON l.state_id = f.state_id AND l.id = f.${key}
       JOIN source o ON o.state_id = f.state_id AND o.id = f.source_id
       WHERE f.state_id = $1 AND l.indicator_id = $2 AND NOT o.citation ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1`,
      [stateId, indicatorId],
    );
  }

  /** Begins the series that nobody has told of yet; those there are stay their institution's. */
  async acceptCases(
    stateId: number,
    figures: readonly AcceptedLineFigure[],
    { indicatorId, submissionId, at }: AcceptedWith,
  ): Promise<void> {
    const sql = this.record.current();
    const rows = JSON.stringify(
      figures.map(({ categories: { cohort, year, ...of }, ...figure }) => ({
        ...of,
        ...figure,
        cohort,
        year,
      })),
    );
    await sql.execute(
      `INSERT INTO case_series (state_id, indicator_id, offence, region, facet, cohort_rule, cohort_year)
       SELECT DISTINCT $1::smallint, $2::int, g.offence, g.region, g.facet, g.cohort, g.year
       FROM jsonb_to_recordset($3::jsonb) AS g(offence text, region text, facet text, cohort text, year smallint)
       ON CONFLICT ON CONSTRAINT uq_case_series DO NOTHING`,
      [stateId, indicatorId, rows],
    );
    await sql.execute(
      `INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, provisional, revision, revision_reason, submission_id,
         recorded_at)
       SELECT $1, c.id, g."sourceId", g.stage, g.state, g.value, g.provisional, g.revision, g."revisionReason", $4, to_timestamp($5::float8 / 1000)
       FROM jsonb_to_recordset($3::jsonb) AS g(offence text, region text, facet text, cohort text, year smallint, stage text, "sourceId" integer,
         state text, value integer, provisional boolean, revision smallint, "revisionReason" text)
       JOIN case_series c ON c.state_id = $1 AND c.indicator_id = $2 AND c.offence = g.offence AND c.region = g.region AND c.facet = g.facet
         AND c.cohort_rule = g.cohort AND c.cohort_year = g.year`,
      [stateId, indicatorId, rows, submissionId, at],
    );
    await this.touch(stateId, indicatorId);
  }

  async acceptAmounts(
    stateId: number,
    figures: readonly (AcceptedLineFigure & { readonly currency: string; readonly throughOn: CivilDate })[],
    { indicatorId, submissionId, at }: AcceptedWith,
  ): Promise<void> {
    const sql = this.record.current();
    const rows = JSON.stringify(figures.map(({ categories, ...figure }) => ({ ...categories, ...figure })));
    const given = `jsonb_to_recordset($3::jsonb) AS g(institution text, level text, purpose text, currency text, phase text, year smallint,
      "throughOn" date, value numeric, "sourceId" integer, revision smallint, "revisionReason" text)
      LEFT JOIN institution n ON n.state_id = $1 AND n.code = g.institution`;
    const ofLine = `b.state_id = $1 AND b.indicator_id = $2 AND b.purpose = g.purpose AND b.level = g.level AND b.institution_id IS NOT DISTINCT FROM n.id`;
    await sql.execute(
      `INSERT INTO budget_line (state_id, indicator_id, purpose, institution_id, level, currency)
       SELECT DISTINCT $1::smallint, $2::int, g.purpose, n.id, g.level, g.currency FROM ${given}
       WHERE NOT EXISTS (SELECT FROM budget_line b WHERE ${ofLine})`,
      [stateId, indicatorId, rows],
    );
    await sql.execute(
      `INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, revision, revision_reason, submission_id,
         recorded_at)
       SELECT $1, b.id, g."sourceId", g.year, g.phase, g.value, g."throughOn", g.revision, g."revisionReason", $4, to_timestamp($5::float8 / 1000)
       FROM ${given} JOIN LATERAL (SELECT b.id FROM budget_line b WHERE ${ofLine} ORDER BY b.id LIMIT 1) b ON true`,
      [stateId, indicatorId, rows, submissionId, at],
    );
    await this.touch(stateId, indicatorId);
  }

  /** What the sweep thinks of their recommendations is stale from here on. */
  private async touch(stateId: number, indicatorId: number): Promise<void> {
    await this.record.current().execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (SELECT recommendation_id FROM recommendation_indicator WHERE state_id = $1 AND indicator_id = $2)`,
      [stateId, indicatorId],
    );
  }
}
