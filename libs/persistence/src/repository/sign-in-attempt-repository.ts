import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

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
   * Counts the attempts of all subjects, asks `decide`, and writes one more for each where it agrees. The subjects are locked
   * meanwhile, in one order: guesses that arrive together are counted one after another.
   */
  reserve(
    subjects: readonly CountedSubject[],
    now: Instant,
    decide: (counts: readonly AttemptCount[]) => boolean,
  ): Promise<boolean> {
    return this.record.runShared(async (sql) => {
      for (const hash of subjects.map((subject) => subject.hash).sort())
        await sql.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [hash]);
      const counts: AttemptCount[] = [];
      for (const { kind, hash, since } of subjects) {
        const row = await sql.row<AttemptCount>(
          `SELECT count(*)::int AS count, max(attempted_at) AS "lastAt" FROM sign_in_attempt
           WHERE kind = $1 AND subject_hash = $2 AND attempted_at > to_timestamp($3::float8 / 1000)`,
          [kind, hash, since],
        );
        counts.push(row ?? { count: 0, lastAt: null });
      }
      if (!decide(counts)) return false;
      for (const { kind, hash } of subjects)
        await sql.execute(
          `INSERT INTO sign_in_attempt (kind, subject_hash, attempted_at) VALUES ($1, $2, to_timestamp($3::float8 / 1000))`,
          [kind, hash, now],
        );
      return true;
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
  async release(subject: AttemptSubject, at: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `DELETE FROM sign_in_attempt WHERE id = (
           SELECT id FROM sign_in_attempt WHERE kind = $1 AND subject_hash = $2 AND attempted_at = to_timestamp($3::float8 / 1000) LIMIT 1)`,
        [subject.kind, subject.hash, at],
      ),
    );
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
