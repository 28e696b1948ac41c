import { describe, expect, it } from '@jest/globals';

import type { IndicatorFacts } from '../check/facts.js';
import {
  completenessByYear,
  completenessFigures,
  completenessPercent,
  missingDimensions,
  receivedOf,
} from './completeness.js';

const INDICATOR: IndicatorFacts = {
  indicatorId: 1,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest: {
    state: 'reported',
    value: 60,
    provisional: false,
    period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  },
  baseline: null,
  target: null,
  requiredDimensions: ['sex', 'age', 'area'],
  receivedDimensions: ['sex', 'nationality'],
  institutionId: 1,
};

describe('how complete a figure is', () => {
  it('is counted over the breakdowns that were asked for, not over those that came unasked', () => {
    expect(receivedOf(INDICATOR)).toEqual({ received: 1, asked: 3 });
    expect(missingDimensions(INDICATOR)).toEqual(['age', 'area']);
  });

  it('leaves out what does not apply', () => {
    const facts = { ...INDICATOR, inapplicableDimensions: ['age'] };
    expect(receivedOf(facts)).toEqual({ received: 1, asked: 2 });
    expect(missingDimensions(facts)).toEqual(['area']);
    expect(completenessPercent(facts)).toBe(50);
  });

  it('lacks nothing where nothing was asked for', () => {
    const facts = { ...INDICATOR, requiredDimensions: [] };
    expect(receivedOf(facts)).toEqual({ received: 0, asked: 0 });
    expect(missingDimensions(facts)).toEqual([]);
    expect(completenessPercent(facts)).toBeNull();
  });

  it('has no percent without a figure that could be broken down', () => {
    const newest = INDICATOR.newest!;
    expect(completenessPercent({ ...INDICATOR, newest: null })).toBeNull();
    expect(
      completenessPercent({ ...INDICATOR, newest: { ...newest, state: 'missing', value: null } }),
    ).toBeNull();
    expect(
      completenessPercent({ ...INDICATOR, newest: { ...newest, state: 'below_threshold' } }),
    ).toBeCloseTo(100 / 3);
  });
});

const asked = [{ code: 'A', requiredDimensions: ['sex', 'age', 'area', 'level'], institutions: [] }];
const came = (year: number, received: readonly string[], notApplicable: readonly string[] = []) => ({
  indicator: 'A',
  year,
  institution: null,
  received,
  notApplicable,
});

describe('how complete the figures of a year are, as a figure of an indicator', () => {
  it('is a share with its parts, of years that are over; that of last year is provisional', () => {
    const series = completenessByYear(asked, [
      came(2024, ['sex', 'age', 'area'], ['level']),
      came(2025, ['sex']),
      came(2026, ['sex']),
    ]);
    expect(completenessFigures(series, '2026-11-27')).toEqual([
      {
        period: { startOn: '2024-01-01', endOn: '2024-12-31' },
        state: 'reported',
        value: 100,
        numerator: 3,
        denominator: 3,
        provisional: false,
      },
      {
        period: { startOn: '2025-01-01', endOn: '2025-12-31' },
        state: 'reported',
        value: 25,
        numerator: 1,
        denominator: 4,
        provisional: true,
      },
    ]);
  });

  it('does not apply where nothing that was asked for does', () => {
    const series = completenessByYear(asked, [came(2024, [], ['sex', 'age', 'area', 'level'])]);
    expect(completenessFigures(series, '2026-11-27')).toMatchObject([
      { state: 'not_applicable', value: null, numerator: null, denominator: null },
    ]);
  });
});
