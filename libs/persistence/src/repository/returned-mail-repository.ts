import type { Instant, ReturnedAs } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** A mail of ours that came back, as the ledger knows it. */
export interface SentMessage {
  readonly id: number;
  /** Null: it was for a subscriber. */
  readonly personId: number | null;
  readonly subscriberId: number | null;
  /** The address that the person has now, or the subscriber. */
  readonly address: string;
  readonly deliveryState: string;
  readonly attempts: number;
  /** When a relay said that it takes the mail; null: none has. */
  readonly acceptedAt: Instant | null;
  /** How often it came back before. */
  readonly returns: number;
}

/** What comes back of mails that a relay had taken. */
export class ReturnedMailRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Held until the transaction ends, so that two reports about one mail wait for one another. */
  async findSent(stateId: number, id: number): Promise<SentMessage | null> {
    const found = await this.record.current().row<SentMessage>(
      `SELECT m.id, m.person_id AS "personId", m.subscriber_id AS "subscriberId", coalesce(p.email, s.email) AS address, m.delivery_state AS "deliveryState", m.attempts,
              (SELECT extract(epoch FROM max(d.happened_at)) * 1000 FROM delivery d
               WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'accepted')::float8 AS "acceptedAt",
              (SELECT count(*) FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'returned')::int AS returns
       FROM message m LEFT JOIN person p ON p.id = m.person_id LEFT JOIN subscriber s ON s.state_id = m.state_id AND s.id = m.subscriber_id
       WHERE m.state_id = $1 AND m.id = $2 AND num_nonnulls(m.person_id, m.subscriber_id) = 1 FOR UPDATE OF m`,
      [stateId, id],
    );
    return found ?? null;
  }

  /** Whom a mail about the way into an account was for. Held until the transaction ends, so that no other address takes its place. */
  findWrittenTo(
    personId: number,
  ): Promise<{ readonly address: string; readonly endedAt: Instant | null } | null> {
    return this.record
      .current()
      .row(`SELECT email AS address, ended_at AS "endedAt" FROM person WHERE id = $1 FOR UPDATE`, [personId]);
  }

  async recordReturn(
    stateId: number,
    message: SentMessage,
    returned: { readonly as: ReturnedAs; readonly status: string | null; readonly at: Instant },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO delivery (state_id, message_id, attempt, outcome, returned_as, response, happened_at)
       VALUES ($1, $2, $3, 'returned', $4, $5, to_timestamp($6::float8 / 1000))`,
      [stateId, message.id, message.attempts, returned.as, returned.status, returned.at],
    );
  }

  /** The mail did not arrive and is not sent again. */
  async settleReturned(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE message SET delivery_state = 'returned' WHERE state_id = $1 AND id = $2 AND delivery_state = 'accepted'`,
        [stateId, id],
      );
  }

  /** The mail did not arrive and is sent again. */
  async sendAgain(stateId: number, id: number, at: Instant): Promise<void> {
    await this.record.current().execute(
      `UPDATE message SET delivery_state = 'pending', claimed_by = NULL, next_attempt_at = to_timestamp($3::float8 / 1000)
       WHERE state_id = $1 AND id = $2 AND delivery_state = 'accepted'`,
      [stateId, id, at],
    );
  }
}
