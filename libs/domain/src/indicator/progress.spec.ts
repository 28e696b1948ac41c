import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { PathFacts } from './path.js';
import { PROGRESS_CLASSES, progressOf } from './progress.js';

const HALF_WAY = { startOn: '2020-01-01', endOn: '2020-12-31' };
const at = (value: number | null, change: Partial<PathFacts> = {}): PathFacts => ({
  valueType: 'ratio',
  direction: 'increase',
  baseline: { value: 20, on: '2015-12-31' },
  target: { value: 60, dueOn: '2025-12-31' },
  newest: value === null ? null : { state: 'reported', value, provisional: false, period: HALF_WAY },
  ...change,
});

describe('progress towards a target', () => {
  it.each([
    [60, 'target_achieved'],
    [40, 'on_track'],
    [35.1, 'on_track'],
    [34.9, 'moderate'],
    [30.1, 'moderate'],
    [29.9, 'limited'],
    [20, 'limited'],
    [19, 'deteriorating'],
    [null, 'no_data'],
  ])('half-way in time, %p is %s', (value, expected) => {
    expect(progressOf(at(value))?.class).toBe(expected);
  });

  it('says where the figure would stand, and how much of that way was gone', () => {
    const progress = progressOf(at(30));
    expect(progress?.expected).toBeCloseTo(40, 0);
    expect(progress?.pathPercent).toBeCloseTo(50, 0);
  });

  it.each([
    ['no baseline', { baseline: null }],
    ['no target', { target: null }],
    ['nothing between no and yes', { valueType: 'boolean', target: { value: 1, dueOn: '2025-12-31' } }],
    ['a target day before the baseline', { target: { value: 60, dueOn: '2015-12-31' } }],
  ] satisfies [string, Partial<PathFacts>][])('is none with %s', (_case, change) => {
    expect(progressOf(at(30, change))).toBeNull();
  });

  it('never gets worse when the figure gets better, whichever way is better', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        fc.integer({ min: -200, max: 200 }),
        fc.nat(50),
        (start, way, rises, value, better) => {
          const sign = rises ? 1 : -1;
          const facts = (worth: number): PathFacts =>
            at(worth, {
              direction: rises ? 'increase' : 'decrease',
              baseline: { value: start, on: '2015-12-31' },
              target: { value: start + sign * way, dueOn: '2025-12-31' },
            });
          const rank = (worth: number) => PROGRESS_CLASSES.indexOf(progressOf(facts(worth))!.class);
          expect(rank(value + sign * better)).toBeLessThanOrEqual(rank(value));
        },
      ),
    );
  });
});
