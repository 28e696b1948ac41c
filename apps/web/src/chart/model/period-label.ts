import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export type Period = IndicatorData['cells'][number]['period'];

/** A whole year, or a day of a year that has no other, prints as the year; anything else with its last day. */
export function periodLabels(periods: readonly Period[], wording: Wording): string[] {
  const years = periods.map(yearOf);
  const unique = new Set(years).size === years.length;
  return periods.map((period, index) =>
    unique || isWholeYear(period) ? (years[index] ?? '') : wording.shortDate(period.endOn),
  );
}

export function yearOf(period: Period): string {
  return period.endOn.slice(0, 4);
}

function isWholeYear(period: Period): boolean {
  return (
    period.startOn.endsWith('-01-01') &&
    period.endOn.endsWith('-12-31') &&
    period.startOn.slice(0, 4) === yearOf(period)
  );
}
