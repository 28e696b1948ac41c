import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { OperationalError, UserError } from '#domain';
import { BullJobDispatcher, JobWorkers } from '#queue';
import type { JobHandlers, QueueConnectionOptions } from '#queue';

import { hasRedis, startRedis } from '../../support/redis-server.js';
import type { RedisServer } from '../../support/redis-server.js';
import { createTestDatabase } from '../../support/template-database.js';
import type { TestDatabase } from '../../support/template-database.js';

const BACKENDS = ['PostgreSQL', ...(hasRedis ? ['Redis'] : [])];
const SWEEP = { state: 'PER', on: '2026-11-24' };

describe.each(BACKENDS)('the job queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: RedisServer | undefined;
  let options: QueueConnectionOptions;
  const open: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = backend === 'Redis' ? await startRedis() : undefined;
    options = { redisUrl: redis?.url ?? null, databaseUrl: database.appUrl };
  });

  afterEach(async () => {
    for (const part of open.splice(0).reverse()) await part.close();
  });

  afterAll(async () => {
    await redis?.stop();
    await database?.drop();
  });

  function dispatcher(): BullJobDispatcher {
    const created = new BullJobDispatcher(options);
    open.push(created);
    return created;
  }

  /** Handlers that do nothing but what the test gives. */
  async function work(handlers: Partial<JobHandlers>, failures: unknown[] = []): Promise<void> {
    const nothing = (): Promise<void> => Promise.resolve();
    const all = {
      'sweep.run': nothing,
      'figures.publish': nothing,
      'figures.import': nothing,
      'digest.close': nothing,
      'retention.apply': nothing,
      'mail.deliver': nothing,
      'access.mail': nothing,
      'audit.mail': nothing,
      'links.check': nothing,
      'news.tell': nothing,
      ...handlers,
    };
    open.push(await JobWorkers.start(options, all, { onFailure: (_job, error) => failures.push(error) }));
  }

  it('runs what was dispatched, with its payload', async () => {
    const seen: unknown[] = [];
    await work({ 'sweep.run': (payload) => Promise.resolve(void seen.push(payload)) });
    await dispatcher().dispatch('sweep.run', SWEEP);
    await until(() => seen.length === 1);
    expect(seen).toEqual([SWEEP]);
  });

  it('leaves a job alone that waits already, and runs one again that has ended', async () => {
    const seen: unknown[] = [];
    const jobs = dispatcher();
    await jobs.dispatch('sweep.run', SWEEP);
    await jobs.dispatch('sweep.run', SWEEP);
    await work({ 'sweep.run': (payload) => Promise.resolve(void seen.push(payload)) });
    await until(() => seen.length === 1);
    await until(async () => (await jobs.counts())['watch']?.['active'] === 0);
    await jobs.dispatch('sweep.run', SWEEP);
    await until(() => seen.length === 2);
  });

  it('gives up at once on what trying again cannot mend, and lets the same job run later', async () => {
    const failures: unknown[] = [];
    let attempts = 0;
    await work(
      {
        'figures.publish': () => {
          attempts += 1;
          return attempts === 1
            ? Promise.reject(new UserError('not_found', 'state.unknown', 'No such State'))
            : Promise.resolve();
        },
      },
      failures,
    );
    const jobs = dispatcher();
    await jobs.dispatch('figures.publish', { state: 'PER' });
    await until(() => failures.length === 1);
    await until(async () => (await jobs.counts())['watch']?.['failed'] === 1);
    const [failed] = await jobs.failed(5);
    expect(failed).toMatchObject({
      queue: 'watch',
      job: 'publish.PER',
      reason: 'state.unknown: No such State',
      attempts: 1,
    });
    expect(failed?.failedAt).toBeGreaterThan(0);
    await jobs.dispatch('figures.publish', { state: 'PER' });
    await until(() => attempts === 2);
  });

  it('keeps a job for another try when the world outside failed', async () => {
    const failures: unknown[] = [];
    await work(
      { 'digest.close': () => Promise.reject(new OperationalError('smtp.down', 'The relay is down')) },
      failures,
    );
    const jobs = dispatcher();
    await jobs.dispatch('digest.close', SWEEP);
    await until(() => failures.length === 1);
    await until(async () => (await jobs.counts())['mail']?.['delayed'] === 1);
  });

  it('refuses to start without a handler for every job', async () => {
    const incomplete = { 'sweep.run': () => Promise.resolve() } as unknown as JobHandlers;
    await expect(JobWorkers.start(options, incomplete, { onFailure: () => undefined })).rejects.toMatchObject(
      { code: 'queue.handlers' },
    );
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('what was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
