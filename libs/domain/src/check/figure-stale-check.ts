import { addDays } from '../calendar/civil-date.js';
import { freshUntil, isStale, newestFigure } from '../indicator/freshness.js';
import type { Check } from './check.js';
import type { Finding } from './finding.js';
import { isAwaitingReview } from './waiting-figures.js';

/** A required figure that never came, or whose newest value is too old to say anything; not while one waits for its review. */
export const figureStaleCheck: Check = {
  rule: 'figure_stale',
  changesOn: ({ indicators }, { thresholds }) =>
    indicators.flatMap((indicator) => {
      const until = freshUntil(indicator, thresholds.stalePeriods);
      return until === null ? [] : [addDays(until, 1)];
    }),
  evaluate(facts, { today, thresholds }) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      if (!indicator.isHome || !indicator.required || indicator.track !== 'data') return [];
      if (!isStale(indicator, today, thresholds.stalePeriods)) return [];
      if (isAwaitingReview(facts.obligations, indicator, indicator.institutionId)) return [];
      const figure = newestFigure(indicator);
      const { code } = indicator;
      return [
        {
          rule: 'figure_stale',
          subject: { kind: 'indicator', id: indicator.indicatorId },
          severity: 'warning',
          reason: figure === null ? 'never_reported' : 'too_old',
          evidence:
            figure === null
              ? { indicator: code }
              : { indicator: code, newestPeriodEndOn: figure.period.endOn },
          dueOn: null,
          institutionId: indicator.institutionId,
        },
      ];
    });
  },
};
