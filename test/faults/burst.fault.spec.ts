import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { FULL, FaultGround, until } from '../support/fault-ground.js';
import { freePort } from '../support/vigia-process.js';

const MAILS = FULL ? 10_000 : 500;
const ANSWER_AFTER_MS = 5;
const MOST_MEMORY_KB = 512 * 1024;
const MOST_P99_MS = 500;
/** As a few hundred people who read at the same time ask for pages. */
const ASKED_EVERY_MS = 50;
/** Message-IDs that `FaultGround.writeMails` gives. */
const OF_BURST = /^<\d+@vigia\.example>$/;

let ground: FaultGround;

beforeEach(async () => {
  ground = await FaultGround.open(ANSWER_AFTER_MS);
  await ground.owe(20, 200, '2026-06-01', 0);
});

afterEach(() => ground.close());

/** The most memory that a process ever had, in KiB; null where the system does not tell. */
function peakOf(pid: number | undefined): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}

describe('ten thousand mails that fall due in one minute (promise R19)', () => {
  it(
    `leave one after the other while the API answers as before (${MAILS} here)`,
    async () => {
      const port = await freePort();
      const api = ground.run('api', [], { PORT: String(port) });
      const ask = async (path: string): Promise<number> => {
        const began = performance.now();
        const answer = await fetch(`http://127.0.0.1:${port}${path}`);
        await answer.arrayBuffer();
        expect(answer.status).toBe(200);
        return performance.now() - began;
      };
      await until(
        'the API',
        () =>
          fetch(`http://127.0.0.1:${port}/health/live`).then(
            ({ ok }) => ok,
            () => false,
          ),
        120_000,
      );
      await ground.writeMails(MAILS);
      const worker = ground.run('worker');
      await until('the first mail', () => ground.sink.accepted.length > 0, 120_000);
      const began = performance.now();
      const took: number[] = [];
      while ((await ground.pending()) > 0) {
        took.push(
          ...(await Promise.all(
            ['/api/v1/states', '/api/v1/states/PER/recommendations', '/es/states/PER'].map(ask),
          )),
        );
        await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
      }
      const seconds = (performance.now() - began) / 1_000;
      took.sort((a, b) => a - b);
      const p99 = took[Math.floor(took.length * 0.99)] ?? 0;
      const peaks = [api, worker].map(({ pid }) => peakOf(pid));
      // On a slow machine the day is closed meanwhile, and its own mails go out too.
      const accepted = ground.sink.accepted.filter((id) => OF_BURST.test(id));
      const distinct = new Set(accepted).size;
      process.stdout.write(
        `R19: ${MAILS} mails in ${seconds.toFixed(1)} s (${(MAILS / seconds).toFixed(0)}/s), ${MAILS - distinct} lost, ${accepted.length - distinct} repeats; ` +
          `p99 of ${took.length} answers ${p99.toFixed(0)} ms; memory of API and worker at most ${peaks.map((peak) => (peak === null ? 'unknown' : `${Math.round(peak / 1024)} MiB`)).join(' and ')}\n`,
      );
      expect([distinct, accepted.length]).toEqual([MAILS, MAILS]);
      for (const peak of peaks) expect(peak ?? 0).toBeLessThan(MOST_MEMORY_KB);
      // The gate's machine does other things at the same time: there the figure is printed, here it is the promise.
      if (FULL) expect(p99).toBeLessThan(MOST_P99_MS);
    },
    FULL ? 1_800_000 : 300_000,
  );
});
