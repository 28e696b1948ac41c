import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** The operator's daily mail: one row per civil day, taken under a lease like any other mail. */
export class AuditHeadMailRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Whether the day's mail waits to be sent now. */
  async isDue(on: CivilDate, now: Instant): Promise<boolean> {
    const waits = await this.record.current().row(
      `SELECT WHERE NOT EXISTS (SELECT FROM audit_head_mail WHERE civil_on = $1
         AND (next_attempt_at IS NULL OR next_attempt_at > to_timestamp($2::float8 / 1000)))`,
      [on, now],
    );
    return waits !== null;
  }

  /** The number of this attempt, or null where another process has the mail, or it is settled. */
  async claim(
    on: CivilDate,
    claim: { readonly by: string; readonly now: Instant; readonly leaseUntil: Instant },
  ): Promise<number | null> {
    const claimed = await this.record.current().row<{ attempt: number }>(
      `INSERT INTO audit_head_mail AS m (civil_on, attempts, claimed_by, next_attempt_at)
       VALUES ($1, 1, $2, to_timestamp($4::float8 / 1000))
       ON CONFLICT (civil_on) DO UPDATE
       SET attempts = m.attempts + 1, claimed_by = excluded.claimed_by, next_attempt_at = excluded.next_attempt_at
       WHERE m.next_attempt_at <= to_timestamp($3::float8 / 1000)
       RETURNING attempts AS attempt`,
      [on, claim.by, claim.now, claim.leaseUntil],
    );
    return claimed?.attempt ?? null;
  }

  /** How the attempt ended; without a next attempt the day's mail is settled. */
  async settle(
    on: CivilDate,
    by: string,
    result: {
      readonly outcome: 'accepted' | 'temporary' | 'permanent' | 'in_doubt';
      readonly response: string;
      readonly at: Instant;
      readonly nextAttemptAt: Instant | null;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE audit_head_mail SET claimed_by = NULL, outcome = $3, response = $4, next_attempt_at = to_timestamp($6::float8 / 1000),
              sent_at = CASE WHEN $3 = 'accepted' THEN to_timestamp($5::float8 / 1000) END
       WHERE civil_on = $1 AND (claimed_by = $2 OR $3 = 'accepted')`,
      [on, by, result.outcome, result.response, result.at, result.nextAttemptAt],
    );
  }
}
