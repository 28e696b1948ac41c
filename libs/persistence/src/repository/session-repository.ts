import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface StoredSession {
  readonly id: number;
  readonly personId: number;
  readonly proven: readonly string[];
  readonly secondFactorDue: boolean;
  readonly device: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

export interface SessionToSave {
  readonly tokenHash: string;
  readonly personId: number;
  readonly proven: readonly string[];
  readonly secondFactorDue: boolean;
  readonly device: string;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

const COLUMNS = `id, person_id AS "personId", proven, second_factor_due AS "secondFactorDue", device,
  created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"`;

/** Who is signed in, and on which device. Only hashes of tokens are kept. */
export class SessionRepository {
  constructor(private readonly record: RecordDatabase) {}

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

  /** Sessions of one person that could still be used; the one used last comes first. */
  listSessions(personId: number, now: Instant, seenSince: Instant): Promise<StoredSession[]> {
    return this.record.runShared((sql) =>
      sql.rows<StoredSession>(
        `SELECT ${COLUMNS} FROM session
         WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)
           AND last_seen_at > to_timestamp($3::float8 / 1000) ORDER BY last_seen_at DESC, id DESC`,
        [personId, now, seenSince],
      ),
    );
  }

  /** Ends one session, if it is that person's; the number that ended. */
  revokeOne(personId: number, sessionId: number, now: Instant): Promise<number> {
    return this.record.runShared((sql) =>
      sql.execute(
        `UPDATE session SET revoked_at = to_timestamp($3::float8 / 1000) WHERE person_id = $1 AND id = $2 AND revoked_at IS NULL`,
        [personId, sessionId, now],
      ),
    );
  }

  /** Ends every session of a person but the one that is kept (null: all of them); the number that ended. */
  revokeAll(personId: number, keep: number | null, now: Instant): Promise<number> {
    return this.record.runShared((sql) =>
      sql.execute(
        `UPDATE session SET revoked_at = to_timestamp($3::float8 / 1000)
         WHERE person_id = $1 AND id IS DISTINCT FROM $2::int AND revoked_at IS NULL`,
        [personId, keep, now],
      ),
    );
  }
}
