import 'reflect-metadata';

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { accessOf } from './access/route-access.js';
import { ApiModule } from './api.module.js';
import type { ApiGround } from './api.module.js';
import { answerUnreadable, hardenEdge } from './edge/harden-edge.js';
import { logSecurity } from './security-log/log-security.js';

/** A form or a JSON body is small; files will have a route of their own. */
const BODY_LIMIT = 64 * 1024;
const YEAR_MS = 365 * 86_400_000;
/** Scripts, styles and fonts of the pages: files, the same for everybody. */
const ASSETS = '/assets/';

/** Builds the HTTP edge; the caller listens. */
export async function createApi(ground: ApiGround, logger: LoggerService): Promise<NestFastifyApplication> {
  // From anybody else the header is what a guesser writes into it, to come from a new address each time.
  const trusted = ground.settings.trustedProxies ?? [];
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted.length === 0 ? false : [...trusted],
    forceCloseConnections: true,
    frameworkErrors: answerUnreadable(ground.settings),
  });
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    if (!url.startsWith(ASSETS)) for (const one of [method].flat()) accessOf(one, url);
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.compose(ground), adapter, {
    logger,
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  const client = join(ground.settings.webRoot, 'client', 'assets');
  if (existsSync(client))
    await app.register(import('@fastify/static'), {
      root: client,
      prefix: ASSETS,
      immutable: true,
      maxAge: YEAR_MS,
      index: false,
    });
  logSecurity(app, ground.tracking.security);
  hardenEdge(app, ground.settings);
  return app;
}
