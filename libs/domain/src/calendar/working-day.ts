import { UnexpectedError } from '../errors/app-error.js';
import { addDays, weekdayOf } from './civil-date.js';
import type { CivilDate } from './clock.js';

/** Days on which the offices of a State are closed. Weekdays are ISO: Monday 1 to Sunday 7. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<CivilDate>;
  readonly weekend: ReadonlySet<number>;
}

const DAYS_A_WEEK = 7;

export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  return !calendar.weekend.has(weekdayOf(date)) && !calendar.holidays.has(date);
}

/** The working day `count` working days after `date`; the day itself does not count. Zero answers the day itself, working or not. */
export function addWorkingDays(date: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  if (calendar.weekend.size >= DAYS_A_WEEK)
    throw new UnexpectedError(
      'calendar.no_working_day',
      'The weekend of this work calendar holds all seven days; at least one must be a working day.',
    );
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
