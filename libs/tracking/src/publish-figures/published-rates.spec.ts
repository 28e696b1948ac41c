import { describe, expect, it } from '@jest/globals';

import type { AcceptedFigure, PublishedFigure } from '#persistence';

import { publishedRates } from './published-rates.js';

const VICTIMS: PublishedFigure = {
  indicatorCode: 'VICTIMS',
  seriesKey: 'location=PE-LIM',
  sourceCode: 'POLICE',
  categories: { location: 'PE-LIM' },
  periodStartOn: '2024-01-01',
  periodEndOn: '2024-12-31',
  value: 35,
  flag: null,
  bound: null,
  provisional: false,
  announcedError: 4,
  cubeVersion: 1,
};
const POPULATION: PublishedFigure = {
  ...VICTIMS,
  indicatorCode: 'POPULATION',
  sourceCode: 'CENSUS',
  value: 2_750_000,
  announcedError: null,
  cubeVersion: null,
};
const RATE = { indicatorCode: 'RATE', numerator: 'VICTIMS', denominator: 'POPULATION', per: 100_000 };
const PERSONS = [{ indicatorCode: 'VICTIMS', cube: 'victims' }] as unknown as AcceptedFigure[];

const rateOf = (above: Partial<PublishedFigure>, ...populations: readonly Partial<PublishedFigure>[]) =>
  publishedRates(
    [RATE],
    [{ ...VICTIMS, ...above }],
    PERSONS,
    populations.map((one) => ({ ...POPULATION, ...one })),
  );

describe('a rate of a public population', () => {
  it('is the published count per 100,000 of the same place and year, to one decimal, under the source of the count', () => {
    expect(rateOf({}, {})).toEqual([{ ...VICTIMS, indicatorCode: 'RATE', value: 1.3, announcedError: null }]);
  });

  it('is not shown of a count below ten, or of no number of people', () => {
    const few = { value: null, flag: 'lt10' as const };
    expect(rateOf(few, {})).toMatchObject([{ value: null, flag: 'not_shown' }]);
    expect(rateOf({}, { value: null, flag: 'missing' })).toMatchObject([{ flag: 'not_shown' }]);
    expect(rateOf({}, { value: 40 })).toMatchObject([{ flag: 'not_shown' }]);
  });

  it('takes the population of the middle of the year where there is none of the whole of it', () => {
    const middle = { periodStartOn: '2024-06-30', periodEndOn: '2024-06-30', value: 3_500_000 };
    expect(rateOf({}, middle)).toMatchObject([{ value: 1 }]);
    expect(rateOf({}, middle, {})).toMatchObject([{ value: 1.3 }]);
  });

  it('takes the first of several sources, and nothing of another year or place', () => {
    expect(rateOf({}, { sourceCode: 'B' }, { sourceCode: 'A', value: 3_500_000 })).toMatchObject([
      { value: 1 },
    ]);
    expect(rateOf({}, { periodStartOn: '2023-01-01', periodEndOn: '2023-12-31' })).toEqual([]);
    expect(rateOf({}, { seriesKey: '' })).toEqual([]);
  });

  it('is never of a count of persons in another cube', () => {
    const other = { indicatorCode: 'POPULATION', cube: 'others' } as unknown as AcceptedFigure;
    expect(publishedRates([RATE], [VICTIMS, POPULATION], [...PERSONS, other], [POPULATION])).toEqual([]);
  });
});
