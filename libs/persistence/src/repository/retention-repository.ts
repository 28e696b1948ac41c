import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

const EMPTY_BODY = JSON.stringify({ text: '', html: '', headers: {}, attachments: [] });
const SHORT_OF = `< to_timestamp($1::float8 / 1000)`;

/** Lets go of what is older than an instant; every method says of how many rows. */
export class RetentionRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Of mails whose delivery is settled: one that still waits is needed whole. Their addresses, subjects and outcomes stay. */
  emptyBodies(stateId: number, before: Instant): Promise<number> {
    return this.count(
      `UPDATE message SET body = $2::jsonb
       WHERE state_id = $3 AND delivery_state <> 'pending' AND created_at ${SHORT_OF} AND body <> $2::jsonb RETURNING 1`,
      [before, EMPTY_BODY, stateId],
    );
  }

  /** Of people who wrote from a public page and were not answered in time. */
  forgetContacts(stateId: number, before: Instant): Promise<number> {
    return this.count(
      `DELETE FROM contribution_contact WHERE given_at ${SHORT_OF} AND state_id = $2 RETURNING 1`,
      [before, stateId],
    );
  }

  deleteAttempts(before: Instant): Promise<number> {
    return this.count(`DELETE FROM sign_in_attempt WHERE attempted_at ${SHORT_OF} RETURNING 1`, [before]);
  }

  deleteLinks(before: Instant): Promise<number> {
    return this.count(`DELETE FROM sign_in_link WHERE expires_at ${SHORT_OF} RETURNING 1`, [before]);
  }

  deleteSessions(before: Instant): Promise<number> {
    return this.count(
      `DELETE FROM session WHERE expires_at ${SHORT_OF} OR revoked_at ${SHORT_OF} RETURNING 1`,
      [before],
    );
  }

  deleteChallenges(before: Instant): Promise<number> {
    return this.count(`DELETE FROM sign_in_challenge WHERE expires_at ${SHORT_OF} RETURNING 1`, [before]);
  }

  /** The application may not delete them itself: the function keeps what is younger than its own half year. */
  async forgetSecurityEvents(before: Instant): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(`SELECT forget_security_events(to_timestamp($1::float8 / 1000)) AS count`, [
        before,
      ]);
    return row?.count ?? 0;
  }

  private async count(change: string, parameters: readonly unknown[]): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(
        `WITH changed AS (${change}) SELECT count(*)::int AS count FROM changed`,
        parameters,
      );
    return row?.count ?? 0;
  }
}
