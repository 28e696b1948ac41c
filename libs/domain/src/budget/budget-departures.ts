import type { SeriesKey } from '../indicator/indicator.js';
import type { Departure, KeyedFigure } from '../indicator/parts-of-total.js';

const LAST_MONTH = '12';

/** Where an amount is told of the year: what was approved is approved for all of it. */
export const monthOf = (categories: SeriesKey): string => categories['month'] ?? LAST_MONTH;

/**
 * What was executed of more than there was at the time: by what was revised to that month, else for the year, else by what was approved.
 * Keys are those of a budget form: institution, level, month, phase, purpose and year.
 */
export function budgetDepartures(
  handedIn: readonly KeyedFigure[],
  onRecord: readonly KeyedFigure[],
): Departure[] {
  const amounts = new Map<string, number>();
  for (const { categories, value } of [...onRecord, ...handedIn])
    if (value !== null) amounts.set(nameOf(categories), value);
  return handedIn.flatMap(({ categories, value }): Departure[] => {
    if (categories['phase'] !== 'executed' || value === null) return [];
    const of = (phase: string, month: string): number | undefined =>
      amounts.get(nameOf({ ...categories, phase, month }));
    const budget =
      of('revised', monthOf(categories)) ?? of('revised', LAST_MONTH) ?? of('approved', LAST_MONTH);
    if (budget === undefined || value <= budget) return [];
    const whole = Object.fromEntries(Object.entries(categories).filter(([code]) => code !== 'phase'));
    return [
      {
        rule: 'executed.exceeds_budget',
        dimension: 'phase',
        whole,
        category: 'executed',
        parts: value,
        total: budget,
      },
    ];
  });
}

const nameOf = (categories: SeriesKey): string =>
  JSON.stringify(
    Object.entries({ ...categories, month: monthOf(categories) }).sort(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  );
