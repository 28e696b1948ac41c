import type { CivilDate, DueOutcome, ItemStatus, Rule, Severity } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** What one institution owes, sent and leaves open; null names what nobody answers for. */
export interface InstitutionTally {
  readonly code: string | null;
  readonly name: Bilingual | null;
  readonly shortName: Bilingual | null;
  readonly led: Readonly<Partial<Record<ItemStatus, number>>>;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly oldestDueOn: CivilDate | null;
  readonly alerts: number;
}

/** Something that was due by a confirmed day that is over, and what became of it. */
export interface DueRow {
  readonly id: number;
  readonly title: Bilingual;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly institutionId: number | null;
  readonly dueOn: CivilDate;
  readonly sentOn: CivilDate | null;
  readonly outcome: DueOutcome;
}

export interface DueFilter {
  readonly today: CivilDate;
  /** Code; `-`: of nobody. */
  readonly institution: string | null;
  readonly outcome: DueOutcome | null;
  readonly year: number | null;
  readonly search?: ListSearch | undefined;
  readonly after?: readonly [dueOn: CivilDate, id: number] | undefined;
  readonly limit: number;
}

/** Alerts that stand, of one rule and weight. */
export interface CauseTally {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly count: number;
  /** How many of them were opened in each of the bands that were asked for. */
  readonly bands: readonly number[];
  readonly oldestOn: CivilDate;
}

export interface MonthTally {
  readonly month: string;
  readonly opened: number;
  readonly resolved: number;
}

interface DayBand {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

const OUTCOME = `CASE WHEN f.sent_on IS NULL THEN 'missing' WHEN f.sent_on <= d.due_on THEN 'on_time' ELSE 'late' END`;

/** What was returned or withdrawn was not sent, as the check of deadlines has it. The question after a date is nobody's figure. */
const DUE = `FROM obligation o
  JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id AND d.certainty = 'confirmed' AND d.due_on < $2
  LEFT JOIN (SELECT s.obligation_id, min(s.submitted_on) AS sent_on FROM submission s
             WHERE s.state_id = $1 AND s.obligation_id IS NOT NULL AND s.submission_state IN ('submitted', 'accepted') GROUP BY s.obligation_id) f
    ON f.obligation_id = o.id`;
const IS_DUE = `o.state_id = $1 AND o.kind <> 'committee_date_query' AND ($3::int IS NULL OR extract(year FROM d.due_on) = $3)`;

/** Private: institutions beside each other, and what stands open by its cause. */
export class ComparisonRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Every institution that leads, owed or is asked something. */
  listInstitutions(stateId: number, today: CivilDate, year: number | null): Promise<InstitutionTally[]> {
    return this.record.current().rows<InstitutionTally>(
      `WITH due AS (SELECT o.institution_id, d.due_on, ${OUTCOME} AS outcome ${DUE} WHERE ${IS_DUE}),
         owed AS (
           SELECT institution_id, (count(*) FILTER (WHERE outcome = 'on_time'))::int AS on_time, (count(*) FILTER (WHERE outcome = 'late'))::int AS late,
                  (count(*) FILTER (WHERE outcome = 'missing'))::int AS missing, min(due_on) FILTER (WHERE outcome = 'missing') AS oldest
           FROM due GROUP BY institution_id),
         led AS (
           SELECT institution_id, jsonb_object_agg(status, items) AS led FROM (
             SELECT y.institution_id, r.status, count(DISTINCT r.id)::int AS items FROM responsibility y
             JOIN recommendation r ON r.state_id = y.state_id AND r.id = y.recommendation_id
             WHERE y.state_id = $1 AND y.basis = 'now_responsible' AND y.role = 'lead' AND y.institution_id IS NOT NULL
               AND (y.starts_on IS NULL OR y.starts_on <= $2) AND (y.ends_on IS NULL OR y.ends_on >= $2)
             GROUP BY y.institution_id, r.status) counted GROUP BY institution_id),
         standing AS (SELECT institution_id, count(*)::int AS alerts FROM alert WHERE state_id = $1 AND alert_state <> 'resolved' GROUP BY institution_id),
         named AS (SELECT institution_id FROM owed UNION SELECT institution_id FROM led UNION SELECT institution_id FROM standing)
       SELECT i.code, i.name, i.short_name AS "shortName", coalesce(l.led, '{}') AS led, coalesce(w.on_time, 0) AS "onTime", coalesce(w.late, 0) AS late,
              coalesce(w.missing, 0) AS missing, w.oldest AS "oldestDueOn", coalesce(a.alerts, 0) AS alerts
       FROM named n
       LEFT JOIN institution i ON i.state_id = $1 AND i.id = n.institution_id
       LEFT JOIN owed w ON w.institution_id IS NOT DISTINCT FROM n.institution_id
       LEFT JOIN led l ON l.institution_id = n.institution_id
       LEFT JOIN standing a ON a.institution_id IS NOT DISTINCT FROM n.institution_id
       ORDER BY i.id NULLS LAST`,
      [stateId, today, year],
    );
  }

