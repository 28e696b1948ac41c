import { daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Deadline } from './deadline.js';

/** Whole days since the due day; null unless a confirmed day is over. On the due day itself nothing is late. */
export function daysLate(deadline: Deadline, today: CivilDate): number | null {
  if (deadline.certainty !== 'confirmed') return null;
  const days = daysBetween(deadline.dueOn, today);
  return days > 0 ? days : null;
}

export function isOver(deadline: Deadline, today: CivilDate): boolean {
  return daysLate(deadline, today) !== null;
}
