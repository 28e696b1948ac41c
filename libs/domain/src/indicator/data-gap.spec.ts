import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { AskedIndicator, BreakdownCells } from './data-gap.js';
import { dataGapsOf, receivedPercent } from './data-gap.js';

const NONE = { numbers: 0, zeros: 0, hidden: 0, notApplicable: 0 };
const DIMENSIONS = ['sex', 'age', 'nationality', 'offence'];

describe('what was asked for, beside what came', () => {
  it.each([
    ['nothing', null, 'missing'],
    ['cells that only say that they are missing', {}, 'missing'],
    ['numbers, and some that are hidden', { numbers: 3, hidden: 2, zeros: 1 }, 'received'],
    ['cells too small to be printed', { hidden: 4, zeros: 1 }, 'hidden'],
    ['zeros only', { zeros: 2 }, 'zero'],
    ['the answer that it does not apply', { notApplicable: 2 }, 'not_applicable'],
  ])('with %s is a state of its own', (_case, came, state) => {
    const cells = came === null ? [] : [{ indicator: '8', dimension: 'sex', ...NONE, ...came }];
    const asked = [{ code: '8', requiredDimensions: ['sex'], institution: 'MININTER' }];
    expect(dataGapsOf(asked, cells).rows[0]?.states).toEqual({ sex: state });
  });

  it('has the same sum by row, by dimension and by who reports', () => {
    const indicator = fc.record({
      code: fc.string({ minLength: 1, maxLength: 3 }),
      requiredDimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS)),
      institution: fc.option(fc.constantFrom('MP', 'MIMP')),
    });
    const count = fc.nat(2);
    const cells = fc.record({
      dimension: fc.constantFrom(...DIMENSIONS),
      numbers: count,
      zeros: count,
      hidden: count,
      notApplicable: count,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(indicator, { selector: ({ code }) => code }),
        fc.array(cells),
        (asked: readonly AskedIndicator[], came) => {
          const of = (index: number): string => asked[index % Math.max(asked.length, 1)]?.code ?? '8';
          const counted: BreakdownCells[] = came.map((one, index) => ({ ...one, indicator: of(index) }));
          const gaps = dataGapsOf(asked, counted);
          for (const parts of [gaps.rows, Object.values(gaps.dimensions), gaps.institutions])
            for (const field of ['received', 'asked'] as const)
              expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(gaps[field]);
          expect(gaps.received).toBeLessThanOrEqual(gaps.asked);
        },
      ),
    );
  });

  it('has no share where nothing was asked for', () => {
    expect(
      receivedPercent(dataGapsOf([{ code: '8', requiredDimensions: [], institution: null }], [])),
    ).toBeNull();
    expect(receivedPercent({ received: 45, asked: 90 })).toBe(50);
  });
});
