import { describe, expect, it } from '@jest/globals';

import { addWorkingDays, isWorkingDay, workCalendarOf, workingDaysBetween } from './working-day.js';

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

describe('the work calendar of a State', () => {
  const listed = new Set(['2026-12-08', '2026-12-25', '2026-12-29']);
  const calendar = workCalendarOf(
    listed,
    [
      { on: '2026-12-07', standing: 'closed' },
      { on: '2026-12-08', standing: 'as_listed' },
      { on: '2026-12-12', standing: 'worked' },
      { on: '2026-12-24', standing: 'announced' },
      { on: '2026-12-29', standing: 'worked' },
    ],
    [6, 7],
  );

  it.each([
    ['2026-12-07', 'was closed by a decree', false],
    ['2026-12-08', 'is as the law lists it', false],
    ['2026-12-09', 'nobody said anything of', true],
    ['2026-12-12', 'is a Saturday that is worked', true],
    ['2026-12-13', 'is a Sunday', false],
    ['2026-12-24', 'may be closed by a decree that is only announced', true],
    ['2026-12-25', 'is a holiday', false],
    ['2026-12-29', 'is a holiday that is worked', true],
  ])('%s, which %s, is worked: %s', (day, _, worked) => {
    expect(isWorkingDay(day, calendar)).toBe(worked);
  });

  it('counts the working days after a day, the last one included', () => {
    expect(workingDaysBetween('2026-12-04', '2026-12-14', calendar)).toBe(5);
    expect(workingDaysBetween('2026-12-09', '2026-12-10', calendar)).toBe(1);
    expect(workingDaysBetween('2026-12-10', '2026-12-10', calendar)).toBe(0);
    expect(workingDaysBetween('2026-12-10', '2026-12-09', calendar)).toBe(0);
    expect(workingDaysBetween('2026-12-04', addWorkingDays('2026-12-04', 9, calendar), calendar)).toBe(9);
  });
});
