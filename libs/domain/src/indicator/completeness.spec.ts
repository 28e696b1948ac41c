import { describe, expect, it } from '@jest/globals';

import type { IndicatorFacts } from '../check/facts.js';
import { completenessPercent, missingDimensions, receivedOf } from './completeness.js';

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
