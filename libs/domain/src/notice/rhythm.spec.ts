import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, daysBetween, weekdayOf } from '../calendar/civil-date.js';
import type { WorkCalendar } from '../calendar/working-day.js';
import { workCalendarOf } from '../calendar/working-day.js';
import {
  DAILY,
  MOST_QUIET_DAYS,
  NEAR_DAYS,
  faultOfRhythm,
  isQuietDay,
  lessOften,
  mayLeaveOn,
  nextMailDay,
  waitAfter,
  withRhythm,
} from './rhythm.js';
import type { MailDays, MailRhythm, RhythmicNotice } from './rhythm.js';

const FRIDAY = '2026-11-27';
const MONDAY = '2026-11-30';
const WEEKEND = [6, 7];

function calendarWith(holidays: readonly string[], weekend: readonly number[] = WEEKEND): WorkCalendar {
  return workCalendarOf(new Set(holidays), [], weekend);
}

function daysOf(chosen: Partial<MailRhythm>, calendar = calendarWith([])): MailDays {
  return { chosen: { ...DAILY, ...chosen }, calendar };
}

const WEEKLY = { rhythm: 'weekly', weekday: 1 } as const;
const MONTHLY = { rhythm: 'monthly', weekday: null } as const;

function dated(daysAhead: number, from = FRIDAY, rung = -daysAhead): RhythmicNotice {
  return { dueOn: addDays(from, daysAhead), rung, escalated: false };
}
const condition = (rung: number): RhythmicNotice => ({ dueOn: null, rung, escalated: false });

describe('a rhythm', () => {
  it.each([
    ['a date in 30 days waits', dated(30), false],
    ['a date in 15 days waits', dated(15), false],
    ['a date in 14 days does not', dated(14), true],
    ['what is due today does not', dated(0), true],
    ['a week overdue does not', dated(-7), true],
    ['30 days overdue does not', dated(-30), true],
    ['the repeat at +60 waits', dated(-60), false],
    ['a condition that is new does not', condition(0), true],
    ['a condition after 30 days does not', condition(30), true],
    ['its repeat at +60 waits', condition(60), false],
    ['a step up does not, however far its date', { ...dated(60), escalated: true }, true],
  ])('weekly and monthly: %s', (_, notice, leaves) => {
    expect(mayLeaveOn(FRIDAY, notice, daysOf(WEEKLY))).toBe(leaves);
    expect(mayLeaveOn(FRIDAY, notice, daysOf(MONTHLY))).toBe(leaves);
    expect(mayLeaveOn(FRIDAY, notice, daysOf({}))).toBe(true);
  });

  it('says until when and what for', () => {
    expect(waitAfter(FRIDAY, dated(30), daysOf(WEEKLY))).toEqual({ until: MONDAY, for: 'weekly' });
    expect(waitAfter(FRIDAY, dated(60), daysOf(MONTHLY))).toEqual({ until: '2026-12-01', for: 'monthly' });
    expect(waitAfter(FRIDAY, dated(5), daysOf(WEEKLY))).toEqual({ until: '2026-11-28', for: 'next_day' });
    expect(waitAfter('2026-11-28', dated(9), daysOf({ quietWhenClosed: true }))).toEqual({
      until: MONDAY,
      for: 'quiet_day',
    });
  });

  it('waits for the monthly mail no longer than until fourteen days before the date', () => {
    const early = '2026-12-02';
    expect(waitAfter(early, dated(20, early), daysOf(MONTHLY))).toEqual({
      until: '2026-12-08',
      for: 'monthly',
    });
  });

  it('comes on the first working day of a month, and moves a weekly mail off a holiday', () => {
    const calendar = calendarWith(['2026-12-01', '2026-12-07']);
    expect(nextMailDay(FRIDAY, daysOf(MONTHLY, calendar))).toBe('2026-12-02');
    const quiet = daysOf({ ...WEEKLY, quietWhenClosed: true }, calendar);
    expect(nextMailDay('2026-12-01', quiet)).toBe('2026-12-08');
    expect(nextMailDay('2026-12-09', quiet)).toBe('2026-12-14');
    expect(nextMailDay('2026-12-01', daysOf(WEEKLY, calendar))).toBe('2026-12-07');
  });
});

