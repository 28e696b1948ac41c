import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** Days from the due day from which nearness is a warning. */
const SOON_FROM = -7;

/**
 * A question of the ombudsperson that waits for its answer. It speaks from the day on which it was sent: the clock is short, and
 * the ordinary reminder is how the institution learns that it runs.
 */
export const informationRequestCheck: Check = {
  rule: 'information_request',
  changesOn: ({ requests = [] }) =>
    requests.flatMap(({ sentOn, dueOn }) => [
      sentOn,
      ...[SOON_FROM, 0, 1].map((days) => addDays(dueOn, days)),
    ]),
  evaluate({ requests = [] }, { today }) {
    return requests
      .filter(({ sentOn }) => sentOn <= today)
      .map(({ requestId, sentOn, dueOn, institutionId }): Finding => {
        const days = daysBetween(dueOn, today);
        return {
          rule: 'information_request',
          subject: { kind: 'information_request', id: requestId },
          severity: days > 0 ? 'critical' : days >= SOON_FROM ? 'warning' : 'notice',
          reason: days > 0 ? 'overdue' : days === 0 ? 'due_today' : days >= SOON_FROM ? 'due_soon' : 'asked',
          evidence: { request: requestId, sentOn, dueOn },
          dueOn,
          institutionId,
        };
      });
  },
};
