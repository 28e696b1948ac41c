import { LEAST_SHOWN } from './public-cell.js';
import type { PrintedCell } from './publishable-cell.js';

/** A rate of fewer children than this says little and tells much. */
const LEAST_DENOMINATOR = 50;

/**
 * A rate of two published counts of one cube, worked out after their protection. Per cent it is a whole number, per 100,000
 * it has one decimal.
 */
export function publishedRate(numerator: PrintedCell, denominator: PrintedCell, per: number): PrintedCell {
  const provisional = numerator.provisional || denominator.provisional;
  const isShown =
    numerator.value !== null &&
    numerator.value >= LEAST_SHOWN &&
    denominator.value !== null &&
    denominator.value >= LEAST_DENOMINATOR;
  if (!isShown) return { value: null, flag: 'not_shown', bound: null, provisional, announcedError: null };
  const digits = per > 100 ? 10 : 1;
  const value = Math.round((numerator.value / denominator.value) * per * digits) / digits;
  return { value, flag: null, bound: null, provisional, announcedError: null };
}
