import type { CivilDate } from '../calendar/clock.js';
import type { Evidence, Rule, Severity, Subject } from '../check/finding.js';

export type AlertState = 'open' | 'acknowledged' | 'snoozed' | 'resolved';

/** One per (subject, rule). Each re-opening is a new episode. */
export interface Alert {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly reason: string;
  readonly evidence: Evidence;
  readonly dueOn: CivilDate | null;
  readonly institutionId: number | null;
  /** Counts from 1. */
  readonly episode: number;
  readonly openedOn: CivilDate;
  /** Its last quiet day; the sweep opens it again on the day after. */
  readonly snoozedUntil: CivilDate | null;
  readonly snoozedOn: CivilDate | null;
  /** The day since which nobody has answered: opened, woken, got worse, came to another owner, or was sent back. */
  readonly unansweredSince: CivilDate;
  /** How far up the State's steps it has been carried since then; 0: its owner was asked. */
  readonly escalationStep: number;
}

/** What a sweep does to one alert. Acknowledging and snoozing are people's transitions, not a sweep's. */
export type AlertTransition =
  | { readonly kind: 'opened'; readonly alert: Alert }
  | { readonly kind: 'reopened'; readonly alert: Alert }
  | { readonly kind: 'changed'; readonly alert: Alert }
  | { readonly kind: 'unsnoozed'; readonly alert: Alert }
  | { readonly kind: 'resolved'; readonly alert: Alert; readonly reason: 'cause_gone' }
  | { readonly kind: 'unchanged'; readonly alert: Alert };
