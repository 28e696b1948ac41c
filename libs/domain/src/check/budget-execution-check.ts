import type { BudgetExecution } from '../budget/budget.js';
import type { CivilDate } from '../calendar/clock.js';
import { coveredThrough, elapsedShare, executionShare, pointsBehind } from '../budget/execution.js';
import { everyDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';
import { isAwaitingReview } from './waiting-figures.js';

/** Money that is spent more slowly than the year passes, or of which no spending was reported. An absent amount is not zero. */
export const budgetExecutionCheck: Check = {
  rule: 'budget_execution',
  // Execution is judged by the last day it covers. Only while that day has not come does the year go on under it, day by day.
  changesOn: (facts, context) =>
    facts.budgetLines.some(({ newest }) => newest !== null && goesOnUnder(newest, context.today))
      ? everyDay(facts, context)
      : [],
  evaluate(facts, { today, thresholds }) {
    return facts.budgetLines.flatMap((line): Finding[] => {
      const { budgetLineId, purpose, institutionId, newest } = line;
      const common = {
        rule: 'budget_execution',
        subject: { kind: 'budget_line', id: budgetLineId },
        dueOn: null,
        institutionId,
      } as const;
      if (newest === null)
        return isAwaitingReview(facts.obligations, line, institutionId)
          ? []
          : [{ ...common, severity: 'notice', reason: 'never_reported', evidence: { purpose } }];
      const executed = executionShare(newest);
      const behind = pointsBehind(newest, today);
      if (executed === null || behind === null || behind < thresholds.budgetPoints) return [];
      return [
        {
          ...common,
          severity: 'warning',
          reason: 'behind_the_year',
          evidence: {
            purpose,
            fiscalYear: newest.fiscalYear,
            executedPercent: Math.round(executed * 100),
            elapsedPercent: Math.round(elapsedShare(newest.fiscalYear, coveredThrough(newest, today)) * 100),
            // Money that every year is spent in December is behind, but not more than it always was.
            ...(newest.shareYearBefore === undefined || newest.shareYearBefore === null
              ? {}
              : { yearBeforePercent: Math.round(newest.shareYearBefore * 100) }),
          },
        },
      ];
    });
  },
};

function goesOnUnder(newest: BudgetExecution, today: CivilDate): boolean {
  return (
    pointsBehind(newest, today) !== null && (newest.executedThrough ?? `${newest.fiscalYear}-12-31`) > today
  );
}
