import { widestGap } from '../indicator/comparability.js';
import { noDay } from './check.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/**
 * Two sources print different numbers for the same thing, and nobody has said why: of the newest period of which that is so.
 * Which of them counts is the secretariat's to say, so the finding has no institution. It ends with an explanation.
 */
export const sourcesDisagreeCheck: Check = {
  rule: 'sources_disagree',
  changesOn: noDay,
  evaluate(facts) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      if (!indicator.isHome) return [];
      const newestFirst = [...(indicator.shared ?? [])].sort((left, right) =>
        left.periodEndOn < right.periodEndOn ? 1 : -1,
      );
      for (const { figures, explained, periodEndOn } of newestFirst) {
        const gap = explained ? null : widestGap(figures);
        if (gap === null) continue;
        return [
          {
            rule: 'sources_disagree',
            subject: { kind: 'indicator', id: indicator.indicatorId },
            severity: 'notice',
            reason: 'unexplained',
            evidence: {
              indicator: indicator.code,
              year: Number(periodEndOn.slice(0, 4)),
              low: gap.low.value,
              lowSource: gap.low.source,
              high: gap.high.value,
              highSource: gap.high.source,
            },
            dueOn: null,
            institutionId: null,
          },
        ];
      }
      return [];
    });
  },
};
