import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, addMonths } from '../calendar/civil-date.js';
import { roundsToMake } from './recurrence.js';
import type { Recurrence } from './recurrence.js';

const yearly: Recurrence = {
  firstDueOn: '2026-03-31',
  everyMonths: 12,
  until: null,
  opensDaysBefore: 90,
  firstPeriod: { startOn: '2025-01-01', endOn: '2025-12-31' },
};
const quarterly: Recurrence = {
  ...yearly,
  firstDueOn: '2026-01-31',
  everyMonths: 3,
  opensDaysBefore: 30,
  firstPeriod: { startOn: '2025-10-01', endOn: '2025-12-31' },
};
const since = '2026-01-01';
const dues = (recurrence: Recurrence, lastDueOn: string | null, today: string, from = since): string[] =>
  roundsToMake(recurrence, { lastDueOn, since: from, today }).map(({ dueOn }) => dueOn);

describe('a duty that comes again', () => {
  it('has its next round when the window opens, not before', () => {
    expect(dues(yearly, null, '2025-12-30')).toEqual([]);
    expect(dues(yearly, null, '2025-12-31')).toEqual(['2026-03-31']);
    expect(dues(yearly, '2026-03-31', '2026-03-31')).toEqual([]);
  });

  it('has its next round when the last one is over', () => {
    expect(dues(yearly, '2026-03-31', '2026-04-01')).toEqual(['2027-03-31']);
    expect(dues(yearly, '2027-03-31', '2026-04-02')).toEqual([]);
  });

  it('keeps the last day of a month and moves the period with it', () => {
    const rounds = roundsToMake(quarterly, { lastDueOn: null, since, today: '2026-12-31' });
    expect(rounds).toEqual([
      { dueOn: '2026-01-31', period: { startOn: '2025-10-01', endOn: '2025-12-31' } },
      { dueOn: '2026-04-30', period: { startOn: '2026-01-01', endOn: '2026-03-31' } },
      { dueOn: '2026-07-31', period: { startOn: '2026-04-01', endOn: '2026-06-30' } },
      { dueOn: '2026-10-31', period: { startOn: '2026-07-01', endOn: '2026-09-30' } },
      { dueOn: '2027-01-31', period: { startOn: '2026-10-01', endOn: '2026-12-31' } },
    ]);
  });

  it('ends with its last day', () => {
    expect(dues({ ...quarterly, until: '2026-07-31' }, null, '2027-12-31')).toEqual([
      '2026-01-31',
      '2026-04-30',
      '2026-07-31',
    ]);
  });

  it('makes no round that was due before the rule was kept', () => {
    expect(dues({ ...yearly, firstDueOn: '2016-03-31' }, null, '2026-03-01')).toEqual(['2026-03-31']);
  });

  it('moves future rounds only when its rule changes', () => {
    // Made for March under the old rule; from now on every June.
    expect(dues({ ...yearly, firstDueOn: '2026-06-30' }, '2026-03-31', '2026-04-01')).toEqual(['2026-06-30']);
    expect(
      dues({ ...yearly, firstDueOn: '2020-01-15', everyMonths: 24 }, '2026-03-31', '2026-04-01'),
    ).toEqual(['2028-01-15']);
  });

  it('makes each round once, whatever days were swept', () => {
    const days = fc.integer({ min: 0, max: 3_000 });
    fc.assert(
      fc.property(
        fc.record({
          everyMonths: fc.integer({ min: 1, max: 36 }),
          opensDaysBefore: fc.integer({ min: 0, max: 365 }),
        }),
        fc.uniqueArray(days, { minLength: 1, maxLength: 60 }),
        (change, some) => {
          const recurrence = { ...yearly, ...change };
          const swept = [...some].sort((a, b) => a - b).map((day) => addDays(since, day));
          const made: string[] = [];
          // One run more on each day finds nothing more.
          for (const today of [...swept, ...swept])
            for (const dueOn of dues(recurrence, made.at(-1) ?? null, today)) made.push(dueOn);
          const expected = made.map((_, index) => addMonths('2026-03-31', index * change.everyMonths));
          expect(made).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
