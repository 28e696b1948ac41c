import { daysBetween } from '../calendar/civil-date.js';
import type { IndicatorFacts } from '../check/facts.js';

/** Where the newest figure should be on the straight line from baseline to target; null without both ends. */
export function expectedValue(indicator: IndicatorFacts): number | null {
  const { baseline, target, newest } = indicator;
  if (baseline === null || target === null || newest === null) return null;
  const whole = daysBetween(baseline.on, target.dueOn);
  if (whole <= 0) return null;
  const gone = Math.min(Math.max(daysBetween(baseline.on, newest.period.endOn), 0), whole);
  return baseline.value + ((target.value - baseline.value) * gone) / whole;
}

/**
 * Share of the expected way that was gone, in percent; null when it cannot be told.
 * The way is measured from the baseline, so that rising and falling indicators are judged alike.
 */
export function pathPercent(indicator: IndicatorFacts): number | null {
  const expected = expectedValue(indicator);
  const value = indicator.newest?.value ?? null;
  if (expected === null || value === null || indicator.baseline === null) return null;
  const expectedWay = expected - indicator.baseline.value;
  if (expectedWay === 0) return null;
  return ((value - indicator.baseline.value) / expectedWay) * 100;
}

/** Whether the newest figure has reached its target. Without a target: a structural fact counts once it is so (1). */
export function isAtTarget(indicator: IndicatorFacts): boolean {
  const value = indicator.newest?.value ?? null;
  if (value === null) return false;
  const target = indicator.target?.value ?? (indicator.valueType === 'boolean' ? 1 : null);
  if (target === null) return true;
  return indicator.direction === 'increase' ? value >= target : value <= target;
}
