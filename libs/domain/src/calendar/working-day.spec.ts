import { describe, expect, it } from '@jest/globals';

import { addWorkingDays, isWorkingDay } from './working-day.js';

const PERU = { holidays: new Set(['2026-12-08']), weekend: new Set([6, 7]) };

describe('a working day', () => {
  it.each([
    ['2026-12-04', true],
    ['2026-12-05', false],
    ['2026-12-06', false],
    ['2026-12-07', true],
    ['2026-12-08', false],
  ])('%s is one: %s', (day, isOne) => {
    expect(isWorkingDay(day, PERU)).toBe(isOne);
  });

  it.each([
    ['2026-12-04', 1, '2026-12-07'],
    ['2026-12-04', 2, '2026-12-09'],
    ['2026-12-05', 1, '2026-12-07'],
    ['2026-12-07', 1, '2026-12-09'],
    ['2026-12-08', 0, '2026-12-08'],
    ['2026-12-08', -3, '2026-12-08'],
  ])('from %s, %s later, is %s', (from, count, expected) => {
    expect(addWorkingDays(from, count, PERU)).toBe(expected);
  });

  it('is found in a week that has one alone', () => {
    const sundays = { holidays: new Set<string>(), weekend: new Set([1, 2, 3, 4, 5, 6]) };
    expect(addWorkingDays('2026-11-24', 2, sundays)).toBe('2026-12-06');
  });

  it('is looked for in no week that has none, and the fault has a code', () => {
    const never = { holidays: new Set<string>(), weekend: new Set([1, 2, 3, 4, 5, 6, 7]) };
    expect(() => addWorkingDays('2026-11-24', 0, never)).toThrow(
      expect.objectContaining({ code: 'calendar.no_working_day' }),
    );
  });
});
