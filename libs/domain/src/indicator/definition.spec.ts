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
