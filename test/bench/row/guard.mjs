import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import cookie from '@fastify/cookie';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

import { grantFor } from '#identity';
import { readDemonstration } from '#tracking';

import { inPairs } from '../pairs.mjs';

const REQUESTS = 200;
const AT_ONCE = 8;
const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const READS = [
  { url: '/api/v1/states/PER/docket', access: { resource: 'docket', action: 'read' } },
  { url: '/api/v1/viewer', access: { resource: 'installation', action: 'read' } },
];

/**
 * A signed-in read through the guard, against the same handler in an application where no guard is registered and visitor
 * and grant are laid ready. Without a network between, so that nothing hides what recognising costs.
 */
export async function guardRow(installation) {
  const { tracking } = installation;
  const file = await readDemonstration(join('samples', 'demonstration', 'peru'));
  const bytes = await readFile(join('samples', file.document.file));
  const { state } = await tracking.loadDemonstration.load(file, { name: file.document.file, bytes });
  await tracking.publishFigures.publish(state.id);
  await tracking.runSweep.run(state, { worker: 'bench', again: true });
  const people = await installation.record.runState(state.id, () =>
    tracking.people.listOneOfEachRole(state.id),
  );
  const ombudsperson = people.find((person) => person.role === 'ombudsperson');
  const { token } = await tracking.sessions.open({ personId: ombudsperson.id, proven: ['link'] });
  const visitor = await tracking.sessions.recognise(token);

  const lines = [];
  for (const { url, access } of READS) {
    const guarded = await serve(tracking, null);
    const unguarded = await serve(tracking, { visitor, granted: grantFor(visitor, access, 'PER') });
    const { product, floor } = await inPairs(
      () => askAll(guarded, url, token),
      () => askAll(unguarded, url, token),
    );
    await guarded.close();
    await unguarded.close();
    lines.push({
      what: `guarded GET ${url.slice('/api/v1/'.length)}`,
      figure: `${perSecond(product)} /s`,
      against: 'the same without the guard',
      limit: `${perSecond(floor)} /s`,
      ratio: floor / product,
    });
  }
  await tracking.states.removeDemonstration(state.id);
  return lines;
}

/** The application as it is, or without its guard and with what the guard would leave on each request. */
async function serve(tracking, left) {
  const { ApiModule } = await import('../../../dist/apps/api/src/api.module.js');
  const settings = { publicUrl: 'http://127.0.0.1', webRoot: '/nowhere', demonstration: false };
  const module = ApiModule.compose({ tracking, settings, mailbox: null });
  const adapter = new FastifyAdapter();
  if (left) {
    module.providers = module.providers.filter(({ provide }) => provide !== APP_GUARD);
    adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, left);
      done();
    });
  }
  const app = await NestFactory.create(module, adapter, { logger: SILENT });
  await app.register(cookie);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

async function askAll(app, url, token) {
  let left = REQUESTS;
  const asker = async () => {
    while (left-- > 0) {
      const answer = await app.inject({ method: 'GET', url, cookies: { vigia_session: token } });
      if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
}

function perSecond(milliseconds) {
  return ((REQUESTS / milliseconds) * 1000).toFixed(0);
}
