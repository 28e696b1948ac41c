import { actionStatusOf } from '../action/action.js';
import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import { actionLateCheck } from '../check/action-late-check.js';
import { budgetExecutionCheck } from '../check/budget-execution-check.js';
import { noDay } from '../check/check.js';
import type { ChangingDays } from '../check/check.js';
import { figureStaleCheck } from '../check/figure-stale-check.js';
import { nobodyResponsibleCheck } from '../check/nobody-responsible-check.js';
import type { IndicatorFacts, ObligationFacts, RecommendationFacts } from '../check/facts.js';
import type { Evidence } from '../check/finding.js';
import type { Thresholds } from '../check/thresholds.js';
import { pointsBehind } from '../budget/execution.js';
import { daysLate } from '../deadline/lateness.js';
import { completenessPercent } from '../indicator/completeness.js';
import { isStale, newestFigure } from '../indicator/freshness.js';
import { pathPercent } from '../indicator/path.js';
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
  | 'action_late'
  | 'nobody_reachable'
  | 'figures_fresh'
  | 'figures_partly_fresh'
  | 'nothing_due';

export interface StatusDecision {
  readonly status: ItemStatus;
  readonly reason: StatusReason;
  /** Codes, published numbers and civil dates only: a status is public. */
  readonly parameters: Evidence;
}

interface StatusRule {
  decide(facts: RecommendationFacts, today: CivilDate, thresholds: Thresholds): StatusDecision | null;
  /** As of a check. */
  readonly changesOn: ChangingDays;
}

/** The status of an item: the first rule that fits. */
export function statusOf(
  facts: RecommendationFacts,
  today: CivilDate,
  thresholds: Thresholds,
): StatusDecision {
  for (const rule of STATUS_RULES) {
    const decision = rule.decide(facts, today, thresholds);
    if (decision) return decision;
  }
  return onTrack(facts, today, thresholds);
}

/** Only a decision takes a decision back: a check that fails later is shown beside it. */
const implemented: StatusRule = {
  decide: ({ implementedOn }) =>
    implementedOn === null ? null : decided('implemented', 'decided_implemented', { on: implementedOn }),
  changesOn: noDay,
};

const overdue: StatusRule = {
  decide(facts, today) {
    const oldest = openRequired(facts)
      .map(({ dueOn }) => dueOn)
      .filter((dueOn) => dueOn < today)
      .sort()[0];
    return oldest === undefined ? null : decided('overdue', 'obligation_overdue', { dueOn: oldest });
  },
  changesOn: (facts) => openRequired(facts).map(({ dueOn }) => addDays(dueOn, 1)),
};

const awaitingReview: StatusRule = {
  decide(facts) {
    const waiting = facts.obligations.flatMap(({ required, submittedOn, acceptedOn, deadline }) =>
      required && submittedOn !== null && acceptedOn === null
        ? [{ submittedOn, daysLate: daysLate(deadline, submittedOn) ?? 0 }]
        : [],
    );
    const first = waiting.map((submission) => submission.submittedOn).sort()[0];
    if (first === undefined) return null;
    return decided('awaiting_review', 'submission_waits', {
      submittedOn: first,
      daysLate: Math.max(...waiting.map((submission) => submission.daysLate)),
    });
  },
  changesOn: noDay,
};

const noData: StatusRule = {
  decide(facts, today, thresholds) {
    const required = requiredFigures(facts);
    if (
      required.length === 0 ||
      !required.every((indicator) => isStale(indicator, today, thresholds.stalePeriods))
    )
      return null;
    const newest = required
      .flatMap((indicator) => newestFigure(indicator)?.period.endOn ?? [])
      .sort()
      .at(-1);
    return newest === undefined
      ? decided('no_data', 'never_reported')
      : decided('no_data', 'figures_too_old', { newestPeriodEndOn: newest });
  },
  changesOn: figureStaleCheck.changesOn,
};

const dueSoon: StatusRule = {
  decide(facts, today, thresholds) {
    const nearest = openRequired(facts)
      .filter(({ dueOn }) => daysBetween(today, dueOn) <= thresholds.dueSoonDays)
      .filter(({ period }) => period === null || addDays(period.endOn, thresholds.daysAfterPeriod) <= today)
      .map(({ dueOn }) => dueOn)
      .sort()[0];
    return nearest === undefined ? null : decided('at_risk', 'due_soon', { dueOn: nearest });
  },
  changesOn: (facts, { thresholds: { dueSoonDays, daysAfterPeriod } }) =>
    openRequired(facts).flatMap(({ dueOn, period }) => [
      addDays(dueOn, -dueSoonDays),
      ...(period === null ? [] : [addDays(period.endOn, daysAfterPeriod)]),
    ]),
};

