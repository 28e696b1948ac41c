import type { Queue } from 'bullmq';

import { OperationalError } from '#domain';

import { JOBS, KEEP_FAILED_FOR_S, QUEUE_NAMES } from './job-catalogue.js';
import type { JobName, JobPayload, QueueName } from './job-catalogue.js';
import { openQueueBackend } from './queue-connection.js';
import type { QueueBackend, QueueConnectionOptions } from './queue-connection.js';

export interface FailedJob {
  readonly queue: string;
  readonly job: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: number;
}

/** Enqueues intentions. */
export interface JobDispatcher {
  /** A job that waits or runs already is left alone; one that has ended runs again. */
  dispatch<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void>;
  /** Jobs by queue and state, for health and metrics. */
  counts(): Promise<Record<string, Record<string, number>>>;
  /** The newest jobs that were given up, of all queues; they are kept for ninety days. */
  failed(limit: number): Promise<FailedJob[]>;
  close(): Promise<void>;
}

/** The database may be restarting: these pauses ride out what its own recovery takes. */
const RETRY_PAUSES_MS = [100, 500, 2_000];

export class BullJobDispatcher implements JobDispatcher {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly backend: QueueBackend;

  constructor(options: QueueConnectionOptions) {
    this.backend = openQueueBackend(options);
    this.queues = new Map(
      QUEUE_NAMES.map((name) => {
        const queue = new this.backend.classes.Queue(name, {
          connection: this.backend.connect(),
        }) as unknown as Queue;
        queue.on('error', () => undefined);
        return [name, queue];
      }),
    );
  }

  async dispatch<N extends JobName>(name: N, payload: JobPayload<N>): Promise<void> {
    const definition = JOBS[name];
    const queue = this.queues.get(definition.queue);
    if (!queue) throw new OperationalError('queue.closed', `The queue "${definition.queue}" is not open.`);
    const jobId = (definition.jobId as (payload: JobPayload<N>) => string)(payload);
    await retrying(async () => {
      const earlier = await queue.getJob(jobId);
      // A kept failure would swallow its own repetition.
      if (earlier && (await earlier.isFailed())) await earlier.remove();
      await queue.add(name, payload, {
        jobId,
        attempts: definition.attempts,
        backoff: { type: 'exponential', delay: definition.backoffMs },
        removeOnComplete: true,
        removeOnFail: { age: KEEP_FAILED_FOR_S },
      });
    });
  }

  async counts(): Promise<Record<string, Record<string, number>>> {
    const entries = await Promise.all(
      [...this.queues].map(async ([name, queue]) => [name, await queue.getJobCounts()] as const),
    );
    return Object.fromEntries(entries);
  }

  async failed(limit: number): Promise<FailedJob[]> {
    const lists = await Promise.all(
      [...this.queues].map(async ([name, queue]) => [name, await queue.getFailed(0, limit - 1)] as const),
    );
    return lists
      .flatMap(([queue, jobs]) =>
        jobs.map(({ id, name, failedReason, attemptsMade, finishedOn }) => ({
          queue,
          job: id ?? name,
          reason: failedReason ?? '',
          attempts: attemptsMade,
          failedAt: finishedOn ?? 0,
        })),
      )
      .sort((one, other) => other.failedAt - one.failedAt)
      .slice(0, limit);
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
}

async function retrying(work: () => Promise<void>): Promise<void> {
  for (const pause of RETRY_PAUSES_MS) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  try {
    return await work();
  } catch (cause) {
    throw new OperationalError(
      'queue.unreachable',
      'The job queue did not answer; the next tick tries again.',
      { cause },
    );
  }
}