describe('a quiet day', () => {
  const SATURDAY = '2026-11-28';
  const quiet = daysOf({ quietWhenClosed: true });

  it.each([
    ['is due that very day', dated(0, SATURDAY), true],
    ['is due on the quiet day after it', dated(1, SATURDAY), true],
    ['is due on the next day that is not quiet', dated(2, SATURDAY), false],
    ['is due later', dated(7, SATURDAY), false],
    ['has been overdue before', dated(-1, SATURDAY), false],
    ['has no date', condition(0), false],
    ['is a step up', { ...condition(7), escalated: true }, true],
  ])('lets through, or not, what %s', (_, notice, leaves) => {
    expect(mayLeaveOn(SATURDAY, notice, quiet)).toBe(leaves);
  });

  it('is not kept any more after fourteen in a row', () => {
    const closed = Array.from({ length: 30 }, (_, day) => addDays('2026-12-01', day));
    const long = daysOf({ quietWhenClosed: true }, calendarWith(closed));
    const kept = closed.filter((day) => isQuietDay(day, long));
    // 28 and 29 November were a weekend, and the 30th was worked.
    expect(kept).toEqual(closed.slice(0, MOST_QUIET_DAYS));
  });
});

const anyDay = fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days));
const anyCalendar = fc
  .record({
    holidays: fc.array(anyDay, { maxLength: 60 }),
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  })
  .map(({ holidays, weekend }) => calendarWith(holidays, weekend));
const anyRhythm: fc.Arbitrary<MailRhythm> = fc
  .record({
    rhythm: fc.constantFrom('daily', 'weekly', 'monthly'),
    weekday: fc.integer({ min: 1, max: 7 }),
    quietWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    quietWhenClosed: fc.boolean(),
  })
  .map((chosen) => ({ ...chosen, weekday: chosen.rhythm === 'weekly' ? chosen.weekday : null }));
const anyDays: fc.Arbitrary<MailDays> = fc.record({ chosen: anyRhythm, calendar: anyCalendar });
const anyNotice: fc.Arbitrary<(today: string) => RhythmicNotice> = fc
  .record({
    ahead: fc.option(fc.integer({ min: -120, max: 120 }), { nil: null }),
    rung: fc.constantFrom(0, 7, 30, 60, 90),
    escalated: fc.boolean(),
  })
  .map(({ ahead, rung, escalated }) => (today: string) => ({
    dueOn: ahead === null ? null : addDays(today, ahead),
    rung: ahead === null ? rung : -ahead,
    escalated,
  }));

