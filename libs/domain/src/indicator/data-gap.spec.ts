import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { completenessByYear } from './completeness.js';
import type { AskedIndicator } from './data-gap.js';
import { dataGapsOf, receivedPercent } from './data-gap.js';

const NONE = { numbers: 0, zeros: 0, hidden: 0 };
const DIMENSIONS = ['sex', 'age', 'nationality', 'offence'];

describe('what was asked for, beside what came', () => {
  it.each([
    ['nothing', [], [], null, 'missing'],
    ['the answer that it does not apply', [], ['sex'], null, 'not_applicable'],
    ['a breakdown of which no cell is published', ['sex'], [], null, 'hidden'],
    ['cells that are published and did not come for the period', [], [], { numbers: 3 }, 'missing'],
    ['numbers, and some that are hidden', ['sex'], [], { numbers: 3, hidden: 2, zeros: 1 }, 'received'],
    ['cells too small to be printed', ['sex'], [], { hidden: 4, zeros: 1 }, 'hidden'],
    ['zeros only', ['sex'], [], { zeros: 2 }, 'zero'],
  ])('with %s is a state of its own', (_case, received, notApplicable, printed, state) => {
    const cells = printed === null ? [] : [{ indicator: '8', dimension: 'sex', ...NONE, ...printed }];
    const asked = [{ code: '8', requiredDimensions: ['sex'], institutions: ['MININTER'] }];
    const came = [{ indicator: '8', institution: 'MININTER', received, notApplicable }];
    expect(dataGapsOf(asked, came, cells).rows[0]?.states).toEqual({ sex: state });
  });

  it('has the same sum by row, by dimension and by who reports', () => {
    const indicator = fc.record({
      code: fc.string({ minLength: 1, maxLength: 3 }),
      requiredDimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS)),
      institutions: fc.uniqueArray(fc.constantFrom('MP', 'MIMP', 'PJ')),
    });
    const period = fc.record({
      year: fc.integer({ min: 2020, max: 2023 }),
      institution: fc.option(fc.constantFrom('MP', 'MIMP', 'PJ')),
      received: fc.uniqueArray(fc.constantFrom(...DIMENSIONS)),
      notApplicable: fc.uniqueArray(fc.constantFrom(...DIMENSIONS)),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(indicator, { selector: ({ code }) => code }),
        fc.array(period),
        (asked: readonly AskedIndicator[], periods) => {
          const of = (index: number): string => asked[index % Math.max(asked.length, 1)]?.code ?? '8';
          const came = periods.map((one, index) => ({ ...one, indicator: of(index) }));
          const gaps = dataGapsOf(asked, came);
          for (const parts of [gaps.rows, Object.values(gaps.dimensions), gaps.institutions])
            for (const field of ['received', 'asked'] as const)
              expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(gaps[field]);
          expect(gaps.received).toBeLessThanOrEqual(gaps.asked);
          for (const year of completenessByYear(asked, came)) {
            const those = came.filter((one) => one.year === year.year);
            expect(year).toMatchObject({
              rows: dataGapsOf(asked, those).rows,
              percent: receivedPercent(year),
            });
          }
        },
      ),
    );
  });

  it('is a series over the years, in which a year without any figure of an indicator counts as missing', () => {
    const asked = [
      { code: '8', requiredDimensions: ['sex', 'age'], institutions: ['MININTER'] },
      { code: '9', requiredDimensions: ['sex'], institutions: ['MIMP'] },
    ];
    const series = completenessByYear(asked, [
      { indicator: '8', institution: 'MININTER', year: 2024, received: ['sex', 'age'], notApplicable: [] },
      { indicator: '9', institution: 'MIMP', year: 2024, received: [], notApplicable: ['sex'] },
      { indicator: '8', institution: 'MININTER', year: 2023, received: ['sex'], notApplicable: [] },
    ]);
    expect(series.map(({ year, received, asked: of }) => [year, received, of])).toEqual([
      [2023, 1, 3],
      [2024, 2, 2],
    ]);
    expect(series.map(({ percent }) => percent)).toEqual([(100 * 1) / 3, 100]);
    expect(series[0]?.institutions).toContainEqual({ institution: 'MIMP', received: 0, asked: 1 });
  });

  it('tells of several who are asked what each has sent, and counts the whole from all of them', () => {
    const asked = [{ code: '26', requiredDimensions: ['sex', 'age'], institutions: ['MP', 'PNP'] }];
    const period = { indicator: '26', notApplicable: [] };
    const gaps = dataGapsOf(asked, [
      { ...period, institution: 'MP', received: ['sex', 'age'] },
      { ...period, institution: 'PNP', received: ['sex'] },
    ]);
    expect(gaps).toMatchObject({ received: 3, asked: 4, dimensions: { sex: { received: 2, asked: 2 } } });
    expect(gaps.institutions).toEqual([
      { institution: 'MP', received: 2, asked: 2 },
      { institution: 'PNP', received: 1, asked: 2 },
    ]);
    expect(gaps.rows[0]?.states).toEqual({ sex: 'hidden', age: 'missing' });
    expect(dataGapsOf(asked, []).institutions).toEqual([
      { institution: 'MP', received: 0, asked: 2 },
      { institution: 'PNP', received: 0, asked: 2 },
    ]);
  });

  it('has no share where nothing was asked for', () => {
    expect(
      receivedPercent(dataGapsOf([{ code: '8', requiredDimensions: [], institutions: [] }], [])),
    ).toBeNull();
    expect(receivedPercent({ received: 45, asked: 90 })).toBe(50);
  });
});
