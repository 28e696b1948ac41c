import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { MAIL_CONNECTIONS } from '#mail';

import { FULL, FaultGround, isGone, until } from '../support/fault-ground.js';

const MESSAGES = FULL ? 1_000 : 100;
const KILLS = FULL ? 40 : 4;
const STOPS = FULL ? 40 : 3;
const ANSWER_AFTER_MS = 60;
const EXIT_WITHIN_MS = 10_000;
const CLOCKS = join(process.cwd(), 'test', 'support', 'shifted-clock.mjs');
const MINUTE = 60_000;
const TIME_LIMIT = FULL ? 1_800_000 : 240_000;

let ground: FaultGround;

beforeEach(async () => {
  ground = await FaultGround.open(ANSWER_AFTER_MS);
  await ground.writeMails(MESSAGES);
});

afterEach(() => ground.close());

/** Levels of accepted mails at which the test strikes: spread over all but the last tenth. */
function levels(times: number): number[] {
  return Array.from({ length: times }, (_, at) => Math.round(((at + 1) * MESSAGES * 0.85) / times));
}

/** What every promise about lost mails comes to, and its figures on one line. */
async function expectNothingLost(promise: string, strikes: string, repeatsAtMost: number): Promise<void> {
  const { accepted } = ground.sink;
  const distinct = new Set(accepted).size;
  const repeats = accepted.length - distinct;
  process.stdout.write(
    `${promise}: ${MESSAGES} mails, ${strikes}, ${MESSAGES - distinct} lost, ${distinct} Message-IDs, ${repeats} repeats (at most ${repeatsAtMost})\n`,
  );
  expect(
    await ground.rows(
      `SELECT delivery_state FROM message WHERE state_id = $1 AND delivery_state <> 'accepted'`,
    ),
  ).toEqual([]);
  expect(distinct).toBe(MESSAGES);
  expect(repeats).toBeLessThanOrEqual(repeatsAtMost);
  expect(await ground.unseenRepeats()).toEqual([]);
}

describe('kill -9 in mid-delivery (promise R1)', () => {
  it('loses nothing when one of two workers dies, and the other finishes', async () => {
    const workers = [ground.run('worker'), ground.run('worker')];
    await until('the first mails', () => ground.sink.accepted.length >= 20, 60_000);
    const [holder] = await ground.claimants();
    const victim = workers.find((worker) => holder?.includes(String(worker.pid))) ?? workers[0]!;
    await ground.end(victim, 'SIGKILL');
    expect(await ground.pending()).toBeGreaterThan(MAIL_CONNECTIONS);
    await ground.endLeases();
    const died = performance.now();
    // The queue notices a dead worker when its lock of 60 s has run out; the next tick would not be earlier.
    await until('the rest', async () => (await ground.pending()) === 0, 150_000);
    process.stdout.write(
      `R1: the other worker had finished ${Math.round(performance.now() - died)} ms after the kill\n`,
    );
    await expectNothingLost('R1 two workers', '1 kill', 2 * MAIL_CONNECTIONS);
  }, 240_000);

  it(
    'loses nothing when deliverers that compete for the same ledger are killed one after the other',
    async () => {
      let kills = 0;
      let deliverers = [ground.run('cli', ['deliver']), ground.run('cli', ['deliver'])];
      for (const level of levels(KILLS)) {
        await until(`${level} mails`, () => ground.sink.accepted.length >= level, 60_000);
        const [victim, survivor] = deliverers as [ChildProcess, ChildProcess];
        if (!isGone(victim)) kills += 1;
        await ground.end(victim, 'SIGKILL');
        await ground.endLeases();
        deliverers = [survivor, ground.run('cli', ['deliver'])];
      }
      await until('the end of the deliverers', () => deliverers.every(isGone), 60_000);
      await ground.endLeases();
      await once(ground.run('cli', ['deliver']), 'exit');
      expect(kills).toBeGreaterThanOrEqual(KILLS / 2);
      await expectNothingLost('R1 competing deliverers', `${kills} kills`, kills * 2 * MAIL_CONNECTIONS);
    },
    TIME_LIMIT,
  );
});

describe('an end that is asked for in mid-delivery (promise R2)', () => {
  it(
    'comes within ten seconds, and loses and repeats nothing',
    async () => {
      const ends: number[] = [];
      let worker = ground.run('worker');
      for (const level of levels(STOPS)) {
        await until(`${level} mails`, () => ground.sink.accepted.length >= level, 120_000);
        ends.push(await ground.end(worker, 'SIGTERM'));
        expect(worker.exitCode).toBe(0);
        worker = ground.run('worker');
      }
      await until('the rest', async () => (await ground.pending()) === 0, 150_000);
      const slowest = Math.max(...ends);
      await expectNothingLost(
        'R2 SIGTERM',
        `${ends.length} stops, the slowest ${Math.round(slowest)} ms (at most ${EXIT_WITHIN_MS})`,
        0,
      );
      expect(slowest).toBeLessThan(EXIT_WITHIN_MS);
    },
    TIME_LIMIT,
  );
});

describe('clocks that do not agree (promise R14)', () => {
  const at = (minutes: number): Record<string, string> => ({
    NODE_OPTIONS: `--import=${CLOCKS}`,
    SHIFTED_CLOCK_MS: String(minutes * MINUTE),
  });

  it(
    'lose and repeat nothing: five minutes ahead, five behind, and one that is set back by two hours',
    async () => {
      const nodes = [ground.run('worker', [], at(5)), ground.run('worker', [], at(-5))];
      await until('a third of the mails', () => ground.sink.accepted.length >= MESSAGES / 3, 120_000);
      await ground.end(nodes[0]!, 'SIGTERM');
      ground.run('worker', [], at(-120));
      await until('the rest', async () => (await ground.pending()) === 0, 180_000);
      await expectNothingLost('R14 clocks apart', 'clocks at +5, -5 and -120 min', 0);
    },
    TIME_LIMIT,
  );
});
