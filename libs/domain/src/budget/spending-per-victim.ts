/** A figure in the form in which it was published; null where its cell shows no number. */
export interface PublishedValue {
  readonly year: number;
  readonly value: number | null;
}

export type SpendingPerVictim =
  | { readonly kind: 'ratio'; readonly amount: number }
  | { readonly kind: 'withheld'; readonly reason: PerVictimRefusal };
export type PerVictimRefusal =
  'year_not_over' | 'spending_not_published' | 'victims_not_published' | 'no_victim_registered';

/**
 * Spending for each registered victim: a ratio of two published figures of one finished year. The count of victims is taken as it
 * stands in public, never as it was handed in: a ratio to the true count would give that count away.
 */
export function spendingPerVictim(
  spending: PublishedValue & { readonly finished: boolean },
  victims: PublishedValue | null,
): SpendingPerVictim {
  if (!spending.finished) return { kind: 'withheld', reason: 'year_not_over' };
  if (spending.value === null) return { kind: 'withheld', reason: 'spending_not_published' };
  if (victims === null || victims.year !== spending.year || victims.value === null)
    return { kind: 'withheld', reason: 'victims_not_published' };
  if (victims.value <= 0) return { kind: 'withheld', reason: 'no_victim_registered' };
  return { kind: 'ratio', amount: Number((spending.value / victims.value).toFixed(2)) };
}
