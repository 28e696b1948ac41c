import { daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Alert } from './alert.js';

/**
 * An alert's evidence with today's day counters. Stored evidence has none, so that an alert does not change every night
 * only because a day has passed.
 */
export function findingEvidence(
  alert: Pick<Alert, 'evidence' | 'dueOn'>,
  today: CivilDate,
): Record<string, string | number | string[] | null> {
  const evidence = Object.fromEntries(
    Object.entries(alert.evidence).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? [...value] : value,
    ]),
  );
  if (alert.dueOn === null) return evidence;
  return {
    ...evidence,
    dueOn: alert.dueOn,
    daysLate: daysBetween(alert.dueOn, today),
    daysLeft: daysBetween(today, alert.dueOn),
  };
}
