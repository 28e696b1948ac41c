import type { CivilDate } from '../calendar/clock.js';
import type { CaseSeriesFacts } from './facts.js';
import type { Check } from './check.js';
import { cohortGroups } from './cohort-group.js';
import type { Finding } from './finding.js';
import type { Thresholds } from './thresholds.js';

/**
 * Fewer of the complaints of one cohort led to a conviction than of the cohort before it. Only cohorts that have had their time are
 * compared, for the younger of two has had less of it; only those large enough that one case more or less is not a fall; and only
 * the newest such cohort, for what fell earlier was said then.
 */
export const prosecutionConversionCheck: Check = {
  rule: 'prosecution_conversion',
  changesOn: ({ caseSeries }, { thresholds }) =>
    caseSeries.map((series) => conversionKnownOn(series, thresholds)),
  evaluate(facts, { today, thresholds }) {
    return cohortGroups(facts.caseSeries).flatMap((cohorts): Finding[] => {
      const comparable = cohorts.flatMap((series) => {
        const share =
          today < conversionKnownOn(series, thresholds) ? null : convictedShare(series, thresholds);
        return share === null ? [] : [{ series, share }];
      });
      const newest = comparable.at(-1);
      const before = comparable.at(-2);
      if (!newest || !before) return [];
      if (newest.share * 100 > before.share * (100 - thresholds.conversionFallPercent)) return [];
      if (before.share === 0) return [];
      const { caseSeriesId, offence, cohortRule, cohortYear, institutionId } = newest.series;
      return [
        {
          rule: 'prosecution_conversion',
          subject: { kind: 'case_series', id: caseSeriesId },
          severity: 'warning',
          reason: 'falling',
          // No counts and no shares: evidence reaches mails, and mails carry no figures about children.
          evidence: { offence, cohortYear, cohortRule, earlierYear: before.series.cohortYear },
          dueOn: null,
          institutionId,
        },
      ];
    });
  },
};

/** The first day on which the cohort has had its full years. */
export function conversionKnownOn(
  { cohortYear }: CaseSeriesFacts,
  { conversionCohortYears }: Thresholds,
): CivilDate {
  return `${cohortYear + conversionCohortYears + 1}-01-01`;
}

/** Null where either number is not known, or too small to speak. */
function convictedShare(
  { stages: { complaint, conviction } }: CaseSeriesFacts,
  { conversionCases }: Thresholds,
): number | null {
  if (complaint?.state !== 'reported' || conviction?.state !== 'reported') return null;
  if (complaint.value === null || conviction.value === null) return null;
  if (complaint.value < conversionCases || conviction.value > complaint.value) return null;
  return conviction.value / complaint.value;
}
