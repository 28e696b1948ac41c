import type { CivilDate } from '../calendar/clock.js';
import type { ObligationFacts, RecommendationFacts } from './facts.js';
import type { Finding, Rule } from './finding.js';
import type { Thresholds } from './thresholds.js';

export interface CheckContext {
  readonly today: CivilDate;
  readonly thresholds: Thresholds;
  /** Days from the due day from which such an obligation is spoken of; absent: from the first rung of the ladder for all. */
  readonly speaksFrom?: (obligation: Pick<ObligationFacts, 'kind' | 'institutionId'>) => number;
}

/** One kind of check: a pure question about one recommendation on one civil day. */
export interface Check {
  readonly rule: Rule;
  evaluate(facts: RecommendationFacts, context: CheckContext): Finding[];
}
