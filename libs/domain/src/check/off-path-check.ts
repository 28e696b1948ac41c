import { isStale } from '../indicator/freshness.js';
import { progressOf } from '../indicator/progress.js';
import type { Check } from './check.js';
import { figureStaleCheck } from './figure-stale-check.js';
import type { Finding } from './finding.js';

/**
 * The newest figure lies behind the straight line from baseline to target, or on the other side of the baseline. No data is never
 * off the path: a figure that is missing or too old is another check's concern.
 */
export const offPathCheck: Check = {
  rule: 'off_path',
  changesOn: figureStaleCheck.changesOn,
  evaluate(facts, { today, thresholds }) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      const { newest } = indicator;
      if (!indicator.isHome || newest === null) return [];
      const progress = progressOf(indicator, thresholds.pathPercent);
      const isAway = progress?.class === 'deteriorating';
      if (!isAway && progress?.class !== 'moderate' && progress?.class !== 'limited') return [];
      if (isStale(indicator, today, thresholds.stalePeriods)) return [];
      return [
        {
          rule: 'off_path',
          subject: { kind: 'indicator', id: indicator.indicatorId },
          severity: 'warning',
          reason: isAway ? 'moving_away' : 'behind',
          evidence: {
            indicator: indicator.code,
            pathPercent: Math.round(progress.pathPercent ?? 0),
            value: newest.value,
            expected: oneDecimal(progress.expected ?? 0),
            newestPeriodEndOn: newest.period.endOn,
          },
          dueOn: null,
          institutionId: indicator.institutionId,
        },
      ];
    });
  },
};

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
