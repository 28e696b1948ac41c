import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface SessionToSave {
  readonly tokenHash: string;
  readonly personId: number;
  readonly proven: readonly string[];
  readonly secondFactorDue: boolean;
  readonly device: string;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

/** One-use sign-in links and the sessions they open. Only hashes of tokens are kept. */
export class SessionRepository {
  constructor(private readonly record: RecordDatabase) {}

  async saveSignInLink(tokenHash: string, personId: number, expiresAt: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES ($1, $2, to_timestamp($3::float8 / 1000))`,
        [tokenHash, personId, expiresAt],
      ),
    );
  }

  /** Whom an unused, unexpired link would sign in; looking does not use it. */
  async findSignInPerson(tokenHash: string, now: Instant): Promise<number | null> {
    const row = await this.record.runShared((sql) =>
      sql.row<{ personId: number }>(
        `SELECT person_id AS "personId" FROM sign_in_link
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)`,
        [tokenHash, now],
      ),
    );
    return row?.personId ?? null;
  }

  /** Uses the link; null when it was used, has expired or never was. */
  async useSignInLink(tokenHash: string, now: Instant): Promise<number | null> {
    const used = await this.record.runShared((sql) =>
      sql.rows<{ personId: number }>(
        `UPDATE sign_in_link SET used_at = to_timestamp($2::float8 / 1000)
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000) RETURNING person_id AS "personId"`,
        [tokenHash, now],
      ),
    );
    return used[0]?.personId ?? null;
  }

  async saveSession(session: SessionToSave): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO session (token_hash, person_id, proven, second_factor_due, device, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000))`,
        [
          session.tokenHash,
          session.personId,
          [...session.proven],
          session.secondFactorDue,
          session.device,
          session.now,
          session.expiresAt,
        ],
      ),
    );
  }

  async markSeen(sessionId: number, now: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE session SET last_seen_at = greatest(last_seen_at, to_timestamp($2::float8 / 1000)) WHERE id = $1`,
        [sessionId, now],
      ),
    );
  }

  async revokeSession(tokenHash: string, now: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE session SET revoked_at = coalesce(revoked_at, to_timestamp($2::float8 / 1000)) WHERE token_hash = $1`,
        [tokenHash, now],
      ),
    );
  }
}
