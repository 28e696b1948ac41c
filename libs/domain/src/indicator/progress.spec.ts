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

  describe('where the series has broken since the baseline', () => {
    const since = (first: PathFacts['baseline'], on = '2018-01-01') => ({ seriesBreak: { on, first } });

    it('is measured from the first figure after the break, not from the baseline', () => {
      const first = { value: 50, on: '2018-12-31' };
      expect(progressOf(at(40))).toMatchObject({ class: 'on_track', breakOn: null });
      expect(progressOf(at(40, since(first)))).toMatchObject({
        class: 'deteriorating',
        breakOn: '2018-01-01',
      });
    });

    it('cannot be told while nothing after the break can be compared, and says which break', () => {
      const reason = { class: 'no_data', pathPercent: null, breakOn: '2020-01-01' };
      expect(progressOf(at(40, since({ value: 40, on: '2020-12-31' }, '2020-01-01')))).toMatchObject(reason);
      expect(progressOf(at(40, since(null, '2020-01-01')))).toMatchObject(reason);
    });

    it('is measured from the baseline where that lies after the break, or the newest figure before it', () => {
      const plain = progressOf(at(40));
      expect(progressOf(at(40, since({ value: 1, on: '2010-12-31' }, '2010-01-01')))).toEqual(plain);
      expect(progressOf(at(40, since({ value: 1, on: '2022-12-31' }, '2022-01-01')))).toEqual(plain);
    });

    it('still says that a target was reached: that compares no two figures', () => {
      expect(progressOf(at(60, since(null)))?.class).toBe('target_achieved');
    });
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
