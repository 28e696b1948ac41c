import { daysBetween } from '../calendar/civil-date.js';
import type { IndicatorFacts } from '../check/facts.js';
import type { Baseline, Direction } from './indicator.js';

/** What of an indicator says where it should be, and where it is. */
export type PathFacts = Pick<
  IndicatorFacts,
  'valueType' | 'direction' | 'baseline' | 'target' | 'newest' | 'seriesBreak'
>;

/** The break that stands between the baseline and the newest figure; null where the two can be compared. */
export function breakOnTheWay({ baseline, newest, seriesBreak = null }: PathFacts) {
  if (seriesBreak === null || newest === null || newest.period.endOn < seriesBreak.on) return null;
  return baseline !== null && baseline.on >= seriesBreak.on ? null : seriesBreak;
}

/**
 * Where the way begins: the baseline, or, where the series has broken since, the first figure after the break. Nothing is
 * compared across a break; null where nothing comparable is known.
 */
function startOf(indicator: PathFacts): Baseline | null {
  const broken = breakOnTheWay(indicator);
  return broken === null ? indicator.baseline : broken.first;
}

/** The newest figure's number; null where there is none to compare: hidden, absent, or only a bound ("<5"). */
function numberOf({ newest }: PathFacts): number | null {
  return newest?.state === 'reported' ? newest.value : null;
}

/** Where the newest figure should be on the straight line from where the way begins to the target; null without both ends. */
export function expectedValue(indicator: PathFacts): number | null {
  const { target, newest } = indicator;
  const baseline = startOf(indicator);
  if (baseline === null || target === null || newest === null) return null;
  const whole = daysBetween(baseline.on, target.dueOn);
  if (whole <= 0) return null;
  const gone = Math.min(Math.max(daysBetween(baseline.on, newest.period.endOn), 0), whole);
  return baseline.value + ((target.value - baseline.value) * gone) / whole;
}

/**
 * Share of the expected way that was gone, in percent; null when it cannot be told.
 * The way is measured from where it begins, so that rising and falling indicators are judged alike.
 */
export function pathPercent(indicator: PathFacts): number | null {
  const expected = expectedValue(indicator);
  const value = numberOf(indicator);
  const start = startOf(indicator);
  if (expected === null || value === null || start === null) return null;
  const expectedWay = expected - start.value;
  if (expectedWay === 0) return null;
  return ((value - start.value) / expectedWay) * 100;
}

/**
 * Whether the newest figure has reached its target. Without a target: a structural fact counts once it is in force (1),
 * any other once it has a number. A bound ("<5") reaches a falling target that is not below it.
 */
export function isAtTarget(indicator: PathFacts): boolean {
  const { direction, newest, valueType } = indicator;
  const target = indicator.target?.value ?? (valueType === 'boolean' ? 1 : null);
  const value = numberOf(indicator);
  if (value !== null) return target === null || isReached(value, target, direction);
  const bound = newest?.state === 'below_threshold' ? newest.value : null;
  return bound !== null && target !== null && direction === 'decrease' && bound <= target;
}

function isReached(value: number, target: number, direction: Direction): boolean {
  return direction === 'increase' ? value >= target : value <= target;
}
