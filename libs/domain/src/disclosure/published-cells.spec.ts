import { describe, expect, it } from '@jest/globals';

import type { FigureKind, FigureValue, SeriesKey } from '../indicator/indicator.js';
import { publishableCell } from './publishable-cell.js';
import type { PrintedCell } from './publishable-cell.js';
import { publishedRate } from './published-rate.js';

const NOTHING: PrintedCell = {
  value: null,
  flag: 'not_shown',
  bound: null,
  provisional: false,
  announcedError: null,
};
const few = (value: number | null): FigureValue => ({ state: 'below_threshold', value, provisional: false });
const reported = (value: number): FigureValue => ({ state: 'reported', value, provisional: false });

describe('a cell outside any cube', () => {
  it.each<[FigureKind, SeriesKey, FigureValue, boolean, Partial<PrintedCell>]>([
    ['plain', { sex: 'f' }, reported(7), false, { value: 7, flag: null }],
    ['plain', {}, few(5), false, { flag: 'below_bound', bound: 5 }],
    ['citation', {}, reported(7), true, { value: 7, flag: null }],
    ['citation', {}, few(5), false, {}],
    ['derived_rate', {}, reported(7), true, {}],
    ['derived_rate', {}, few(5), true, {}],
    ['person_count', {}, reported(7), true, {}],
    ['person_count', {}, few(9), false, { flag: 'lt10' }],
    ['person_count', {}, few(11), false, {}],
    ['person_count', {}, few(null), false, {}],
    [
      'person_count',
      { stage: 'charge', cohort: 'year_of_event', offence: 'all' },
      few(5),
      false,
      { flag: 'lt10' },
    ],
    ['person_count', { stage: 'charge', sex: 'f' }, few(5), false, {}],
    ['person_count', {}, { state: 'missing', value: null, provisional: false }, false, { flag: 'missing' }],
    [
      'plain',
      {},
      { state: 'not_applicable', value: null, provisional: false },
      false,
      { flag: 'not_applicable' },
    ],
  ])('of kind %s, %j with %j (cited: %s) says no more than %j', (kind, categories, figure, cited, told) => {
    expect(publishableCell(kind, categories, figure, cited)).toEqual({ ...NOTHING, ...told });
  });
});

describe('a rate of published counts', () => {
  const cell = (value: number | null, change: Partial<PrintedCell> = {}): PrintedCell => ({
    ...NOTHING,
    flag: value === null ? 'lt10' : null,
    value,
    announcedError: 4,
    ...change,
  });
  const rate = (value: number, provisional = false) => ({ ...NOTHING, flag: null, value, provisional });

  it.each([
    [10, 50, 100, 20],
    [50, 50, 100, 100],
    [20, 30_000, 100_000, 66.7],
    [15, 1_000, 1_000, 15],
    [15, 1_010, 1_000, 14.9],
    [15, 200, 100, 8],
  ])('of %s in %s, per %s, is %s', (numerator, denominator, per, value) => {
    expect(publishedRate(cell(numerator), cell(denominator), per)).toEqual(rate(value));
  });

  it.each([
    [9, 500],
    [null, 500],
    [20, 49],
    [20, null],
    [null, null],
  ])('of %s in %s is not shown', (numerator, denominator) => {
    expect(publishedRate(cell(numerator), cell(denominator), 100)).toEqual(NOTHING);
  });

  it('is provisional where either count is, also where it is not shown', () => {
    const provisional = { provisional: true };
    expect(publishedRate(cell(10, provisional), cell(50), 100)).toEqual(rate(20, true));
    expect(publishedRate(cell(10), cell(50, provisional), 100)).toEqual(rate(20, true));
    expect(publishedRate(cell(10), cell(49, provisional), 100)).toEqual({ ...NOTHING, ...provisional });
  });
});
