import { describe, expect, it } from '@jest/globals';

import { DEFAULT_THRESHOLDS } from '#domain';
import { summariseBudget } from '#tracking';
import type { BudgetReading } from '#tracking';

import { readCsv } from '../../../../test/support/read-csv.js';
import { budgetMonthsAsCsv, budgetView } from './budget-presenter.js';

type Amount = BudgetReading['record']['amounts'][number];
type Cell = BudgetReading['published']['figures'][number];

const amount = (change: Partial<Amount>): Amount => ({
  ...{ lineId: 1, indicatorCode: '18-B1', purpose: 'recovery', level: 'national', institutionCode: null },
  ...{ institutionName: null, currency: 'PEN', attributableShare: 1, sourceCode: 'MEF', fiscalYear: 2024 },
  ...{ phase: 'executed' as const, amount: 100, throughOn: '2024-12-31' },
  ...change,
});
const cell = (phase: string, value: number, change: Partial<Cell> = {}): Cell => ({
  ...{ indicatorCode: '18-B1', seriesKey: `phase=${phase}|purpose=recovery`, sourceCode: 'MEF' },
  ...{ categories: { phase, purpose: 'recovery' }, periodStartOn: '2024-01-01', periodEndOn: '2024-12-31' },
  ...{ value, flag: null, bound: null, provisional: false, cubeVersion: 1, announcedError: null },
  ...change,
});
const source = (code: string) => ({
  ...{ code, name: { en: code, es: code }, citation: false, demonstration: false, url: null },
});
const reading = (amounts: readonly Amount[], figures: readonly Cell[]): BudgetReading => ({
  today: '2026-11-24',
  published: {
    iso3: 'PER',
    indicators: [],
    figures,
    sources: [source('MEF'), source('INEI')],
    dimensions: [],
    thresholds: DEFAULT_THRESHOLDS,
    sinceBreaks: [],
    judgements: [],
  },
  record: {
    amounts,
    deflators: new Map([
      ['PEN', { currency: 'PEN', baseYear: 2023, indices: { 2023: 100, 2024: 125 }, sources: ['INEI'] }],
    ]),
    indicators: [
      { code: '18-B1', requiredPurposes: ['recovery', 'compensation'], countsVictims: false },
      { code: '8-O1', requiredPurposes: [], countsVictims: true },
    ],
  },
  victims: {
    iso3: 'PER',
    indicators: [],
    figures: [
      cell('', 40, { indicatorCode: '8-O1', seriesKey: '', categories: {}, announcedError: 2 }),
      cell('', 0, {
        ...{ indicatorCode: '8-O1', seriesKey: '', categories: {}, sourceCode: 'INEI' },
        value: null,
        flag: 'lt10',
      }),
    ],
    sources: [],
    dimensions: [],
    thresholds: DEFAULT_THRESHOLDS,
    sinceBreaks: [],
    judgements: [],
  },
});

describe('the months of a budget as a file', () => {
  it('have the amount at constant prices beside it, and an empty cell where there is no index or no table', () => {
    const text = budgetMonthsAsCsv(
      reading([amount({}), amount({ fiscalYear: 2025 }), amount({ currency: 'USD' })], []),
    );
    expect(
      readCsv(text).map((row) => [
        row['fiscal_year'],
        row['currency'],
        row['amount'],
        row['constant_amount'],
        row['base_year'],
      ]),
    ).toEqual([
      ['2024', 'PEN', '100', '80', '2023'],
      ['2025', 'PEN', '100', '', ''],
      ['2024', 'USD', '100', '', ''],
    ]);
  });
});

describe('a budget', () => {
  const both = reading(
    [
      amount({ phase: 'approved', amount: 200 }),
      amount({ amount: 10, throughOn: '2024-01-31' }),
      amount({ amount: 50, throughOn: '2024-03-31' }),
      amount({ lineId: 2, level: 'regional', attributableShare: 0.25, phase: 'approved', amount: 40 }),
      amount({ lineId: 2, level: 'regional', attributableShare: 0.25, amount: 5, throughOn: '2024-03-31' }),
      amount({ lineId: 3, indicatorCode: '20-B1', currency: 'USD' }),
    ],
    [
      cell('executed', 100),
      cell('executed', 90, { sourceCode: 'INEI', periodEndOn: '2024-06-30' }),
      cell('approved', 200),
      cell('executed', 7_000, { indicatorCode: '20-B1' }),
    ],
  );
  const view = budgetView(summariseBudget(both), both, 'en');

  it('adds up no two currencies and no two sources of one line', () => {
    expect([view.currency, view.otherCurrencies]).toEqual(['PEN', ['USD']]);
    expect(view.years).toMatchObject([
      { fiscalYear: 2024, amounts: { approved: 200, revised: null, executed: 100 }, finished: true },
    ]);
    expect(view.years[0]!.constant).toEqual({ approved: 160, revised: null, executed: 80 });
  });

  it('tells a month only where every line tells it, against what there was to spend by then', () => {
    expect(view.months).toEqual([
      {
        purpose: 'recovery',
        fiscalYear: 2024,
        months: [
          {
            ...{ month: 3, endOn: '2024-03-31', executed: 55, inMonth: null, budget: 240 },
            ...{ share: 55 / 240, elapsedShare: 91 / 366, shareYearBefore: null },
          },
        ],
      },
    ]);
  });

  it('shows the share of a line that is for the purpose, and names what has no line', () => {
    expect(view.lines.map(({ level, attributableShare }) => [level, attributableShare])).toEqual([
      ['national', 1],
      ['regional', 0.25],
      ['national', 1],
    ]);
    expect(view.purposesWithoutLine).toEqual(['compensation']);
  });

  it('divides by each published count of victims, and by none that is printed as fewer than ten', () => {
    expect(
      view.perVictim.map(({ victimSource, amount: each, withheld, announcedError }) => [
        victimSource?.code,
        each,
        withheld,
        announcedError,
      ]),
    ).toEqual([
      ['MEF', 2.5, null, 2],
      ['INEI', null, 'victims_not_published', null],
    ]);
  });
});
