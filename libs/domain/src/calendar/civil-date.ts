import type { CivilDate } from './clock.js';

const DAY_MS = 86_400_000;
const ZERO = '0'.charCodeAt(0);
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

// A sweep asks for differences hundreds of thousands of times: plain UTC arithmetic on the digits, no calendar objects.

/** Whether the text is a day that exists: `2026-02-30` is none. */
export function isCivilDate(text: string): boolean {
  return SHAPE.test(text) && fromDayNumber(dayNumber(text)) === text;
}

/** The day `days` later, or earlier for a negative number. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
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
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(targetYear, targetMonth, Math.min(day, lastDay)) / DAY_MS);
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
  return Date.UTC(year, month - 1, day) / DAY_MS;
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
  const date = new Date(day * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}`;
}
