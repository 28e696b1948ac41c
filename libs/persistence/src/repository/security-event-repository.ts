import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';

/** An event as it is kept: codes and numbers, no text of anybody. */
export interface StoredSecurityEvent {
  readonly happenedAt: Instant;
  readonly event: string;
  readonly outcome: 'success' | 'refused' | 'error';
  readonly personId: number | null;
  readonly ways: string | null;
  readonly reason: string | null;
  readonly resource: string | null;
  readonly action: string | null;
  /** Keyed hash of where it came from. */
  readonly network: string | null;
}

export interface ListedSecurityEvent extends StoredSecurityEvent {
  readonly id: number;
}

/** Whose allowance an event uses up; null: it is always kept. */
export type Allowance = 'anybody' | 'person' | null;

/** Events of one civil day (UTC) and one allowance. */
export interface SecurityEventBatch {
  readonly countedOn: CivilDate;
  readonly of: Allowance;
  readonly events: readonly StoredSecurityEvent[];
  /** Left out before they came here. */
  readonly leftOut: number;
}

export interface SecurityEventFilter {
  /** Only older than this one. */
  readonly before?: number | undefined;
  readonly event?: string | undefined;
  /** From this instant to before that one. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly limit: number;
}

const AT = (parameter: string): string => `to_timestamp(${parameter}::float8 / 1000)`;

/** Events of security. They are inserted and read; `RetentionRepository` lets go of them by age. */
export class SecurityEventRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Keeps what the day's allowance has room for, of all processes together, and counts the rest. */
  append({ countedOn, of, events, leftOut }: SecurityEventBatch, most: number): Promise<void> {
    return this.record.runShared(async (sql) => {
      if (of === null) return insert(sql, events);
      await sql.execute(
        `INSERT INTO security_event_tally (counted_on, of) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [countedOn, of],
      );
      const tally = await sql.row<{ kept: number }>(
        `SELECT kept FROM security_event_tally WHERE counted_on = $1 AND of = $2 FOR UPDATE`,
        [countedOn, of],
      );
      const room = Math.max(0, most - (tally?.kept ?? 0));
      const kept = events.slice(0, room);
      await insert(sql, kept);
      await sql.execute(
        `UPDATE security_event_tally SET kept = kept + $3, left_out = left_out + $4 WHERE counted_on = $1 AND of = $2`,
        [countedOn, of, kept.length, events.length - kept.length + leftOut],
      );
    });
  }

  /** Newest first. */
  list(filter: SecurityEventFilter): Promise<ListedSecurityEvent[]> {
    return this.record.runOnce<ListedSecurityEvent>(
      `SELECT e.id, e.happened_at AS "happenedAt", e.event, e.outcome, e.person_id AS "personId", e.ways,
              e.reason, e.resource, e.action, e.network
       FROM security_event e
       WHERE ($1::bigint IS NULL OR e.id < $1) AND ($2::text IS NULL OR e.event = $2)
         AND ($3::float8 IS NULL OR e.happened_at >= ${AT('$3')}) AND ($4::float8 IS NULL OR e.happened_at < ${AT('$4')})
       ORDER BY e.id DESC LIMIT $5`,
      [filter.before ?? null, filter.event ?? null, filter.from ?? null, filter.until ?? null, filter.limit],
    );
  }

  /** How many events were only counted, on one day or on all that are kept. */
  async countLeftOut(countedOn: CivilDate | null): Promise<number> {
    const [row] = await this.record.runOnce<{ count: number }>(
      `SELECT coalesce(sum(left_out), 0)::float8 AS count FROM security_event_tally WHERE $1::date IS NULL OR counted_on = $1`,
      [countedOn],
    );
    return row?.count ?? 0;
  }
}

async function insert(sql: Sql, events: readonly StoredSecurityEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql.execute(
    `INSERT INTO security_event (happened_at, event, outcome, person_id, ways, reason, resource, action, network)
     SELECT ${AT('e."happenedAt"')}, e.event, e.outcome, p.id, e.ways, e.reason, e.resource, e.action, e.network
     FROM jsonb_to_recordset($1::jsonb) AS e(nth integer, "happenedAt" float8, event text, outcome text, "personId" integer, ways text, reason text,
       resource text, action text, network text)
     LEFT JOIN person p ON p.id = e."personId" ORDER BY e.nth`,
    [JSON.stringify(events.map((event, nth) => ({ ...event, nth })))],
  );
}
