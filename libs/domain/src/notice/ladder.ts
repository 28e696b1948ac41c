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

/** The secretariat has so many days to ask the committee for a date that only the committee can set. */
export const DAYS_TO_ASK_COMMITTEE = 60;

/** The question whether the committee has set its date: told once, when it is asked. Nobody is late with another's date. */
export const DATE_QUESTION_LADDER: Ladder = { rungs: [-DAYS_TO_ASK_COMMITTEE], monthlyAfter: false };

/** A ladder from a day on, until the next one; null: it always held. */
export interface LadderSpan {
  readonly from: CivilDate | null;
  readonly ladder: Ladder;
}

/**
 * The ladders that hold one after the other, in order. A rung counts by the ladder of its own day: so a ladder that is changed
 * neither takes back what it asked for before nor finds new rungs in the past, and no day sees a burst of reminders.
 */
export type LadderSchedule = readonly LadderSpan[];

/** What is worth saying once: that something comes back. */
export const ONCE_LADDER: Ladder = { rungs: [0], monthlyAfter: false };

/** Rungs that fell on or before today, in order. `anchor` is the due day, or the day a condition was first seen. */
export function reachedRungs(ladder: Ladder | LadderSchedule, anchor: CivilDate, today: CivilDate): number[] {
  const elapsed = daysBetween(anchor, today);
  return isSchedule(ladder) ? rungsOfSpans(ladder, anchor, elapsed) : rungsUntil(ladder, elapsed);
}

/** Rungs that fall after today, in order, `count` of them at most. */
export function comingRungs(
  schedule: LadderSchedule,
  anchor: CivilDate,
  today: CivilDate,
  count: number,
): number[] {
  const elapsed = daysBetween(anchor, today);
  const last = Math.max(elapsed, ...schedule.flatMap(({ ladder }) => ladder.rungs));
  const all = rungsOfSpans(schedule, anchor, last + count * MONTH);
  return all.filter((rung) => rung > elapsed).slice(0, count);
}

export function rungDay(anchor: CivilDate, rung: number): CivilDate {
  return addDays(anchor, rung);
}

export function isSchedule(ladder: Ladder | LadderSchedule): ladder is LadderSchedule {
  return Array.isArray(ladder);
}

function rungsOfSpans(schedule: LadderSchedule, anchor: CivilDate, elapsed: number): number[] {
  return schedule.flatMap(({ from, ladder }, index) => {
    const next = schedule[index + 1]?.from ?? null;
    const first = from === null ? Number.NEGATIVE_INFINITY : daysBetween(anchor, from);
    const end = next === null ? Number.POSITIVE_INFINITY : daysBetween(anchor, next);
    return rungsUntil(ladder, Math.min(elapsed, end - 1)).filter((rung) => rung >= first);
  });
}

function rungsUntil(ladder: Ladder, elapsed: number): number[] {
  const reached = ladder.rungs.filter((rung) => rung <= elapsed);
  const last = Math.max(...ladder.rungs);
  if (ladder.monthlyAfter) for (let rung = last + MONTH; rung <= elapsed; rung += MONTH) reached.push(rung);
  return reached;
}
