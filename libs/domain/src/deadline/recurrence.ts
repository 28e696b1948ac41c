import { addDays, addMonths } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { ReferencePeriod } from '../indicator/indicator.js';

/** A duty that comes again: a yearly data call, quarterly figures, an evaluation every few years. */
export interface Recurrence {
  /** Rounds fall on this day and every `everyMonths` after it, each counted from here, so that the 31st stays the last of a month. */
  readonly firstDueOn: CivilDate;
  readonly everyMonths: number;
  /** No round is due after it; null: without end. */
  readonly until: CivilDate | null;
  /** Days before a due day from which the round is there. */
  readonly opensDaysBefore: number;
  /** What the first round is about; the period moves with the rounds. Null: about no period. */
  readonly firstPeriod: ReferencePeriod | null;
}

export interface Round {
  readonly dueOn: CivilDate;
  readonly period: ReferencePeriod | null;
}

export const RECURRENCE_BOUNDS = {
  everyMonths: { from: 1, to: 120 },
  opensDaysBefore: { from: 0, to: 365 },
} as const;

/** More rounds of one duty are not made at once: a rule that is this far behind has a wrong first day. */
const MOST_AT_ONCE = 24;

/**
 * Rounds that should be there today and are not: the next one is made when its window opens, or when the one before is over.
 * @param lastDueOn the due day of the newest round that was ever made, by this rule or by the one before it was changed
 * @param since no round that was due before this day is made: the day from which the rule is kept
 */
export function roundsToMake(
  recurrence: Recurrence,
  { lastDueOn, since, today }: { lastDueOn: CivilDate | null; since: CivilDate; today: CivilDate },
): Round[] {
  const rounds: Round[] = [];
  let last = lastDueOn;
  for (let number = 0; rounds.length < MOST_AT_ONCE; number += 1) {
    const dueOn = addMonths(recurrence.firstDueOn, number * recurrence.everyMonths);
    if (recurrence.until !== null && dueOn > recurrence.until) break;
    if (last === null ? dueOn < since : dueOn <= last) continue;
    const isOpen = addDays(dueOn, -recurrence.opensDaysBefore) <= today;
    if (!isOpen && (last === null || last >= today)) break;
    rounds.push({ dueOn, period: periodOf(recurrence, number) });
    last = dueOn;
  }
  return rounds;
}

function periodOf({ firstPeriod, everyMonths }: Recurrence, number: number): ReferencePeriod | null {
  if (firstPeriod === null) return null;
  const months = number * everyMonths;
  // A period that ends with its month goes on ending with one: June to September is 30 and 30, then 31 December.
  const after = addDays(firstPeriod.endOn, 1);
  return {
    startOn: addMonths(firstPeriod.startOn, months),
    endOn: addDays(addMonths(after, months), -1),
  };
}
