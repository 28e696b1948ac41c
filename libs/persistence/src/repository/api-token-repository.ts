import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface StoredApiToken {
  readonly id: number;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface ApiTokenToSave {
  readonly personId: number;
  readonly name: string;
  readonly tokenHash: string;
  readonly permissions: readonly string[];
  readonly now: Instant;
  readonly expiresAt: Instant;
}

const COLUMNS = `id, name, permissions, created_at AS "createdAt", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

/** Tokens of a person's programs. Only their hashes are kept. */
export class ApiTokenRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  listTokens(personId: number): Promise<StoredApiToken[]> {
    return this.record.runShared((sql) =>
      sql.rows<StoredApiToken>(
        `SELECT ${COLUMNS} FROM api_token WHERE person_id = $1 ORDER BY created_at DESC, id DESC`,
        [personId],
      ),
    );
  }

  /**
   * Saves a token if its owner agrees to it in sight of the live ones; two askers at once wait for each other, so that
   * neither a name nor the most allowed is passed by chance.
   */
  saveToken(
    token: ApiTokenToSave,
    agree: (live: readonly StoredApiToken[]) => void,
  ): Promise<StoredApiToken> {
    return this.record.runShared(async (sql) => {
      await sql.execute('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [token.personId]);
      agree(
        await sql.rows<StoredApiToken>(
          `SELECT ${COLUMNS} FROM api_token
           WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)`,
          [token.personId, token.now],
        ),
      );
      const saved = await sql.row<StoredApiToken>(
        `INSERT INTO api_token (person_id, name, token_hash, permissions, created_at, expires_at)
         VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000)) RETURNING ${COLUMNS}`,
        [token.personId, token.name, token.tokenHash, [...token.permissions], token.now, token.expiresAt],
      );
      return saved!;
    });
  }

  async markUsed(tokenId: number, now: Instant): Promise<void> {
    await this.record.runOnce(
      `UPDATE api_token SET last_used_at = greatest(last_used_at, to_timestamp($2::float8 / 1000)) WHERE id = $1`,
      [tokenId, now],
    );
  }

  /** Ends one of the person's own tokens; false where the person has none of that number that still lives. */
  async revokeToken(personId: number, tokenId: number, now: Instant): Promise<boolean> {
    const revoked = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE api_token SET revoked_at = to_timestamp($3::float8 / 1000) WHERE person_id = $1 AND id = $2 AND revoked_at IS NULL`,
        [personId, tokenId, now],
      ),
    );
    return revoked > 0;
  }

  /** Ends every token of a person that still lives; the number that ended. */
  revokeAll(personId: number, now: Instant): Promise<number> {
    return this.record.runShared((sql) =>
      sql.execute(
        `UPDATE api_token SET revoked_at = to_timestamp($2::float8 / 1000)
         WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)`,
        [personId, now],
      ),
    );
  }
}
