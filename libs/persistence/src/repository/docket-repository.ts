import type { AlertState, CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { LAST_REMINDER } from './last-reminder.js';
import type { LastReminder } from './last-reminder.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface DocketEntry {
  readonly alertId: number;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly obligation: Bilingual;
  readonly dueOn: CivilDate;
  /** Of the recommendation in its document. */
  readonly position: number;
  readonly alertState: AlertState;
  readonly institutionId: number | null;
  readonly hasFocalPoint: boolean;
  readonly decisionReason: string | null;
  /** Until when it was put off, by which institution (null: the State) and why. */
  readonly snooze: { readonly until: CivilDate; readonly by: string | null; readonly because: string } | null;
  readonly lastReminder: LastReminder | null;
}

export interface DocketFilter {
  readonly today: CivilDate;
  /** Only of this institution; null: of all. */
  readonly institutionId: number | null;
  readonly search?: ListSearch | undefined;
  /** Of the last entry of the page before. */
  readonly after?: readonly [dueOn: CivilDate, position: number, alertId: number] | undefined;
  readonly limit: number;
}

/** Private: what is late or near, who owes it, and what became of the last reminder. */
export class DocketRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Open deadline alerts, longest overdue first; of one institution when given. Nobody owes the date that a committee sets. */
  listDocket(stateId: number, filter: DocketFilter): Promise<DocketEntry[]> {
    const parameters: unknown[] = [
      stateId,
      filter.today,
      filter.institutionId,
      ...(filter.after ?? [null, null, null]),
      filter.limit,
    ];
    const shown = ["o.title->>'en'", "o.title->>'es'", "w.name->>'en'", "w.name->>'es'"];
    const found = andHolds(shown, filter.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<DocketEntry>(
      `SELECT a.id AS "alertId", r.public_id AS "publicId", r.code, a.due_on AS "dueOn", r.position, a.alert_state AS "alertState",
              a.institution_id AS "institutionId", a.decision_reason AS "decisionReason", o.title AS obligation,
              (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
               WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles,
              EXISTS (SELECT 1 FROM focal_point f WHERE f.state_id = a.state_id AND f.institution_id = a.institution_id
                      AND f.starts_on <= $2 AND (f.ends_on IS NULL OR f.ends_on >= $2)) AS "hasFocalPoint",
              CASE WHEN a.alert_state = 'snoozed' THEN (
                SELECT jsonb_build_object('until', a.snoozed_until, 'by', t.evidence ->> 'institution', 'because', t.reason) FROM alert_transition t
                WHERE t.state_id = a.state_id AND t.alert_id = a.id AND t.kind = 'snoozed' ORDER BY t.id DESC LIMIT 1) END AS snooze,
              l.reminder AS "lastReminder"
       FROM alert a
       JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       JOIN obligation o ON a.subject_kind = 'obligation' AND o.state_id = a.state_id AND o.id = a.subject_id
       LEFT JOIN institution w ON w.state_id = a.state_id AND w.id = a.institution_id
       LEFT JOIN LATERAL (${LAST_REMINDER}) l ON true
       WHERE a.state_id = $1 AND a.rule = 'deadline' AND o.kind <> 'committee_date_query' AND a.alert_state <> 'resolved' AND a.due_on IS NOT NULL
         AND ($3::int IS NULL OR a.institution_id = $3)
         AND ($4::date IS NULL OR (a.due_on, r.position, a.id) > ($4::date, $5::bigint, $6::bigint)) ${found}
       ORDER BY a.due_on, r.position, a.id LIMIT $7`,
      parameters,
    );
  }
}