  /** Years in which something was due, the newest first. */
  async listYears(stateId: number, today: CivilDate): Promise<number[]> {
    const rows = await this.record.current().rows<{ year: number }>(
      `SELECT DISTINCT extract(year FROM d.due_on)::int AS year FROM obligation o
       JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id AND d.certainty = 'confirmed' AND d.due_on < $2
       WHERE o.state_id = $1 AND o.kind <> 'committee_date_query' ORDER BY year DESC`,
      [stateId, today],
    );
    return rows.map(({ year }) => year);
  }

  /** What was due first stands first. */
  listDue(stateId: number, filter: DueFilter): Promise<DueRow[]> {
    const parameters: unknown[] = [
      stateId,
      filter.today,
      filter.year,
      filter.institution,
      filter.outcome,
      ...(filter.after ?? [null, null]),
      filter.limit,
    ];
    const shown = ["o.title->>'en'", "o.title->>'es'", "w.name->>'en'", "w.name->>'es'"];
    const found = andHolds(shown, filter.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<DueRow>(
      `SELECT o.id, o.title, r.public_id AS "publicId", r.code, o.institution_id AS "institutionId", d.due_on AS "dueOn", f.sent_on AS "sentOn",
              ${OUTCOME} AS outcome,
              (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
               WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles
       ${DUE}
       JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       LEFT JOIN institution w ON w.state_id = o.state_id AND w.id = o.institution_id
       WHERE ${IS_DUE}
         AND ($4::text IS NULL OR CASE WHEN $4 = '-' THEN o.institution_id IS NULL ELSE w.code = $4 END)
         AND ($5::text IS NULL OR ${OUTCOME} = $5)
         AND ($6::date IS NULL OR (d.due_on, o.id) > ($6::date, $7::bigint)) ${found}
       ORDER BY d.due_on, o.id LIMIT $8`,
      parameters,
    );
  }

  /** Alerts that stand, by rule and weight, with how many were opened in each band of days. */
  listCauses(stateId: number, bands: readonly DayBand[]): Promise<CauseTally[]> {
    const days = bands.flatMap(({ from, to }) => [from, to]);
    const counted = bands.map(
      (_, place) =>
        `count(*) FILTER (WHERE ($${2 * place + 2}::date IS NULL OR opened_on >= $${2 * place + 2}) AND ($${2 * place + 3}::date IS NULL OR opened_on <= $${2 * place + 3}))::int`,
    );
    return this.record.current().rows<CauseTally>(
      `SELECT rule, severity, count(*)::int AS count, jsonb_build_array(${counted.join(', ')}) AS bands, min(opened_on) AS "oldestOn"
       FROM alert WHERE state_id = $1 AND alert_state <> 'resolved' GROUP BY rule, severity ORDER BY rule, severity`,
      [stateId, ...days],
    );
  }

  /** How many alerts began, again or for the first time, and how many were settled, by month of the State's calendar. */
  listMonths(stateId: number, since: CivilDate): Promise<MonthTally[]> {
    return this.record.current().rows<MonthTally>(
      `SELECT to_char(happened_on, 'YYYY-MM') AS month, (count(*) FILTER (WHERE kind IN ('opened', 'reopened')))::int AS opened,
              (count(*) FILTER (WHERE kind = 'resolved'))::int AS resolved
       FROM alert_transition WHERE state_id = $1 AND happened_on >= $2 GROUP BY month ORDER BY month`,
      [stateId, since],
    );
  }

  /** The first day on which the watch looked; null: it never has. */
  async watchedSince(stateId: number): Promise<CivilDate | null> {
    const row = await this.record
      .current()
      .row<{ day: CivilDate | null }>(`SELECT min(swept_on) AS day FROM sweep WHERE state_id = $1`, [
        stateId,
      ]);
    return row?.day ?? null;
  }
}
