import type { CivilDate } from '../calendar/clock.js';

/**
 * Days relative to the due day (negative before it), or to the day a condition was first seen.
 * `monthlyAfter`: beyond the last rung a further one every 30 days, numbered +60, +90 …
 */
export interface Ladder {
  readonly rungs: readonly number[];
  readonly monthlyAfter: boolean;
}

/** A notice already in the ledger for the same alert and occasion. */
export interface LedgerEntry {
  readonly recipientId: number;
  readonly rung: number;
  readonly outcome: 'send' | 'skip';
}

/** Why a notice is written or not. The words for each are in libs/messages. */
export type NoticeReason =
  | 'rung_reached'
  | 'rung_reached_late'
  | 'superseded_by_later_rung'
  | 'already_sent'
  | 'no_rung_yet'
  | 'snoozed_until'
  | 'acknowledged'
  | 'parent_overdue'
  | 'no_owner'
  | 'unreachable'
  /** It went over to another focal point before it left. */
  | 'handed_over'
  /** The predecessor was told. */
  | 'told_before'
  | 'resolved'
  /** Its institution said that it is not its own, and nobody has decided on that. */
  | 'not_mine'
  /** A step up: nobody answered in the working days that the State allows. */
  | 'escalated'
  | 'escalated_late'
  /** Because there was nobody to tell at the step before. */
  | 'escalated_past';

/** The answer for one recipient (null: nobody to send to) and one rung (null: none is reached). */
export interface NoticeDecision {
  readonly recipientId: number | null;
  readonly rung: number | null;
  readonly outcome: 'send' | 'skip' | 'none';
  readonly reason: NoticeReason;
  /** The day the rung fell on, for a notice that says it is late. */
  readonly rungOn: CivilDate | null;
}
