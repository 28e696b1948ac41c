import { freshUntil, hasFigure } from '../indicator/freshness.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';

/** A required figure that never came, or whose newest value is too old to say anything. */
export const figureStaleCheck: Check = {
  rule: 'figure_stale',
  evaluate(facts, { today, thresholds }) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      if (!indicator.isHome || !indicator.required || indicator.track !== 'data') return [];
      const until = freshUntil(indicator, thresholds.stalePeriods);
      const never = !hasFigure(indicator);
      if (!never && (until === null || until >= today)) return [];
      return [
        {
          rule: 'figure_stale',
          subject: { kind: 'indicator', id: indicator.indicatorId },
          severity: 'warning',
          reason: never ? 'never_reported' : 'too_old',
          evidence: never
            ? { indicator: indicator.code }
            : { indicator: indicator.code, newestPeriodEndOn: indicator.newest?.period.endOn ?? null },
          dueOn: null,
          institutionId: indicator.institutionId,
        },
      ];
    });
  },
};
