import type { CivilDate } from '../calendar/clock.js';
import type { Deadline } from './deadline.js';
import { daysLate } from './lateness.js';

/** What is owed for a recommendation, and what a document itself asks for. */
export const DUTY_KINDS = ['data_submission', 'report', 'follow_up', 'next_report'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** When, as seen from today: what is overdue is past, and has not come. */
export const DUTY_TIMES = ['coming', 'overdue', 'past', 'all'] as const;
export type DutyTime = (typeof DUTY_TIMES)[number];

export const DUTY_OUTCOMES = [
  'on_time',
  'late',
  'sent',
  'overdue',
  'not_sent',
  'not_recorded',
  'open',
  'undated',
] as const;
/**
 * What became of something that is due. `sent`: it came, and there was no day to measure it by. `not_sent`: its day is over, and
 * it was not required. `not_recorded`: nothing on record tells whether it came.
 */
export type DutyOutcome = (typeof DUTY_OUTCOMES)[number];

export interface DutyFacts {
  readonly deadline: Deadline;
  readonly handedIn: boolean;
  /** Null where nothing came, or where its day is not on record. */
  readonly handedInOn: CivilDate | null;
  readonly required: boolean;
  /** False where the record does not keep whether such a thing came. */
  readonly followed: boolean;
}

/** What became of a duty, as seen on one day. Only a confirmed day makes anything late. */
export function dutyOutcome(
  facts: DutyFacts,
  today: CivilDate,
): { readonly outcome: DutyOutcome; readonly daysLate: number | null } {
  const { deadline, handedIn, handedInOn, required, followed } = facts;
  if (handedIn) {
    if (deadline.certainty !== 'confirmed' || handedInOn === null) return { outcome: 'sent', daysLate: null };
    const late = daysLate(deadline, handedInOn);
    return { outcome: late === null ? 'on_time' : 'late', daysLate: late };
  }
  if (deadline.certainty !== 'confirmed') return { outcome: 'undated', daysLate: null };
  const late = daysLate(deadline, today);
  if (late === null) return { outcome: 'open', daysLate: null };
  if (!followed) return { outcome: 'not_recorded', daysLate: null };
  return required ? { outcome: 'overdue', daysLate: late } : { outcome: 'not_sent', daysLate: null };
}
