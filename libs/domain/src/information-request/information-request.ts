import type { CivilDate } from '../calendar/clock.js';
import { addDays } from '../calendar/civil-date.js';
import { addWorkingDays, isWorkingDay } from '../calendar/working-day.js';
import type { WorkCalendar } from '../calendar/working-day.js';

/** How a request stands, derived from its days and never stored. In the order in which they need a hand. */
export const REQUEST_STATES = ['overdue', 'sent', 'answered', 'closed', 'asked_again', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** What may happen to a request after it was sent. Each happens once; none is taken back. */
export const REQUEST_EVENTS = [
  'answered',
  'closed',
  'withdrawn',
  'question_published',
  'answer_published',
] as const;
export type RequestEvent = (typeof REQUEST_EVENTS)[number];

/** Working days that an institution can be given. */
export const REPLY_BOUNDS = { from: 1, to: 60 } as const;

/** What the state of a request follows from. */
export interface RequestDays {
  /** Its last day in time. */
  readonly dueOn: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  /** A later request names this one. */
  readonly askedAgain: boolean;
}

/** A day, and how it was counted: so that it can be counted again when the calendar is another one. */
export interface ReplyClock {
  readonly dueOn: CivilDate;
  readonly workingDays: number;
  /** Days that are no weekend and were not counted, as the calendar stood when it was asked. */
  readonly leftOut: readonly CivilDate[];
}

export function requestStateOf(request: RequestDays, today: CivilDate): RequestState {
  if (request.withdrawnOn !== null) return 'withdrawn';
  if (request.closedOn !== null) return 'closed';
  if (request.askedAgain) return 'asked_again';
  if (request.answeredOn !== null) return 'answered';
  return request.dueOn < today ? 'overdue' : 'sent';
}

/** The reply clock of a request: the day on which it is sent does not count, and the last day is always a working day. */
export function replyClock(sentOn: CivilDate, workingDays: number, calendar: WorkCalendar): ReplyClock {
  const dueOn = addWorkingDays(sentOn, workingDays, calendar);
  const leftOut: CivilDate[] = [];
  const weekendOnly: WorkCalendar = { weekend: calendar.weekend, holidays: new Set() };
  for (let day = addDays(sentOn, 1); day < dueOn; day = addDays(day, 1))
    if (!isWorkingDay(day, calendar) && isWorkingDay(day, weekendOnly)) leftOut.push(day);
  return { dueOn, workingDays, leftOut };
}

/** Why something cannot happen to a request as it stands; null where it can. */
export type RequestRefusal =
  'withdrawn' | 'closed' | 'asked_again' | 'answered' | 'not_answered' | 'published' | 'confidential';

/** What is public of it, which never becomes confidential again. */
export interface RequestOpenness {
  readonly questionPublished: boolean;
  readonly answerPublished: boolean;
}

/**
 * Whether an event may follow. Late answers are taken as long as nobody closed the request; what is over stays over. An answer is
 * published with its question: nobody reads one without the other.
 */
export function requestRefusal(
  event: RequestEvent | 'asked_again',
  request: RequestDays & RequestOpenness,
  today: CivilDate,
): RequestRefusal | null {
  const state = requestStateOf(request, today);
  if (event === 'question_published')
    return request.questionPublished ? 'published' : state === 'withdrawn' ? 'withdrawn' : null;
  if (event === 'answer_published') {
    if (request.answeredOn === null) return 'not_answered';
    if (request.answerPublished) return 'published';
    return request.questionPublished ? null : 'confidential';
  }
  if (request.askedAgain) return 'asked_again';
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'closed') return event === 'asked_again' ? null : 'closed';
  if (event === 'answered' || event === 'withdrawn') return state === 'answered' ? 'answered' : null;
  if (event === 'closed') return state === 'answered' ? null : 'not_answered';
  return null;
}
