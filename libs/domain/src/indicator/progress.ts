import type { CivilDate } from '../calendar/clock.js';
import { DEFAULT_THRESHOLDS } from '../check/thresholds.js';
import type { PathFacts } from './path.js';
import { breakOnTheWay, expectedValue, isAtTarget, pathPercent } from './path.js';

/** From best to worst, as Open SDG names them; `on_track` stands for its "substantial". */
export const PROGRESS_CLASSES = [
  'target_achieved',
  'on_track',
  'moderate',
  'limited',
  'deteriorating',
  'no_data',
] as const;
export type ProgressClass = (typeof PROGRESS_CLASSES)[number];

/** Percent of the expected way from which progress is moderate: half of it. */
export const MODERATE_PERCENT = 50;

export interface Progress {
  readonly class: ProgressClass;
  /** Where the figure would stand on the straight line from baseline to target, in the unit of the indicator. */
  readonly expected: number | null;
  /** Share of the expected way that was gone, in percent; below zero where it moved away from the target. */
  readonly pathPercent: number | null;
  /**
   * Break in the series since the baseline: the way is measured from the first figure after it. With `no_data` it is the reason:
   * nothing after the break can be compared yet.
   */
  readonly breakOn: CivilDate | null;
}

/**
 * How far an indicator has come on its way to the target; null where no way was set (no baseline, no target, no time between
 * them), or where there is none: between no and yes, and between two days, nothing lies. The boundary between on track and moderate is the one from which a status says "at risk", so that the two never
 * contradict each other.
 */
export function progressOf(
  facts: PathFacts,
  onTrackPercent: number = DEFAULT_THRESHOLDS.pathPercent,
): Progress | null {
  const { baseline, target, newest } = facts;
  if (facts.valueType === 'boolean' || facts.valueType === 'date') return null;
  if (baseline === null || target === null || baseline.on >= target.dueOn) return null;
  const expected = expectedValue(facts);
  const percent = pathPercent(facts);
  const breakOn = breakOnTheWay(facts)?.on ?? null;
  const is = (name: ProgressClass): Progress => ({ class: name, expected, pathPercent: percent, breakOn });
  if (newest !== null && isAtTarget(facts)) return is('target_achieved');
  if (percent === null) return is('no_data');
  if (percent >= onTrackPercent) return is('on_track');
  if (percent >= MODERATE_PERCENT) return is('moderate');
  return is(percent >= 0 ? 'limited' : 'deteriorating');
}
