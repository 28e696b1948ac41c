import type { FigureKind, FigureValue, SeriesKey } from '../indicator/indicator.js';
import type { PublicFlag } from './public-cell.js';

/** Counts of persons are published as multiples of this. */
const ROUNDING = 5;
/** Below this a count is printed "<10", zero included. */
const LEAST_SHOWN = 10;
/** A multiple of five by the nearest: at most 2 away from the accepted figure. */
export const TOTAL_ERROR = 2;

/** A published cell as it is stored: a number, or a flag with the source's own bound where it printed one. */
export interface PrintedCell {
  readonly value: number | null;
  readonly flag: PublicFlag | 'below_bound' | null;
  readonly bound: number | null;
  readonly provisional: boolean;
  readonly announcedError: number | null;
}

/**
 * What of an accepted figure may be read by everybody.
 * - plain: as accepted
 * - citation: verbatim as its source printed it, bounds included; only from a source marked as one
 * - person_count: the total only, as a multiple of five, "<10" below ten; of a breakdown nothing
 * - derived_rate: nothing yet; it needs numerator and denominator of one published cube
 *
 * Limit: totals of several person counts are rounded one by one. Nothing here protects a breakdown, so none is given.
 */
export function publishableCell(
  kind: FigureKind,
  categories: SeriesKey,
  figure: FigureValue,
  sourceIsCitation: boolean,
): PrintedCell {
  const { provisional } = figure;
  if (figure.state === 'missing' || figure.state === 'not_applicable')
    return flagged(figure.state, provisional);
  if (kind === 'person_count') {
    return isTotal(categories) ? printedCount(figure, provisional) : flagged('not_shown', provisional);
  }
  if (kind === 'derived_rate' || (kind === 'citation' && !sourceIsCitation))
    return flagged('not_shown', provisional);
  if (figure.state === 'below_threshold')
    return { value: null, flag: 'below_bound', bound: figure.value, provisional, announcedError: null };
  return { value: figure.value, flag: null, bound: null, provisional, announcedError: null };
}

/** The stage of a case and its cohort rule say what is counted; every other dimension breaks the persons counted down. */
function isTotal(categories: SeriesKey): boolean {
  return Object.entries(categories).every(
    ([dimension, category]) => dimension === 'stage' || dimension === 'cohort' || category === 'all',
  );
}

function printedCount(figure: FigureValue, provisional: boolean): PrintedCell {
  if (figure.value === null) return flagged('not_shown', provisional);
  // "<5" is also fewer than ten; of "<20" that would be a claim which nobody made.
  if (figure.state === 'below_threshold')
    return flagged(figure.value <= LEAST_SHOWN ? 'lt10' : 'not_shown', provisional);
  if (figure.value < LEAST_SHOWN) return { ...flagged('lt10', provisional), announcedError: TOTAL_ERROR };
  const rounded = Math.round(figure.value / ROUNDING) * ROUNDING;
  return { value: rounded, flag: null, bound: null, provisional, announcedError: TOTAL_ERROR };
}

function flagged(flag: PublicFlag, provisional: boolean): PrintedCell {
  return { value: null, flag, bound: null, provisional, announcedError: null };
}