const offPath: StatusRule = {
  decide(facts, _today, thresholds) {
    for (const indicator of facts.indicators) {
      const percent = pathPercent(indicator);
      if (percent === null || percent >= thresholds.pathPercent) continue;
      return decided('at_risk', 'off_path', { indicator: indicator.code, pathPercent: Math.round(percent) });
    }
    return null;
  },
  changesOn: noDay,
};

const breakdownsMissing: StatusRule = {
  decide(facts, _today, thresholds) {
    for (const indicator of facts.indicators) {
      const percent = completenessPercent(indicator);
      if (percent === null || percent >= thresholds.completenessPercent) continue;
      return decided('at_risk', 'breakdowns_missing', {
        indicator: indicator.code,
        completenessPercent: Math.round(percent),
      });
    }
    return null;
  },
  changesOn: noDay,
};

const budgetBehind: StatusRule = {
  decide(facts, today, thresholds) {
    const points = facts.budgetLines
      .flatMap((line) => (line.newest === null ? [] : (pointsBehind(line.newest, today) ?? [])))
      .filter((behind) => behind >= thresholds.budgetPoints);
    if (points.length === 0) return null;
    return decided('at_risk', 'budget_behind', { pointsBehind: Math.round(Math.max(...points)) });
  },
  changesOn: budgetExecutionCheck.changesOn,
};

const actionLate: StatusRule = {
  decide(facts, today) {
    const late = facts.actions.filter((action) => actionStatusOf(action, today) === 'late');
    const earliest = late.map(({ plannedEndOn }) => plannedEndOn).sort()[0];
    return earliest === undefined
      ? null
      : decided('at_risk', 'action_late', { actions: late.length, plannedEndOn: earliest });
  },
  changesOn: actionLateCheck.changesOn,
};

const nobodyReachable: StatusRule = {
  decide: (facts) =>
    facts.responsibilities.some(
      (responsibility) => responsibility.role === 'lead' && responsibility.reachablePeople > 0,
    )
      ? null
      : decided('at_risk', 'nobody_reachable'),
  changesOn: nobodyResponsibleCheck.changesOn,
};

/** In the order in which they are tried; what is left, `onTrack`, looks at the days of `noData`. */
const STATUS_RULES: readonly StatusRule[] = [
  implemented,
  overdue,
  awaitingReview,
  noData,
  dueSoon,
  offPath,
  breakdownsMissing,
  budgetBehind,
  actionLate,
  nobodyReachable,
];

/** What the days go by on which the status of the same facts can become another one. */
export const STATUS_CLOCKS: readonly ChangingDays[] = STATUS_RULES.map(({ changesOn }) => changesOn);

/** What is left says no more than it knows: that figures are fresh, only where all that were asked for are. */
function onTrack(facts: RecommendationFacts, today: CivilDate, thresholds: Thresholds): StatusDecision {
  const required = requiredFigures(facts);
  if (required.length === 0) return decided('on_track', 'nothing_due');
  return required.some((indicator) => isStale(indicator, today, thresholds.stalePeriods))
    ? decided('on_track', 'figures_partly_fresh')
    : decided('on_track', 'figures_fresh');
}

function decided(status: ItemStatus, reason: StatusReason, parameters: Evidence = {}): StatusDecision {
  return { status, reason, parameters };
}

/** Money and cases have facts of their own; what they lack is the checks' concern. */
function requiredFigures(facts: RecommendationFacts): IndicatorFacts[] {
  return facts.indicators.filter((indicator) => indicator.required && indicator.track === 'data');
}

/** Required obligations for which nothing was sent, by their confirmed due day. No other date can be late or near. */
function openRequired({
  obligations,
}: RecommendationFacts): (Pick<ObligationFacts, 'period'> & { readonly dueOn: CivilDate })[] {
  return obligations.flatMap(({ required, submittedOn, deadline, period }) =>
    required && submittedOn === null && deadline.certainty === 'confirmed'
      ? [{ dueOn: deadline.dueOn, period }]
      : [],
  );
}
