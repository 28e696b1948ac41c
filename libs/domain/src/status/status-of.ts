import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { IndicatorFacts, ObligationFacts, RecommendationFacts } from '../check/facts.js';
import type { Evidence } from '../check/finding.js';
import type { Thresholds } from '../check/thresholds.js';
import { pointsBehind } from '../budget/execution.js';
import { isOver } from '../deadline/lateness.js';
import { completenessPercent } from '../indicator/completeness.js';
import { isStale } from '../indicator/freshness.js';
import { isAtTarget, pathPercent } from '../indicator/path.js';
import type { ItemStatus } from './item-status.js';

/** Named reason of a status; the words are in libs/messages. */
export type StatusReason =
  | 'decided_implemented'
  | 'obligation_overdue'
  | 'submission_waits'
  | 'never_reported'
  | 'figures_too_old'
  | 'due_soon'
  | 'off_path'
  | 'breakdowns_missing'
  | 'budget_behind'
  | 'nobody_reachable'
  | 'figures_fresh'
  | 'nothing_due';

export interface StatusDecision {
  readonly status: ItemStatus;
  readonly reason: StatusReason;
  /** Codes, published numbers and civil dates only: a status is public. */
  readonly parameters: Evidence;
}

type StatusRule = (
  facts: RecommendationFacts,
  today: CivilDate,
  thresholds: Thresholds,
) => StatusDecision | null;

/** The status of an item: the first rule that fits. The last one always does. */
export function statusOf(
  facts: RecommendationFacts,
  today: CivilDate,
  thresholds: Thresholds,
): StatusDecision {
  for (const rule of STATUS_RULES) {
    const decision = rule(facts, today, thresholds);
    if (decision) return decision;
  }
  return decided('on_track', facts.indicators.length > 0 ? 'figures_fresh' : 'nothing_due');
}

const implemented: StatusRule = (facts) => {
  if (facts.implementedOn === null) return null;
  const required = facts.indicators.filter((indicator) => indicator.required);
  if (!required.every(isAtTarget)) return null;
  return decided('implemented', 'decided_implemented', { on: facts.implementedOn });
};

const overdue: StatusRule = (facts, today) => {
  const late = openRequired(facts)
    .filter((obligation) => isOver(obligation.deadline, today))
    .map(dueOnOf)
    .sort();
  const oldest = late[0];
  return oldest === undefined ? null : decided('overdue', 'obligation_overdue', { dueOn: oldest });
};

const awaitingReview: StatusRule = (facts) => {
  const waiting = facts.obligations.filter(
    (obligation) => obligation.required && obligation.submittedOn !== null && obligation.acceptedOn === null,
  );
  const first = waiting.map((obligation) => obligation.submittedOn ?? '').sort()[0];
  if (first === undefined) return null;
  const lateBy = waiting.map(sentLate).filter((days) => days > 0);
  return decided('awaiting_review', 'submission_waits', {
    submittedOn: first,
    daysLate: Math.max(0, ...lateBy),
  });
};

const noData: StatusRule = (facts, today, thresholds) => {
  const required = facts.indicators.filter((indicator) => indicator.required && indicator.track === 'data');
  if (
    required.length === 0 ||
    !required.every((indicator) => isStale(indicator, today, thresholds.stalePeriods))
  )
    return null;
  const newest = required
    .map((indicator) => figureEndOn(indicator))
    .sort()
    .at(-1);
  return newest === undefined || newest === ''
    ? decided('no_data', 'never_reported')
    : decided('no_data', 'figures_too_old', { newestPeriodEndOn: newest });
};

const dueSoon: StatusRule = (facts, today, thresholds) => {
  const near = openRequired(facts)
    .filter((obligation) => obligation.deadline.certainty === 'confirmed')
    .filter((obligation) => daysBetween(today, dueOnOf(obligation)) <= thresholds.dueSoonDays)
    .filter(
      (obligation) =>
        obligation.period === null || addDays(obligation.period.endOn, thresholds.daysAfterPeriod) <= today,
    )
    .map(dueOnOf)
    .sort();
  return near[0] === undefined ? null : decided('at_risk', 'due_soon', { dueOn: near[0] });
};

const offPath: StatusRule = (facts, _today, thresholds) => {
  for (const indicator of facts.indicators) {
    const percent = pathPercent(indicator);
    if (percent === null || percent >= thresholds.pathPercent) continue;
    return decided('at_risk', 'off_path', { indicator: indicator.code, pathPercent: Math.round(percent) });
  }
  return null;
};

const breakdownsMissing: StatusRule = (facts, _today, thresholds) => {
  for (const indicator of facts.indicators) {
    const percent = completenessPercent(indicator);
    if (percent === null || percent >= thresholds.completenessPercent) continue;
    return decided('at_risk', 'breakdowns_missing', {
      indicator: indicator.code,
      completenessPercent: Math.round(percent),
    });
  }
  return null;
};

const budgetBehind: StatusRule = (facts, today, thresholds) => {
  const points = facts.budgetLines
    .map((line) => (line.newest === null ? null : pointsBehind(line.newest, today)))
    .filter((behind) => behind !== null && behind >= thresholds.budgetPoints) as number[];
  if (points.length === 0) return null;
  return decided('at_risk', 'budget_behind', { pointsBehind: Math.round(Math.max(...points)) });
};

const nobodyReachable: StatusRule = (facts) =>
  facts.responsibilities.some(
    (responsibility) => responsibility.role === 'lead' && responsibility.reachablePeople > 0,
  )
    ? null
    : decided('at_risk', 'nobody_reachable');

/** In the order in which they are tried. */
const STATUS_RULES: readonly StatusRule[] = [
  implemented,
  overdue,
  awaitingReview,
  noData,
  dueSoon,
  offPath,
  breakdownsMissing,
  budgetBehind,
  nobodyReachable,
];

function decided(status: ItemStatus, reason: StatusReason, parameters: Evidence = {}): StatusDecision {
  return { status, reason, parameters };
}

function openRequired(facts: RecommendationFacts): ObligationFacts[] {
  return facts.obligations.filter((obligation) => obligation.required && obligation.submittedOn === null);
}

function dueOnOf({ deadline }: ObligationFacts): CivilDate {
  return deadline.certainty === 'confirmed' ? deadline.dueOn : '';
}

function sentLate({ deadline, submittedOn }: ObligationFacts): number {
  return deadline.certainty === 'confirmed' && submittedOn !== null
    ? daysBetween(deadline.dueOn, submittedOn)
    : 0;
}

function figureEndOn({ newest }: IndicatorFacts): CivilDate {
  return newest === null || newest.state === 'missing' ? '' : newest.period.endOn;
}
