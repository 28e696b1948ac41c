import type { CivilDate } from './clock.js';

const ZERO = '0'.charCodeAt(0);
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
/** Days of the Gregorian calendar in 400, 100, 4 years and in one, and in five months from March or August on. */
const DAYS_OF = { era: 146_097, century: 36_524, fourYears: 1_461, year: 365, fiveMonths: 153 } as const;
/** From 1 March of the year 0, with which an era begins, to 1 January 1970. */
const EPOCH = 719_468;
/** Days about 1970 whose text is kept once it was written: from 1896 to 2105. */
const KEPT = { from: -27_000, to: 50_000 } as const;
const written: (CivilDate | undefined)[] = [];

// A sweep asks for differences hundreds of thousands of times: plain arithmetic on the digits, no calendar objects. A year
// is counted from March, so that the day that a leap year adds is its last (after Howard Hinnant's days_from_civil, public domain).

/** Whether the text is a day that exists: `2026-02-30` is none. */
export function isCivilDate(text: string): boolean {
  return SHAPE.test(text) && fromDayNumber(dayNumber(text)) === text;
}

/** The day `days` later, or earlier for a negative number. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The days so many days from it, in the order of the distances. */
export function daysAround(date: CivilDate, distances: readonly number[]): CivilDate[] {
  const day = dayNumber(date);
  return distances.map((distance) => fromDayNumber(day + distance));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later, clamped to the month's last day: 31 January and one month is 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12;
  const firstDay = dayNumberOf(targetYear, targetMonth + 1, 1);
  const nextMonth = dayNumberOf(targetYear + (targetMonth === 11 ? 1 : 0), ((targetMonth + 1) % 12) + 1, 1);
  return fromDayNumber(Math.min(firstDay + day - 1, nextMonth - 1));
}

/** Negative, zero or positive, for sorting. */
export function compareCivil(left: CivilDate, right: CivilDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  // Day 0 of the epoch, 1970-01-01, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return dayNumberOf(year, month, day);
}

function dayNumberOf(year: number, month: number, day: number): number {
  const fromMarch = (month + 9) % 12;
  const years = month <= 2 ? year - 1 : year;
  const era = Math.floor(years / 400);
  const yearOfEra = years - era * 400;
  const dayOfYear = Math.floor((DAYS_OF.fiveMonths * fromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_OF.era + yearOfEra * DAYS_OF.year + leapDays + dayOfYear - EPOCH;
}

function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: twoDigits(date, 0) * 100 + twoDigits(date, 2),
    month: twoDigits(date, 5),
    day: twoDigits(date, 8),
  };
}

/** Reads the digits in place: cutting the text up and parsing the pieces takes three times as long. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function fromDayNumber(day: number): CivilDate {
  if (day < KEPT.from || day > KEPT.to) return writtenOut(day);
  return (written[day - KEPT.from] ??= writtenOut(day));
}

function writtenOut(day: number): CivilDate {
  const era = Math.floor((day + EPOCH) / DAYS_OF.era);
  const dayOfEra = day + EPOCH - era * DAYS_OF.era;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / (DAYS_OF.fourYears - 1)) +
      Math.floor(dayOfEra / DAYS_OF.century) -
      Math.floor(dayOfEra / (DAYS_OF.era - 1))) /
      DAYS_OF.year,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearOfEra * DAYS_OF.year - leapDays;
  const fromMarch = Math.floor((5 * dayOfYear + 2) / DAYS_OF.fiveMonths);
  const dayOfMonth = dayOfYear - Math.floor((DAYS_OF.fiveMonths * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}
