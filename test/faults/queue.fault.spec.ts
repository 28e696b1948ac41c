import { afterEach, describe, expect, it } from '@jest/globals';

import { FULL, FaultGround, until } from '../support/fault-ground.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import type { RedisServer } from '../support/redis-server.js';

/** Each ticks and each works: six are three that tick beside three that work, and more of both. */
const WORKERS = FULL ? 6 : 3;
const PEOPLE = 50;
const DUE = 500;
/** Nine in the morning in Lima: the mail of the day closes at eight. */
const MORNING = 'T14:00:00Z';
const FIRST_DAY = '2026-06-01';
const KILLS = FULL ? 60 : 5;
const MAILS = FULL ? 1_000 : 100;
/** At most so long after its start is a producer killed: while it starts, sweeps, closes the mail day or sends. */
const KILLED_WITHIN_MS = 9_000;
/** Mails that are due once Redis is back, empty. */
const LATER = 10;
/** The promise says a minute; a machine that does other things meanwhile has three. */
const RESUMES_WITHIN_MS = 180_000;
const TIME_LIMIT = FULL ? 3_600_000 : 300_000;

let ground: FaultGround;
let redis: RedisServer | null = null;

afterEach(async () => {
  await ground.close();
  await redis?.stop();
  redis = null;
});

const settled = (): Promise<boolean> =>
  ground
    .count(
      `FROM notice n LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
       WHERE n.state_id = $1 AND n.outcome = 'send' AND (m.id IS NULL OR m.delivery_state = 'pending')`,
    )
    .then((open) => open === 0);

const sweptOn = (day: string): Promise<boolean> =>
  ground
    .count(`FROM sweep WHERE state_id = $1 AND swept_on = $2 AND finished_at IS NOT NULL`, [day])
    .then((swept) => swept === 1);

/** Seeded, so that every run strikes at the same moments. */
function moments(count: number): number[] {
  let seed = 20_261_127;
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed / 4_294_967_296) * KILLED_WITHIN_MS;
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

describe.each(['PostgreSQL', 'Redis'])(
  'workers that all tick and all work, on %s (promise R6)',
  (backend) => {
    const asked = backend === 'PostgreSQL' || hasRedis ? it : it.skip;

    asked(
      'write one notice for each of 500 due items, and one mail to each person',
      async () => {
        redis = backend === 'Redis' ? await startRedis() : null;
        ground = await FaultGround.open(5, {
          settings: { VIGIA_NOW: `${FIRST_DAY}${MORNING}`, ...(redis ? { REDIS_URL: redis.url } : {}) },
        });
        await ground.owe(PEOPLE, DUE, FIRST_DAY, 0);
        for (let started = 0; started < WORKERS; started += 1) ground.run('worker');
        await until('the sweep', () => sweptOn(FIRST_DAY), 120_000);
        await until('the last mail', settled, 120_000);
        const notices = await ground.rows<{ subject: number; times: number }>(
          `SELECT subject_id AS subject, count(*)::int AS times FROM notice WHERE state_id = $1 AND rule = 'deadline' AND outcome = 'send' GROUP BY 1`,
        );
        const { accepted } = ground.sink;
        process.stdout.write(
          `R6 on ${backend}: ${WORKERS} workers, ${notices.length} notices of ${DUE}, ${new Set(accepted).size} mails to ${PEOPLE} people, ${accepted.length - new Set(accepted).size} repeats\n`,
        );
        expect(notices).toHaveLength(DUE);
        expect(notices.filter(({ times }) => times !== 1)).toEqual([]);
        expect([new Set(accepted).size, accepted.length]).toEqual([PEOPLE, PEOPLE]);
      },
      TIME_LIMIT,
    );
  },
);

