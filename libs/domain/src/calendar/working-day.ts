import { addDays, weekdayOf } from './civil-date.js';
import type { CivilDate } from './clock.js';

/** Days on which the offices of a State are closed. Weekdays are ISO: Monday 1 to Sunday 7. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<CivilDate>;
  readonly weekend: ReadonlySet<number>;
}

export function isWorkingDay(date: CivilDate, calendar: WorkCalendar): boolean {
  return !calendar.weekend.has(weekdayOf(date)) && !calendar.holidays.has(date);
}

/** The working day `count` working days after `date`; the day itself does not count. */
export function addWorkingDays(date: CivilDate, count: number, calendar: WorkCalendar): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
