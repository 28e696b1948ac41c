import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** An address of an institution refuses mail for good: whoever is left there, and the secretariat, can mend it. */
export const mailBouncingCheck: Check = {
  rule: 'mail_bouncing',
  changesOn: noDay,
  evaluate({ bouncing = [] }) {
    return bouncing.map(({ institutionId, institution, people, unreachable, since }): Finding => {
      const everybody = unreachable >= people;
      return {
        rule: 'mail_bouncing',
        subject: { kind: 'institution', id: institutionId },
        severity: everybody ? 'critical' : 'warning',
        reason: everybody ? 'every_mailbox' : 'some_mailboxes',
        evidence: { institution, people, unreachable, since },
        dueOn: null,
        institutionId,
      };
    });
  },
};
