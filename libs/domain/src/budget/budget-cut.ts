import type { BudgetExecution } from './budget.js';
import { atConstantPrices } from './deflator.js';
import type { DeflatorTable } from './deflator.js';

export interface BudgetChange {
  /** The phase that both years have: what was approved is compared with what was approved. */
  readonly phase: 'approved' | 'revised';
  /** Percent, negative for a cut. */
  readonly nominalPercent: number;
  /** At the prices of one year; null where the deflator table does not cover both. */
  readonly constantPercent: number | null;
}

/**
 * What a line has this year against the year before it; null where no phase was told for both, or there was no money then.
 * Approved amounts come first: a revised amount of a running year still grows, that of a finished one does not.
 */
export function changeSince(
  previous: BudgetExecution,
  newest: BudgetExecution,
  prices: DeflatorTable | null,
): BudgetChange | null {
  for (const phase of ['approved', 'revised'] as const) {
    const [before, now] = [previous[phase], newest[phase]];
    if (before === null || now === null || before <= 0) continue;
    const then = atConstantPrices(before, previous.fiscalYear, prices);
    const today = atConstantPrices(now, newest.fiscalYear, prices);
    return {
      phase,
      nominalPercent: percentOf(before, now),
      constantPercent:
        then.kind === 'constant' && today.kind === 'constant' && then.amount > 0
          ? percentOf(then.amount, today.amount)
          : null,
    };
  }
  return null;
}

/** Whoever stands exactly on a threshold must not slip past it by a binary fraction. */
function percentOf(before: number, now: number): number {
  return Number((((now - before) / before) * 100).toFixed(6));
}
