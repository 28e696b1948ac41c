import type { RecommendationFacts } from '../check/facts.js';
import { isAtTarget } from '../indicator/path.js';

/**
 * Codes of the required indicators that stand in the way of a decision that the item is implemented: no accepted value,
 * or one that is not at its target. Money and cases have no target of their own.
 */
export function notAtTarget(facts: RecommendationFacts): string[] {
  return facts.indicators
    .filter((indicator) => indicator.required && indicator.track === 'data' && !isAtTarget(indicator))
    .map((indicator) => indicator.code);
}
