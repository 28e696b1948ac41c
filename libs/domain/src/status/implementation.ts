import type { RecommendationFacts } from '../check/facts.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Thresholds } from '../check/thresholds.js';
import { isAtTarget } from '../indicator/path.js';
import { statusOf } from './status-of.js';
import type { StatusDecision } from './status-of.js';

/** `overridden`: implemented although something stands in the way. `reopened` takes either back. */
export const IMPLEMENTATION_DECISIONS = ['implemented', 'overridden', 'reopened'] as const;
export type ImplementationDecision = (typeof IMPLEMENTATION_DECISIONS)[number];

/** Letters that the reason of an override needs: less says nothing that the public could weigh. */
export const SHORTEST_OVERRIDE_REASON = 40;

export type Hindrance = 'no_value' | 'not_at_target' | 'not_in_force' | 'no_evidence';

/** One thing that keeps a recommendation from being implemented. Codes and published values only: it is public. */
export interface InTheWay {
  readonly hindrance: Hindrance;
  /** Code; null where it is about no indicator. */
  readonly indicator: string | null;
  /** Newest published value; null where there is none that may be shown. */
  readonly value: number | null;
  readonly target: number | null;
}

/**
 * Everything that stands in the way of the decision that a recommendation is implemented; nothing: it may be taken. Every
 * required indicator has an accepted value at its target (a structural fact: in force), and evidence stands behind it.
 * Money and cases have no target of their own.
 * @param evidence how many pieces of evidence stand behind the recommendation today
 */
export function standsInTheWay(facts: RecommendationFacts, evidence: number): InTheWay[] {
  const hindrances = facts.indicators
    .filter((indicator) => indicator.required && indicator.track === 'data' && !isAtTarget(indicator))
    .map((indicator): InTheWay => {
      const structural = indicator.valueType === 'boolean';
      const target = indicator.target?.value ?? (structural ? 1 : null);
      const named = { indicator: indicator.code, value: indicator.newest?.value ?? null, target };
      if (indicator.newest === null || indicator.newest.state === 'missing')
        return { ...named, hindrance: 'no_value' };
      return { ...named, hindrance: structural ? 'not_in_force' : 'not_at_target' };
    });
  return evidence > 0
    ? hindrances
    : [...hindrances, { hindrance: 'no_evidence', indicator: null, value: null, target: null }];
}

/** Whether a decision may be taken, given what stands in the way and what was decided before. */
export function mayDecideImplementation(
  decision: ImplementationDecision,
  implementedOn: CivilDate | null,
  inTheWay: readonly InTheWay[],
): boolean {
  if (decision === 'reopened') return implementedOn !== null;
  return implementedOn === null && (decision === 'implemented') === (inTheWay.length === 0);
}

/**
 * What the checks say of an item that was decided to be implemented, to be shown beside the decision; null where there is no
 * decision, or nothing to say against it.
 */
export function besideDecision(
  facts: RecommendationFacts,
  today: CivilDate,
  thresholds: Thresholds,
): StatusDecision | null {
  if (facts.implementedOn === null) return null;
  const otherwise = statusOf({ ...facts, implementedOn: null }, today, thresholds);
  return otherwise.status === 'on_track' ? null : otherwise;
}
