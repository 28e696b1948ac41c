import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Ladder } from './notice.js';

/** Days between the numbered monthly repeats: +60, +90 … */
const MONTH = 30;

/** Reminders around a confirmed due day. Civil days, not working days. */
export const DEADLINE_LADDER: Ladder = {
  rungs: [-90, -60, -30, -14, -7, -1, 0, 1, 7, 14, 30],
  monthlyAfter: true,
};

/** Reminders of a condition, from the day it was first seen. */
export const CONDITION_LADDER: Ladder = { rungs: [0, 7, 30], monthlyAfter: true };

/** What is worth saying once: that something comes back. */
export const ONCE_LADDER: Ladder = { rungs: [0], monthlyAfter: false };

/** Rungs that fell on or before today, in order. `anchor` is the due day, or the day a condition was first seen. */
export function reachedRungs(ladder: Ladder, anchor: CivilDate, today: CivilDate): number[] {
  const elapsed = daysBetween(anchor, today);
  const reached = ladder.rungs.filter((rung) => rung <= elapsed);
  const last = Math.max(...ladder.rungs);
  if (ladder.monthlyAfter) for (let rung = last + MONTH; rung <= elapsed; rung += MONTH) reached.push(rung);
  return reached;
}

export function rungDay(anchor: CivilDate, rung: number): CivilDate {
  return addDays(anchor, rung);
}
