import type { Instant } from '../calendar/clock.js';
import type { Alert } from './alert.js';

/** How long an answer can be taken back as if it had not been given. Pages offer it for ten seconds, or, without script, until they are left. */
export const TAKE_BACK_FOR_MS = 10 * 60_000;

/** What an answer changes of an alert, as it stood before it. */
export type BeforeAnswer = Pick<
  Alert,
  'state' | 'snoozedUntil' | 'snoozedOn' | 'unansweredSince' | 'escalationStep'
>;

/** The newest thing that happened to an alert. */
export interface LastStep {
  readonly kind: string;
  readonly personId: number | null;
  readonly at: Instant;
  /** Null of steps that cannot be taken back. */
  readonly before: BeforeAnswer | null;
}

export type TakeBackRefusal = 'nothing' | 'not_yours' | 'too_late';

/**
 * Why an answer cannot be taken back; null where it can. What others heard of stays said: only what quietened reminders is taken
 * back, by whoever gave it, while nothing has come of it.
 */
export function takeBackRefusal(
  last: LastStep | null,
  by: { readonly personId: number; readonly at: Instant },
): TakeBackRefusal | null {
  if (last === null || last.before === null) return 'nothing';
  if (last.personId !== by.personId) return 'not_yours';
  return by.at - last.at > TAKE_BACK_FOR_MS ? 'too_late' : null;
}

export function beforeAnswer(alert: Alert): BeforeAnswer {
  const { state, snoozedUntil, snoozedOn, unansweredSince, escalationStep } = alert;
  return { state, snoozedUntil, snoozedOn, unansweredSince, escalationStep };
}
