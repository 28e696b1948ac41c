import { describe, expect, it } from '@jest/globals';

import { dayOf, momentOf } from './uhri-day.js';

describe('a day of the Index', () => {
  it.each([
    ['the number that a spreadsheet keeps', 46_078, '2026-02-25'],
    ['that number as text', '46078', '2026-02-25'],
    ['a number with a time of day', 46_125.4996282407, '2026-04-13'],
    ['an ISO date', '2026-02-25', '2026-02-25'],
    ['an ISO date with spaces around it', ' 2026-02-25 ', '2026-02-25'],
    ['29 February of a leap year', '2024-02-29', '2024-02-29'],
    ['the first day that counts', 16_803, '1946-01-01'],
  ])('is read from %s', (_, value, day) => {
    expect(dayOf(value)).toBe(day);
  });

  it.each([
    ['a day before the United Nations', 16_802],
    ['a number far beyond this century', 109_575],
    ['a negative number', -1],
    ['29 February of a common year', '2025-02-29'],
    ['a day before its month', '25/02/2026'],
    ['a word', 'yesterday'],
    ['nothing', ''],
    ['null', null],
    ['no finite number', Number.NaN],
    ['an hour that is none', '2026-02-25T24:00:00'],
    ['another time zone, in which the day may be another', '2026-02-25T23:30:00-05:00'],
  ])('is not guessed from %s', (_, value) => {
    expect(dayOf(value)).toBeNull();
  });

  it('keeps the second, rounded, and adds those that are not written', () => {
    expect(momentOf(46_125.4996282407)).toBe('2026-04-13T11:59:28');
    expect(momentOf('2026-04-13 11:59')).toBe('2026-04-13T11:59:00');
    expect(momentOf('2026-04-13T11:59:28.5Z')).toBe('2026-04-13T11:59:28');
  });
});
