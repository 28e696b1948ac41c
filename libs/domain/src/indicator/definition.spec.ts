import { describe, expect, it } from '@jest/globals';

import { faultsOfDefinition, lockedBy } from './definition.js';
import type { IndicatorDefinition } from './definition.js';

const VICTIMS: IndicatorDefinition = {
  track: 'data',
  class: 'outcome',
  name: { en: 'Victims', es: 'Víctimas' },
  unit: { en: 'children', es: 'niñas y niños' },
  population: null,
  valueType: 'count',
  ratioPer: null,
  figureKind: 'person_count',
  direction: 'decrease',
  periodicityMonths: 12,
  baseline: { value: 120, on: '2022-12-31' },
  target: { value: 60, dueOn: '2027-12-31' },
  requiredDimensions: ['sex', 'age'],
  sheet: {},
};
const RATIO = { valueType: 'ratio', ratioPer: 100, figureKind: 'plain' } as const;
const DIMENSIONS = new Set(['sex', 'age', 'department']);

describe('the definition of an indicator', () => {
  it('that is whole has no fault', () => {
    expect(faultsOfDefinition(VICTIMS, DIMENSIONS)).toEqual([]);
    expect(faultsOfDefinition({ ...VICTIMS, figureKind: null, periodicityMonths: null }, null)).toEqual([]);
  });

  it.each<[string, Partial<IndicatorDefinition>, string]>([
    ['a ratio that is not told per anything', { ...RATIO, ratioPer: null }, 'indicator.ratio_per'],
    ['a ratio per nothing', { ...RATIO, ratioPer: 0 }, 'indicator.ratio_per'],
    ['a count that is told per hundred', { ratioPer: 100 }, 'indicator.ratio_per'],
    [
      'a count of persons that is a ratio',
      { ...RATIO, figureKind: 'person_count' },
      'indicator.kind_of_persons',
    ],
    ['a rate that is a count', { figureKind: 'derived_rate' }, 'indicator.kind_of_rate'],
    ['money of the budget that is a count', { track: 'budget' }, 'indicator.budget_amount'],
    [
      'purposes of money where no money is',
      { requiredPurposes: ['recovery'] },
      'indicator.purposes_of_budget',
    ],
    [
      'a purpose that nobody knows',
      { track: 'budget', valueType: 'amount', figureKind: 'plain', requiredPurposes: ['travel'] },
      'indicator.purpose_unknown',
    ],
    [
      'registered victims in a plain count',
      { figureKind: 'plain', countsVictims: true },
      'indicator.victims_counted',
    ],
    ['a period of no month', { periodicityMonths: 0 }, 'indicator.periodicity'],
    ['a period of more than ten years', { periodicityMonths: 121 }, 'indicator.periodicity'],
    [
      'a target on the day of the baseline',
      { target: { value: 60, dueOn: '2022-12-31' } },
      'indicator.target_before_baseline',
    ],
    ['half a child as target', { target: { value: 60.5, dueOn: '2027-12-31' } }, 'indicator.target_value'],
    [
      'a yes of two',
      {
        valueType: 'boolean',
        figureKind: 'plain',
        baseline: null,
        target: { value: 2, dueOn: '2027-12-31' },
      },
      'indicator.target_value',
    ],
    [
      'a stage that is none',
      { valueType: 'stage', figureKind: 'plain', baseline: null, target: { value: 5, dueOn: '2027-12-31' } },
      'indicator.target_value',
    ],
    ['a dimension that nobody knows', { requiredDimensions: ['shoe_size'] }, 'indicator.dimension_unknown'],
    ['a dimension twice', { requiredDimensions: ['sex', 'sex'] }, 'indicator.dimension_twice'],
  ])('with %s is refused', (_case, change, code) => {
    const faults = faultsOfDefinition({ ...VICTIMS, ...change }, DIMENSIONS, new Set(['recovery']));
    expect(faults.map((fault) => fault.code)).toEqual([code]);
  });
});

