import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { FigureValue } from '../indicator/indicator.js';
import { CASE_STAGES } from './prosecution.js';
import type { CaseCount } from './prosecution.js';
import { regionsAboveCountry, stagesAboveEarlier } from './stage-order.js';

type Told = number | '<5' | 'missing' | 'not_applicable';

function figure(told: Told): FigureValue {
  if (told === 'missing' || told === 'not_applicable')
    return { state: told, value: null, provisional: false };
  return told === '<5'
    ? { state: 'below_threshold', value: 5, provisional: false }
    : { state: 'reported', value: told, provisional: false };
}
const above = (told: Partial<Record<CaseCount, Told>>) =>
  stagesAboveEarlier(
    Object.fromEntries(Object.entries(told).map(([stage, one]) => [stage, figure(one)])),
  ).map(({ stage, cases, earlier, most }) => [stage, cases, earlier, most]);

describe('a stage of a cohort', () => {
  it.each<[string, Partial<Record<CaseCount, Told>>, unknown[]]>([
    ['as many as before', { complaint: 9, charge: 9, conviction: 9, archived: 9 }, []],
    ['more convictions than charges', { charge: 8, conviction: 9 }, [['conviction', 9, 'charge', 8]]],
    [
      'past a stage that nobody counted',
      { charge: 8, trial: 'missing', conviction: 9 },
      [['conviction', 9, 'charge', 8]],
    ],
    [
      'past a stage that does not apply',
      { charge: 8, trial: 'not_applicable', conviction: 9 },
      [['conviction', 9, 'charge', 8]],
    ],
    [
      'past a stage that is too large itself',
      { charge: 8, trial: 20, conviction: 9 },
      [
        ['trial', 20, 'charge', 8],
        ['conviction', 9, 'charge', 8],
      ],
    ],
    ['below a bound', { charge: '<5', conviction: 4 }, []],
    ['above a bound', { charge: '<5', conviction: 5 }, [['conviction', 5, 'charge', 4]]],
    ['a bound, which may be none', { charge: 0, conviction: '<5' }, []],
    ['after nobody', { charge: 0, conviction: 1 }, [['conviction', 1, 'charge', 0]]],
    [
      'archived, more than complained',
      { complaint: 9, investigation: 3, archived: 10 },
      [['archived', 10, 'complaint', 9]],
    ],
    ['archived, more than was investigated', { complaint: 9, investigation: 3, archived: 6 }, []],
    ['archived, and nobody counted the complaints', { investigation: 3, archived: 60 }, []],
    ['alone', { conviction: 9 }, []],
  ])('is not above an earlier one: %s', (_case, told, expected) => {
    expect(above(told)).toEqual(expected);
  });

  it('is found whatever the numbers: none in a falling cohort, one at least where a stage rises above the first', () => {
    const counts = fc.array(fc.nat(10_000), { minLength: CASE_STAGES.length, maxLength: CASE_STAGES.length });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: CASE_STAGES.length - 1 }), (numbers, at) => {
        const falling = [...numbers].sort((one, other) => other - one);
        const told = Object.fromEntries(CASE_STAGES.map((stage, place) => [stage, falling[place]!]));
        expect(above(told)).toEqual([]);
        const risen = above({ ...told, [CASE_STAGES[at]!]: falling[0]! + 1 });
        expect(risen[0]?.[0]).toBe(CASE_STAGES[at]);
      }),
    );
  });
});

describe('the regions of a stage', () => {
  it.each<[Told | undefined, Told[], unknown]>([
    [10, [4, 6], null],
    [10, [4, 7], { sum: 11, most: 10 }],
    [10, [4, 6, '<5'], null],
    ['<5', [4, 1], { sum: 5, most: 4 }],
    ['missing', [4, 7], null],
    [undefined, [4, 7], null],
  ])('do not come to more than the country: %s, %j', (country, regions, expected) => {
    expect(
      regionsAboveCountry(country === undefined ? country : figure(country), regions.map(figure)),
    ).toEqual(expected);
  });
});
