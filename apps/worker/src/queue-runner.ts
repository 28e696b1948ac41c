import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';

import { JobWorkers } from '#queue';

import { jobHandlers } from './job-handlers.js';
import { WorkerGround } from './worker-ground.js';

/** Runs the jobs of both queues. On shutdown running jobs end first; a long delivery ends after the mails in flight. */
@Injectable()
export class QueueRunner implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly stopping = new AbortController();
  private workers: JobWorkers | undefined;

  constructor(private readonly ground: WorkerGround) {}

  async onModuleInit(): Promise<void> {
    const { queue, tracking, worker } = this.ground.installation;
    this.workers = await JobWorkers.start(queue, jobHandlers(tracking, worker, this.stopping.signal), {
      onFailure: (job, error) =>
        this.logger.warn(`${job}: ${error instanceof Error ? error.message : 'failed without a reason'}`),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.workers?.close(), this.ground.installation.tracking.passOnMail.stop()]);
  }
}
