import type { CivilDate, DeadLetterState, Instant } from '#domain';

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
}

/** The mail itself, for a person. */
type DeadMessage = ClaimedMessage & { readonly personId: number; readonly state: DeadLetterState };

/** Of mails to people with a role. News that did not reach a reader is on the pages; nobody has to see to it. */
const DEAD = `m.person_id IS NOT NULL AND m.delivery_state IN ('permanent', 'in_doubt', 'dead', 'returned') AND m.set_aside_at IS NULL`;

/** Mails whose delivery ended without the relay's yes, until a person sends them again or sets them aside. */
export class DeadLetterRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  list(stateId: number, page: { readonly before: number | null; readonly limit: number }) {
    return this.record.current().rows<DeadLetter>(
      `SELECT m.id, m.person_id AS "personId", coalesce(substring(p.email from '@(.*)$'), '') AS domain, m.civil_on AS "civilOn",
              m.delivery_state AS state, m.attempts, d.smtp_code AS "smtpCode", d.response, coalesce(d.happened_at, m.created_at) AS "failedAt",
              (SELECT count(*)::int FROM notice n WHERE n.state_id = m.state_id AND n.message_id = m.id AND n.outcome = 'send') AS notices
       FROM message m JOIN person p ON p.id = m.person_id
       LEFT JOIN LATERAL (SELECT smtp_code, response, happened_at FROM delivery d
         WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome <> 'started' ORDER BY d.id DESC LIMIT 1) d ON true
       WHERE m.state_id = $1 AND ${DEAD} AND ($2::int IS NULL OR m.id < $2) ORDER BY m.id DESC LIMIT $3`,
      [stateId, page.before, page.limit],
    );
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

  /** What was set aside waits for a person again. False where it was not. */
  async takeUpAgain(stateId: number, id: number): Promise<boolean> {
    const row = await this.record.current().row(
      `UPDATE message SET set_aside_at = NULL, set_aside_reason = NULL
       WHERE state_id = $1 AND id = $2 AND set_aside_at IS NOT NULL RETURNING id`,
      [stateId, id],
    );
    return row !== null;
  }
}
