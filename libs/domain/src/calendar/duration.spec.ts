import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, addMonths, isCivilDate } from './civil-date.js';
import { addDuration } from './duration.js';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));

describe('a duration from a civil day', () => {
  it.each([
    ['2016-02-29', 'P1Y', '2017-02-28'],
    ['2016-02-29', 'P4Y', '2020-02-29'],
    ['2025-01-31', 'P1M', '2025-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2025-08-31', 'P18M', '2027-02-28'],
    ['2025-01-31', 'P8Y', '2033-01-31'],
    ['2024-02-28', 'P1Y1D', '2025-03-01'],
    ['2025-12-24', 'P2W', '2026-01-07'],
  ])('%s and %s is %s', (from, duration, expected) => {
    expect(addDuration(from, duration)).toBe(expected);
  });

  it.each(['P', '1Y', 'P1.5Y', 'PT1H', 'P-1Y', 'P1Y ', ''])('refuses "%s"', (duration) => {
    expect(() => addDuration('2025-01-01', duration)).toThrow(/expected something like P1Y/);
  });

  it('of years keeps month and day, save for a leap day that the year has not', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, years) => {
        const later = addDuration(day, `P${years}Y`);
        expect(isCivilDate(later)).toBe(true);
        expect(Number(later.slice(0, 4))).toBe(Number(day.slice(0, 4)) + years);
        if (later.slice(5) !== day.slice(5))
          expect([day.slice(5), later.slice(5)]).toEqual(['02-29', '02-28']);
      }),
    );
  });

  it('of months never leaves the month that it leads to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (day, months) => {
        const later = addDuration(day, `P${months}M`);
        const first = addMonths(`${day.slice(0, 7)}-01`, months);
        expect(later.slice(0, 7)).toBe(first.slice(0, 7));
        const lastOfMonth = addDays(addMonths(first, 1), -1);
        expect(later).toBe(
          day.slice(8) > lastOfMonth.slice(8) ? lastOfMonth : `${first.slice(0, 8)}${day.slice(8)}`,
        );
      }),
    );
  });

  it('says the same for twelve months as for a year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, years) => {
        expect(addDuration(day, `P${years * 12}M`)).toBe(addDuration(day, `P${years}Y`));
      }),
    );
  });
});
