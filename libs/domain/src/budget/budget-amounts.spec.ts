import { describe, expect, it } from '@jest/globals';

import { changeSince } from './budget-cut.js';
import type { BudgetExecution } from './budget.js';
import { atConstantPrices } from './deflator.js';
import type { DeflatorTable } from './deflator.js';
import { addedUp, missingMonth, monthsOf } from './month-series.js';
import { spendingPerVictim } from './spending-per-victim.js';

const prices: DeflatorTable = {
  currency: 'PEN',
  baseYear: 2021,
  indices: { 2021: 98, 2024: 122.5, 2025: 0 },
};

describe('constant prices', () => {
  it.each([
    ['at the prices of the base year, whatever its index is', 1_000, 2024, prices, 800],
    ['of the base year as they stand', 1_000, 2021, prices, 1_000],
    ['of nothing as nothing', 0, 2024, prices, 0],
  ])('print amounts %s', (_, amount, year, table, expected) => {
    expect(atConstantPrices(amount, year, table)).toEqual({
      kind: 'constant',
      amount: expected,
      baseYear: 2021,
    });
  });

  it.each([
    ['a year without an index', 2023, prices, 'no_index', [2023]],
    ['an index of zero', 2025, prices, 'no_index', [2025]],
    ['a base year without an index', 2024, { ...prices, baseYear: 2019 }, 'no_index', [2019]],
    ['neither year', 2023, { ...prices, baseYear: 2019 }, 'no_index', [2019, 2023]],
    ['no table', 2024, null, 'no_table', []],
  ])('are refused for %s, and name the years', (_, year, table, reason, years) => {
    expect(atConstantPrices(1_000, year, table)).toEqual({ kind: 'refused', reason, years });
  });
});

describe('the months of a year', () => {
  it('are added up since January, corrections among them, to whole hundredths', () => {
    const ofMonths = [
      { month: 3, amount: -0.1 },
      { month: 1, amount: 0.1 },
      { month: 2, amount: 0.2 },
    ];
    expect(addedUp(ofMonths)).toEqual([
      { month: 1, amount: 0.1 },
      { month: 2, amount: 0.3 },
      { month: 3, amount: 0.2 },
    ]);
  });

  it.each([
    [[1, 2, 3], null],
    [[], null],
    [[2, 3], 1],
    [[1, 2, 4, 6], 3],
  ])('%j lack %s', (told, missing) => {
    expect(missingMonth(told)).toBe(missing);
  });

  it('tell what was spent in a month alone only where the month before is known', () => {
    const cumulative = [
      { month: 1, amount: 10 },
      { month: 2, amount: 25 },
      { month: 4, amount: 40 },
    ];
    expect(monthsOf(2024, cumulative)).toEqual([
      { month: 1, endOn: '2024-01-31', executed: 10, inMonth: 10 },
      { month: 2, endOn: '2024-02-29', executed: 25, inMonth: 15 },
      { month: 4, endOn: '2024-04-30', executed: 40, inMonth: null },
    ]);
  });
});

describe('spending for each registered victim', () => {
  const spending = { year: 2025, value: 1_000_000, finished: true };
  it.each([
    [spending, { year: 2025, value: 300 }, { kind: 'ratio', amount: 3_333.33 }],
    [
      { ...spending, value: 0 },
      { year: 2025, value: 300 },
      { kind: 'ratio', amount: 0 },
    ],
    [spending, { year: 2025, value: null }, { kind: 'withheld', reason: 'victims_not_published' }],
    [spending, { year: 2024, value: 300 }, { kind: 'withheld', reason: 'victims_not_published' }],
    [spending, null, { kind: 'withheld', reason: 'victims_not_published' }],
    [spending, { year: 2025, value: 0 }, { kind: 'withheld', reason: 'no_victim_registered' }],
    [
      { ...spending, value: null },
      { year: 2025, value: 9 },
      { kind: 'withheld', reason: 'spending_not_published' },
    ],
    [
      { ...spending, finished: false },
      { year: 2025, value: 9 },
      { kind: 'withheld', reason: 'year_not_over' },
    ],
  ])('of %j and %j is %j', (money, victims, expected) => {
    expect(spendingPerVictim(money, victims)).toEqual(expected);
  });
});

describe('a budget against the year before', () => {
  const before: BudgetExecution = {
    fiscalYear: 2023,
    approved: 100,
    revised: 150,
    executed: 90,
    executedThrough: null,
  };
  const now: BudgetExecution = { ...before, fiscalYear: 2024, approved: 95, revised: 60 };
  const known: DeflatorTable = { currency: 'PEN', baseYear: 2023, indices: { 2023: 100, 2024: 125 } };
  it.each([
    ['what was approved, in amounts and in prices', before, now, known, ['approved', -5, -24]],
    ['amounts alone where prices are not known', before, now, null, ['approved', -5, null]],
    [
      'what it was revised to, where an approved amount is absent',
      before,
      { ...now, approved: null },
      null,
      ['revised', -60, null],
    ],
    ['nothing, where there was no money before', { ...before, approved: 0, revised: null }, now, known, null],
  ])('compares %s', (_, previous, newest, table, expected) => {
    const change = changeSince(previous, newest, table);
    expect(change && [change.phase, change.nominalPercent, change.constantPercent]).toEqual(expected);
  });
});
