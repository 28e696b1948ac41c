import { daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { BudgetExecution } from './budget.js';

/** Share of the fiscal year (the calendar year) that is over at the end of that day, 0 to 1. */
export function elapsedShare(fiscalYear: number, on: CivilDate): number {
  const first = `${fiscalYear}-01-01`;
  const days = daysBetween(first, `${fiscalYear}-12-31`) + 1;
  return Math.min(Math.max((daysBetween(first, on) + 1) / days, 0), 1);
}

/** Executed over revised, or over approved where nothing was revised; null when a figure is absent or there is no money to spend. */
export function executionShare(execution: BudgetExecution): number | null {
  const available = execution.revised ?? execution.approved;
  if (execution.executed === null || available === null || available <= 0) return null;
  return execution.executed / available;
}

/** The last day that the executed amount speaks of; never a day that has not come. */
export function coveredThrough({ executedThrough }: BudgetExecution, today: CivilDate): CivilDate {
  return executedThrough !== null && executedThrough < today ? executedThrough : today;
}

/** Points by which execution trails the year, up to the last day it covers; null when it cannot be told. */
export function pointsBehind(execution: BudgetExecution, today: CivilDate): number | null {
  const share = executionShare(execution);
  if (share === null) return null;
  const elapsed = elapsedShare(execution.fiscalYear, coveredThrough(execution, today));
  // 60 % less 40 % is 19.999… in binary fractions; whoever stands exactly on a threshold must not slip past it.
  return Number(((elapsed - share) * 100).toFixed(6));
}
