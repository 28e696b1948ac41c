import type { Clock, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

const OFFSET_KEY = 'clock_offset_ms';

/**
 * The database server's clock plus the installation's one stored offset (`VIGIA_NOW`), so that all processes on all machines agree.
 * Between refreshes it runs on this machine's monotonic clock, which nobody can set back.
 */
export class InstallationClock implements Clock {
  private base: Instant = 0;
  private basedAt = 0;

  private constructor(private readonly record: RecordDatabase) {}

  /** @param startsAt instant at which the clock is to stand now; null keeps what is stored. */
  static async open(record: RecordDatabase, startsAt: Instant | null): Promise<InstallationClock> {
    const clock = new InstallationClock(record);
    if (startsAt !== null) await clock.setOffset(startsAt);
    await clock.refresh();
    return clock;
  }

  now(): Instant {
    return Math.round(this.base + (performance.now() - this.basedAt));
  }

  /** Reads the server's clock and the offset anew; called every minute by whoever ticks. */
  async refresh(): Promise<void> {
    const row = await this.record.runShared((sql) =>
      sql.row<{ now: number }>(
        `SELECT extract(epoch FROM clock_timestamp())::float8 * 1000
                + coalesce((SELECT (value #>> '{}')::float8 FROM installation WHERE key = $1), 0) AS now`,
        [OFFSET_KEY],
      ),
    );
    this.base = row?.now ?? 0;
    this.basedAt = performance.now();
  }

  private async setOffset(startsAt: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO installation (key, value) VALUES ($1, to_jsonb($2::float8 - extract(epoch FROM clock_timestamp())::float8 * 1000))
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [OFFSET_KEY, startsAt],
      ),
    );
  }
}
