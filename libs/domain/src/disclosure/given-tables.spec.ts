import { describe, expect, it } from '@jest/globals';

import type { SeriesKey } from '../indicator/indicator.js';
import type { CountedFigure } from './counted-figure.js';
import { GivenTables } from './given-tables.js';

function count(value: number, categories: SeriesKey = {}, provisional = false): CountedFigure {
  return { member: 'ALL', categories, label: categories, count: value, provisional };
}
const given = (...figures: readonly CountedFigure[]) => new GivenTables(figures);
const countsOf = (tables: GivenTables, ...codes: string[]) => {
  const counts = tables.counts(codes);
  return counts && Object.fromEntries(counts);
};
const SQUARE = [
  count(1, { sex: 'f', area: 'u' }),
  count(2, { sex: 'f', area: 'r' }),
  count(3, { sex: 'm', area: 'u' }),
  count(4, { sex: 'm', area: 'r' }),
];

describe('the total of given tables', () => {
  it('is the one that was given, a zero included', () => {
    expect(given(count(9), ...SQUARE).total).toBe(9);
    expect(given(count(0), count(3, { sex: 'f' })).total).toBe(0);
  });

  it('is what every table adds up to where none was given, and unknown where they differ', () => {
    expect(given(...SQUARE).total).toBe(10);
    expect(given(...SQUARE, count(10, { age: '0-17' })).total).toBe(10);
    expect(given(...SQUARE, count(9, { age: '0-17' })).total).toBeNull();
    expect(given().total).toBeNull();
  });
});

describe('what given tables know', () => {
  it('are the dimensions by which anything was told, in their order', () => {
    expect(given(count(10), ...SQUARE).dimensionCodes).toEqual(['area', 'sex']);
    expect(given(count(10)).dimensionCodes).toEqual([]);
  });

  it('are tables by the codes asked for, in that order', () => {
    const tables = given(count(10), ...SQUARE);
    expect(countsOf(tables, 'sex', 'area')).toEqual({ 'f|u': 1, 'f|r': 2, 'm|u': 3, 'm|r': 4 });
    expect(countsOf(tables, 'area', 'sex')).toEqual({ 'u|f': 1, 'r|f': 2, 'u|m': 3, 'r|m': 4 });
    expect(countsOf(tables, 'age')).toBeNull();
    expect(countsOf(tables, 'age', 'sex')).toBeNull();
  });

  it('are the margins of a table that covers everybody, added up', () => {
    const tables = given(count(10), ...SQUARE);
    expect(countsOf(tables, 'sex')).toEqual({ f: 3, m: 7 });
    expect(countsOf(tables, 'area')).toEqual({ u: 4, r: 6 });
  });

  it('are no margins of a table that leaves somebody out', () => {
    expect(countsOf(given(count(11), ...SQUARE), 'sex')).toBeNull();
  });

  it('are margins as the source gave them before those that were added up', () => {
    const tables = given(count(10), count(2, { sex: 'f' }), count(8, { sex: 'm' }), ...SQUARE);
    expect(countsOf(tables, 'sex')).toEqual({ f: 2, m: 8 });
    expect(countsOf(tables, 'area')).toEqual({ u: 4, r: 6 });
  });

  it('are of a table by three characteristics those by one and by two', () => {
    const tables = given(
      ...SQUARE.map(({ count: value, categories }) => count(value, { ...categories, age: '0-5' })),
      count(5, { sex: 'f', area: 'u', age: '6-17' }),
    );
    expect(tables.total).toBe(15);
    expect(countsOf(tables, 'age')).toEqual({ '0-5': 10, '6-17': 5 });
    expect(countsOf(tables, 'area', 'sex')).toEqual({ 'u|f': 6, 'r|f': 2, 'u|m': 3, 'r|m': 4 });
  });
});

describe('a cell of given tables', () => {
  const tables = given(
    count(10),
    count(10, { age: '0-17' }),
    ...SQUARE.slice(0, 3),
    count(4, SQUARE[3]!.categories, true),
  );

  it('is a figure where the source gave it, or gave what it is the sum of', () => {
    expect(tables.isPublished([])).toBe(true);
    expect(tables.isPublished(['age'], { age: '0-17' })).toBe(true);
    expect(tables.isPublished(['age'], { age: '18+' })).toBe(false);
    expect(tables.isPublished(['sex', 'area'], { sex: 'm', area: 'r' })).toBe(true);
    expect(tables.isPublished(['sex', 'area'], { sex: 'm', area: 'x' })).toBe(false);
    expect(tables.isPublished(['sex'], { sex: 'm' })).toBe(true);
    expect(tables.isPublished(['offence'], { offence: 'all' })).toBe(false);
  });

  it('is provisional as it was given, and one that was added up where anything of it is', () => {
    expect(tables.figureAt({ age: '0-17' }, 'ALL')).toEqual({
      member: 'ALL',
      categories: { age: '0-17' },
      provisional: false,
    });
    expect(tables.figureAt({ area: 'r', sex: 'm' }, 'ALL').provisional).toBe(true);
    expect(tables.figureAt({ sex: 'm' }, 'PART')).toEqual({
      member: 'PART',
      categories: { sex: 'm' },
      provisional: true,
    });
    expect(given(count(10)).figureAt({}, 'ALL').provisional).toBe(false);
  });

  it('keeps the name under which its figure was accepted', () => {
    const labelled = { ...count(10, { sex: 'f' }), label: { sex: 'f', cohort: 'year_of_event' } };
    expect(given(labelled).figureAt({ sex: 'f' }, 'ALL').categories).toEqual(labelled.label);
  });
});
