import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';

import type { Installation } from '#installation';

import { QueueRunner } from './queue-runner.js';
import { TickSchedule } from './tick-schedule.js';
import { WatchHand } from './watch-hand.js';
import { WorkerGround } from './worker-ground.js';

/** The composition root of the worker. */
@Module({})
export class WorkerModule {
  static compose(installation: Installation): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: WorkerGround, useValue: new WorkerGround(installation) },
        QueueRunner,
        TickSchedule,
        WatchHand,
      ],
    };
  }
}
