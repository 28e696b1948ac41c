import { addMonths, compareCivil } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';

/** How many lines a State keeps at once, shown and in draft: a child who needs one has no time to choose among many. */
export const MOST_HELP_LINES = 12;

const WRITTEN = /^\+?[\d\s().-]{2,24}$/;
/** Numbers of the public network have at most fifteen digits (ITU-T E.164); short ones of a country have as few as two. */
const DIGITS = { least: 2, most: 15 };
const MONTHS_BETWEEN_CHECKS = 12;

/** What a telephone is told to dial for a number as people write it: digits, and a leading plus. Null where it is no number. */
export function dialledNumber(written: string): string | null {
  const text = written.trim();
  const digits = text.replaceAll(/\D/g, '');
  if (!WRITTEN.test(text) || digits.length < DIGITS.least || digits.length > DIGITS.most) return null;
  return text.startsWith('+') ? `+${digits}` : digits;
}

/** Whether it is more than a year ago that somebody called the number: services move, and a child calls once. */
export function helpLineCheckIsDue(checkedOn: CivilDate, today: CivilDate): boolean {
  return compareCivil(addMonths(checkedOn, MONTHS_BETWEEN_CHECKS), today) < 0;
}
