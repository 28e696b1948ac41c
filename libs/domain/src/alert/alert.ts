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
  readonly snoozedUntil: CivilDate | null;
}

/** What a sweep does to one alert. Acknowledging and snoozing are people's transitions, not a sweep's. */
export type AlertTransition =
  | { readonly kind: 'opened'; readonly alert: Alert }
  | { readonly kind: 'reopened'; readonly alert: Alert }
  | { readonly kind: 'changed'; readonly alert: Alert }
  | { readonly kind: 'unsnoozed'; readonly alert: Alert }
  | { readonly kind: 'resolved'; readonly alert: Alert; readonly reason: 'cause_gone' }
  | { readonly kind: 'unchanged'; readonly alert: Alert };
