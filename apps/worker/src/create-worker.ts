import 'reflect-metadata';

import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import type { Installation } from '#installation';

import { WorkerModule } from './worker.module.js';

/** Starts the queue edge: it runs from here on. */
export function createWorker(
  installation: Installation,
  logger: LoggerService,
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.compose(installation), { logger });
}
