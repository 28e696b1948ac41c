import { Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';

import { WorkerGround } from './worker-ground.js';

/** Looks every minute whether the watch is awake. It takes no job: what hangs in the queue does not hold it up. */
@Injectable()
export class WatchHand {
  private readonly logger = new Logger('watch');

  constructor(private readonly ground: WorkerGround) {}

  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async look(): Promise<void> {
    try {
      await this.ground.installation.tracking.watchTheWatch.look();
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'the look failed');
    }
  }
}
