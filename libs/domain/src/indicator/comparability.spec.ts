import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { SourceFigure } from './comparability.js';
import { figuresAtBreaks, numbersIn, widestGap } from './comparability.js';

const said = (source: string, value: number, error = 0): SourceFigure => ({ source, value, error });

describe('the gap between sources', () => {
  it('is between the lowest and the highest of them', () => {
    expect(widestGap([said('MP', 476), said('PNP', 1054), said('RETA', 765)])).toEqual({
      low: said('MP', 476),
      high: said('PNP', 1054),
    });
  });

  it('is none where one source or none says a number, or all say the same', () => {
    expect(widestGap([])).toBeNull();
    expect(widestGap([said('MP', 476)])).toBeNull();
    expect(widestGap([said('MP', 0), said('PNP', 0)])).toBeNull();
  });

  it('is none where publication alone may have parted the numbers', () => {
    expect(widestGap([said('MP', 20, 4), said('PNP', 25, 4)])).toBeNull();
    expect(widestGap([said('MP', 20, 4), said('PNP', 30, 4)])).not.toBeNull();
  });

  it('takes zero for a value', () => {
    expect(widestGap([said('MP', 0), said('PNP', 1)])).not.toBeNull();
  });

  it('does not depend on the order of the sources', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 2, maxLength: 5 }), (values) => {
        const figures = values.map((value, place) => said(`s${place}`, value, 2));
        const gap = (all: readonly SourceFigure[]) => {
          const found = widestGap(all);
          return found && found.high.value - found.low.value;
        };
        expect(gap([...figures].reverse())).toBe(gap(figures));
      }),
    );
  });
});

describe('a break in a series', () => {
  const line = (series: string, source: string, years: readonly number[]) =>
    years.map((year) => ({ series, source, endOn: `${year}-12-31` }));
  const at = (on: string, source: string | null = null) => [{ on, source }];

  it('marks the first figure of each series from that day on', () => {
    const figures = [...line('', 'MP', [2018, 2019, 2020, 2021]), ...line('sex=f', 'MP', [2021, 2018])];
    expect([...figuresAtBreaks(figures, at('2020-01-01'))]).toEqual([2, 4]);
  });

  it('marks the source that it is about, and no other', () => {
    const figures = [...line('', 'MP', [2019, 2020]), ...line('', 'PNP', [2019, 2020])];
    expect([...figuresAtBreaks(figures, at('2020-06-01', 'PNP'))]).toEqual([3]);
  });

  it('marks nothing where a series has no figure before it, or none after it', () => {
    expect([...figuresAtBreaks(line('', 'MP', [2020, 2021]), at('2020-01-01'))]).toEqual([]);
    expect([...figuresAtBreaks(line('', 'MP', [2018, 2019]), at('2020-01-01'))]).toEqual([]);
  });
});

describe('numbers in a text', () => {
  it.each([
    ['The police counts 37 and the ministry 12.', [37, 12]],
    ['En 2019, 1 054 denuncias frente a 1.189', [1054, 1189]],
    ['a rate of 12,5 per hundred', [12.5]],
    ['since 2018 the law counts them', []],
    ['no number at all', []],
  ])('of %p are found', (text, numbers) => {
    expect(numbersIn(text)).toEqual(expect.arrayContaining(numbers));
    if (numbers.length === 0) expect(numbersIn(text)).toEqual([]);
  });
});
