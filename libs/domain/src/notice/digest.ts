import type { CivilDate, Instant } from '../calendar/clock.js';
import { compareCivil } from '../calendar/civil-date.js';
import { civilTimeOf } from '../calendar/zone.js';

/** The mail day closes at 08:00 in the State's zone. */
export const CLOSING_MINUTE = 8 * 60;

/** Whether the mail of this civil day may be written: what arises later waits for tomorrow. */
export function isDigestClosed(now: Instant, zone: string, closingMinute = CLOSING_MINUTE): boolean {
  return civilTimeOf(now, zone).minuteOfDay >= closingMinute;
}

export type DigestGroup = 'overdue' | 'due' | 'condition';

/** Overdue first, then what is due by its date, then conditions without a date. */
export function digestGroupOf(dueOn: CivilDate | null, today: CivilDate): DigestGroup {
  if (dueOn === null) return 'condition';
  return dueOn < today ? 'overdue' : 'due';
}

const GROUP_ORDER: readonly DigestGroup[] = ['overdue', 'due', 'condition'];

/** Sorts what one mail says: worst first, and within a group the oldest date first. Equal ones keep their order. */
export function inDigestOrder<T extends { readonly dueOn: CivilDate | null }>(
  items: readonly T[],
  today: CivilDate,
): T[] {
  const rank = (item: T): number => GROUP_ORDER.indexOf(digestGroupOf(item.dueOn, today));
  return [...items].sort(
    (left, right) => rank(left) - rank(right) || compareCivil(left.dueOn ?? '', right.dueOn ?? ''),
  );
}
