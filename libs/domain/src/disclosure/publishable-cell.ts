import type { FigureKind, FigureValue, SeriesKey } from '../indicator/indicator.js';
import { LEAST_SHOWN } from './public-cell.js';
import type { PublicFlag } from './public-cell.js';

/** A published cell as it is stored: a number, or a flag with the source's own bound where it printed one. */
export interface PrintedCell {
  readonly value: number | null;
  readonly flag: PublicFlag | 'below_bound' | null;
  readonly bound: number | null;
  readonly provisional: boolean;
  readonly announcedError: number | null;
}

/**
 * What of an accepted figure may be read by everybody, where it stands in no cube.
 * - plain: as accepted
 * - citation: verbatim as its source printed it, bounds included; only from a source marked as one
 * - person_count: nothing but "<10" where its source itself said no more; counts are read from their cube (print-cube.ts)
 * - derived_rate: nothing; a rate is worked out from published figures of one cube (published-rate.ts)
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
    // "<5" is also fewer than ten; of "<20" that would be a claim which nobody made.
    const isFew =
      isTotal(categories) && figure.state === 'below_threshold' && (figure.value ?? Infinity) <= LEAST_SHOWN;
    return flagged(isFew ? 'lt10' : 'not_shown', provisional);
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

function flagged(flag: PublicFlag, provisional: boolean): PrintedCell {
  return { value: null, flag, bound: null, provisional, announcedError: null };
}
