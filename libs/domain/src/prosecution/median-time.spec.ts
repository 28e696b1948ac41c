import { describe, expect, it } from '@jest/globals';

import { LEAST_CASES_OF_MEDIAN, medianTime } from './median-time.js';

const least = LEAST_CASES_OF_MEDIAN;

describe('the median time between two stages', () => {
  it.each([
    ['told of enough cases', { days: 412, cases: least }, null, { outcome: 'days', days: 412, cases: least }],
    ['told of too few', { days: 412, cases: least - 1 }, null, 'too_few_cases'],
    ['told of too few, whatever was counted', { days: 412, cases: 3 }, 80, 'too_few_cases'],
    [
      'of the cases that reached the stage',
      { days: 0, cases: null },
      80,
      { outcome: 'days', days: 0, cases: 80 },
    ],
    ['of too few of them', { days: 90, cases: null }, least - 1, 'too_few_cases'],
    ['of nobody knows how many', { days: 90, cases: null }, null, 'cases_unknown'],
  ] as const)('is told or refused: %s', (_case, told, reached, expected) => {
    expect(medianTime(told, reached)).toEqual(
      typeof expected === 'string' ? { outcome: 'refused', reason: expected } : expected,
    );
  });
});
