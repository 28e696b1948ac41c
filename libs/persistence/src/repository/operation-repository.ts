import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { SweepCounts } from './sweep-repository.js';

export interface SweepRun {
  readonly sweptOn: CivilDate;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly attempts: number;
  /** Kind of the error by which the last attempt ended. */
  readonly failure: string | null;
  readonly counts: SweepCounts | null;
}

export interface Backlog {
  /** Reminders that wait for the mail of the day, and the day of the oldest. */
  readonly notices: number;
  readonly oldestNoticeOn: CivilDate | null;
  /** Mails that have not left. */
  readonly messages: number;
  readonly oldestMessageAt: Instant | null;
}

export interface OutcomeCount {
  readonly outcome: string;
  readonly day: number;
  readonly week: number;
}

const DAY_MS = 86_400_000;

/** What whoever runs the installation looks at, of one State; no figure of anybody. */
export class OperationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  listRuns(stateId: number, limit: number): Promise<SweepRun[]> {
    return this.record.current().rows<SweepRun>(
      `SELECT swept_on AS "sweptOn", started_at AS "startedAt", finished_at AS "finishedAt", attempts, failure, counts
       FROM sweep WHERE state_id = $1 ORDER BY swept_on DESC LIMIT $2`,
      [stateId, limit],
    );
  }

  async readBacklog(stateId: number): Promise<Backlog> {
    const row = await this.record.current().row<Backlog>(
      `SELECT n.count AS notices, n.oldest AS "oldestNoticeOn", m.count AS messages, m.oldest AS "oldestMessageAt"
       FROM (SELECT count(*)::int AS count, min(written_on) AS oldest FROM notice
             WHERE state_id = $1 AND outcome = 'send' AND message_id IS NULL) n,
            (SELECT count(*)::int AS count, min(created_at) AS oldest FROM message
             WHERE state_id = $1 AND delivery_state = 'pending') m`,
      [stateId],
    );
    return row ?? { notices: 0, oldestNoticeOn: null, messages: 0, oldestMessageAt: null };
  }

  /** How attempts ended in the last day and the last seven. */
  countOutcomes(stateId: number, now: Instant): Promise<OutcomeCount[]> {
    return this.record.current().rows<OutcomeCount>(
      `SELECT outcome, (count(*) FILTER (WHERE happened_at > to_timestamp($2::float8 / 1000)))::int AS day, count(*)::int AS week
       FROM delivery WHERE state_id = $1 AND happened_at > to_timestamp($3::float8 / 1000) AND outcome <> 'started' GROUP BY outcome ORDER BY outcome`,
      [stateId, now - DAY_MS, now - 7 * DAY_MS],
    );
  }
}
