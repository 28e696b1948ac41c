import { UnrecoverableError } from 'bullmq';
import type { Job, Worker } from 'bullmq';

import { AppError, UnexpectedError } from '#domain';

import { JOBS, JOB_NAMES, QUEUE_NAMES } from './job-catalogue.js';
import type { JobName, JobPayload } from './job-catalogue.js';
import { openQueueBackend } from './queue-connection.js';
import type { QueueConnectionOptions } from './queue-connection.js';

/** Which of how many attempts this is, counted from one. */
export interface JobAttempt {
  readonly attempt: number;
  readonly of: number;
}

export type JobHandlers = {
  readonly [N in JobName]: (payload: JobPayload<N>, attempt: JobAttempt) => Promise<void>;
};

export interface WorkerHooks {
  /** Hears every failed attempt: job, error code, and whether it will be tried again. */
  onFailure(job: string, error: unknown): void;
}

/** Longer than a sweep of the largest State takes between two signs of life; BullMQ renews it at half time. */
const LOCK_MS = 60_000;

/** One worker per queue, running the handlers of the catalogue. */
export class JobWorkers {
  private constructor(
    private readonly workers: readonly Worker[],
    private readonly closeBackend: () => Promise<void>,
  ) {}

  /** @throws UnexpectedError when a job has no handler or a handler no job. */
  static async start(
    options: QueueConnectionOptions,
    handlers: JobHandlers,
    hooks: WorkerHooks,
  ): Promise<JobWorkers> {
    assertComplete(handlers);
    const backend = openQueueBackend(options);
    const workers = QUEUE_NAMES.map((name) => {
      const worker = new backend.classes.Worker(name, (job: unknown) => run(job as Job, handlers), {
        connection: backend.connect(),
        lockDuration: LOCK_MS,
        concurrency: 2,
      }) as unknown as Worker;
      worker.on('failed', (job, error) => hooks.onFailure(job?.id ?? 'unknown', error));
      worker.on('error', () => undefined);
      return worker;
    });
    await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    return new JobWorkers(workers, () => backend.close());
  }

  /** Lets running jobs end and takes no new ones. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.closeBackend();
  }
}

async function run(job: Job, handlers: JobHandlers): Promise<void> {
  const name = JOB_NAMES.find((known) => known === job.name);
  if (name === undefined) throw new UnrecoverableError(`No job is called "${job.name}".`);
  const payload = JOBS[name].payload.safeParse(job.data);
  if (!payload.success)
    throw new UnrecoverableError(`The payload of ${name} is not what this version expects.`);
  try {
    const attempt = { attempt: job.attemptsMade + 1, of: job.opts.attempts ?? 1 };
    await (handlers[name] as (payload: unknown, attempt: JobAttempt) => Promise<void>)(payload.data, attempt);
  } catch (error) {
    throw toJobFailure(error);
  }
}

/** The one place where an error family becomes "try again" or "give up". */
export function toJobFailure(error: unknown): Error {
  if (error instanceof AppError && !error.retryable)
    return new UnrecoverableError(`${error.code}: ${error.message}`);
  return error instanceof Error
    ? error
    : new UnexpectedError('job.failed', 'A job failed without saying why.');
}

function assertComplete(handlers: Partial<JobHandlers>): void {
  const missing = JOB_NAMES.filter((name) => handlers[name] === undefined);
  const unknown = Object.keys(handlers).filter((name) => !JOB_NAMES.some((known) => known === name));
  if (missing.length === 0 && unknown.length === 0) return;
  throw new UnexpectedError(
    'queue.handlers',
    `Every job needs exactly one handler. Without one: ${missing.join(', ') || 'none'}; handlers without a job: ${unknown.join(', ') || 'none'}.`,
  );
}
