import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { FigureProblemCode, ReadableIndicator, WrittenFigure } from './figure-reading.js';
import { readFigure } from './figure-reading.js';
import { readNumber } from './number-reading.js';

const of = (
  valueType: ReadableIndicator['valueType'],
  ratioPer: number | null = null,
): ReadableIndicator => ({
  valueType,
  ratioPer,
});
const percent = of('ratio', 100);

describe('a figure as it was written', () => {
  it.each([
    ['a count of zero is a value', of('count'), { value: '0' }, 'reported', 0],
    ['a grouped count', of('count'), { value: '1,234' }, 'reported', 1234],
    ['a count under a bound', of('count'), { value: '<5' }, 'below_threshold', 5],
    [
      'a bound told by its state',
      of('count'),
      { value: '5', state: 'below_threshold' },
      'below_threshold',
      5,
    ],
    ['yes, in Spanish', of('boolean'), { value: 'Sí' }, 'reported', 1],
    ['no', of('boolean'), { value: 'no' }, 'reported', 0],
    ['a day', of('date'), { value: '1970-01-31' }, 'reported', 30],
    ['a stage by its name', of('stage'), { value: 'in force' }, 'reported', 4],
    ['a stage by its place', of('stage'), { value: '2' }, 'reported', 2],
    ['an amount', of('amount'), { value: '12 345.60' }, 'reported', 12345.6],
    ['an index below zero', of('index'), { value: '−1.5' }, 'reported', -1.5],
    ['a share', percent, { value: '62.5 %' }, 'reported', 62.5],
    ['a share from its parts', percent, { value: '', numerator: '5', denominator: '8' }, 'reported', 62.5],
    [
      'a rounded share beside its parts',
      percent,
      { value: '33', numerator: '1', denominator: '3' },
      'reported',
      33,
    ],
    [
      'a rate in a population',
      of('ratio', 100_000),
      { value: '', numerator: '3', denominator: '200000' },
      'reported',
      1.5,
    ],
    ['what is missing', of('count'), { value: '', state: 'missing' }, 'missing', null],
    ['what does not apply', of('amount'), { value: ' ', state: 'not_applicable' }, 'not_applicable', null],
  ] satisfies [string, ReadableIndicator, WrittenFigure, string, number | null][])(
    'is kept: %s',
    (_case, indicator, written, state, value) => {
      const { figure } = readFigure(indicator, written);
      expect(figure).toMatchObject({ state, provisional: false });
      if (value === null) expect(figure?.value).toBeNull();
      else expect(figure?.value).toBeCloseTo(value, 9);
    },
  );

  it('keeps the parts of a ratio, and the provisional mark', () => {
    const written = { value: '50', numerator: '2', denominator: '4', provisional: true };
    expect(readFigure(percent, written).figure).toEqual({
      state: 'reported',
      value: 50,
      provisional: true,
      numerator: 2,
      denominator: 4,
    });
  });

  it.each([
    ['nothing at all', of('count'), { value: '' }, 'figure.value_missing'],
    [
      'a number that is said to be missing',
      of('count'),
      { value: '3', state: 'missing' },
      'figure.value_unwanted',
    ],
    ['a word', of('count'), { value: 'many' }, 'figure.not_a_number'],
    ['a comma that groups nothing', of('amount'), { value: '1,5' }, 'figure.not_a_number'],
    ['half a child', of('count'), { value: '2.5' }, 'figure.not_a_count'],
    ['fewer than none', of('count'), { value: '-1' }, 'figure.negative'],
    ['more than can be counted', of('count'), { value: '9'.repeat(17) }, 'figure.too_large'],
    ['maybe', of('boolean'), { value: 'maybe' }, 'figure.not_yes_or_no'],
    ['a day that there is not', of('date'), { value: '2026-02-30' }, 'figure.not_a_day'],
    ['a stage that there is not', of('stage'), { value: 'proclaimed' }, 'figure.not_a_stage'],
    ['a bound of a day', of('date'), { value: '<2026-02-03' }, 'figure.bound_unwanted'],
    ['half a ratio', percent, { value: '', numerator: '5' }, 'figure.ratio_half'],
    ['a share of nothing', percent, { value: '', numerator: '0', denominator: '0' }, 'figure.ratio_zero'],
    [
      'a share beside other parts',
      percent,
      { value: '34', numerator: '1', denominator: '3' },
      'figure.ratio_disagrees',
    ],
  ] satisfies [string, ReadableIndicator, WrittenFigure, FigureProblemCode][])(
    'is refused: %s',
    (_case, indicator, written, code) => {
      const reading = readFigure(indicator, written);
      expect(reading.figure).toBeNull();
      expect(reading.problem?.code).toBe(code);
    },
  );
});

