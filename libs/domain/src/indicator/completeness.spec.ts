import { describe, expect, it } from '@jest/globals';

import { completenessByYear, completenessFigures } from './completeness.js';

const asked = [{ code: 'A', requiredDimensions: ['sex', 'age', 'area', 'level'], institution: null }];
const came = (year: number, received: readonly string[], notApplicable: readonly string[] = []) => ({
  indicator: 'A',
  year,
  received,
  notApplicable,
});

describe('how complete the figures of a year are, as a figure of an indicator', () => {
  it('is a share with its parts, of years that are over; that of last year is provisional', () => {
    const series = completenessByYear(asked, [
      came(2024, ['sex', 'age', 'area'], ['level']),
      came(2025, ['sex']),
      came(2026, ['sex']),
    ]);
    expect(completenessFigures(series, '2026-11-27')).toEqual([
      {
        period: { startOn: '2024-01-01', endOn: '2024-12-31' },
        state: 'reported',
        value: 100,
        numerator: 3,
        denominator: 3,
        provisional: false,
      },
      {
        period: { startOn: '2025-01-01', endOn: '2025-12-31' },
        state: 'reported',
        value: 25,
        numerator: 1,
        denominator: 4,
        provisional: true,
      },
    ]);
  });

  it('does not apply where nothing that was asked for does', () => {
    const series = completenessByYear(asked, [came(2024, [], ['sex', 'age', 'area', 'level'])]);
    expect(completenessFigures(series, '2026-11-27')).toMatchObject([
      { state: 'not_applicable', value: null, numerator: null, denominator: null },
    ]);
  });
});
