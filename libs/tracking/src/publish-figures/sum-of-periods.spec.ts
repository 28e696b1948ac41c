import { describe, expect, it } from '@jest/globals';

import type { KeptCube } from '#domain';

import type { PublishedVersion } from './published-version.js';
import { sumOfPeriods } from './sum-of-periods.js';

const YEAR = { cube: 'A', sourceCode: 'S', periodStartOn: '2024-01-01', periodEndOn: '2024-12-31' };

function part(
  periodStartOn: string,
  periodEndOn: string,
  groups: number,
  everybody = 'ALL',
): PublishedVersion {
  const kept = { everybody, groups: Array.from({ length: groups }, () => []), places: [] };
  return { ...YEAR, periodStartOn, periodEndOn, indicators: new Set(), kept: kept as unknown as KeptCube };
}

const FIRST = part('2024-01-01', '2024-06-30', 3);
const SECOND = part('2024-07-01', '2024-12-31', 4);

describe('the total of a period whose parts were published', () => {
  it('is their sum, and may differ by as much as all of them', () => {
    expect(sumOfPeriods(YEAR, [SECOND, FIRST])).toEqual({
      everybody: 'ALL',
      cell: { value: 35, flag: null, bound: null, provisional: false, announcedError: 8 },
    });
  });

  it('is printed "<10" below ten', () => {
    const few = [part('2024-01-01', '2024-06-30', 0), part('2024-07-01', '2024-12-31', 1)];
    expect(sumOfPeriods(YEAR, few)?.cell).toMatchObject({ value: null, flag: 'lt10' });
  });

  it('is not known where a part is missing, overlaps another, or counts somebody else', () => {
    expect(sumOfPeriods(YEAR, [])).toBeNull();
    expect(sumOfPeriods(YEAR, [FIRST])).toBeNull();
    expect(sumOfPeriods(YEAR, [part('2024-01-01', '2024-06-29', 3), SECOND])).toBeNull();
    expect(sumOfPeriods(YEAR, [FIRST, part('2024-06-30', '2024-12-31', 4)])).toBeNull();
    expect(sumOfPeriods(YEAR, [FIRST, { ...SECOND, sourceCode: 'T' }])).toBeNull();
    expect(sumOfPeriods(YEAR, [FIRST, { ...SECOND, cube: 'B' }])).toBeNull();
    expect(sumOfPeriods(YEAR, [FIRST, part('2024-07-01', '2024-12-31', 4, 'OTHERS')])).toBeNull();
  });
});
