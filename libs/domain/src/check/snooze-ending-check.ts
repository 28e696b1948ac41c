import { snoozeWarnedOn } from '../alert/snooze.js';
import { addDays } from '../calendar/civil-date.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** What was put off comes back soon. A condition of its own, so that it is told once for each snooze. */
export const snoozeEndingCheck: Check = {
  rule: 'snooze_ending',
  changesOn: ({ snoozes = [] }) =>
    snoozes.flatMap(({ from, until }) => [snoozeWarnedOn(from, until), addDays(until, 1)]),
  evaluate({ snoozes = [] }, { today }) {
    return snoozes
      .filter(({ from, until }) => snoozeWarnedOn(from, until) <= today && today <= until)
      .map(({ alertId, rule, until, institutionId }): Finding => ({
        rule: 'snooze_ending',
        subject: { kind: 'alert', id: alertId },
        severity: 'notice',
        reason: 'ends_soon',
        evidence: { until, watched: rule },
        dueOn: null,
        institutionId,
      }));
  },
};
