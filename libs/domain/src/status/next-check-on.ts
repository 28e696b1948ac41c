import { snoozeWarnedOn } from '../alert/snooze.js';
import { pointsBehind } from '../budget/execution.js';
import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { CheckContext } from '../check/check.js';
import { deadlineStrikes } from '../check/deadline-check.js';
import type {
  ActionFacts,
  BudgetLineFacts,
  EvidenceFacts,
  IndicatorFacts,
  ObligationFacts,
  RecommendationFacts,
} from '../check/facts.js';
import { conversionKnownOn } from '../check/prosecution-conversion-check.js';
import { outcomeExpectedOn } from '../check/prosecution-outcome-check.js';
import type { Thresholds } from '../check/thresholds.js';
import { freshUntil } from '../indicator/freshness.js';

/**
 * The first day after today on which a clock strikes for the checks or the status although nobody changed anything; null
 * when only a change can alter the answer. On no day before it is the answer another one; on the day itself it may be.
 * Rungs and steps belong to the alerts, not to these facts; the ends of snoozes are among them.
 */
export function nextCheckOn(facts: RecommendationFacts, context: CheckContext): CivilDate | null {
  const strikes = [
    ...facts.obligations.flatMap((obligation) => obligationStrikes(obligation, context)),
    ...facts.indicators.flatMap((indicator) => indicatorStrikes(indicator, context.thresholds)),
    ...facts.caseSeries.flatMap((series) => [
      outcomeExpectedOn(series, context.thresholds),
      conversionKnownOn(series, context.thresholds),
    ]),
    ...facts.budgetLines.flatMap((line) => budgetStrikes(line, context.today)),
    ...facts.actions.flatMap(actionStrikes),
    ...facts.evidence.flatMap(evidenceStrikes),
    ...(facts.snoozes ?? []).flatMap(({ from, until }) => [snoozeWarnedOn(from, until), addDays(until, 1)]),
  ];
  return strikes.filter((day) => day > context.today).sort()[0] ?? null;
}

function obligationStrikes(obligation: ObligationFacts, context: CheckContext): CivilDate[] {
  const { deadline, submittedOn, period } = obligation;
  const {
    today,
    thresholds: { dueSoonDays, daysAfterPeriod },
  } = context;
  if (deadline.certainty !== 'confirmed' || submittedOn !== null) return [];
  const elapsed = daysBetween(deadline.dueOn, today);
  const ahead = [...deadlineStrikes(obligation, context), -dueSoonDays].filter((days) => days > elapsed);
  return [
    ...(ahead.length === 0 ? [] : [addDays(deadline.dueOn, Math.min(...ahead))]),
    ...(period === null ? [] : [addDays(period.endOn, daysAfterPeriod)]),
  ];
}

/** The first day on which a figure no longer speaks. */
function indicatorStrikes(indicator: IndicatorFacts, { stalePeriods }: Thresholds): CivilDate[] {
  const until = freshUntil(indicator, stalePeriods);
  return until === null ? [] : [addDays(until, 1)];
}

/** Execution is judged by the last day it covers. Only while that day has not come does the year go on under it, day by day. */
function budgetStrikes({ newest }: BudgetLineFacts, today: CivilDate): CivilDate[] {
  if (newest === null || pointsBehind(newest, today) === null) return [];
  const through = newest.executedThrough ?? `${newest.fiscalYear}-12-31`;
  return through > today ? [addDays(today, 1)] : [];
}

/** The first day after the plan of what is still to be done. */
function actionStrikes({ plannedEndOn, doneOn, cancelledOn }: ActionFacts): CivilDate[] {
  return doneOn === null && cancelledOn === null ? [addDays(plannedEndOn, 1)] : [];
}

/** Evidence may take the place of what expired on the day from which it holds, and leaves that place open after its last. */
function evidenceStrikes({ effectiveOn, expiresOn }: EvidenceFacts): CivilDate[] {
  return expiresOn === null ? [effectiveOn] : [effectiveOn, addDays(expiresOn, 1)];
}
