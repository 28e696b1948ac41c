import {
  completenessPercent,
  missingDimensions,
  owingReporters,
  receivedOf,
} from '../indicator/completeness.js';
import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';
import { isAwaitingReview } from './waiting-figures.js';

/**
 * The Committee asked for breakdowns that did not come with the newest figure. Of several institutions that were asked, those that
 * owe are named; the first of them is told. Whose figures wait for their review owes nothing meanwhile.
 */
export const disaggregationGapCheck: Check = {
  rule: 'disaggregation_gap',
  changesOn: noDay,
  evaluate(facts) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      if (!indicator.isHome || completenessPercent(indicator) === null) return [];
      const missing = missingDimensions(indicator);
      if (missing.length === 0) return [];
      const all = owingReporters(indicator);
      const owing = all.filter(
        ({ institutionId }) => !isAwaitingReview(facts.obligations, indicator, institutionId),
      );
      if (owing.length === 0 && all.length > 0) return [];
      return [
        {
          rule: 'disaggregation_gap',
          subject: { kind: 'indicator', id: indicator.indicatorId },
          severity: 'notice',
          reason: 'dimensions_missing',
          evidence: {
            indicator: indicator.code,
            ...receivedOf(indicator),
            missing,
            ...(indicator.reporters && { owing: owing.flatMap(({ institution }) => institution ?? []) }),
          },
          dueOn: null,
          institutionId: owing[0]?.institutionId ?? indicator.institutionId,
        },
      ];
    });
  },
};
