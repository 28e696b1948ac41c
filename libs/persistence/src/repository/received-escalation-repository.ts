import type { CivilDate, EscalationStands, TellingOutcome } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { LISTED_ALERT } from './alert-history-repository.js';
import type { ListedAlert } from './alert-history-repository.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

/** An alert that came up to the ombudsperson by the steps of its State, as often as it did. */
export interface ReceivedEscalation {
  readonly id: number;
  readonly cameOn: CivilDate;
  /** Code of why the step was taken. */
  readonly why: string;
  readonly workingDays: number;
  readonly stands: EscalationStands;
  readonly alert: ListedAlert;
  /** Reminders that were sent before. */
  readonly reminders: number;
  /** What became of it before, the oldest first; the last ten. */
  readonly before: readonly {
    readonly on: CivilDate;
    readonly kind: string;
    readonly reason: string;
    readonly addressee: string | null;
  }[];
  /** What became of the mails that told the office, taken together and one by one. */
  readonly told: TellingOutcome;
  readonly mails: readonly {
    readonly outcome: string;
    readonly on: CivilDate | null;
    readonly attempts: number;
  }[];
}

export interface EscalationFilter {
  /** Code; null: of all. */
  readonly institution: string | null;
  readonly stands: EscalationStands | null;
  readonly told: TellingOutcome | null;
  readonly search?: ListSearch | undefined;
  /** Id before which the page begins: newest first. */
  readonly before: number | null;
  readonly limit: number;
}

const CAME = `t.kind = 'escalated' AND t.evidence ->> 'addressee' = 'docket'`;
/** Acts of people and steps of the watch; what only shows that the cause changed is left out. */
const BEFORE = `('opened', 'reopened', 'acknowledged', 'snoozed', 'unsnoozed', 'taken_back', 'escalated')`;

/** A later coming up of the same alert stands in place of this one. */
const STANDS = `CASE WHEN a.alert_state = 'resolved' THEN 'settled'
  WHEN a.alert_state = 'open' AND a.escalation_step >= (t.evidence ->> 'step')::int AND NOT EXISTS (
    SELECT FROM alert_transition l WHERE l.state_id = t.state_id AND l.alert_id = t.alert_id AND l.id > t.id AND l.kind = 'escalated'
      AND l.evidence ->> 'addressee' = 'docket') THEN 'open'
  ELSE 'answered' END`;

/** Notices of a step have its working days as rung, and an occasion with the day from which they count. */
const TOLD = `
  SELECT CASE WHEN bool_or(o.outcome = 'accepted') THEN 'sent' WHEN bool_or(o.outcome IN ('pending', 'temporary', 'superseded')) THEN 'waiting'
              WHEN bool_or(o.outcome = 'in_doubt') THEN 'in_doubt' WHEN bool_or(o.outcome <> 'not_sent') THEN 'refused' ELSE 'none' END AS told,
         coalesce(jsonb_agg(jsonb_build_object('outcome', o.outcome, 'on', o.civil_on, 'attempts', coalesce(o.attempts, 0)) ORDER BY o.id), '[]') AS mails
  FROM (
    SELECT n.id, m.civil_on, m.attempts, CASE WHEN n.outcome <> 'send' THEN 'not_sent' WHEN m.id IS NULL THEN 'pending'
             WHEN m.delivery_state = 'pending' AND (SELECT d.outcome FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id
               ORDER BY d.id DESC LIMIT 1) = 'temporary' THEN 'temporary' ELSE m.delivery_state END AS outcome
    FROM notice n LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
    WHERE n.state_id = t.state_id AND n.alert_id = t.alert_id AND n.occasion LIKE '%>%' AND n.rung = (t.evidence ->> 'workingDays')::int
      AND n.written_on = t.happened_on) o`;

const OF_ALERT = `
  FROM alert_transition t
  JOIN alert a ON a.state_id = t.state_id AND a.id = t.alert_id
  JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
  LEFT JOIN institution w ON w.state_id = a.state_id AND w.id = a.institution_id`;

/** Private: what nobody answered, so that it came up to the ombudsperson. */
export class ReceivedEscalationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  list(stateId: number, filter: EscalationFilter): Promise<ReceivedEscalation[]> {
    const { institution, stands, told, before, limit } = filter;
    const parameters: unknown[] = [stateId, institution, stands, told, before, limit];
    const shown = ["w.name->>'en'", "w.name->>'es'", 'w.code'];
    const found = andHolds(shown, filter.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<ReceivedEscalation>(
      `SELECT t.id::float8 AS id, t.happened_on AS "cameOn", t.reason AS why, (t.evidence ->> 'workingDays')::int AS "workingDays",
              s.stands, m.told, m.mails, (SELECT to_jsonb(x) FROM (SELECT ${LISTED_ALERT}) x) AS alert,
              (SELECT count(*)::int FROM notice n WHERE n.state_id = t.state_id AND n.alert_id = t.alert_id AND n.outcome = 'send'
                AND n.occasion NOT LIKE '%>%' AND n.written_on <= t.happened_on) AS reminders,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('on', b.happened_on, 'kind', b.kind, 'reason', b.reason,
                        'addressee', b.evidence ->> 'addressee') ORDER BY b.id), '[]')
               FROM (SELECT * FROM alert_transition b WHERE b.state_id = t.state_id AND b.alert_id = t.alert_id AND b.id < t.id
                       AND b.kind IN ${BEFORE} ORDER BY b.id DESC LIMIT 10) b) AS before
       ${OF_ALERT}
       CROSS JOIN LATERAL (SELECT ${STANDS} AS stands) s
       CROSS JOIN LATERAL (${TOLD}) m
       WHERE t.state_id = $1 AND ${CAME} AND ($2::text IS NULL OR w.code = $2) AND ($3::text IS NULL OR s.stands = $3)
         AND ($4::text IS NULL OR m.told = $4) AND ($5::bigint IS NULL OR t.id < $5) ${found}
       ORDER BY t.id DESC LIMIT $6`,
      parameters,
    );
  }

  /** Those that nobody has answered yet. @param institution code; null: of all */
  async countOpen(stateId: number, institution: string | null): Promise<number> {
    const row = await this.record.current().row<{ count: number }>(
      `SELECT count(*)::int AS count ${OF_ALERT}
       WHERE t.state_id = $1 AND ${CAME} AND a.alert_state = 'open' AND (${STANDS}) = 'open' AND ($2::text IS NULL OR w.code = $2)`,
      [stateId, institution],
    );
    return row?.count ?? 0;
  }
}
