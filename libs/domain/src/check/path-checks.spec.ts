import { describe, expect, it } from '@jest/globals';

import type { IndicatorFacts, RecommendationFacts } from './facts.js';
import { CHECKS } from './checks.js';
import type { Finding } from './finding.js';
import { DEFAULT_THRESHOLDS } from './thresholds.js';

const context = { today: '2026-11-24', thresholds: DEFAULT_THRESHOLDS };
const reported = (value: number, year = 2025) => ({
  ...({ state: 'reported', value, provisional: false } as const),
  period: { startOn: `${year}-01-01`, endOn: `${year}-12-31` },
});
/** Half of the way lies between the end of 2020 and that of 2030: a newest figure of 2025 should be at 50. */
const indicator: IndicatorFacts = {
  indicatorId: 6,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest: reported(50),
  baseline: { value: 0, on: '2020-12-31' },
  target: { value: 100, dueOn: '2030-12-31' },
  requiredDimensions: [],
  receivedDimensions: [],
  institutionId: 2,
};

function findings(change: Partial<IndicatorFacts>, thresholds = DEFAULT_THRESHOLDS): Finding[] {
  const facts: RecommendationFacts = {
    recommendationId: 9,
    code: '26(a)',
    implementedOn: null,
    obligations: [],
    indicators: [{ ...indicator, ...change }],
    budgetLines: [],
    caseSeries: [],
    responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
    actions: [],
    evidence: [],
  };
  return CHECKS.flatMap((check) => check.evaluate(facts, { ...context, thresholds })).filter(
    ({ rule }) => rule === 'off_path' || rule === 'regression',
  );
}

const said = (change: Partial<IndicatorFacts>, thresholds = DEFAULT_THRESHOLDS): string[] =>
  findings(change, thresholds).map(({ rule, reason }) => `${rule}.${reason}`);

describe('an indicator that is off its path', () => {
  it('is named with its value, what was expected and the share of the way', () => {
    expect(findings({ newest: reported(20) })).toEqual([
      {
        rule: 'off_path',
        subject: { kind: 'indicator', id: 6 },
        severity: 'warning',
        reason: 'behind',
        evidence: {
          ...{ indicator: '8-O1', pathPercent: 40, value: 20, expected: 50, newestPeriodEndOn: '2025-12-31' },
        },
        dueOn: null,
        institutionId: 2,
      },
    ]);
  });

  it('is so from the threshold of the State, whichever way it should go', () => {
    expect(said({ newest: reported(38) })).toEqual([]);
    expect(said({ newest: reported(37) })).toEqual(['off_path.behind']);
    expect(said({ newest: reported(37) }, { ...DEFAULT_THRESHOLDS, pathPercent: 70 })).toEqual([]);
    const falling = {
      direction: 'decrease',
      baseline: { value: 100, on: '2020-12-31' },
      target: { value: 0, dueOn: '2030-12-31' },
    } as const;
    expect(said({ ...falling, newest: reported(60) })).toEqual([]);
    expect(said({ ...falling, newest: reported(70) })).toEqual(['off_path.behind']);
    expect(said({ ...falling, newest: reported(110) })).toEqual(['off_path.moving_away']);
  });

  it('is told apart from one that has moved away from its target', () => {
    expect(said({ baseline: { value: 10, on: '2020-12-31' }, newest: reported(9) })).toEqual([
      'off_path.moving_away',
    ]);
  });

  it.each<[string, Partial<IndicatorFacts>]>([
    ['has no figure', { newest: null }],
    ['has one that is too old to say anything', { newest: reported(20, 2023) }],
    ['has a figure without a number', { newest: { ...reported(0), state: 'below_threshold', value: null } }],
    ['has no target', { newest: reported(20), target: null }],
    ['has no baseline', { newest: reported(20), baseline: null }],
    ['has reached its target', { newest: reported(101) }],
    ['has nothing between no and yes', { newest: reported(0), valueType: 'boolean' }],
    ['has its home elsewhere', { newest: reported(20), isHome: false }],
  ])('is not one that %s', (_, change) => {
    expect(said(change)).toEqual([]);
  });
});

describe('an indicator that goes back', () => {
  const without = { baseline: null, target: null } as const;
  const before = (value: number, year = 2024) => ({ value, endOn: `${year}-12-31` });

  it('is named with both values and the share that was lost', () => {
    expect(findings({ ...without, newest: reported(80), previous: before(100) })).toEqual([
      {
        rule: 'regression',
        subject: { kind: 'indicator', id: 6 },
        severity: 'notice',
        reason: 'worse_than_before',
        evidence: {
          ...{ indicator: '8-O1', value: 80, newestPeriodEndOn: '2025-12-31' },
          ...{ previousValue: 100, previousPeriodEndOn: '2024-12-31', worsePercent: 20 },
        },
        dueOn: null,
        institutionId: 2,
      },
    ]);
  });

  it('is so from the threshold of the State, whichever way it should go', () => {
    const to = (value: number, change: Partial<IndicatorFacts> = {}) =>
      said({ ...without, newest: reported(value), previous: before(100), ...change });
    expect(to(91)).toEqual([]);
    expect(to(90)).toEqual(['regression.worse_than_before']);
    expect(to(120)).toEqual([]);
    expect(to(120, { direction: 'decrease' })).toEqual(['regression.worse_than_before']);
    expect(to(80, { direction: 'decrease' })).toEqual([]);
    expect(
      said(
        { ...without, newest: reported(80), previous: before(100) },
        { ...DEFAULT_THRESHOLDS, regressionPercent: 25 },
      ),
    ).toEqual([]);
  });

  it('is one that was at zero and is worse now', () => {
    const change = { ...without, direction: 'decrease', newest: reported(3), previous: before(0) } as const;
    expect(findings(change)).toMatchObject([{ evidence: { worsePercent: 100 } }]);
  });

  it('is none where the announced error of both figures could make the change', () => {
    const change = { ...without, newest: reported(32), previous: before(40) };
    expect(said({ ...change, announcedError: 4 })).toEqual([]);
    expect(said({ ...change, newest: reported(31), announcedError: 4 })).toEqual([
      'regression.worse_than_before',
    ]);
  });

  it.each<[string, Partial<IndicatorFacts>]>([
    ['nothing before it', { previous: null }],
    ['a break since', { previous: before(100), seriesBreak: { on: '2025-01-01', first: null } }],
    ['a figure that is too old to say anything', { newest: reported(80, 2023), previous: before(100, 2022) }],
    [
      'a figure without a number',
      { newest: { ...reported(0), state: 'missing', value: null }, previous: before(100) },
    ],
    ['still reached its target', { previous: before(100), target: { value: 70, dueOn: '2030-12-31' } }],
    ['only days to tell', { valueType: 'date', previous: before(100) }],
    ['its home elsewhere', { previous: before(100), isHome: false }],
  ])('is none that has %s', (_, change) => {
    expect(said({ ...without, newest: reported(80), ...change })).toEqual([]);
  });

  it('is one whose break came before both figures', () => {
    const change = { ...without, newest: reported(80), previous: before(100) };
    expect(said({ ...change, seriesBreak: { on: '2024-12-31', first: null } })).toEqual([
      'regression.worse_than_before',
    ]);
  });
});
