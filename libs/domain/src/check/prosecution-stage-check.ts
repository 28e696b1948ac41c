import { CASE_STAGES } from '../prosecution/prosecution.js';
import type { CaseStage } from '../prosecution/prosecution.js';
import type { CaseSeriesFacts } from './facts.js';
import type { Check } from './check.js';
import { cohortGroups } from './cohort-group.js';
import type { Finding } from './finding.js';
import { outcomeExpectedOn } from './prosecution-outcome-check.js';
import { isAwaitingReview } from './waiting-figures.js';

const OUTCOMES: readonly CaseStage[] = ['conviction', 'sentence'];

/**
 * A stage that no cohort was ever reported at, although earlier stages are: nobody can say what happens there. Stages before the
 * first that a source reports are not asked of it: courts do not count complaints. Where neither convictions nor sentences were
 * ever reported, the check of outcomes says so, and this one does not say it again.
 */
export const prosecutionStageCheck: Check = {
  rule: 'prosecution_stage',
  changesOn: ({ caseSeries }, { thresholds }) =>
    caseSeries.map((series) => outcomeExpectedOn(series, thresholds)),
  evaluate(facts, { today, thresholds }) {
    return cohortGroups(facts.caseSeries).flatMap((cohorts): Finding[] => {
      const old = cohorts.filter((series) => today >= outcomeExpectedOn(series, thresholds));
      const silent = neverReported(old);
      const missing = OUTCOMES.every((stage) => silent.includes(stage))
        ? silent.filter((stage) => !OUTCOMES.includes(stage))
        : silent;
      // The oldest cohort stays the subject year after year, so that whoever acknowledged the gap is not told of a new one.
      const [subject] = old;
      const institutionId = old.at(-1)?.institutionId ?? null;
      if (!subject || missing.length === 0) return [];
      if (isAwaitingReview(facts.obligations, subject, institutionId)) return [];
      return [
        {
          rule: 'prosecution_stage',
          subject: { kind: 'case_series', id: subject.caseSeriesId },
          severity: 'notice',
          reason: 'never_reported',
          evidence: { offence: subject.offence, cohortRule: subject.cohortRule, stages: missing },
          dueOn: null,
          institutionId,
        },
      ];
    });
  },
};

/** From the first stage that has cases on. A stage that does not apply has nothing to report; after a counted zero nothing follows. */
function neverReported(cohorts: readonly CaseSeriesFacts[]): CaseStage[] {
  const told = (stage: CaseStage, is: (state: string, value: number | null) => boolean): boolean =>
    cohorts.some(({ stages: { [stage]: figure } }) => figure !== undefined && is(figure.state, figure.value));
  const hasCases = (stage: CaseStage): boolean =>
    told(stage, (state, value) => state === 'below_threshold' || (state === 'reported' && value !== 0));
  const silent: CaseStage[] = [];
  let cases = false;
  for (const stage of CASE_STAGES) {
    if (told(stage, (state) => state === 'reported' || state === 'below_threshold')) cases = hasCases(stage);
    else if (cases && !told(stage, (state) => state === 'not_applicable')) silent.push(stage);
  }
  return silent;
}