describe('what cannot be kept', () => {
  const written = (change: Partial<WrittenFigure>): WrittenFigure => ({ value: '', ...change });

  it.each<[ReadableIndicator, WrittenFigure, string, string, string]>([
    [of('count'), written({ value: ' many ' }), 'figure.not_a_number', 'value', 'many'],
    [of('count'), written({ value: ' < many' }), 'figure.not_a_number', 'value', '< many'],
    [of('count'), written({ value: '<2.5' }), 'figure.not_a_count', 'value', '<2.5'],
    [of('boolean'), written({ value: '<1' }), 'figure.bound_unwanted', 'value', '<1'],
    [of('stage'), written({ value: '<1' }), 'figure.bound_unwanted', 'value', '<1'],
    [of('count'), written({ state: 'below_threshold' }), 'figure.value_missing', 'value', ''],
    [of('count'), written({ value: '  ' }), 'figure.value_missing', 'value', ''],
    [of('count'), written({ value: '5', state: 'missing' }), 'figure.value_unwanted', 'value', '5'],
    [of('count'), written({ value: '5', state: 'not_applicable' }), 'figure.value_unwanted', 'value', '5'],
    [of('amount'), written({ value: '-1' }), 'figure.negative', 'value', '-1'],
    [of('count'), written({ value: '-9007199254740993' }), 'figure.too_large', 'value', '-9007199254740993'],
    [of('stage'), written({ value: '5' }), 'figure.not_a_stage', 'value', '5'],
    [of('stage'), written({ value: '12' }), 'figure.not_a_stage', 'value', '12'],
    [percent, written({ numerator: ' 5 ' }), 'figure.ratio_half', 'denominator', ''],
    [percent, written({ denominator: '5' }), 'figure.ratio_half', 'numerator', ''],
    [percent, written({ value: '50', numerator: '5' }), 'figure.ratio_half', 'denominator', ''],
    [percent, written({ numerator: '5', denominator: ' 0 ' }), 'figure.ratio_zero', 'denominator', '0'],
    [percent, written({ numerator: 'few', denominator: '8' }), 'figure.not_a_number', 'numerator', 'few'],
    [percent, written({ numerator: '5', denominator: '-8' }), 'figure.negative', 'denominator', '-8'],
    [percent, written({ value: 'most' }), 'figure.not_a_number', 'value', 'most'],
    [
      percent,
      written({ value: '63 %', numerator: '5', denominator: '80' }),
      'figure.ratio_disagrees',
      'value',
      '63 %',
    ],
  ])('of %j, %j is %s of the %s', (indicator, given, code, field, told) => {
    expect(readFigure(indicator, given)).toEqual({
      figure: null,
      problem: { code, field, given: told },
    });
  });
});

describe('a share beside its parts', () => {
  const beside = (value: string, numerator: string, denominator: string, mark: '.' | ',' = '.') =>
    readFigure(percent, { value, numerator, denominator }, mark).problem?.code ?? 'agrees';

  it.each([
    ['66.7', '2', '3', 'agrees'],
    ['66.67 %', '2', '3', 'agrees'],
    ['66.6', '2', '3', 'figure.ratio_disagrees'],
    ['67', '2', '3', 'agrees'],
    ['66', '2', '3', 'figure.ratio_disagrees'],
    ['12.5', '1', '8', 'agrees'],
    ['13', '1', '8', 'agrees'],
    ['12', '1', '8', 'agrees'],
    ['100', '8', '8', 'agrees'],
    ['0', '0', '8', 'agrees'],
  ])('%s of %s in %s %s', (value, numerator, denominator, outcome) => {
    expect(beside(value, numerator, denominator)).toBe(outcome);
  });

  it('is read with the decimal mark of the file', () => {
    expect(beside('66,7', '2', '3', ',')).toBe('agrees');
    expect(beside('66,6', '2', '3', ',')).toBe('figure.ratio_disagrees');
    expect(beside('50', '1,5', '3', ',')).toBe('agrees');
  });

  it('is told per one where nothing else is said, and is provisional where it is said to be', () => {
    const parts = { value: '', numerator: '1', denominator: '4', provisional: true };
    expect(readFigure(of('ratio'), parts).figure).toEqual({
      state: 'reported',
      value: 0.25,
      provisional: true,
      numerator: 1,
      denominator: 4,
    });
  });
});

