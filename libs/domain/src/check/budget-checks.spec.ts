import { describe, expect, it } from '@jest/globals';

import type { BudgetExecution } from '../budget/budget.js';
import type { DeflatorTable } from '../budget/deflator.js';
import { budgetCutCheck } from './budget-cut-check.js';
import { budgetExecutionCheck } from './budget-execution-check.js';
import { budgetPurposeCheck } from './budget-purpose-check.js';
import type { BudgetLineFacts, BudgetPurposeFacts, RecommendationFacts } from './facts.js';
import { DEFAULT_THRESHOLDS } from './thresholds.js';

const context = { today: '2026-11-24', thresholds: DEFAULT_THRESHOLDS };
const empty: RecommendationFacts = {
  ...{ recommendationId: 18, code: '18', implementedOn: null, obligations: [], indicators: [] },
  ...{ budgetLines: [], caseSeries: [], responsibilities: [], actions: [], evidence: [] },
};
const year = (
  fiscalYear: number,
  approved: number | null,
  revised: number | null = null,
): BudgetExecution => ({
  ...{ fiscalYear, approved, revised, executed: null, executedThrough: null },
});
const line: BudgetLineFacts = {
  budgetLineId: 3,
  purpose: 'recovery',
  institutionId: 7,
  newest: year(2026, 90),
};
const prices: DeflatorTable = { currency: 'PEN', baseYear: 2025, indices: { 2025: 100, 2026: 105 } };

describe('a cut against last year', () => {
  const cut = (change: Partial<BudgetLineFacts>) =>
    budgetCutCheck
      .evaluate({ ...empty, budgetLines: [{ ...line, ...change }] }, context)
      .map(({ reason, evidence }) => [reason, evidence['cutPercent'], evidence['constantCutPercent']]);

  it.each([
    ['is seen from exactly ten percent on', { previous: year(2025, 100) }, [['in_amounts', 10, null]]],
    ['is none a hair above that', { previous: year(2025, 99.99) }, []],
    [
      'is none in prices where it stays below ten percent there too',
      { previous: year(2025, 94), prices },
      [],
    ],
    [
      'is told in amounts first where both show it',
      { previous: year(2025, 100), prices },
      [['in_amounts', 10, 14]],
    ],
    ['is none where the amount grew', { previous: year(2025, 80) }, []],
    ['is none where the year before was not reported', { previous: null }, []],
    ['is none where a year lies between', { previous: year(2024, 500) }, []],
    ['is none where nothing was ever reported', { newest: null, previous: year(2025, 100) }, []],
    [
      'is no cut where the amount is absent, which is not zero',
      { newest: year(2026, null), previous: year(2025, 100) },
      [],
    ],
    [
      'to zero is one of a hundred percent',
      { newest: year(2026, 0), previous: year(2025, 100) },
      [['in_amounts', 100, null]],
    ],
  ] as [string, Partial<BudgetLineFacts>, unknown[]][])('%s', (_, change, expected) => {
    expect(cut(change)).toEqual(expected);
  });

  it('in prices names both percentages, the line and who owes the answer', () => {
    const findings = budgetCutCheck.evaluate(
      { ...empty, budgetLines: [{ ...line, previous: year(2025, 98), prices }] },
      context,
    );
    expect(findings).toEqual([
      {
        rule: 'budget_cut',
        subject: { kind: 'budget_line', id: 3 },
        severity: 'warning',
        reason: 'in_prices',
        evidence: {
          ...{ purpose: 'recovery', fiscalYear: 2026, previousYear: 2025, phase: 'approved' },
          ...{ cutPercent: 8, constantCutPercent: 13 },
        },
        dueOn: null,
        institutionId: 7,
      },
    ]);
  });
});

describe('a purpose with no line', () => {
  const purposes: BudgetPurposeFacts = {
    ...{ indicatorId: 5, code: '18-B1', institutionId: 7 },
    ...{ asked: ['compensation', 'recovery'], withLine: ['recovery'] },
  };
  it.each([
    ['is named', purposes, [['compensation']]],
    ['is none where each has its line', { ...purposes, withLine: ['recovery', 'compensation'] }, []],
    ['is none where nothing was asked', { ...purposes, asked: [] }, []],
    ['are all of them where there is no line', { ...purposes, withLine: [] }, [['compensation', 'recovery']]],
  ])('%s', (_, asked, expected) => {
    const found = budgetPurposeCheck.evaluate({ ...empty, budgetPurposes: [asked] }, context);
    expect(found.map(({ evidence }) => evidence['missingPurposes'])).toEqual(expected);
  });
});

describe('spending behind the year, by month', () => {
  const months: BudgetExecution = { ...year(2026, 100), executed: 10, executedThrough: '2026-06-30' };
  it.each([
    ['is measured by the last month told', months, [[10, 50, undefined]]],
    ['is told with what had been spent a year before', { ...months, shareYearBefore: 0.123 }, [[10, 50, 12]]],
    ['keeps pace where the last month told is early', { ...months, executedThrough: '2026-03-31' }, []],
  ])('%s', (_, newest, expected) => {
    const found = budgetExecutionCheck.evaluate({ ...empty, budgetLines: [{ ...line, newest }] }, context);
    expect(
      found.map(({ evidence: { executedPercent, elapsedPercent, yearBeforePercent } }) => [
        ...[executedPercent, elapsedPercent, yearBeforePercent],
      ]),
    ).toEqual(expected);
  });
});
