import { addDays, compareCivil } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import type { CheckContext } from '../check/check.js';
import { CHECKS } from '../check/checks.js';
import type { RecommendationFacts } from '../check/facts.js';
import { freshUntil } from '../indicator/freshness.js';
import { DEADLINE_LADDER } from '../notice/ladder.js';
import { statusOf } from './status-of.js';

/**
 * The first day after today on which the checks or the status can answer differently although nobody changed anything;
 * null when only a change can. Days are tried, not proven: each candidate is a day on which some rule's clock strikes.
 */
export function nextCheckOn(facts: RecommendationFacts, context: CheckContext): CivilDate | null {
  const now = answerOn(facts, context, context.today);
  const candidates = [...new Set(strikes(facts, context))]
    .filter((day) => day > context.today)
    .sort(compareCivil);
  return candidates.find((day) => answerOn(facts, context, day) !== now) ?? null;
}

/** Everything that a sweep would write, as text, for comparing two days. */
function answerOn(facts: RecommendationFacts, context: CheckContext, today: CivilDate): string {
  const findings = CHECKS.flatMap((check) => check.evaluate(facts, { ...context, today }));
  return JSON.stringify([findings, statusOf(facts, today, context.thresholds)]);
}

function strikes(facts: RecommendationFacts, { today, thresholds }: CheckContext): CivilDate[] {
  const firstRung = Math.min(...DEADLINE_LADDER.rungs);
  const year = Number(today.slice(0, 4));
  return [
    ...facts.obligations.flatMap(({ deadline, period }) => [
      ...(deadline.certainty === 'confirmed'
        ? [firstRung, -thresholds.dueSoonDays, -7, 0, 1].map((days) => addDays(deadline.dueOn, days))
        : []),
      ...(period ? [addDays(period.endOn, thresholds.daysAfterPeriod)] : []),
    ]),
    ...facts.indicators.flatMap((indicator) => {
      const until = freshUntil(indicator, thresholds.stalePeriods);
      return until === null ? [] : [addDays(until, 1)];
    }),
    ...(facts.caseSeries.length > 0 ? [`${year + 1}-01-01`] : []),
    // Execution is judged by the last day it covers; without one the year itself goes on under it, day by day.
    ...(facts.budgetLines.some((line) => line.newest !== null && line.newest.executedThrough === null)
      ? [addDays(today, 1)]
      : []),
  ];
}
