import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { SeriesKey, ValueState } from './indicator.js';
import { departuresFrom, differs } from './parts-of-total.js';

const ASKED = [
  { code: 'sex', categories: ['female', 'male', 'not_recorded'] },
  { code: 'age', categories: ['0-5', '6-11', '12-14', '15-17', '0-17', '18+', 'not_recorded'] },
  { code: 'risk_group', categories: ['street', 'indigenous'] },
];

const figure = (categories: SeriesKey, value: number | null, state: ValueState = 'reported') => ({
  categories,
  value,
  state,
  provisional: false,
});
const rulesOf = (figures: ReturnType<typeof figure>[], type: 'count' | 'amount' | 'ratio' = 'count') =>
  departuresFrom(type, figures, ASKED).map(({ rule, dimension, category, parts, total }) => [
    rule,
    category ?? dimension,
    parts,
    total,
  ]);

describe('parts that were handed in with their total', () => {
  it('may stay below it while a category is not told', () => {
    expect(rulesOf([figure({}, 10), figure({ sex: 'female' }, 4), figure({ sex: 'male' }, 5)])).toEqual([]);
    const unknown = figure({ sex: 'not_recorded' }, null, 'missing');
    expect(
      rulesOf([figure({}, 10), figure({ sex: 'female' }, 4), figure({ sex: 'male' }, 5), unknown]),
    ).toEqual([]);
  });

  it('come to it where every category is told, "not recorded" among them', () => {
    const told = (rest: number) => [
      figure({}, 10),
      figure({ sex: 'female' }, 4),
      figure({ sex: 'male' }, 5),
      figure({ sex: 'not_recorded' }, rest),
    ];
    expect(rulesOf(told(1))).toEqual([]);
    expect(rulesOf(told(0))).toEqual([['parts.below_total', 'sex', 9, 10]]);
    expect(rulesOf(told(2))).toEqual([['parts.exceed_total', 'sex', 11, 10]]);
  });

  it('count a category that does not apply as told, and as none', () => {
    const figures = [
      figure({}, 9),
      figure({ sex: 'female' }, 4),
      figure({ sex: 'male' }, 5),
      figure({ sex: 'not_recorded' }, null, 'not_applicable'),
    ];
    expect(rulesOf(figures)).toEqual([]);
  });

  it('stand for every number below the bound that was printed', () => {
    const told = (total: number) => [
      figure({}, total),
      figure({ sex: 'female' }, 4),
      figure({ sex: 'male' }, 5, 'below_threshold'),
      figure({ sex: 'not_recorded' }, 0),
    ];
    expect([4, 6, 8].map((total) => rulesOf(told(total)))).toEqual([[], [], []]);
    expect(rulesOf(told(9))).toEqual([['parts.below_total', 'sex', 8, 9]]);
    expect(rulesOf(told(3))).toEqual([['part.exceeds_total', 'female', 4, 3]]);
  });

  it('may come to more where a child is counted in several, but no one of them exceeds it', () => {
    const figures = (street: number) => [
      figure({}, 10),
      figure({ risk_group: 'street' }, street),
      figure({ risk_group: 'indigenous' }, 8),
    ];
    expect(rulesOf(figures(9))).toEqual([]);
    expect(rulesOf(figures(11))).toEqual([['part.exceeds_total', 'street', 11, 10]]);
  });

  it('leave out a category that holds others, which is held to the total alone', () => {
    const figures = (whole: number) => [
      figure({}, 10),
      figure({ age: '0-5' }, 6),
      figure({ age: '6-11' }, 4),
      figure({ age: '0-17' }, whole),
    ];
    expect(rulesOf(figures(10))).toEqual([]);
    expect(rulesOf(figures(12))).toEqual([['part.exceeds_total', '0-17', 12, 10]]);
  });

  it('are held to the total of their own row in a table of two dimensions', () => {
    const figures = [
      figure({ sex: 'female' }, 3),
      figure({ sex: 'female', risk_group: 'street' }, 5),
      figure({}, 100),
    ];
    expect(departuresFrom('count', figures, ASKED)).toEqual([
      {
        rule: 'part.exceeds_total',
        dimension: 'risk_group',
        whole: { sex: 'female' },
        category: 'street',
        parts: 5,
        total: 3,
      },
    ]);
  });

  it('are not held to it where shares do not add up, or nobody knows the total', () => {
    const parts = [figure({ sex: 'female' }, 40), figure({ sex: 'male' }, 70)];
    expect(rulesOf([figure({}, 55), ...parts], 'ratio')).toEqual([]);
    expect(rulesOf([figure({}, null, 'missing'), ...parts])).toEqual([]);
    expect(rulesOf(parts)).toEqual([]);
  });

  it('are no parts where they are stages of cases: each is held to the stages before it, in its own cohort', () => {
    const of = (stage: string, value: number, offence: string) => figure({ stage, offence }, value);
    expect(
      rulesOf([
        ...[of('complaint', 9, 'trafficking'), of('charge', 4, 'trafficking')],
        ...[of('conviction', 5, 'trafficking'), of('archived', 6, 'trafficking')],
        ...[of('charge', 50, 'all'), of('conviction', 40, 'all')],
      ]),
    ).toEqual([['stage.exceeds_earlier', 'conviction', 5, 4]]);
    expect(rulesOf([figure({ stage: 'charge' }, 4), figure({ stage: 'conviction' }, 5)], 'ratio')).toEqual(
      [],
    );
  });

  it('never depart where the total is their sum, whatever the amounts, and always where it is one cent away', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(cents, fc.boolean(), (amounts, above) => {
        const parts = ['female', 'male', 'not_recorded'].map((sex, place) =>
          figure({ sex }, amounts[place]! / 100),
        );
        const sum = amounts.reduce((one, other) => one + other, 0);
        expect(departuresFrom('amount', [figure({}, sum / 100), ...parts], ASKED)).toEqual([]);
        const away = departuresFrom('amount', [figure({}, (sum + (above ? 1 : -1)) / 100), ...parts], ASKED);
        expect(away.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is handed in again', () => {
  const ACCEPTED = { ...figure({}, 50), numerator: 2, denominator: 4 };

  it('is the same where nothing of it changed', () => {
    expect(differs(ACCEPTED, { ...ACCEPTED })).toBe(false);
  });

  it.each([
    { state: 'below_threshold' as const },
    { value: 51 },
    { value: null },
    { numerator: 3 },
    { denominator: null },
    { provisional: true },
  ])('is something else with %j', (change) => {
    expect(differs({ ...ACCEPTED, ...change }, ACCEPTED)).toBe(true);
  });
});
