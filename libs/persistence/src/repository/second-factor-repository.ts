import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What proves that one is oneself, beside the password. */
export type SecondFactorKind = 'passkey' | 'one_time_password';

export interface StoredOneTimePassword {
  readonly encryptedSecret: string;
  /** Null until the person has shown a right code. */
  readonly confirmedAt: Instant | null;
  /** The last time step that was used up: no code of it or of an earlier one counts again. */
  readonly lastStep: number;
}

/** What a session was opened with. */
export interface SessionOpening {
  readonly personId: number;
  readonly proven: readonly string[];
  readonly openedAt: Instant;
}

/** One-time passwords and recovery codes of people, and how often they were guessed at. */
export class SecondFactorRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** What a person has to show after a password. Recovery codes stand in for these, they are no factor of their own. */
  async listSecondFactors(personId: number): Promise<SecondFactorKind[]> {
    const rows = await this.record.runShared((sql) =>
      sql.rows<{ kind: SecondFactorKind }>(
        `SELECT 'one_time_password' AS kind FROM one_time_password WHERE person_id = $1 AND confirmed_at IS NOT NULL
         UNION ALL SELECT 'passkey' WHERE EXISTS (SELECT 1 FROM passkey WHERE person_id = $1)`,
        [personId],
      ),
    );
    return rows.map(({ kind }) => kind);
  }

  findOneTimePassword(personId: number): Promise<StoredOneTimePassword | null> {
    return this.record.runShared((sql) =>
      sql.row<StoredOneTimePassword>(
        `SELECT encrypted_secret AS "encryptedSecret", confirmed_at AS "confirmedAt", last_step AS "lastStep"
         FROM one_time_password WHERE person_id = $1`,
        [personId],
      ),
    );
  }

  /** Keeps a secret that is not confirmed yet, in place of an earlier one; false where a confirmed one stands. */
  async saveUnconfirmed(personId: number, encryptedSecret: string, step: number): Promise<boolean> {
    const saved = await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO one_time_password (person_id, encrypted_secret, last_step) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET encrypted_secret = excluded.encrypted_secret, last_step = excluded.last_step
         WHERE one_time_password.confirmed_at IS NULL`,
        [personId, encryptedSecret, step],
      ),
    );
    return saved === 1;
  }

  /** Uses a time step up; false when it, or a later one, was used before. The secret must still be the one that was checked. */
  async useStep(personId: number, encryptedSecret: string, step: number): Promise<boolean> {
    const used = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE one_time_password SET last_step = $3 WHERE person_id = $1 AND encrypted_secret = $2 AND last_step < $3`,
        [personId, encryptedSecret, step],
      ),
    );
    return used === 1;
  }

  async confirmOneTimePassword(personId: number, encryptedSecret: string, now: Instant): Promise<boolean> {
    const confirmed = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE one_time_password SET confirmed_at = to_timestamp($3::float8 / 1000)
         WHERE person_id = $1 AND encrypted_secret = $2 AND confirmed_at IS NULL`,
        [personId, encryptedSecret, now],
      ),
    );
    return confirmed === 1;
  }

  async removeOneTimePassword(personId: number): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(`DELETE FROM one_time_password WHERE person_id = $1`, [personId]),
    );
  }

  /** New recovery codes end the earlier ones. */
  async replaceRecoveryCodes(personId: number, hashes: readonly string[]): Promise<void> {
    await this.record.runShared(async (sql) => {
      await sql.execute(`DELETE FROM recovery_code WHERE person_id = $1`, [personId]);
      await sql.execute(
        `INSERT INTO recovery_code (person_id, code_hash) SELECT $1, hash FROM unnest($2::text[]) AS hash`,
        [personId, [...hashes]],
      );
    });
  }

  async useRecoveryCode(personId: number, hash: string, now: Instant): Promise<boolean> {
    const used = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE recovery_code SET used_at = to_timestamp($3::float8 / 1000)
         WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL`,
        [personId, hash, now],
      ),
    );
    return used === 1;
  }

  async countRecoveryCodes(personId: number): Promise<number> {
    const row = await this.record.runShared((sql) =>
      sql.row<{ unused: number }>(
        `SELECT count(*)::int AS unused FROM recovery_code WHERE person_id = $1 AND used_at IS NULL`,
        [personId],
      ),
    );
    return row?.unused ?? 0;
  }

  /**
   * Writes an attempt down before it is checked, and answers its id; null when there were `most` since then. Attempts of one
   * subject queue up, so that many at once are no way around the limit; refused ones are not counted, so that the wait ends.
   */
  async beginAttempt(
    subjectHash: string,
    limit: { readonly now: Instant; readonly since: Instant; readonly most: number },
  ): Promise<number | null> {
    return this.record.runShared(async (sql) => {
      await sql.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [subjectHash]);
      const begun = await sql.row<{ id: number }>(
        `INSERT INTO sign_in_attempt (kind, subject_hash, attempted_at)
         SELECT 'account', $1, to_timestamp($2::float8 / 1000)
         WHERE (SELECT count(*) FROM sign_in_attempt
                WHERE subject_hash = $1 AND attempted_at > to_timestamp($3::float8 / 1000)) < $4
         RETURNING id`,
        [subjectHash, limit.now, limit.since, limit.most],
      );
      return begun?.id ?? null;
    });
  }

  /** An attempt that was right does not count. */
  async forgetAttempt(id: number): Promise<void> {
    await this.record.runShared((sql) => sql.execute(`DELETE FROM sign_in_attempt WHERE id = $1`, [id]));
  }

  /** How authenticators name the account. */
  findAccountName(personId: number): Promise<{ readonly email: string; readonly name: string } | null> {
    return this.record.runShared((sql) =>
      sql.row<{ email: string; name: string }>(`SELECT email, name FROM person WHERE id = $1`, [personId]),
    );
  }

  findSessionOpening(sessionId: number): Promise<SessionOpening | null> {
    return this.record.runShared((sql) =>
      sql.row<SessionOpening>(
        `SELECT person_id AS "personId", proven, created_at AS "openedAt" FROM session WHERE id = $1 AND revoked_at IS NULL`,
        [sessionId],
      ),
    );
  }

  /** Ends a session whose second factor was due; false where it has ended already. */
  async endHalfOpen(sessionId: number, now: Instant): Promise<boolean> {
    const ended = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE session SET revoked_at = to_timestamp($2::float8 / 1000)
         WHERE id = $1 AND revoked_at IS NULL AND second_factor_due`,
        [sessionId, now],
      ),
    );
    return ended === 1;
  }

  /** Takes every factor and every open session from a person whose factors are lost. */
  async removeEverything(personId: number, now: Instant): Promise<void> {
    await this.record.runShared(async (sql) => {
      for (const table of ['one_time_password', 'passkey', 'recovery_code', 'sign_in_challenge'])
        await sql.execute(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
      await sql.execute(
        `UPDATE session SET revoked_at = to_timestamp($2::float8 / 1000) WHERE person_id = $1 AND revoked_at IS NULL`,
        [personId, now],
      );
    });
  }
}
