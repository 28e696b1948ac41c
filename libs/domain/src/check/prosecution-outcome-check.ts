import type { FigureValue } from '../indicator/indicator.js';
import type { CaseStage } from '../prosecution/prosecution.js';
import type { CaseSeriesFacts } from './facts.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

const OUTCOMES: readonly CaseStage[] = ['conviction', 'sentence'];

/** Complaints of a cohort old enough to show outcomes, without any: none reported, or reported as none. */
export const prosecutionOutcomeCheck: Check = {
  rule: 'prosecution_outcome',
  evaluate(facts, { today, thresholds }) {
    return facts.caseSeries.flatMap((series): Finding[] => {
      const complaints = series.stages.complaint;
      const age = Number(today.slice(0, 4)) - series.cohortYear;
      if (!isPositive(complaints) || age <= thresholds.cohortYears) return [];
      const reason = reasonFor(series);
      if (reason === null) return [];
      return [
        {
          rule: 'prosecution_outcome',
          subject: { kind: 'case_series', id: series.caseSeriesId },
          severity: 'warning',
          reason,
          evidence: { offence: series.offence, cohortYear: series.cohortYear, cohortRule: series.cohortRule },
          dueOn: null,
          institutionId: series.institutionId,
        },
      ];
    });
  },
};

function reasonFor(series: CaseSeriesFacts): 'outcome_never_reported' | 'no_conviction' | null {
  const outcomes = OUTCOMES.map((stage) => series.stages[stage]).filter(
    (value) => value !== undefined && value.state !== 'missing',
  );
  if (outcomes.length === 0) return 'outcome_never_reported';
  return outcomes.some((value) => isPositive(value)) ? null : 'no_conviction';
}

/** A printed bound ("<5") means that there is something; a reported zero means that there is nothing. */
function isPositive(value: FigureValue | undefined): boolean {
  return (
    value !== undefined &&
    (value.state === 'below_threshold' || (value.state === 'reported' && (value.value ?? 0) > 0))
  );
}
