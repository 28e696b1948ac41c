import { elapsedShare, executionShare, pointsBehind } from '../budget/execution.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** Money that is spent more slowly than the year passes, or of which no spending was reported. */
export const budgetExecutionCheck: Check = {
  rule: 'budget_execution',
  evaluate(facts, { today, thresholds }) {
    return facts.budgetLines.flatMap((line): Finding[] => {
      const common = {
        rule: 'budget_execution',
        subject: { kind: 'budget_line', id: line.budgetLineId },
        dueOn: null,
        institutionId: line.institutionId,
      } as const;
      if (line.newest === null)
        return [
          { ...common, severity: 'notice', reason: 'never_reported', evidence: { purpose: line.purpose } },
        ];
      const behind = pointsBehind(line.newest, today);
      if (behind === null || behind < thresholds.budgetPoints) return [];
      const through = line.newest.executedThrough ?? today;
      return [
        {
          ...common,
          severity: 'warning',
          reason: 'behind_the_year',
          evidence: {
            purpose: line.purpose,
            fiscalYear: line.newest.fiscalYear,
            executedPercent: Math.round((executionShare(line.newest) ?? 0) * 100),
            elapsedPercent: Math.round(elapsedShare(line.newest.fiscalYear, through) * 100),
          },
        },
      ];
    });
  },
};
