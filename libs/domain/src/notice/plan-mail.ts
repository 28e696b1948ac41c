import type { CivilDate } from '../calendar/clock.js';
import { mayLeaveOn, waitAfter } from './rhythm.js';
import type { MailDays, RhythmicNotice, Wait } from './rhythm.js';

/** A notice of the ledger that has not left. */
export interface UnsentNotice extends RhythmicNotice {
  readonly id: number;
  /** What was decided before; null: nothing. */
  readonly waitsUntil: CivilDate | null;
  /** It stands in a mail that could not leave yet. */
  readonly inMail: boolean;
}

/** How far the mail of a civil day has come, for one person. */
export interface MailDay {
  readonly today: CivilDate;
  /** The State's mail of that day was closed before: what is new arose later. */
  readonly closed: boolean;
  /** The person's mails of that day. */
  readonly mails: readonly { readonly sequence: number; readonly left: boolean }[];
}

export interface MailPlan {
  /** 0: the mail of the day; 1: the one extra; null: none now. */
  readonly sequence: 0 | 1 | null;
  /** What waits, where that was not decided before. A mail that is written takes everything along that waits. */
  readonly waits: readonly (Wait & { readonly id: number })[];
}

/**
 * One person's mail. There is one a civil day, when the State's mail day closes. What arises later waits for the next day, but for
 * one extra with what is due or overdue. A mail that could not leave before the next day is written anew with it.
 */
export function planMail(notices: readonly UnsentNotice[], day: MailDay, days: MailDays): MailPlan {
  const { today } = day;
  const fresh = notices.filter(({ inMail }) => !inMail);
  const ready = fresh.filter((notice) =>
    notice.waitsUntil === null ? mayLeaveOn(today, notice, days) : notice.waitsUntil <= today,
  );
  const isFirst = !day.closed && day.mails.length === 0;
  if (isFirst && (ready.length > 0 || notices.length > fresh.length)) return { sequence: 0, waits: [] };

  const pressing = ready.filter(({ dueOn }) => dueOn !== null && dueOn <= today);
  const hasExtra = day.mails.some(({ sequence }) => sequence === 1);
  const takesExtra = !isFirst && pressing.length > 0 && !hasExtra;
  // The relay has not taken the mail of the day yet: a second one would only stand behind it.
  const isHeldUp = day.mails.length > 0 && !day.mails.some(({ left }) => left);
  if (takesExtra && !isHeldUp) return { sequence: 1, waits: [] };

  return {
    sequence: null,
    waits: fresh
      .filter(({ waitsUntil }) => waitsUntil === null || waitsUntil <= today)
      .filter((notice) => !(takesExtra && pressing.includes(notice)))
      .map((notice) => ({ id: notice.id, ...waitAfter(today, notice, days) })),
  };
}
