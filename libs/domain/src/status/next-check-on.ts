import type { CivilDate } from '../calendar/clock.js';
import type { ChangingDays, CheckContext } from '../check/check.js';
import { CHECKS } from '../check/checks.js';
import type { RecommendationFacts } from '../check/facts.js';
import { STATUS_CLOCKS } from './status-of.js';

/** Checks and statuses go by some of the same clocks: each is asked once. */
const CLOCKS: readonly ChangingDays[] = [
  ...new Set([...CHECKS.map(({ changesOn }) => changesOn), ...STATUS_CLOCKS]),
];

/**
 * The first day after today on which a clock strikes for the checks or the status although nobody changed anything; null
 * when only a change can alter the answer. On no day before it is the answer another one; on the day itself it may be.
 * What alerts do by themselves is `alertChangesOn`.
 */
export function nextCheckOn(facts: RecommendationFacts, context: CheckContext): CivilDate | null {
  return earliestAfter(
    context.today,
    CLOCKS.flatMap((changesOn) => changesOn(facts, context)),
  );
}

/** The first of these days that is still to come. */
export function earliestAfter(today: CivilDate, days: readonly (CivilDate | null)[]): CivilDate | null {
  let earliest: CivilDate | null = null;
  for (const day of days)
    if (day !== null && day > today && (earliest === null || day < earliest)) earliest = day;
  return earliest;
}