describe('what contradicts itself', () => {
  const dueOn = '2027-12-31';
  const LAW = { valueType: 'stage', figureKind: 'plain', baseline: null } as const;
  const YES_OR_NO = { valueType: 'boolean', figureKind: 'plain', baseline: null } as const;

  it.each<[Partial<IndicatorDefinition>, string, string]>([
    [{ ratioPer: 100 }, 'ratioPer', 'a number above 0 for a ratio, and nothing for any other value'],
    [{ ...RATIO, figureKind: 'person_count' }, 'figureKind', 'a count of persons has the value type count'],
    [{ figureKind: 'derived_rate' }, 'figureKind', 'a rate from published figures has the value type ratio'],
    [{ track: 'budget' }, 'valueType', 'an indicator of the budget has the value type amount'],
    [{ periodicityMonths: 121 }, 'periodicityMonths', 'months from 1 to 120, or nothing'],
    [{ target: { value: 60, dueOn: '2020-12-31' } }, 'target', 'a day after the one of the baseline'],
    [{ target: { value: -1, dueOn } }, 'target', 'a value of the indicator: 0 or 1, a stage, or a number'],
    [
      { baseline: { value: 1.5, on: '2022-12-31' } },
      'baseline',
      'a value of the indicator: 0 or 1, a stage, or a number',
    ],
    [{ requiredDimensions: ['shoe_size'] }, 'requiredDimensions', 'dimensions of the list, not "shoe_size"'],
    [{ requiredDimensions: ['sex', 'sex'] }, 'requiredDimensions', 'each dimension once'],
  ])('%j is told at %s, with what is expected', (change, field, expected) => {
    expect(faultsOfDefinition({ ...VICTIMS, ...change }, DIMENSIONS)).toMatchObject([{ field, expected }]);
  });

  it('is told of each field, not of the first alone', () => {
    const faults = faultsOfDefinition({ ...VICTIMS, periodicityMonths: 0, ratioPer: 1 }, DIMENSIONS);
    expect(faults.map(({ field }) => field)).toEqual(['ratioPer', 'periodicityMonths']);
  });

  it.each<[string, Partial<IndicatorDefinition>]>([
    ['a period of a month', { periodicityMonths: 1 }],
    ['a period of ten years', { periodicityMonths: 120 }],
    ['a rate of published figures', { ...RATIO, figureKind: 'derived_rate', baseline: null, target: null }],
    ['a share that is no whole number', { ...RATIO, target: { value: 62.5, dueOn } }],
    ['an index below zero', { valueType: 'index', figureKind: 'plain', target: { value: -3, dueOn } }],
    ['an amount of the budget', { valueType: 'amount', figureKind: 'plain', track: 'budget' }],
    ['no child at all as target', { target: { value: 0, dueOn } }],
    ['no as target', { ...YES_OR_NO, target: { value: 0, dueOn } }],
    ['yes as target', { ...YES_OR_NO, target: { value: 1, dueOn } }],
    ['no law yet', { ...LAW, target: { value: 0, dueOn } }],
    ['a law in force', { ...LAW, target: { value: 4, dueOn } }],
    ['a target without a baseline', { baseline: null }],
    ['a baseline without a target', { target: null }],
    ['no dimension', { requiredDimensions: [] }],
  ])('is not %s', (_case, change) => {
    expect(faultsOfDefinition({ ...VICTIMS, ...change }, DIMENSIONS)).toEqual([]);
  });

  it.each<[string, Partial<IndicatorDefinition>]>([
    ['less than no child', { target: { value: -1, dueOn } }],
    ['a number without end', { target: { value: Number.POSITIVE_INFINITY, dueOn } }],
    ['what is no number, of an index', { ...RATIO, target: { value: Number.NaN, dueOn } }],
    ['half a stage', { ...LAW, target: { value: 1.5, dueOn } }],
    ['a stage before the first', { ...LAW, target: { value: -1, dueOn } }],
    ['half a yes', { ...YES_OR_NO, target: { value: 0.5, dueOn } }],
  ])('is a target of %s', (_case, change) => {
    expect(faultsOfDefinition({ ...VICTIMS, ...change }, DIMENSIONS)).toMatchObject([
      { field: 'target', code: 'indicator.target_value' },
    ]);
  });
});

describe('an indicator with figures on record', () => {
  const inUse = { figures: true, dimensions: ['sex'] };

  it.each<[string, Partial<IndicatorDefinition>, string[]]>([
    ['another value type', { valueType: 'index' }, ['indicator.value_type_in_use']],
    [
      'a ratio in place of a count',
      RATIO,
      ['indicator.value_type_in_use', 'indicator.ratio_per_in_use', 'indicator.kind_in_use'],
    ],
    ['another kind of figure', { figureKind: 'plain' }, ['indicator.kind_in_use']],
    ['no kind of figure any more', { figureKind: null }, ['indicator.kind_in_use']],
    ['another track', { track: 'prosecutions' }, ['indicator.track_in_use']],
    [
      'a dimension less, by which figures are broken down',
      { requiredDimensions: ['age'] },
      ['indicator.dimension_in_use'],
    ],
  ])('does not take %s', (_case, change, codes) => {
    expect(lockedBy(inUse, VICTIMS, { ...VICTIMS, ...change }).map(({ code }) => code)).toEqual(codes);
    expect(lockedBy({ figures: false, dimensions: [] }, VICTIMS, { ...VICTIMS, ...change })).toEqual([]);
  });

  it('says which field is bound, and by what', () => {
    const because = 'figures of it are on record';
    const change = { valueType: 'ratio', ratioPer: 100, figureKind: null, track: 'prosecutions' } as const;
    const before = { ...VICTIMS, requiredDimensions: ['sex', 'age', 'department'] };
    expect(
      lockedBy({ figures: true, dimensions: ['sex', 'age'] }, before, {
        ...VICTIMS,
        ...change,
        requiredDimensions: [],
      }),
    ).toEqual([
      { field: 'valueType', code: 'indicator.value_type_in_use', because },
      { field: 'ratioPer', code: 'indicator.ratio_per_in_use', because },
      { field: 'figureKind', code: 'indicator.kind_in_use', because },
      { field: 'track', code: 'indicator.track_in_use', because },
      {
        field: 'requiredDimensions',
        code: 'indicator.dimension_in_use',
        because: 'figures are broken down by sex, age',
      },
    ]);
  });

  it('takes other words, another target, a dimension more, one less that no figure has, and a first kind of figure', () => {
    const after = {
      ...VICTIMS,
      name: { en: 'Child victims', es: 'Víctimas' },
      target: null,
      direction: 'increase',
    } as const;
    expect(lockedBy(inUse, VICTIMS, { ...after, requiredDimensions: ['sex', 'department'] })).toEqual([]);
    expect(lockedBy(inUse, { ...VICTIMS, figureKind: null }, VICTIMS)).toEqual([]);
  });
});