describe('producers that are killed between what they write and what they ask the queue for (promise R3)', () => {
  it(
    'leave no reminder unsent that they committed',
    async () => {
      ground = await FaultGround.open(5);
      await ground.owe(20, 20 * KILLS, dayAfter(FIRST_DAY, -30), 1, KILLS);
      let day = FIRST_DAY;
      for (const [at, moment] of moments(KILLS).entries()) {
        day = dayAfter(FIRST_DAY, at);
        const producer = ground.run('worker', [], { VIGIA_NOW: `${day}${MORNING}` });
        await new Promise((resolve) => setTimeout(resolve, moment));
        await ground.end(producer, 'SIGKILL');
      }
      const byKilled = await ground.count(`FROM notice WHERE state_id = $1 AND outcome = 'send'`);
      await ground.endLeases();
      await ground.execute(`UPDATE sweep SET lease_until = NULL WHERE state_id = $1`);
      const last = dayAfter(day, 1);
      ground.run('worker', [], { VIGIA_NOW: `${last}${MORNING}` });
      await until('the sweep', () => sweptOn(last), 180_000);
      await until('the last mail', settled, 180_000);
      const committed = await ground.count(`FROM notice WHERE state_id = $1 AND outcome = 'send'`);
      const left = await ground.rows<{ state: string }>(
        `SELECT DISTINCT delivery_state AS state FROM message WHERE state_id = $1`,
      );
      const mails = new Set(ground.sink.accepted);
      const said = await ground.rows<{ header: string | null; state: string | null }>(
        `SELECT m.message_id_header AS header, m.delivery_state AS state FROM notice n
         LEFT JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id WHERE n.state_id = $1 AND n.outcome = 'send'`,
      );
      const unsent = said.filter(
        ({ header, state }) => header === null || state !== 'accepted' || !mails.has(header),
      );
      process.stdout.write(
        `R3: ${KILLS} producers killed, ${committed} reminders committed (${byKilled} by those who were killed), ${unsent.length} unsent; ${mails.size} mails\n`,
      );
      expect(committed).toBeGreaterThan(0);
      expect(unsent).toEqual([]);
      // On a machine that is slow to start a process, the few of the short form may all die before they write anything.
      if (FULL) expect(byKilled).toBeGreaterThan(0);
      // A mail that a newer one of the same person took over says so in the ledger: its items went out in that one.
      expect(left.filter(({ state }) => state !== 'accepted' && state !== 'superseded')).toEqual([]);
    },
    TIME_LIMIT,
  );
});

const withRedis = hasRedis ? describe : describe.skip;
withRedis('Redis that dies with all its data in mid-run (promise R4)', () => {
  it(
    'takes nothing with it: the ledger asks again',
    async () => {
      redis = await startRedis();
      const { port } = new URL(redis.url);
      ground = await FaultGround.open(60, { settings: { REDIS_URL: redis.url } });
      await ground.writeMails(MAILS);
      const worker = ground.run('worker');
      await until('a third of the mails', () => ground.sink.accepted.length >= MAILS / 3, 120_000);
      await redis.stop();
      redis = await startRedis(Number(port));
      await until('the rest', async () => (await ground.pending()) === 0, 240_000);
      // The delivery that was running has ended. What is due now, nobody has asked the new Redis for.
      await ground.execute(
        `INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, next_attempt_at, created_at)
         SELECT state_id, person_id, civil_on + 1, '<later-' || id || '@vigia.example>', subject, body, now(), now() FROM message WHERE state_id = $1 LIMIT ${LATER}`,
      );
      const due = performance.now();
      await until('what came later', async () => (await ground.pending()) === 0, 240_000);
      const resumed = performance.now() - due;
      const all = MAILS + LATER;
      const distinct = new Set(ground.sink.accepted).size;
      process.stdout.write(
        `R4: ${all} mails, Redis killed and its data deleted, ${all - distinct} lost, ${ground.sink.accepted.length - distinct} repeats; what was due afterwards was out ${Math.round(resumed)} ms later\n`,
      );
      expect([distinct, ground.sink.accepted.length]).toEqual([all, all]);
      expect(resumed).toBeLessThan(RESUMES_WITHIN_MS);
      expect(worker.exitCode).toBeNull();
    },
    TIME_LIMIT,
  );
});
