import { describe, expect, it } from '@jest/globals';

import { changeSince } from './budget-cut.js';
import type { BudgetExecution } from './budget.js';
import { elapsedShare, executionShare, pointsBehind } from './execution.js';
import { addedUp, missingMonth, monthEndOn, monthsOf } from './month-series.js';
import { spendingPerVictim } from './spending-per-victim.js';

const LINE: BudgetExecution = {
  fiscalYear: 2025,
  approved: 100,
  revised: null,
  executed: 50,
  executedThrough: null,
};

describe('the months of a budget', () => {
  it.each([
    [2025, 1, '2025-01-31'],
    [2025, 2, '2025-02-28'],
    [2024, 2, '2024-02-29'],
    [2025, 9, '2025-09-30'],
    [2025, 11, '2025-11-30'],
    [2025, 12, '2025-12-31'],
  ])('of %s, the %s. one, end on %s', (year, month, endOn) => {
    expect(monthEndOn(year, month)).toBe(endOn);
  });

  it('are told in their order, and alone to the hundredth', () => {
    const told = [
      { month: 3, amount: 0.3 },
      { month: 2, amount: 0.1 },
    ];
    expect(monthsOf(2025, told).map(({ month, inMonth }) => [month, inMonth])).toEqual([
      [2, null],
      [3, 0.2],
    ]);
    expect(addedUp(told).map(({ month }) => month)).toEqual([2, 3]);
    expect(told.map(({ month }) => month)).toEqual([3, 2]);
  });

  it('lack the first that is missing, and nothing after the last', () => {
    expect(missingMonth([1])).toBeNull();
    expect(missingMonth([12])).toBe(1);
    expect(missingMonth([3, 1])).toBe(2);
  });
});

describe('a line of the budget', () => {
  it('executed nothing of no money, and less than nothing of a correction', () => {
    expect(executionShare({ ...LINE, approved: -1 })).toBeNull();
    expect(executionShare({ ...LINE, executed: -5 })).toBe(-0.05);
    expect(executionShare({ ...LINE, approved: null, revised: 25 })).toBe(2);
  });

  it('is behind by nothing where it keeps up with the year', () => {
    expect(elapsedShare(2025, '2025-12-30')).toBeCloseTo(364 / 365, 12);
    expect(pointsBehind({ ...LINE, executed: 100 }, '2026-03-01')).toBe(0);
    expect(pointsBehind({ ...LINE, executed: 0 }, '2024-12-31')).toBe(0);
  });
});

describe('a budget beside the one before', () => {
  const now = { ...LINE, fiscalYear: 2026 };
  it('is compared by what both were told of', () => {
    expect(changeSince({ ...LINE, approved: null, revised: 80 }, { ...now, revised: 60 }, null)).toEqual({
      phase: 'revised',
      nominalPercent: -25,
      constantPercent: null,
    });
    expect(changeSince({ ...LINE, approved: null }, now, null)).toBeNull();
    expect(changeSince({ ...LINE, approved: -5 }, now, null)).toBeNull();
    expect(changeSince(LINE, { ...now, approved: 0 }, null)?.nominalPercent).toBe(-100);
    expect(changeSince({ ...LINE, approved: 3 }, { ...now, approved: 1 }, null)?.nominalPercent).toBe(
      -66.666667,
    );
  });

  it('has no change at constant prices where they make nothing of the old amount, or one year has none', () => {
    const prices = (before: number) => {
      const indices: Record<number, number> = before === 0 ? { 2026: 100 } : { 2025: before, 2026: 100 };
      return { currency: 'PEN', baseYear: 2026, indices };
    };
    expect(changeSince(LINE, now, prices(80))?.constantPercent).toBe(-20);
    expect(changeSince(LINE, now, prices(0))?.constantPercent).toBeNull();
    expect(changeSince({ ...LINE, approved: 0.01 }, now, prices(1_000))?.constantPercent).toBeNull();
  });
});

describe('spending for each victim', () => {
  it('is withheld of fewer than none, and is to the hundredth otherwise', () => {
    const spending = { year: 2025, value: 10, finished: true };
    expect(spendingPerVictim(spending, { year: 2025, value: -1 })).toMatchObject({
      reason: 'no_victim_registered',
    });
    expect(spendingPerVictim(spending, { year: 2025, value: 1 })).toEqual({ kind: 'ratio', amount: 10 });
    expect(spendingPerVictim({ ...spending, value: 2 }, { year: 2025, value: 3 })).toEqual({
      kind: 'ratio',
      amount: 0.67,
    });
  });
});
