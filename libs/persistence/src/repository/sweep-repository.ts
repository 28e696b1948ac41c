import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface SweepCounts {
  readonly recommendations: number;
  readonly findings: number;
  readonly alertsOpened: number;
  readonly alertsChanged: number;
  readonly alertsResolved: number;
  readonly noticesWritten: number;
  readonly noticesSkipped: number;
  readonly statusesChanged: number;
  /** Recommendations whose day had come or of which something had changed. */
  readonly expected: number;
  /** Recommendations that were not expected to have another answer and had one: a defect of the program. */
  readonly missed: number;
}

export interface SweepRecord {
  readonly state: string;
  readonly sweptOn: CivilDate;
  readonly finishedAt: Instant | null;
  readonly counts: SweepCounts | null;
}

/** One row per State and civil day. A sweep belongs to whoever holds its lease; a finished one is never taken again. */
export class SweepRepository {
  constructor(private readonly record: RecordDatabase) {}

  findSweep(stateId: number, sweptOn: CivilDate): Promise<SweepRecord | null> {
    return this.record.current().row<SweepRecord>(
      `SELECT s.iso3 AS state, w.swept_on AS "sweptOn", w.finished_at AS "finishedAt", w.counts
       FROM sweep w JOIN state s ON s.id = w.state_id WHERE w.state_id = $1 AND w.swept_on = $2`,
      [stateId, sweptOn],
    );
  }

  listSweeps(stateId: number, limit: number): Promise<SweepRecord[]> {
    return this.record.current().rows<SweepRecord>(
      `SELECT s.iso3 AS state, w.swept_on AS "sweptOn", w.finished_at AS "finishedAt", w.counts
       FROM sweep w JOIN state s ON s.id = w.state_id WHERE w.state_id = $1 ORDER BY w.swept_on DESC LIMIT $2`,
      [stateId, limit],
    );
  }

  /** True when the caller now owns the sweep of that day; false when another holds it or it is finished. */
  async claimSweep(
    stateId: number,
    sweptOn: CivilDate,
    claim: {
      readonly by: string;
      readonly now: Instant;
      readonly leaseUntil: Instant;
      readonly again: boolean;
    },
  ): Promise<boolean> {
    const claimed = await this.record.current().execute(
      `INSERT INTO sweep AS w (state_id, swept_on, attempts, claimed_by, lease_until, started_at)
       VALUES ($1, $2, 1, $3, to_timestamp($5::float8 / 1000), to_timestamp($4::float8 / 1000))
       ON CONFLICT (state_id, swept_on) DO UPDATE
       SET attempts = w.attempts + 1, claimed_by = excluded.claimed_by, lease_until = excluded.lease_until, started_at = excluded.started_at,
           finished_at = NULL, failure = NULL
       WHERE (w.finished_at IS NULL OR $6) AND (w.lease_until IS NULL OR w.lease_until <= to_timestamp($4::float8 / 1000))`,
      [stateId, sweptOn, claim.by, claim.now, claim.leaseUntil, claim.again],
    );
    return claimed === 1;
  }

  /** False when the lease ran out and another worker holds the sweep now: what was done must be rolled back. */
  async finishSweep(
    stateId: number,
    sweptOn: CivilDate,
    by: string,
    now: Instant,
    counts: SweepCounts,
  ): Promise<boolean> {
    const finished = await this.record.current().execute(
      `UPDATE sweep SET finished_at = to_timestamp($4::float8 / 1000), lease_until = NULL, counts = $5
       WHERE state_id = $1 AND swept_on = $2 AND claimed_by = $3 AND finished_at IS NULL`,
      [stateId, sweptOn, by, now, JSON.stringify(counts)],
    );
    return finished === 1;
  }

  /**
   * Holds the finished sweep of that day until the end of the transaction, so that only one follows what changed after it.
   * `busy`: somebody does already.
   */
  async holdFinished(stateId: number, sweptOn: CivilDate): Promise<'held' | 'busy' | 'not_swept'> {
    const found = await this.findSweep(stateId, sweptOn);
    if (found === null || found.finishedAt === null) return 'not_swept';
    const held = await this.record
      .current()
      .row(
        `SELECT FROM sweep WHERE state_id = $1 AND swept_on = $2 AND finished_at IS NOT NULL FOR UPDATE SKIP LOCKED`,
        [stateId, sweptOn],
      );
    return held === null ? 'busy' : 'held';
  }

  /** Adds what was done after the sweep of the day to what was done after it before. */
  async recordFollowed(
    stateId: number,
    sweptOn: CivilDate,
    now: Instant,
    counts: SweepCounts,
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE sweep w SET followed = w.followed + 1, followed_at = to_timestamp($3::float8 / 1000), follow_counts = (
         SELECT jsonb_object_agg(g.key, g.value::int + coalesce((w.follow_counts ->> g.key)::int, 0)) FROM jsonb_each_text($4::jsonb) g)
       WHERE w.state_id = $1 AND w.swept_on = $2`,
      [stateId, sweptOn, now, JSON.stringify(counts)],
    );
  }

  /** Whether a later day was swept: what is kept for the next look is of that day. */
  async isBehind(stateId: number, on: CivilDate): Promise<boolean> {
    const row = await this.record
      .current()
      .row(`SELECT FROM sweep WHERE state_id = $1 AND swept_on > $2 AND finished_at IS NOT NULL LIMIT 1`, [
        stateId,
        on,
      ]);
    return row !== null;
  }

  /** Recommendations that the newest finished sweep of the State found missed; null before the first that counted them. */
  async findMissed(stateId: number): Promise<number | null> {
    const row = await this.record
      .current()
      .row<{ missed: number | null }>(
        `SELECT (counts ->> 'missed')::int AS missed FROM sweep WHERE state_id = $1 AND finished_at IS NOT NULL ORDER BY swept_on DESC LIMIT 1`,
        [stateId],
      );
    return row?.missed ?? null;
  }

  /** Gives the claim back, so that the next tick can try again at once. */
  async failSweep(stateId: number, sweptOn: CivilDate, by: string, code: string): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE sweep SET lease_until = NULL, failure = $4 WHERE state_id = $1 AND swept_on = $2 AND claimed_by = $3 AND finished_at IS NULL`,
        [stateId, sweptOn, by, code],
      );
  }
}