describe('a figure with digits only', () => {
  const WHOLE = { numerator: null, denominator: null, provisional: false };

  it.each<[ReadableIndicator, WrittenFigure, object]>([
    [of('count'), { value: '7' }, { ...WHOLE, state: 'reported', value: 7 }],
    [of('count'), { value: '7', state: 'reported' }, { ...WHOLE, state: 'reported', value: 7 }],
    [of('amount'), { value: ' 7 ' }, { ...WHOLE, state: 'reported', value: 7 }],
    [
      of('count'),
      { value: '7', provisional: true },
      { ...WHOLE, state: 'reported', value: 7, provisional: true },
    ],
    [of('count'), { value: '7', state: 'below_threshold' }, { ...WHOLE, state: 'below_threshold', value: 7 }],
    [
      of('count'),
      { value: '<7', provisional: true },
      { ...WHOLE, state: 'below_threshold', value: 7, provisional: true },
    ],
    [of('count'), { value: '＜ 7' }, { ...WHOLE, state: 'below_threshold', value: 7 }],
    [of('ratio', 100), { value: '7' }, { ...WHOLE, state: 'reported', value: 7 }],
    [
      of('ratio', 100),
      { value: '7', numerator: '7', denominator: '100' },
      { ...WHOLE, state: 'reported', value: 7, numerator: 7, denominator: 100 },
    ],
    [of('boolean'), { value: '1' }, { ...WHOLE, state: 'reported', value: 1 }],
    [of('boolean'), { value: '0' }, { ...WHOLE, state: 'reported', value: 0 }],
    [of('stage'), { value: '0' }, { ...WHOLE, state: 'reported', value: 0 }],
    [of('stage'), { value: 'None' }, { ...WHOLE, state: 'reported', value: 0 }],
    [of('date'), { value: '1970-01-01' }, { ...WHOLE, state: 'reported', value: 0 }],
    [
      of('count'),
      { value: '', state: 'missing', provisional: true },
      { ...WHOLE, state: 'missing', value: null, provisional: true },
    ],
    [
      of('count'),
      { value: '9007199254740991' },
      { ...WHOLE, state: 'reported', value: 9_007_199_254_740_991 },
    ],
    [of('index'), { value: '-2.5' }, { ...WHOLE, state: 'reported', value: -2.5 }],
  ])('of %j, %j is kept whole', (indicator, written, figure) => {
    expect(readFigure(indicator, written)).toEqual({ figure, problem: null });
  });
});

describe('a written number', () => {
  it('is the same with a decimal point and a decimal comma, grouped or not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        (whole, cents) => {
          const decimals = String(cents).padStart(2, '0');
          const number = Number(`${whole}.${decimals}`);
          for (const mark of ['.', ','] as const)
            for (const group of ['', mark === '.' ? ',' : '.', ' ', '\u202f']) {
              const digits = String(whole).replace(/\B(?=(\d{3})+$)/gu, group);
              expect(readNumber(`${digits}${mark}${decimals}`, mark)).toBe(number);
            }
        },
      ),
    );
  });

  it.each([
    ['62%', '.', 62],
    ['62,5  %', ',', 62.5],
    [' 1\u2009234 ', '.', 1234],
    ['+5', '.', 5],
    ['–5', '.', -5],
    ['−1,234.50', '.', -1234.5],
    ['1.234.567', ',', 1_234_567],
  ] as const)('is read: "%s" with "%s" before decimals', (text, mark, number) => {
    expect(readNumber(text, mark)).toBe(number);
  });

  it.each([
    '',
    '-',
    '1.2.3',
    '1,23',
    '1,2345',
    '1234,567',
    '12,34,567',
    ',123',
    '1,234.567,890',
    '1e5',
    '0x10',
    '1.234,5',
    '5 6',
    '5 %5',
    '5%%',
    'x5',
    '5x',
    '.5',
    '5.',
    'NaN',
    'Infinity',
    '١٢',
  ])('is none: "%s"', (text) => {
    expect(readNumber(text, '.')).toBeNull();
  });
});
