import type { CivilDate, DeadLetterListName, DeadLetterState, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { ClaimedMessage } from './message.js';

/** A mail that will not leave by itself. */
export interface DeadLetter {
  readonly id: number;
  readonly personId: number;
  /** What stands behind the at sign: enough to see whose mailboxes refuse, and nobody's address. */
  readonly domain: string;
  readonly civilOn: CivilDate;
  readonly state: DeadLetterState;
  readonly attempts: number;
  readonly notices: number;
  readonly smtpCode: number | null;
  /** Addresses are struck out before it comes into the ledger. */
  readonly response: string | null;
  readonly failedAt: Instant;
  /** Null: it waits for a person. */
  readonly setAside: {
    readonly at: Instant;
    readonly reason: string;
    /** Null for somebody who is no longer kept. */
    readonly by: string | null;
  } | null;
}

/** Mails that wait for one and the same reason. */
export interface DeadLetterReason {
  /** Names the reason. */
  readonly key: string;
  readonly state: DeadLetterState;
  readonly smtpCode: number | null;
  readonly response: string | null;
  readonly count: number;
  /** When the newest of them failed: what fails later is not counted. */
  readonly until: Instant;
}

/** The mail itself, for a person. */
type DeadMessage = ClaimedMessage & { readonly personId: number; readonly state: DeadLetterState };

/** Of mails to people with a role. News that did not reach a reader is on the pages; nobody has to see to it. */
const STANDS = `m.person_id IS NOT NULL AND m.delivery_state IN ('permanent', 'in_doubt', 'dead', 'returned')`;
const DEAD = `${STANDS} AND m.set_aside_at IS NULL`;
const LISTED: Readonly<Record<DeadLetterListName, string>> = {
  waiting: DEAD,
  set_aside: `${STANDS} AND m.set_aside_at IS NOT NULL`,
};
const HOW_IT_ENDED = `LEFT JOIN LATERAL (SELECT smtp_code, response, happened_at FROM delivery d
         WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome <> 'started' ORDER BY d.id DESC LIMIT 1) d ON true`;
const FAILED_AT = 'coalesce(d.happened_at, m.created_at)';
const REASON = `md5(concat_ws(chr(31), m.delivery_state, coalesce(d.smtp_code::text, ''), coalesce(d.response, '')))`;

/** Mails whose delivery ended without the relay's yes, until a person sends them again or sets them aside. */
export class DeadLetterRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  list(
    stateId: number,
    which: DeadLetterListName,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<DeadLetter[]> {
    return this.record.current().rows<DeadLetter>(
      `SELECT m.id, m.person_id AS "personId", coalesce(substring(p.email from '@(.*)$'), '') AS domain, m.civil_on AS "civilOn",
              m.delivery_state AS state, m.attempts, d.smtp_code AS "smtpCode", d.response, ${FAILED_AT} AS "failedAt",
              (SELECT count(*)::int FROM notice n WHERE n.state_id = m.state_id AND n.message_id = m.id AND n.outcome = 'send') AS notices,
              CASE WHEN m.set_aside_at IS NOT NULL THEN jsonb_build_object('at', round(extract(epoch FROM m.set_aside_at) * 1000), 'reason', m.set_aside_reason, 'by', (
                SELECT b.name FROM audit_entry a JOIN person b ON b.id = a.person_id
                WHERE a.state_id = m.state_id AND a.subject_kind = 'message' AND a.subject_id = m.id::text AND a.action = 'dead_letter.set_aside'
                ORDER BY a.position DESC LIMIT 1)) END AS "setAside"
       FROM message m JOIN person p ON p.id = m.person_id ${HOW_IT_ENDED}
       WHERE m.state_id = $1 AND ${LISTED[which]} AND ($2::int IS NULL OR m.id < $2) ORDER BY m.id DESC LIMIT $3`,
      [stateId, page.before, page.limit],
    );
  }

  /** Reasons for which more than one mail waits, the most frequent first. */
  listReasons(stateId: number, limit: number): Promise<DeadLetterReason[]> {
    return this.record.current().rows<DeadLetterReason>(
      `SELECT ${REASON} AS key, m.delivery_state AS state, d.smtp_code AS "smtpCode", d.response, count(*)::int AS count, max(${FAILED_AT}) AS until
       FROM message m ${HOW_IT_ENDED} WHERE m.state_id = $1 AND ${DEAD}
       GROUP BY m.delivery_state, d.smtp_code, d.response HAVING count(*) > 1 ORDER BY count(*) DESC, max(m.id) DESC LIMIT $2`,
      [stateId, limit],
    );
  }

  /** Those that wait for the reason and failed until then, the oldest first. */
  async listOfReason(
    stateId: number,
    { key, until }: Pick<DeadLetterReason, 'key' | 'until'>,
    limit: number,
  ): Promise<number[]> {
    const found = await this.record.current().rows<{ id: number }>(
      `SELECT m.id FROM message m ${HOW_IT_ENDED}
       WHERE m.state_id = $1 AND ${DEAD} AND ${REASON} = $2 AND ${FAILED_AT} <= to_timestamp($3::float8 / 1000) ORDER BY m.id LIMIT $4`,
      [stateId, key, until, limit],
    );
    return found.map(({ id }) => id);
  }

  async count(stateId: number): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(
        `SELECT count(*)::int AS count FROM message m WHERE m.state_id = $1 AND ${DEAD}`,
        [stateId],
      );
    return row?.count ?? 0;
  }

  /** Held until the transaction ends, so that two people do not send it twice. */
  async find(stateId: number, id: number): Promise<DeadMessage | null> {
    const found = await this.record.current().row<DeadMessage>(
      `SELECT m.id, m.person_id AS "personId", NULL AS "subscriberId", p.email AS "to", p.name AS "toName", m.message_id_header AS "messageId", m.subject, m.body,
              m.attempts AS attempt, 0 AS unanswered, m.delivery_state AS state
       FROM message m JOIN person p ON p.id = m.person_id WHERE m.state_id = $1 AND m.id = $2 AND ${DEAD} FOR UPDATE OF m`,
      [stateId, id],
    );
    return found ?? null;
  }

  /** The mail waits to leave again, under the Message-ID that it has. */
  async sendAgain(stateId: number, id: number, at: Instant): Promise<void> {
    await this.record.current().execute(
      `UPDATE message SET delivery_state = 'pending', claimed_by = NULL, next_attempt_at = to_timestamp($3::float8 / 1000)
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, at],
    );
  }

  /** Whoever runs the relay says that the mailbox takes mail again; if not, the next refusal says so. */
  async trustAddressAgain(personId: number): Promise<void> {
    await this.record
      .current()
      .execute('UPDATE person SET unreachable_since = NULL WHERE id = $1', [personId]);
  }

  async setAside(stateId: number, id: number, reason: string, at: Instant): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE message SET set_aside_at = to_timestamp($4::float8 / 1000), set_aside_reason = $3 WHERE state_id = $1 AND id = $2`,
        [stateId, id, reason, at],
      );
  }

  /** What was set aside waits for a person again, as what it was; null where it was not set aside. */
  async takeUpAgain(stateId: number, id: number): Promise<DeadLetterState | null> {
    const row = await this.record.current().row<{ state: DeadLetterState }>(
      `UPDATE message SET set_aside_at = NULL, set_aside_reason = NULL
       WHERE state_id = $1 AND id = $2 AND set_aside_at IS NOT NULL RETURNING delivery_state AS state`,
      [stateId, id],
    );
    return row?.state ?? null;
  }
}
