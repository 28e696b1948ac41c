import 'reflect-metadata';

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { accessOf } from './access/route-access.js';
import { ApiModule } from './api.module.js';
import type { ApiGround } from './api.module.js';
import { busyServer } from './edge/busy-answers.js';
import { answerUnreadable, hardenEdge } from './edge/harden-edge.js';
import { RunningRequests } from './edge/running-requests.js';
import { UPLOAD_LIMITS } from './edge/upload.js';
import { logSecurity } from './security-log/log-security.js';

/** A form or a JSON body is small; files come in parts, with limits of their own. */
const BODY_LIMIT = 64 * 1024;
/** Of a mail that came back, with the whole of ours in it. */
const RETURNED_MAIL_LIMIT = 2 * 1024 * 1024;
/** A signed link of a mail is longer than the 100 letters that a part of an address may have by default. */
const LONGEST_PARAMETER = 200;
/** The least at which the style of the pages becomes smaller than by gzip; 4 is the default. */
const BROTLI_QUALITY = 5;
const YEAR_MS = 365 * 86_400_000;
/** Scripts, styles and fonts of the pages: files, the same for everybody. */
const ASSETS = '/assets/';

/** Builds the HTTP edge; the caller listens. */
export async function createApi(ground: ApiGround, logger: LoggerService): Promise<NestFastifyApplication> {
  // From anybody else the header is what a guesser writes into it, to come from a new address each time.
  const trusted = ground.settings.trustedProxies ?? [];
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    trustProxy: trusted.length === 0 ? false : [...trusted],
    forceCloseConnections: true,
    // A page that was begun asks the API inside of this process: those requests are part of it.
    return503OnClosing: false,
    frameworkErrors: answerUnreadable(ground.settings),
    serverFactory: busyServer,
  });
  adapter
    .getInstance()
    .addContentTypeParser(
      'message/rfc822',
      { parseAs: 'buffer', bodyLimit: RETURNED_MAIL_LIMIT },
      (_request, body, done) => done(null, body),
    );
  const running = new RunningRequests();
  adapter.getInstance().addHook('onRoute', (route) => {
    const { method, url, handler } = route;
    if (!url.startsWith(ASSETS)) for (const one of [method].flat()) accessOf(one, url);
    route.handler = running.counting(handler);
  });
  adapter.getInstance().addHook('preClose', () => running.ended());
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.compose(ground), adapter, {
    logger,
  });
  await app.register(cookie);
  await app.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: true });
  await app.register(compress, {
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
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
