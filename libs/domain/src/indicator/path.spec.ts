import { describe, expect, it } from '@jest/globals';

import type { IndicatorFacts } from '../check/facts.js';
import { completenessPercent } from './completeness.js';
import { freshUntil, isStale, newestFigure } from './freshness.js';
import { expectedValue, isAtTarget, pathPercent } from './path.js';

const newest = {
  state: 'reported',
  value: 60,
  provisional: false,
  period: { startOn: '2020-01-01', endOn: '2020-12-31' },
} as const;
const base: IndicatorFacts = {
  indicatorId: 1,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest,
  baseline: { value: 0, on: '2015-12-31' },
  target: { value: 100, dueOn: '2025-12-31' },
  requiredDimensions: [],
  receivedDimensions: [],
  institutionId: 1,
};
const facts = (change: Partial<IndicatorFacts>): IndicatorFacts => ({ ...base, ...change });
const ended = (endOn: string) => ({ ...newest, period: { startOn: '2015-01-01', endOn } });

describe('the path from baseline to target', () => {
  it('is straight, and stays at the target once the target day is over', () => {
    expect(expectedValue(base)).toBeCloseTo(50, 1);
    expect(expectedValue(facts({ newest: ended('2030-12-31') }))).toBe(100);
    expect(expectedValue(facts({ newest: ended('2015-06-30') }))).toBe(0);
  });

  it('is judged alike for what should rise and what should fall', () => {
    expect(pathPercent(base)).toBeCloseTo(120, 0);
    const falling = facts({
      direction: 'decrease',
      baseline: { value: 100, on: '2015-12-31' },
      target: { value: 0, dueOn: '2025-12-31' },
    });
    expect(pathPercent(falling)).toBeCloseTo(80, 0);
    expect(pathPercent(facts({ ...falling, newest: { ...newest, value: 110 } }))).toBeCloseTo(-20, 0);
  });

  it.each([
    ['no baseline', { baseline: null }],
    ['no target', { target: null }],
    ['no figure', { newest: null }],
    ['a bound only', { newest: { ...newest, state: 'below_threshold', value: 5 } }],
    ['a figure whose number is not public', { newest: { ...newest, value: null } }],
    ['a target day before the baseline', { target: { value: 100, dueOn: '2015-12-31' } }],
    ['a figure from before the start', { newest: ended('2015-12-31') }],
  ] satisfies [string, Partial<IndicatorFacts>][])('cannot be told with %s', (_case, change) => {
    expect(pathPercent(facts(change))).toBeNull();
  });
});

describe('a target', () => {
  const value = (number: number | null) => ({ ...newest, value: number });
  const bound = (number: number | null) => ({ ...newest, state: 'below_threshold' as const, value: number });
  const target = { value: 5, dueOn: '2025-12-31' };
  it.each([
    ['rising, above it', { target, newest: value(6) }, true],
    ['rising, exactly there', { target, newest: value(5) }, true],
    ['rising, below it', { target, newest: value(4) }, false],
    ['falling, below it', { target, direction: 'decrease', newest: value(4) }, true],
    ['falling, above it', { target, direction: 'decrease', newest: value(6) }, false],
    ['falling, "<5" against 5', { target, direction: 'decrease', newest: bound(5) }, true],
    ['falling, "<10" against 5', { target, direction: 'decrease', newest: bound(10) }, false],
    ['rising, "<10" against 5', { target, newest: bound(10) }, false],
    ['no figure', { target, newest: null }, false],
    ['a bound without its number', { target, direction: 'decrease', newest: bound(null) }, false],
    ['no target, a number', { target: null, newest: value(0) }, true],
    ['no target, a bound', { target: null, newest: bound(5) }, false],
    ['a law in force', { target: null, valueType: 'boolean', newest: value(1) }, true],
    ['a law not in force', { target: null, valueType: 'boolean', newest: value(0) }, false],
  ] satisfies [string, Partial<IndicatorFacts>, boolean][])(
    'is reached or not: %s',
    (_case, change, reached) => {
      expect(isAtTarget(facts(change))).toBe(reached);
    },
  );
});

describe('a figure', () => {
  it('speaks for two periods after its own, to the last day of the month', () => {
    expect(freshUntil(facts({ newest: ended('2025-12-31') }), 2)).toBe('2027-12-31');
    expect(freshUntil(facts({ newest: ended('2025-06-30'), periodicityMonths: 3 }), 2)).toBe('2025-12-31');
    expect(freshUntil(facts({ newest: ended('2026-02-28'), periodicityMonths: 12 }), 2)).toBe('2028-02-29');
    expect(isStale(facts({ newest: ended('2025-12-31') }), '2027-12-31', 2)).toBe(false);
    expect(isStale(facts({ newest: ended('2025-12-31') }), '2028-01-01', 2)).toBe(true);
  });

  it('is none while it is missing, but an answer that it does not apply is one', () => {
    expect(newestFigure(facts({ newest: { ...newest, state: 'missing', value: null } }))).toBeNull();
    expect(newestFigure(facts({ newest: { ...newest, state: 'not_applicable', value: null } }))?.state).toBe(
      'not_applicable',
    );
    expect(isStale(facts({ newest: null }), '2026-01-01', 2)).toBe(true);
  });

  it('speaks without an end where it is reported when it changes, and not at all where there is none', () => {
    const whenItChanges = facts({ newest: ended('2015-12-31'), periodicityMonths: null });
    expect(freshUntil(whenItChanges, 2)).toBeNull();
    expect(isStale(whenItChanges, '2026-01-01', 2)).toBe(false);
    expect(freshUntil(facts({ newest: null }), 2)).toBeNull();
    expect(freshUntil(facts({ newest: { ...newest, state: 'missing', value: null } }), 2)).toBeNull();
  });

  it('is complete by the share of dimensions that came with it; a figure that is none has no share', () => {
    const asked = { requiredDimensions: ['sex', 'age'], receivedDimensions: ['sex', 'region'] };
    expect(completenessPercent(facts(asked))).toBe(50);
    expect(completenessPercent(base)).toBeNull();
    expect(completenessPercent(facts({ ...asked, newest: null }))).toBeNull();
    for (const state of ['missing', 'not_applicable'] as const)
      expect(completenessPercent(facts({ ...asked, newest: { ...newest, state, value: null } }))).toBeNull();
  });
});
