import { isStale } from '../indicator/freshness.js';
import { isAtTarget } from '../indicator/path.js';
import type { Check } from './check.js';
import type { IndicatorFacts } from './facts.js';
import { figureStaleCheck } from './figure-stale-check.js';
import type { Finding } from './finding.js';

/**
 * The newest figure is worse than that of the period before: by the share that the State has set, and by more than the announced
 * errors of both, so that what publication did to them is never taken for a change. Nothing is compared across a break.
 */
export const regressionCheck: Check = {
  rule: 'regression',
  changesOn: figureStaleCheck.changesOn,
  evaluate(facts, { today, thresholds }) {
    return facts.indicators.flatMap((indicator): Finding[] => {
      const change = indicator.isHome ? changeOf(indicator) : null;
      if (change === null || change.percent < thresholds.regressionPercent) return [];
      if (isStale(indicator, today, thresholds.stalePeriods)) return [];
      return [
        {
          rule: 'regression',
          subject: { kind: 'indicator', id: indicator.indicatorId },
          severity: 'notice',
          reason: 'worse_than_before',
          evidence: {
            indicator: indicator.code,
            value: change.to,
            newestPeriodEndOn: change.toEndOn,
            previousValue: change.from,
            previousPeriodEndOn: change.fromEndOn,
            worsePercent: Math.round(change.percent),
          },
          dueOn: null,
          institutionId: indicator.institutionId,
        },
      ];
    });
  },
};

interface Worsening {
  readonly from: number;
  readonly fromEndOn: string;
  readonly to: number;
  readonly toEndOn: string;
  /** Of the figure before; 100 where that was zero. */
  readonly percent: number;
}

/** Null where nothing got worse, or nobody can tell. */
function changeOf(indicator: IndicatorFacts): Worsening | null {
  const { newest, previous = null, seriesBreak = null, announcedError = 0 } = indicator;
  if (indicator.valueType === 'date' || previous === null) return null;
  if (newest === null || newest.state !== 'reported' || newest.value === null) return null;
  if (seriesBreak !== null && seriesBreak.on > previous.endOn) return null;
  if (indicator.target !== null && isAtTarget(indicator)) return null;
  const worse = (previous.value - newest.value) * (indicator.direction === 'increase' ? 1 : -1);
  if (worse <= 2 * announcedError) return null;
  return {
    from: previous.value,
    fromEndOn: previous.endOn,
    to: newest.value,
    toEndOn: newest.period.endOn,
    percent: previous.value === 0 ? 100 : (worse / Math.abs(previous.value)) * 100,
  };
}
