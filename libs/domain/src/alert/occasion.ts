import type { Alert } from './alert.js';

/**
 * What a notice is about, once: the due day (else the day the condition was first seen) and the episode.
 * A moved date, a re-opened alert and next year's round are new occasions, so that their rungs go out again.
 */
export function occasionOf(alert: Pick<Alert, 'dueOn' | 'openedOn' | 'episode'>): string {
  return `${alert.dueOn ?? alert.openedOn}#${alert.episode}`;
}
