import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';

import type { Installation } from '#installation';

import { WorkerGround } from './worker-ground.js';

/** The minute hand. A failed tick is not made up for: the next one asks the same question again. */
@Injectable()
export class TickSchedule implements OnApplicationBootstrap {
  private readonly logger = new Logger('tick');
  private readonly installation: Installation;

  constructor(ground: WorkerGround) {
    this.installation = ground.installation;
  }

  /** Whatever fell due while nothing ran is asked for at once. */
  async onApplicationBootstrap(): Promise<void> {
    await this.tick();
  }

  /** One at a time: a tick that waits for the database is not joined by the next one. */
  @Cron(CronExpression.EVERY_MINUTE, { waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.installation.clock.refresh();
      await this.installation.tracking.tick.tick();
      await this.installation.tracking.watchTheWatch.beat();
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'the tick failed');
    }
  }
}
