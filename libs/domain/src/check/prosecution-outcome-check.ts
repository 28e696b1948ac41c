import type { CivilDate } from '../calendar/clock.js';
import type { FigureValue } from '../indicator/indicator.js';
import type { CaseStage } from '../prosecution/prosecution.js';
import type { CaseSeriesFacts } from './facts.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';
import type { Thresholds } from './thresholds.js';
import { isAwaitingReview } from './waiting-figures.js';

const OUTCOMES: readonly CaseStage[] = ['conviction', 'sentence'];

/** Complaints of a cohort old enough to show outcomes, without any: none reported, or reported as none. */
export const prosecutionOutcomeCheck: Check = {
  rule: 'prosecution_outcome',
  changesOn: ({ caseSeries }, { thresholds }) =>
    caseSeries.map((series) => outcomeExpectedOn(series, thresholds)),
  evaluate(facts, { today, thresholds }) {
    return facts.caseSeries.flatMap((series): Finding[] => {
      if (!hasComplaints(series) || today < outcomeExpectedOn(series, thresholds)) return [];
      const reason = reasonFor(series);
      if (reason === null) return [];
      const isAsked = reason === 'outcome_never_reported';
      if (isAsked && isAwaitingReview(facts.obligations, series, series.institutionId)) return [];
      return [
        {
          rule: 'prosecution_outcome',
          subject: { kind: 'case_series', id: series.caseSeriesId },
          severity: 'warning',
          reason,
          // No counts: evidence reaches mails, and mails carry no figures about children.
          evidence: { offence: series.offence, cohortYear: series.cohortYear, cohortRule: series.cohortRule },
          dueOn: null,
          institutionId: series.institutionId,
        },
      ];
    });
  },
};

/** The first day after the cohort's own year and the full years it is given. */
export function outcomeExpectedOn({ cohortYear }: CaseSeriesFacts, { cohortYears }: Thresholds): CivilDate {
  return `${cohortYear + cohortYears + 1}-01-01`;
}

/** A printed bound ("<5") may hide a zero: it is no proof that anybody complained. */
function hasComplaints({ stages: { complaint } }: CaseSeriesFacts): boolean {
  return complaint?.state === 'reported' && (complaint.value ?? 0) > 0;
}

function reasonFor({ stages }: CaseSeriesFacts): 'outcome_never_reported' | 'no_conviction' | null {
  const outcomes = OUTCOMES.flatMap((stage) => stages[stage] ?? []);
  if (outcomes.some(mayHoldCases)) return null;
  if (outcomes.some((outcome) => outcome.state === 'reported')) return 'no_conviction';
  return outcomes.some((outcome) => outcome.state === 'not_applicable') ? null : 'outcome_never_reported';
}

/** A printed bound ("<5") may hide some: it is no proof that there is none. */
function mayHoldCases({ state, value }: FigureValue): boolean {
  return state === 'below_threshold' || (state === 'reported' && value !== 0);
}
