import { describe, expect, it } from '@jest/globals';

import type { KeyedFigure } from '../indicator/parts-of-total.js';
import { caseDepartures } from './case-departures.js';

const COHORT = { cohort: 'year_of_complaint', facet: 'main', offence: 'all', year: '2024' };
const count = (stage: string, value: number | null, region = 'all'): KeyedFigure => ({
  categories: { ...COHORT, region, stage },
  state: value === null ? 'missing' : 'reported',
  value,
  provisional: false,
});

describe('counts of cases that are handed in', () => {
  it.each([
    ['a later stage above an earlier one', [count('charge', 5), count('conviction', 6)], [], [[6, 5]]],
    ['as many at the later stage', [count('charge', 5), count('conviction', 5)], [], []],
    ['above an earlier stage that is on record', [count('conviction', 6)], [count('charge', 5)], [[6, 5]]],
    [
      'a record that is corrected with it',
      [count('charge', 7), count('conviction', 6)],
      [count('charge', 5)],
      [],
    ],
    ['an earlier stage that nobody knows', [count('charge', null), count('conviction', 6)], [], []],
    [
      'more archived than reported',
      [count('archived', 9)],
      [count('complaint', 8), count('charge', 2)],
      [[9, 8]],
    ],
    ['a fault of a cohort that nothing is said of', [], [count('charge', 1), count('conviction', 2)], []],
  ] as const)('are held to each other: %s', (_, handedIn, onRecord, expected) => {
    expect(caseDepartures(handedIn, onRecord).map(({ parts, total }) => [parts, total])).toEqual(expected);
  });

  it('name the stage, and what it belongs to', () => {
    expect(caseDepartures([count('conviction', 6)], [count('charge', 5)])).toEqual([
      {
        rule: 'stage.exceeds_earlier',
        dimension: 'stage',
        whole: { ...COHORT, region: 'all' },
        category: 'conviction',
        parts: 6,
        total: 5,
      },
    ]);
  });

  it('of regions come to no more than the country', () => {
    const country = count('charge', 5);
    expect(caseDepartures([count('charge', 3, '080000'), count('charge', 3, '150000')], [country])).toEqual([
      {
        rule: 'parts.exceed_total',
        dimension: 'region',
        whole: country.categories,
        category: null,
        parts: 6,
        total: 5,
      },
    ]);
    expect(caseDepartures([count('charge', 2, '080000')], [country, count('charge', 3, '150000')])).toEqual(
      [],
    );
  });

  it.each([
    ['year', '2023'],
    ['offence', 'trafficking'],
    ['facet', 'officials'],
    ['cohort', 'year_of_event'],
    ['region', '150000'],
  ])('are not held to those of another %s', (dimension, category) => {
    const charged = count('charge', 5);
    const other = { ...charged, categories: { ...charged.categories, [dimension]: category } };
    expect(caseDepartures([count('conviction', 6), other], [])).toEqual([]);
  });

  it('are one set whatever the order in which their categories were written', () => {
    const charged = count('charge', 5);
    const turned = {
      ...charged,
      categories: Object.fromEntries(Object.entries(charged.categories).reverse()),
    };
    expect(caseDepartures([count('conviction', 6)], [turned])).toHaveLength(1);
  });
});
