import { UnexpectedError } from '../errors/app-error.js';
import { addDays, weekdayOf } from './civil-date.js';
import type { CivilDate } from './clock.js';

/** Days without an end of their list: holidays follow from rules for any year. */
export interface DaySet {
  has(day: CivilDate): boolean;
}

/** Days on which the offices of a State are closed. Weekdays are ISO: Monday 1 to Sunday 7. */
export interface WorkCalendar {
  readonly holidays: DaySet;
  readonly weekend: ReadonlySet<number>;
  /** Days that are worked although they would be a weekend or a holiday; absent: none. */
  readonly worked?: DaySet;
}

/**
 * What the secretariat says of a day, against the list of holidays. `announced`: it is said that a decree will come; the day
 * counts as it would without. `as_listed`: what was said before no longer holds.
 */
export const DAY_STANDINGS = ['closed', 'worked', 'announced', 'as_listed'] as const;
export type DayStanding = (typeof DAY_STANDINGS)[number];

export interface StandingDay {
  readonly on: CivilDate;
  readonly standing: DayStanding;
}

const DAYS_A_WEEK = 7;
/** What was counted by a calendar, which never changes: thousands of alerts of a sweep count the same days from few. */
const counted = new WeakMap<WorkCalendar, Map<string, CivilDate>>();

/**
 * The work calendar of a State.
 * @param listed the public holidays of its law
 * @param said what the secretariat says of single days, at most once for each
 */
export function workCalendarOf(
  listed: DaySet,
  said: readonly StandingDay[],
  weekend: readonly number[],
): WorkCalendar {
  const standing = new Map(said.map((day) => [day.on, day.standing]));
  return {
    weekend: new Set(weekend),
    holidays: { has: (day) => standing.get(day) === 'closed' || listed.has(day) },
    worked: { has: (day) => standing.get(day) === 'worked' },
  };
}

export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  if (calendar.worked?.has(date)) return true;
  return !calendar.weekend.has(weekdayOf(date)) && !calendar.holidays.has(date);
}

/** The working day `count` working days after `date`; the day itself does not count. Zero answers the day itself, working or not. */
export function addWorkingDays(date: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  if (calendar.weekend.size >= DAYS_A_WEEK)
    throw new UnexpectedError(
      'calendar.no_working_day',
      'The weekend of this work calendar holds all seven days; at least one must be a working day.',
    );
  const known = counted.get(calendar) ?? new Map<string, CivilDate>();
  counted.set(calendar, known);
  const asked = `${date} ${count}`;
  const answer = known.get(asked) ?? counting(date, count, calendar);
  known.set(asked, answer);
  return answer;
}

function counting(date: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from` until `to`, the last one included; none when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}