describe('whatever somebody chose, also all seven days', () => {
  const leaves = (today: string, notice: RhythmicNotice, days: MailDays): string =>
    mayLeaveOn(today, notice, days) ? today : waitAfter(today, notice, days).until;

  it('no notice is delayed past its date, nor by a rhythm past the fourteenth day before it', () => {
    fc.assert(
      fc.property(anyDay, anyNotice, anyDays, (today, noticeOn, days) => {
        const notice = noticeOn(today);
        const on = leaves(today, notice, days);
        if (notice.dueOn === null || notice.dueOn < today) return;
        expect(on <= notice.dueOn).toBe(true);
        const onWithoutQuiet = leaves(today, notice, {
          ...days,
          chosen: { ...days.chosen, quietWeekdays: [], quietWhenClosed: false },
        });
        const near = addDays(notice.dueOn, -NEAR_DAYS);
        expect(onWithoutQuiet <= (near > today ? near : today)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('every notice leaves at last: within a month and its quiet days', () => {
    fc.assert(
      fc.property(anyDay, anyNotice, anyDays, (today, noticeOn, days) => {
        const waited = daysBetween(today, leaves(today, noticeOn(today), days));
        const most = { daily: 0, weekly: 7, monthly: 61 }[days.chosen.rhythm];
        expect(waited).toBeLessThanOrEqual(most + 2 * MOST_QUIET_DAYS);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a daily rhythm without quiet days delays nothing, and no step up ever waits', () => {
    fc.assert(
      fc.property(anyDay, anyNotice, anyDays, (today, noticeOn, days) => {
        const notice = noticeOn(today);
        expect(leaves(today, notice, { ...days, chosen: DAILY })).toBe(today);
        expect(leaves(today, { ...notice, escalated: true }, days)).toBe(today);
      }),
    );
  });

  it('the day to which a notice waits is one on which it may leave, and no day before it is', () => {
    fc.assert(
      fc.property(anyDay, anyNotice, anyDays, (today, noticeOn, days) => {
        const notice = noticeOn(today);
        const { until } = waitAfter(today, notice, days);
        expect(mayLeaveOn(until, notice, days)).toBe(true);
        for (let day = addDays(today, 1); day < until; day = addDays(day, 1))
          expect(mayLeaveOn(day, notice, days)).toBe(false);
      }),
    );
  });

  it('the day of a mail is never quiet, and a weekly one without quiet days is the chosen weekday', () => {
    fc.assert(
      fc.property(anyDay, anyDays, (today, days) => {
        expect(isQuietDay(nextMailDay(today, days), days)).toBe(false);
        const loud = { ...days.chosen, quietWeekdays: [], quietWhenClosed: false };
        const next = nextMailDay(today, { ...days, chosen: loud });
        if (loud.rhythm === 'weekly') expect(weekdayOf(next)).toBe(loud.weekday);
      }),
    );
  });
});

describe('a choice', () => {
  const weekend = new Set(WEEKEND);

  it.each([
    [DAILY, null],
    [{ ...DAILY, ...WEEKLY }, null],
    [{ ...DAILY, rhythm: 'weekly' as const }, 'weekday'],
    [{ ...DAILY, rhythm: 'weekly' as const, weekday: 8 }, 'weekday'],
    [{ ...DAILY, weekday: 3 }, 'weekday'],
    [{ ...DAILY, ...WEEKLY, quietWeekdays: [1] }, 'weekday_quiet'],
    [{ ...DAILY, ...WEEKLY, weekday: 6, quietWhenClosed: true }, 'weekday_quiet'],
    [{ ...DAILY, quietWeekdays: [1, 2, 3, 4, 5, 6] }, null],
    [{ ...DAILY, quietWeekdays: [1, 2, 3, 4, 5, 6, 7] }, 'no_day'],
    [{ ...DAILY, quietWeekdays: [1, 2, 3, 4, 5], quietWhenClosed: true }, 'no_day'],
  ])('%j is found to be %s', (chosen, fault) => {
    expect(faultOfRhythm(chosen, weekend)).toBe(fault);
  });

  it('asks for less with one click: weekly, and never more than was chosen', () => {
    expect(lessOften(DAILY, weekend)).toEqual({ ...DAILY, rhythm: 'weekly', weekday: 1 });
    const noMondays = { ...DAILY, quietWeekdays: [1] };
    expect(lessOften(noMondays, weekend)).toEqual({ ...noMondays, rhythm: 'weekly', weekday: 2 });
    const monthly = { ...DAILY, ...MONTHLY };
    expect(lessOften(monthly, weekend)).toBe(monthly);
    const thursdays = { ...DAILY, rhythm: 'weekly' as const, weekday: 4 };
    expect(lessOften(thursdays, weekend)).toBe(thursdays);
    expect(withRhythm(thursdays, 'weekly', weekend).weekday).toBe(4);
    expect(withRhythm(thursdays, 'monthly', weekend).weekday).toBeNull();
  });

  it('that a click made stands up to the rules wherever the one before did', () => {
    fc.assert(
      fc.property(anyRhythm, fc.constantFrom('daily', 'weekly', 'monthly'), (chosen, rhythm) => {
        if (faultOfRhythm(chosen, weekend) !== null) return;
        expect(faultOfRhythm(lessOften(chosen, weekend), weekend)).toBeNull();
        expect(faultOfRhythm(withRhythm(chosen, rhythm, weekend), weekend)).toBeNull();
      }),
    );
  });
});
