import { addDays, addMonths } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { IndicatorFacts, NewestFigure } from '../check/facts.js';

/** The newest number, bound or "does not apply"; null where none was ever received. "Missing" is an answer about a figure, not one. */
export function newestFigure({ newest }: IndicatorFacts): NewestFigure | null {
  return newest?.state === 'missing' ? null : newest;
}

/**
 * The last day on which the newest figure still speaks; null for facts that are reported when they change, or never were.
 * Months are counted from the day after the period, so that a quarter that ends on 30 June is followed by one that ends on
 * 30 September, and a half-year by one that ends on 31 December.
 */
export function freshUntil(indicator: IndicatorFacts, stalePeriods: number): CivilDate | null {
  const figure = newestFigure(indicator);
  if (figure === null || indicator.periodicityMonths === null) return null;
  const nextPeriod = addDays(figure.period.endOn, 1);
  return addDays(addMonths(nextPeriod, indicator.periodicityMonths * stalePeriods), -1);
}

/** Never had a figure, or the newest is older than the given number of periods. */
export function isStale(indicator: IndicatorFacts, today: CivilDate, stalePeriods: number): boolean {
  if (newestFigure(indicator) === null) return true;
  const until = freshUntil(indicator, stalePeriods);
  return until !== null && until < today;
}
