import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ACCOUNT_WINDOW_MS, accountMayTry, addressMayTry } from './attempt-limits.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-01-01T00:00:00Z');

/** Guesses that are looked at, of those made at these instants. */
function verified(instants: readonly number[]): number[] {
  const looked: number[] = [];
  for (const now of instants) {
    const counted = looked.filter((at) => at > now - ACCOUNT_WINDOW_MS);
    if (accountMayTry({ count: counted.length, lastAt: counted.at(-1) ?? null }, now)) looked.push(now);
  }
  return looked;
}

describe('guesses at one account', () => {
  it('wait for nothing five times, and then twice as long each time, at most half a day', () => {
    const may = (count: number, waited: number): boolean =>
      accountMayTry({ count, lastAt: START }, START + waited);
    expect([0, 1, 2, 3, 4].every((count) => may(count, 0))).toBe(true);
    expect([may(5, MINUTE - 1), may(5, MINUTE)]).toEqual([false, true]);
    expect([may(6, 2 * MINUTE - 1), may(6, 2 * MINUTE)]).toEqual([false, true]);
    expect([may(14, 512 * MINUTE - 1), may(14, 512 * MINUTE)]).toEqual([false, true]);
    for (const count of [15, 60, 2_000])
      expect([may(count, 12 * HOUR - 1), may(count, 12 * HOUR)]).toEqual([false, true]);
  });

  it('reach a hundred within thirty days at no pace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 60 * MINUTE }), (pace) => {
        const guesses = Math.min(10_000, Math.floor((60 * 24 * HOUR) / pace));
        const looked = verified(Array.from({ length: guesses }, (_, index) => START + index * pace));
        const most = looked.map(
          (at) => looked.filter((other) => other > at - ACCOUNT_WINDOW_MS && other <= at).length,
        );
        expect(Math.max(...most)).toBeLessThanOrEqual(100);
        expect(Math.max(...most)).toBeGreaterThan(10);
      }),
      { numRuns: 20 },
    );
  });
});

describe('guesses from one address', () => {
  it('stop after thirty within the hour', () => {
    expect([29, 30].map((count) => addressMayTry({ count, lastAt: START }))).toEqual([true, false]);
  });
});
