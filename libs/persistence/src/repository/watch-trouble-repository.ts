import type { CivilDate, Followed, Instant, SeenTrouble, StateSigns, WatchPart } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface WorkerBeat {
  readonly worker: string;
  readonly startedAt: Instant;
  readonly tickedAt: Instant;
}

/** A mail about an incident that is to be sent now. */
export interface TroubleToTell {
  readonly id: number;
  readonly part: WatchPart;
  readonly state: string | null;
  readonly firstSeenAt: Instant;
  readonly openedAt: Instant;
  readonly recoveredAt: Instant | null;
  /** Counts this attempt. */
  readonly attempt: number;
}

const DAY_MS = 86_400_000;
const KEPT_FOR_MS = 400 * DAY_MS;
const at = (parameter: number): string => `to_timestamp($${parameter}::float8 / 1000)`;

/** What the watch knows of itself. All but the signs belong to no State. */
export class WatchTroubleRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** A worker has asked what is due. Workers that have been silent for a day are forgotten. */
  async beat(worker: string, now: Instant): Promise<void> {
    await this.record.current().execute(
      `WITH gone AS (DELETE FROM worker_beat WHERE ticked_at < ${at(3)} AND worker <> $1)
       INSERT INTO worker_beat AS b (worker, started_at, ticked_at) VALUES ($1, ${at(2)}, ${at(2)})
       ON CONFLICT (worker) DO UPDATE SET ticked_at = excluded.ticked_at`,
      [worker, now, now - DAY_MS],
    );
  }

  /** The one that asked last comes first. */
  listBeats(): Promise<WorkerBeat[]> {
    return this.record
      .current()
      .rows<WorkerBeat>(
        `SELECT worker, started_at AS "startedAt", ticked_at AS "tickedAt" FROM worker_beat ORDER BY ticked_at DESC, worker LIMIT 100`,
      );
  }

  /** What the ledger of a State says of the relay. In a transaction of the State. */
  async mailSigns(
    stateId: number,
    now: Instant,
    silentSince: Instant,
  ): Promise<Pick<StateSigns, 'dueSince' | 'answered' | 'untaken'>> {
    const row = await this.record.current().row<{
      dueSince: Instant | null;
      answered: number;
      people: number;
      unanswered: number;
    }>(
      `SELECT (SELECT min(next_attempt_at) FROM message WHERE state_id = $1 AND delivery_state = 'pending' AND next_attempt_at <= ${at(2)}) AS "dueSince",
              (SELECT count(*)::int FROM delivery WHERE state_id = $1 AND happened_at > ${at(3)} AND outcome IN ('accepted', 'permanent')) AS answered,
              count(DISTINCT m.person_id)::int AS people,
              (count(*) FILTER (WHERE d.outcome = 'in_doubt' OR d.outcome = 'temporary' AND coalesce(d.smtp_code, 421) = 421))::int AS unanswered
       FROM message m
       JOIN LATERAL (SELECT outcome, smtp_code FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome <> 'started'
         ORDER BY d.id DESC LIMIT 1) d ON d.outcome IN ('temporary', 'in_doubt')
       WHERE m.state_id = $1 AND m.delivery_state = 'pending' AND m.attempts > 0 AND m.created_at <= ${at(3)}`,
      [stateId, now, silentSince],
    );
    const { dueSince = null, answered = 0, people = 0, unanswered = 0 } = row ?? {};
    return { dueSince, answered, untaken: { people, unanswered } };
  }

  /** When the day's sweep, or what follows changes after it, looked last, where something waits to be looked at. In a transaction of the State. */
  async unfollowedSince(stateId: number, on: CivilDate): Promise<Instant | null> {
    const row = await this.record.current().row<{ since: Instant }>(
      `SELECT greatest(finished_at, followed_at) AS since FROM sweep WHERE state_id = $1 AND swept_on = $2 AND finished_at IS NOT NULL
         AND (EXISTS (SELECT FROM sweep_mark WHERE state_id = $1)
           OR EXISTS (SELECT FROM recommendation WHERE state_id = $1 AND next_check_on <= $2))`,
      [stateId, on],
    );
    return row?.since ?? null;
  }

  /** Troubles that are not over. `forChange`: other processes that follow them wait. */
  async listStanding({ forChange }: { readonly forChange: boolean }): Promise<SeenTrouble[]> {
    const sql = this.record.current();
    if (forChange) await sql.execute('LOCK TABLE watch_trouble IN SHARE ROW EXCLUSIVE MODE');
    return sql.rows<SeenTrouble>(
      `SELECT part, NULLIF(iso3, '') AS state, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", opened_at AS "openedAt"
       FROM watch_trouble WHERE recovered_at IS NULL ORDER BY part, iso3`,
    );
  }

  /** An incident that is over is kept; what never lasted long enough is not. */
  async keep({ standing, over }: Followed, now: Instant): Promise<void> {
    const sql = this.record.current();
    for (const { part, state, firstSeenAt, lastSeenAt, openedAt } of standing)
      await sql.execute(
        `INSERT INTO watch_trouble (part, iso3, first_seen_at, last_seen_at, opened_at, next_attempt_at)
         VALUES ($1, $2, ${at(3)}, ${at(4)}, ${at(5)}, ${at(5)})
         ON CONFLICT (part, iso3) WHERE recovered_at IS NULL DO UPDATE
         SET first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at,
             next_attempt_at = CASE WHEN watch_trouble.opened_at IS NULL THEN excluded.opened_at ELSE watch_trouble.next_attempt_at END,
             opened_at = excluded.opened_at`,
        [part, state ?? '', firstSeenAt, lastSeenAt, openedAt],
      );
    for (const { part, state, openedAt } of over) {
      const one = `part = $1 AND iso3 = $2 AND recovered_at IS NULL`;
      if (openedAt === null) await sql.execute(`DELETE FROM watch_trouble WHERE ${one}`, [part, state ?? '']);
      else
        await sql.execute(
          `UPDATE watch_trouble SET recovered_at = ${at(3)}, next_attempt_at = ${at(3)}, attempts = 0 WHERE ${one}`,
          [part, state ?? '', now],
        );
    }
    await sql.execute(`DELETE FROM watch_trouble WHERE recovered_at < ${at(1)}`, [now - KEPT_FOR_MS]);
  }

  /** Incidents of the last weeks, standing ones first. */
  listIncidents(limit: number) {
    return this.record.current().rows<SeenTrouble & { readonly recoveredAt: Instant | null }>(
      `SELECT part, NULLIF(iso3, '') AS state, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", opened_at AS "openedAt", recovered_at AS "recoveredAt"
       FROM watch_trouble WHERE opened_at IS NOT NULL ORDER BY recovered_at DESC NULLS FIRST, id DESC LIMIT $1`,
      [limit],
    );
  }

  /** A beginning or an end that nobody was told of, taken under a lease: one process writes the mail. */
  async claimTold(claim: {
    readonly by: string;
    readonly now: Instant;
    readonly leaseUntil: Instant;
  }): Promise<TroubleToTell | null> {
    const claimed = await this.record.current().row<TroubleToTell>(
      `UPDATE watch_trouble SET claimed_by = $1, attempts = attempts + 1, next_attempt_at = ${at(3)}
       WHERE id = (SELECT id FROM watch_trouble WHERE opened_at IS NOT NULL AND next_attempt_at <= ${at(2)}
         AND told_as IS DISTINCT FROM (CASE WHEN recovered_at IS NULL THEN 'opened' ELSE 'recovered' END)
         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, part, NULLIF(iso3, '') AS state, first_seen_at AS "firstSeenAt", opened_at AS "openedAt", recovered_at AS "recoveredAt",
                 attempts AS attempt`,
      [claim.by, claim.now, claim.leaseUntil],
    );
    return claimed ?? null;
  }

  /** Without a next attempt the mail is settled. It was over meanwhile: then its end waits to be told. */
  async settleTold(
    { id, recoveredAt }: TroubleToTell,
    by: string,
    nextAttemptAt: Instant | null,
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE watch_trouble SET claimed_by = NULL, told_as = CASE WHEN $4::float8 IS NULL THEN $3 ELSE told_as END,
              next_attempt_at = coalesce(${at(4)}, CASE WHEN recovered_at IS NOT NULL AND $3 = 'opened' THEN recovered_at END)
       WHERE id = $1 AND claimed_by = $2`,
      [id, by, recoveredAt === null ? 'opened' : 'recovered', nextAttemptAt],
    );
  }
}
