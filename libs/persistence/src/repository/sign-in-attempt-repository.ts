import type { Instant } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';

/** What attempts are counted for. Only keyed hashes of accounts and addresses are kept. */
export interface AttemptSubject {
  readonly kind: 'account' | 'address';
  readonly hash: string;
}

/** A subject, and since when its attempts count. */
export interface CountedSubject extends AttemptSubject {
  readonly since: Instant;
}

/** How often somebody tried lately, and when last. */
export interface AttemptCount {
  readonly count: number;
  readonly lastAt: Instant | null;
}

/** Attempts to sign in that were let through to the verification of a password and have not succeeded. */
export class SignInAttemptRepository {
  constructor(private readonly record: RecordDatabase) {}

  /**
   * Counts the attempts of all subjects, asks `decide`, and writes one more for each where it agrees: their ids, or null.
   * Subjects are locked between, in one order: guesses that arrive together are counted one after another. Whoever is refused
   * anyway waits for no lock, so that a flood holds no connections.
   */
  reserve(
    subjects: readonly CountedSubject[],
    now: Instant,
    decide: (counts: readonly AttemptCount[]) => boolean,
  ): Promise<number[] | null> {
    return this.record.runShared(async (sql) => {
      if (!decide(await counted(sql, subjects))) return null;
      for (const hash of subjects.map((subject) => subject.hash).sort())
        await sql.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [hash]);
      if (!decide(await counted(sql, subjects))) return null;
      const ids: number[] = [];
      for (const { kind, hash } of subjects) {
        const row = await sql.row<{ id: number }>(
          `INSERT INTO sign_in_attempt (kind, subject_hash, attempted_at) VALUES ($1, $2, to_timestamp($3::float8 / 1000)) RETURNING id`,
          [kind, hash, now],
        );
        ids.push(row!.id);
      }
      return ids;
    });
  }

  /** Forgets all attempts of a subject: it has proven itself. */
  async forget(subject: AttemptSubject): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(`DELETE FROM sign_in_attempt WHERE kind = $1 AND subject_hash = $2`, [
        subject.kind,
        subject.hash,
      ]),
    );
  }

  /** Takes one reserved attempt back. */
  async release(id: number): Promise<void> {
    await this.record.runShared((sql) => sql.execute(`DELETE FROM sign_in_attempt WHERE id = $1`, [id]));
  }

  /** Removes what nobody counts any more. */
  async removeBefore(before: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(`DELETE FROM sign_in_attempt WHERE attempted_at <= to_timestamp($1::float8 / 1000)`, [
        before,
      ]),
    );
  }
}

async function counted(sql: Sql, subjects: readonly CountedSubject[]): Promise<AttemptCount[]> {
  const counts: AttemptCount[] = [];
  for (const { kind, hash, since } of subjects) {
    const row = await sql.row<AttemptCount>(
      `SELECT count(*)::int AS count, max(attempted_at) AS "lastAt" FROM sign_in_attempt
       WHERE kind = $1 AND subject_hash = $2 AND attempted_at > to_timestamp($3::float8 / 1000)`,
      [kind, hash, since],
    );
    counts.push(row ?? { count: 0, lastAt: null });
  }
  return counts;
}
