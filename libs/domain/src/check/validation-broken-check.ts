import { stagesAboveEarlier } from '../prosecution/stage-order.js';
import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/**
 * Figures on record that cannot all be true, and nobody has said why they stand: a later stage of a cohort with more cases than
 * an earlier one. How many more is not told: mails and histories hold published numbers only. What is handed in or imported is asked for a reason at once; this finds what came to contradict itself since.
 */
export const validationBrokenCheck: Check = {
  rule: 'validation_broken',
  changesOn: noDay,
  evaluate(facts) {
    return facts.caseSeries.flatMap((series): Finding[] => {
      if (series.overridden === true) return [];
      const [worst, ...others] = stagesAboveEarlier(series.stagesOnRecord ?? {});
      if (!worst) return [];
      return [
        {
          rule: 'validation_broken',
          subject: { kind: 'case_series', id: series.caseSeriesId },
          severity: 'warning',
          reason: 'stage_above_earlier',
          evidence: {
            offence: series.offence,
            cohortRule: series.cohortRule,
            cohortYear: series.cohortYear,
            stage: worst.stage,
            earlierStage: worst.earlier,
            stages: others.length + 1,
          },
          dueOn: null,
          institutionId: series.institutionId,
        },
      ];
    });
  },
};
