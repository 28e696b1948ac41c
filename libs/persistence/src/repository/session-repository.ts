import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

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

  /** Uses the link and opens a session in one transaction; null when it was used, has expired or never was. */
  exchangeSignInLink(
    linkHash: string,
    session: { readonly tokenHash: string; readonly now: Instant; readonly expiresAt: Instant },
  ): Promise<number | null> {
    return this.record.runShared(async (sql) => {
      const used = await sql.rows<{ personId: number }>(
        `UPDATE sign_in_link SET used_at = to_timestamp($2::float8 / 1000)
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000) RETURNING person_id AS "personId"`,
        [linkHash, session.now],
      );
      const personId = used[0]?.personId;
      if (personId === undefined) return null;
      await sql.execute(
        `INSERT INTO session (token_hash, person_id, created_at, expires_at)
         VALUES ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000))`,
        [session.tokenHash, personId, session.now, session.expiresAt],
      );
      return personId;
    });
  }

  async findSessionPerson(tokenHash: string, now: Instant): Promise<number | null> {
    const row = await this.record.runShared((sql) =>
      sql.row<{ personId: number }>(
        `SELECT person_id AS "personId" FROM session
         WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)`,
        [tokenHash, now],
      ),
    );
    return row?.personId ?? null;
  }

  async revokeSession(tokenHash: string, now: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(`UPDATE session SET revoked_at = to_timestamp($2::float8 / 1000) WHERE token_hash = $1`, [
        tokenHash,
        now,
      ]),
    );
  }
}
