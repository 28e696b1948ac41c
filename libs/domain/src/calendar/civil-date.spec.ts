import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import { addDays, addMonths, compareCivil, daysBetween, isCivilDate, weekdayOf } from './civil-date.js';
import { addWorkingDays, isWorkingDay } from './working-day.js';
import { civilDayOf, civilTimeOf, instantOf, isKnownZone } from './zone.js';

const days = fc
  .integer({ min: -200_000, max: 400_000 })
  .map((offset) => Temporal.PlainDate.from('2000-01-01').add({ days: offset }).toString());

describe('civil dates', () => {
  it('agree with the calendar standard on sums of days and months, and on weekdays', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3_000, max: 3_000 }), (day, count) => {
        const date = Temporal.PlainDate.from(day);
        expect(addDays(day, count)).toBe(date.add({ days: count }).toString());
        expect(addMonths(day, count)).toBe(date.add({ months: count }).toString());
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
      }),
      { numRuns: 2_000 },
    );
  });

  it('count back the days that were added', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -9_000, max: 9_000 }),
        (day, count) => daysBetween(day, addDays(day, count)) === count,
      ),
    );
  });

  it('clamp a month that is too short', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  });

  it('sort by the calendar', () => {
    expect(['2027-01-01', '2026-12-31', '2026-02-01', '2026-12-31'].sort(compareCivil)).toEqual([
      '2026-02-01',
      '2026-12-31',
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('are refused when they do not exist', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      'today',
      '2026-1-1',
      '2026-01-01 ',
    ])
      expect(isCivilDate(text)).toBe(false);
    expect(isCivilDate('2028-02-29')).toBe(true);
  });
});

describe('zones', () => {
  it('put an instant on the civil day of the State, not of the server', () => {
    const eveningInLima = Date.parse('2026-11-25T03:30:00Z');
    expect(civilDayOf(eveningInLima, 'America/Lima')).toBe('2026-11-24');
    expect(civilTimeOf(eveningInLima, 'America/Lima')).toEqual({
      on: '2026-11-24',
      minuteOfDay: 22 * 60 + 30,
    });
  });

  it('move a time that a gap skips on by the gap, and take the earlier one of a repeat', () => {
    // Chile turned its clocks forward at midnight of 6 September 2026 and back at midnight of 5 April 2026.
    expect(new Date(instantOf('2026-09-06', 30, 'America/Santiago')).toISOString()).toBe(
      '2026-09-06T04:30:00.000Z',
    );
    expect(civilDayOf(instantOf('2026-04-04', 23 * 60 + 30, 'America/Santiago'), 'America/Santiago')).toBe(
      '2026-04-04',
    );
  });

  it('have every morning of every civil day once, through each gap and repeat of every zone from 2024 to 2030', () => {
    let changes = 0;
    const astray: string[] = [];
    for (const zone of Intl.supportedValuesOf('timeZone'))
      for (const changedOn of clockChanges(zone)) {
        changes += 1;
        for (const day of [-1, 0, 1].map((days) => addDays(changedOn, days)))
          for (const minuteOfDay of [0, 480, 1_439]) {
            const found = civilTimeOf(instantOf(day, minuteOfDay, zone), zone);
            // Eight in the morning is skipped nowhere; midnight and the last minute may be.
            const moved = minuteOfDay === 480 && found.minuteOfDay !== minuteOfDay;
            if (found.on !== day || moved) astray.push(`${zone} ${day} ${minuteOfDay}`);
          }
      }
    expect(astray).toEqual([]);
    expect(changes).toBeGreaterThan(1_000);
  });

  it('keep the last minutes of a day on that day where a gap at its end skips them', () => {
    // Greenland put its clocks forward at 23:00 of 30 March 2024, to midnight.
    expect(civilTimeOf(instantOf('2024-03-30', 23 * 60 + 30, 'America/Nuuk'), 'America/Nuuk')).toEqual({
      on: '2024-03-30',
      minuteOfDay: 22 * 60 + 30,
    });
  });

  it('are known or refused by name', () => {
    expect(isKnownZone('America/Lima')).toBe(true);
    expect(isKnownZone('America/Macondo')).toBe(false);
  });
});

/** Civil days on which the clocks of a zone are changed. */
function clockChanges(zone: string): string[] {
  const days: string[] = [];
  let at = Temporal.ZonedDateTime.from({ year: 2024, month: 1, day: 1, timeZone: zone });
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year > 2030) return days;
    days.push(next.toPlainDate().toString());
    at = next;
  }
}

describe('working days', () => {
  const peru = { holidays: new Set(['2026-12-08', '2026-12-09']), weekend: new Set([6, 7]) };

  it('skip weekends and public holidays', () => {
    // Ten working days from 24 November 2026 over two holidays, as the follow-up mechanism counts them.
    expect(addWorkingDays('2026-11-24', 10, peru)).toBe('2026-12-10');
  });

  it('do not move by none', () => {
    expect(addWorkingDays('2026-11-28', 0, peru)).toBe('2026-11-28');
  });

  it('refuse a week without any', () => {
    const never = { holidays: new Set<string>(), weekend: new Set([1, 2, 3, 4, 5, 6, 7]) };
    expect(() => addWorkingDays('2026-11-24', 1, never)).toThrow('at least one must be a working day');
  });

  it('always end on a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) =>
        isWorkingDay(addWorkingDays(day, count, peru), peru),
      ),
      { numRuns: 500 },
    );
  });
});
