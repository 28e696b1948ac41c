/**
 * Cases below which no median is told: the middle of a handful is the time of one case, which whoever knows the case would find
 * again, and the next case moves it by months.
 */
export const LEAST_CASES_OF_MEDIAN = 10;

/** A median as the source gives it. */
export interface ToldMedian {
  /** Days. */
  readonly days: number;
  /** How many cases it is of, where the source says it. */
  readonly cases: number | null;
}

export type MedianTime =
  | { readonly outcome: 'days'; readonly days: number; readonly cases: number }
  | { readonly outcome: 'refused'; readonly reason: 'too_few_cases' | 'cases_unknown' };

/**
 * The median time between two stages, or why it is not told.
 * @param reached cases of the cohort at the later stage, which are those that took the time; null where nobody counted them
 */
export function medianTime({ days, cases }: ToldMedian, reached: number | null): MedianTime {
  const of = cases ?? reached;
  if (of === null) return { outcome: 'refused', reason: 'cases_unknown' };
  return of < LEAST_CASES_OF_MEDIAN
    ? { outcome: 'refused', reason: 'too_few_cases' }
    : { outcome: 'days', days, cases: of };
}
