import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** Purposes that the Committee asked money for and that no budget line is for. A line without amounts is the execution check's matter. */
export const budgetPurposeCheck: Check = {
  rule: 'budget_purpose',
  changesOn: noDay,
  evaluate(facts) {
    return (facts.budgetPurposes ?? []).flatMap(
      ({ indicatorId, code, institutionId, asked, withLine }): Finding[] => {
        const missing = asked.filter((purpose) => !withLine.includes(purpose));
        if (missing.length === 0) return [];
        return [
          {
            rule: 'budget_purpose',
            subject: { kind: 'indicator', id: indicatorId },
            severity: 'notice',
            reason: 'no_line',
            evidence: { indicator: code, missingPurposes: [...missing] },
            dueOn: null,
            institutionId,
          },
        ];
      },
    );
  },
};
