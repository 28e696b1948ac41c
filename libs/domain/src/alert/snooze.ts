import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Alert } from './alert.js';

/** What has no legal date is put off for a quarter of a year at most: longer is not a pause but a decision. */
export const LONGEST_SNOOZE_DAYS = 92;

/** Days before the end of a snooze on which its owner is warned. */
export const SNOOZE_WARNING_DAYS = 7;

export type SnoozeRefusal = 'not_ahead' | 'past_legal_date' | 'legal_date_over' | 'too_long';

/** The last day to which an alert may be put off; null where its legal date leaves none. */
export function latestSnoozeEnd(legalDate: CivilDate | null, today: CivilDate): CivilDate | null {
  const longest = addDays(today, LONGEST_SNOOZE_DAYS);
  if (legalDate === null || legalDate > longest) return longest;
  return legalDate > today ? legalDate : null;
}

/**
 * Why an alert cannot be put off until that day; null where it can.
 * @param legalDate the confirmed date that nobody but the committee can move; null where there is none
 */
export function snoozeRefusal(
  until: CivilDate,
  legalDate: CivilDate | null,
  today: CivilDate,
): SnoozeRefusal | null {
  const latest = latestSnoozeEnd(legalDate, today);
  if (latest === null) return 'legal_date_over';
  if (until <= today) return 'not_ahead';
  if (until <= latest) return null;
  return latest === legalDate ? 'past_legal_date' : 'too_long';
}

/** The day from which its end is told: a week ahead, or half-way through a snooze that is short. */
export function snoozeWarnedOn(snoozedOn: CivilDate, until: CivilDate): CivilDate {
  const half = Math.floor(daysBetween(snoozedOn, until) / 2);
  return addDays(until, -Math.min(SNOOZE_WARNING_DAYS, half));
}

/** As an alert stands once it was put off. */
export function snoozed<T extends Alert>(alert: T, until: CivilDate, today: CivilDate): T {
  return { ...alert, state: 'snoozed', snoozedOn: today, snoozedUntil: until };
}
