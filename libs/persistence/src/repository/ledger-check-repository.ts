import type { RecordDatabase } from '../transaction/record-database.js';

/** What must hold in a State's ledger, with the query that names the first place where it does not. */
const CHECKS = {
  accepted_mail_without_delivery: `
    SELECT 'message ' || m.id AS place FROM message m WHERE m.state_id = $1 AND m.delivery_state = 'accepted'
    AND NOT EXISTS (SELECT FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'accepted')
    ORDER BY m.id LIMIT 1`,
  delivered_mail_still_waiting: `
    SELECT 'message ' || m.id AS place FROM message m WHERE m.state_id = $1 AND m.delivery_state = 'pending'
    AND (SELECT max(d.id) FILTER (WHERE d.outcome = 'accepted') > coalesce(max(d.id) FILTER (WHERE d.outcome = 'returned'), 0)
         FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id)
    ORDER BY m.id LIMIT 1`,
  attempt_not_recorded: `
    SELECT 'message ' || m.id AS place FROM message m WHERE m.state_id = $1
    AND m.attempts <> (SELECT count(*) FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'started')
    ORDER BY m.id LIMIT 1`,
  message_id_twice: `
    SELECT 'message ' || max(m.id) AS place FROM message m WHERE m.state_id = $1
    GROUP BY m.message_id_header HAVING count(*) > 1 ORDER BY max(m.id) LIMIT 1`,
  superseded_by_nothing: `
    SELECT 'message ' || m.id AS place FROM message m LEFT JOIN message n ON n.state_id = m.state_id AND n.id = m.superseded_by
    WHERE m.state_id = $1 AND (n.id IS NOT NULL) <> (m.delivery_state = 'superseded'
      AND NOT EXISTS (SELECT FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'withdrawn'))
    ORDER BY m.id LIMIT 1`,
  notice_in_a_mail_that_gave_way: `
    SELECT 'notice ' || n.id AS place FROM notice n JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
    WHERE n.state_id = $1 AND n.outcome = 'send' AND m.delivery_state = 'superseded' ORDER BY n.id LIMIT 1`,
  notice_in_a_mail_that_is_gone: `
    SELECT 'notice ' || n.id AS place FROM notice n LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
    WHERE n.state_id = $1 AND n.message_id IS NOT NULL AND m.id IS NULL ORDER BY n.id LIMIT 1`,
  notice_in_somebody_elses_mail: `
    SELECT 'notice ' || n.id AS place FROM notice n JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
    WHERE n.state_id = $1 AND m.person_id <> n.person_id ORDER BY n.id LIMIT 1`,
  skipped_notice_with_a_mail: `
    SELECT 'notice ' || n.id AS place FROM notice n WHERE n.state_id = $1 AND n.outcome = 'skip' AND n.message_id IS NOT NULL
    ORDER BY n.id LIMIT 1`,
  finished_sweep_without_counts: `
    SELECT 'sweep ' || w.swept_on AS place FROM sweep w WHERE w.state_id = $1 AND w.finished_at IS NOT NULL
    AND (w.counts IS NULL OR w.started_at IS NULL OR w.finished_at < w.started_at) ORDER BY w.swept_on LIMIT 1`,
  alert_without_beginning: `
    SELECT 'alert ' || a.id AS place FROM alert a WHERE a.state_id = $1
    AND NOT EXISTS (SELECT FROM alert_transition t WHERE t.state_id = a.state_id AND t.alert_id = a.id AND t.kind = 'opened')
    ORDER BY a.id LIMIT 1`,
  answer_without_audit: `
    SELECT 'alert ' || t.alert_id AS place FROM alert_transition t WHERE t.state_id = $1 AND t.person_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.state_id = t.state_id AND e.subject_kind = 'alert'
                    AND e.subject_id = t.alert_id::text AND e.person_id = t.person_id AND e.action = CASE WHEN t.kind IN ('assigned', 'sent_back') THEN 'disclaimer.decided' ELSE 'alert.' || t.kind END
                    AND e.happened_at = t.happened_at)
    ORDER BY t.id LIMIT 1`,
  deadline_without_history: `
    SELECT 'deadline ' || d.id AS place FROM deadline d WHERE d.state_id = $1 AND d.version > 1
    AND NOT EXISTS (SELECT FROM deadline_history h WHERE h.state_id = d.state_id AND h.deadline_id = d.id AND h.version = d.version)
    ORDER BY d.id LIMIT 1`,
  // The heads that were published from here must be those that are kept here: no day of them may be taken out unnoticed.
  audited_day_without_head: `
    SELECT 'day ' || d.civil_on AS place FROM (
      SELECT (e.happened_at AT TIME ZONE s.time_zone)::date AS civil_on, max(e.position) AS position
      FROM audit_entry e JOIN state s ON s.id = e.state_id WHERE e.state_id = $1 GROUP BY 1) d
    WHERE NOT EXISTS (SELECT FROM audit_day_head h WHERE h.state_id = $1 AND h.civil_on = d.civil_on AND h.position = d.position)
    ORDER BY d.civil_on LIMIT 1`,
  // RFC 8785 hashes numbers as doubles: what lies beyond them could be changed without changing a hash.
  audit_number_beyond_hash: `
    SELECT 'entry ' || e.position AS place FROM audit_entry e WHERE e.state_id = $1 AND EXISTS (
      SELECT FROM jsonb_path_query(jsonb_build_array(e.before, e.after), 'strict $.** ? (@.type() == "number")') n
      WHERE n::numeric <> n::numeric::float8::text::numeric)
    ORDER BY e.position LIMIT 1`,
} as const;

/** Checks that read contents from their beginning, which no single query does. */
const CONTENT_CHECKS = ['evidence_file_altered', 'submission_not_where_its_history_leads'] as const;

const QUERIED = Object.keys(CHECKS) as (keyof typeof CHECKS)[];
export type LedgerCheck = keyof typeof CHECKS | (typeof CONTENT_CHECKS)[number];
export const LEDGER_CHECKS: readonly LedgerCheck[] = [...QUERIED, ...CONTENT_CHECKS];

/** The first place where something does not hold; null where it holds. */
export interface CheckedPlace {
  readonly check: LedgerCheck;
  readonly place: string | null;
}

/** Holds the ledger against itself. The database keeps most of it by constraints; this tells when somebody has lifted them. */
export class LedgerCheckRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** For each thing that must hold, the first place where it does not; null where it holds. */
  async check(stateId: number): Promise<CheckedPlace[]> {
    const found = [];
    for (const check of QUERIED) {
      const row = await this.record.current().row<{ place: string }>(CHECKS[check], [stateId]);
      found.push({ check, place: row?.place ?? null });
    }
    return found;
  }
}
