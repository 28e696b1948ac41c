import { addDays } from '../calendar/civil-date.js';
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

/** Days on which an answer about the same facts can become another one. Days that are over are ignored. */
export type ChangingDays = (facts: RecommendationFacts, context: CheckContext) => readonly CivilDate[];

/** One kind of check: a pure question about one recommendation on one civil day. */
export interface Check {
  readonly rule: Rule;
  evaluate(facts: RecommendationFacts, context: CheckContext): Finding[];
  /**
   * A recommendation of which no fact changed is asked again on the first of these days and on none before it: a day that is left
   * out is an alert that comes late. Whoever cannot tell says `everyDay`.
   */
  readonly changesOn: ChangingDays;
}

/** Safe for every check, and never cheap. */
export const everyDay: ChangingDays = (_facts, { today }) => [addDays(today, 1)];

/** Of a check that looks at no day. */
export const noDay: ChangingDays = () => [];
