import { addDays, daysBetween, weekdayOf } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import { isWorkingDay } from '../calendar/working-day.js';
import type { WorkCalendar } from '../calendar/working-day.js';

/** How often a person gets mail. There is no "never": a reminder of what a State owes is not an advertisement. */
export const RHYTHMS = ['daily', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What a person chose for the mails of one State. Weekdays are ISO: Monday 1 to Sunday 7. */
export interface MailRhythm {
  readonly rhythm: Rhythm;
  /** Of the weekly mail; null with another rhythm. The monthly one comes on the first working day. */
  readonly weekday: number | null;
  /** On which no mail comes. */
  readonly quietWeekdays: readonly number[];
  /** Whether none comes either where the State's work calendar has a weekend or a public holiday. */
  readonly quietWhenClosed: boolean;
}

export const DAILY: MailRhythm = {
  rhythm: 'daily',
  weekday: null,
  quietWeekdays: [],
  quietWhenClosed: false,
};

/** A rhythm, with the days on which offices of its State are closed. */
export interface MailDays {
  readonly chosen: MailRhythm;
  readonly calendar: WorkCalendar;
}

/** What of a notice decides when it may leave. */
export interface RhythmicNotice {
  readonly dueOn: CivilDate | null;
  readonly rung: number;
  /** Told because somebody else did not answer. */
  readonly escalated: boolean;
}

/** Why a notice waits. The words for each are in libs/messages. */
export const WAITING_FOR = ['weekly', 'monthly', 'quiet_day', 'next_day'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** Civil days before its date from which nothing waits for a rhythm. */
export const NEAR_DAYS = 14;
/** Only repeats after this rung wait for a rhythm. */
const LAST_PROMPT_RUNG = 30;
/** Quiet days in a row that are kept. In a longer row mail comes from then on: quiet must not become never. */
export const MOST_QUIET_DAYS = 14;

/** No mail is to come on that day. */
export function isQuietDay(day: CivilDate, days: MailDays): boolean {
  if (!isNamedQuiet(day, days)) return false;
  for (let before = 1; before <= MOST_QUIET_DAYS; before += 1)
    if (!isNamedQuiet(addDays(day, -before), days)) return true;
  return false;
}

/** The first day from `day` on, itself included, on which a mail of this rhythm comes; one on a quiet day comes on the next that is not. */
export function nextMailDay(day: CivilDate, days: MailDays): CivilDate {
  return firstDay(day, (candidate) => isMailDay(candidate, days));
}

/**
 * Whether a notice may leave on that day.
 *
 * A weekly or monthly rhythm delays only what is dated more than 14 days after that day, and repeats after +30: what is nearer,
 * overdue or a condition that is new does not wait for it. So it never delays past the fourteenth day before a date.
 *
 * A quiet day delays everything whose date is not lost by it. What is due on that very day, or on a day before the next one that
 * is not quiet, leaves all the same: the next mail would come after its date. What was overdue before has lost its date
 * already and waits, for 14 days at the most.
 *
 * A step up waits for neither: it exists because somebody has waited already.
 */
export function mayLeaveOn(day: CivilDate, notice: RhythmicNotice, days: MailDays): boolean {
  if (notice.escalated) return true;
  if (isQuietDay(day, days)) {
    const { dueOn } = notice;
    return dueOn !== null && dueOn >= day && dueOn < nextOpenDay(day, days);
  }
  return !bearsDelay(notice, day) || isMailDay(day, days);
}

export interface Wait {
  readonly until: CivilDate;
  readonly for: WaitingFor;
}

/** Until when a notice waits that does not leave today, and what for. */
export function waitAfter(today: CivilDate, notice: RhythmicNotice, days: MailDays): Wait {
  const until = firstDay(addDays(today, 1), (day) => mayLeaveOn(day, notice, days));
  if (mayLeaveOn(today, notice, days)) return { until, for: 'next_day' };
  const { rhythm } = days.chosen;
  return { until, for: rhythm !== 'daily' && bearsDelay(notice, today) ? rhythm : 'quiet_day' };
}

export type RhythmFault = 'weekday' | 'weekday_quiet' | 'no_day';

/** What is wrong with a choice; null where nothing is. `weekend` is that of the State. */
export function faultOfRhythm(
  { rhythm, weekday, quietWeekdays, quietWhenClosed }: MailRhythm,
  weekend: ReadonlySet<number>,
): RhythmFault | null {
  const quiet = new Set([...quietWeekdays, ...(quietWhenClosed ? weekend : [])]);
  if ([1, 2, 3, 4, 5, 6, 7].every((day) => quiet.has(day))) return 'no_day';
  if (rhythm !== 'weekly') return weekday === null ? null : 'weekday';
  if (weekday === null || !Number.isInteger(weekday) || weekday < 1 || weekday > 7) return 'weekday';
  return quiet.has(weekday) ? 'weekday_quiet' : null;
}

/**
 * What one click in a mail program sets (RFC 8058): weekly, never nothing. Who has chosen a slower rhythm keeps it: the click
 * asks for less. The day is Monday, or the first one after it that is not quiet.
 */
export function lessOften(chosen: MailRhythm, weekend: ReadonlySet<number>): MailRhythm {
  return chosen.rhythm === 'daily' ? withRhythm(chosen, 'weekly', weekend) : chosen;
}

/** Another rhythm; quiet days stay as they are, and so does the weekday of who has a weekly mail already. */
export function withRhythm(chosen: MailRhythm, rhythm: Rhythm, weekend: ReadonlySet<number>): MailRhythm {
  if (rhythm !== 'weekly') return { ...chosen, rhythm, weekday: null };
  const quiet = new Set([...chosen.quietWeekdays, ...(chosen.quietWhenClosed ? weekend : [])]);
  const open = [1, 2, 3, 4, 5, 6, 7].find((day) => !quiet.has(day)) ?? 1;
  return { ...chosen, rhythm, weekday: chosen.weekday ?? open };
}

function bearsDelay({ dueOn, rung, escalated }: RhythmicNotice, day: CivilDate): boolean {
  if (escalated) return false;
  return rung > LAST_PROMPT_RUNG || (dueOn !== null && daysBetween(day, dueOn) > NEAR_DAYS);
}

/** A day of the rhythm, or the first after one that fell on quiet days. */
function isMailDay(day: CivilDate, days: MailDays): boolean {
  if (isQuietDay(day, days)) return false;
  let own = day;
  while (!isRhythmDay(own, days)) {
    own = addDays(own, -1);
    if (!isQuietDay(own, days)) return false;
  }
  return true;
}

function isRhythmDay(day: CivilDate, { chosen, calendar }: MailDays): boolean {
  if (chosen.rhythm === 'daily') return true;
  if (chosen.rhythm === 'weekly') return weekdayOf(day) === chosen.weekday;
  return day === firstWorkingDay(day, calendar);
}

/** Of the month in which the day lies; its last day where none is worked. */
function firstWorkingDay(day: CivilDate, calendar: WorkCalendar): CivilDate {
  const month = day.slice(0, 7);
  let first = `${month}-01`;
  for (let next = addDays(first, 1); !isWorkingDay(first, calendar) && next.startsWith(month);) {
    first = next;
    next = addDays(first, 1);
  }
  return first;
}

function nextOpenDay(day: CivilDate, days: MailDays): CivilDate {
  return firstDay(addDays(day, 1), (candidate) => !isQuietDay(candidate, days));
}

function isNamedQuiet(day: CivilDate, { chosen, calendar }: MailDays): boolean {
  return (
    chosen.quietWeekdays.includes(weekdayOf(day)) || (chosen.quietWhenClosed && !isWorkingDay(day, calendar))
  );
}

/** There is always one: quiet rows end, and every week and month has its day. */
function firstDay(from: CivilDate, fits: (day: CivilDate) => boolean): CivilDate {
  let day = from;
  while (!fits(day)) day = addDays(day, 1);
  return day;
}
