import { describe, expect, it } from '@jest/globals';

import type { BudgetExecution } from './budget.js';
import { coveredThrough, elapsedShare, executionShare, pointsBehind } from './execution.js';

const line: BudgetExecution = {
  fiscalYear: 2026,
  approved: 100,
  revised: 80,
  executed: 40,
  executedThrough: '2026-06-30',
};

describe('the elapsed share of a fiscal year', () => {
  it.each([
    [2026, '2025-12-31', 0],
    [2026, '2026-01-01', 1 / 365],
    [2026, '2026-12-31', 1],
    [2026, '2030-05-05', 1],
    [2028, '2028-06-30', 182 / 366],
  ])('of %i is, on %s, %d', (fiscalYear, on, share) => {
    expect(elapsedShare(fiscalYear, on)).toBeCloseTo(share, 12);
  });
});

describe('the execution of a budget line', () => {
  it('is measured against the revised amount, and against the approved one where nothing was revised', () => {
    expect(executionShare(line)).toBe(0.5);
    expect(executionShare({ ...line, revised: null })).toBe(0.4);
  });

  it('is unknown, not zero, where a figure is absent or there is no money', () => {
    expect(executionShare({ ...line, executed: null })).toBeNull();
    expect(executionShare({ ...line, revised: null, approved: null })).toBeNull();
    expect(executionShare({ ...line, revised: 0 })).toBeNull();
    expect(executionShare({ ...line, executed: 0 })).toBe(0);
    expect(pointsBehind({ ...line, executed: null }, '2026-11-24')).toBeNull();
  });

  it('trails the year by the last day it covers, never by a day that has not come', () => {
    expect(coveredThrough(line, '2026-11-24')).toBe('2026-06-30');
    expect(coveredThrough({ ...line, executedThrough: '2026-12-31' }, '2026-11-24')).toBe('2026-11-24');
    expect(coveredThrough({ ...line, executedThrough: null }, '2026-11-24')).toBe('2026-11-24');
    expect(pointsBehind(line, '2026-11-24')).toBeCloseTo((181 / 365 - 0.5) * 100, 5);
  });

  it('is exactly at a threshold when it stands there', () => {
    // 219 of 365 days are three fifths of the year; 0.6 - 0.4 is less than 0.2 in binary fractions.
    const behind = pointsBehind({ ...line, executed: 32, executedThrough: '2026-08-07' }, '2026-11-24');
    expect(behind).toBe(20);
  });
});
