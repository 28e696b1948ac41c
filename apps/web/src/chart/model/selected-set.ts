import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { numberOf } from './model-series.js';
import { pairSet } from './pair.js';
import type { Selection } from './selection.js';
import { seriesOf } from './series.js';
import type { IndicatorSeries, SeriesSet } from './series.js';

/** The series of a selection: of the chosen groups, or of all; beside shares stands the share of everybody. */
export function selectedSet(
  data: IndicatorData,
  { by, groups, and }: Selection,
  wording: Wording,
): SeriesSet {
  const all = by !== null && and !== null ? pairSet(data, by, and, wording) : seriesOf(data, by, wording);
  const chosen =
    groups.length === 0
      ? all
      : {
          ...all,
          series: all.series.filter(({ category }) => category !== null && groups.includes(category)),
        };
  return and === null ? withTotal(data, chosen, wording) : chosen;
}

/** A count of everybody would press all groups to the floor of one scale; a share lies among theirs. */
function withTotal(data: IndicatorData, set: SeriesSet, wording: Wording): SeriesSet {
  if (set.by === null || data.valueType !== 'ratio') return set;
  const totals = seriesOf(data, null, wording);
  const [total] = totals.series;
  if (totals.by !== null || totals.series.length !== 1 || !total) return set;
  const cells = set.labels.map((label) => total.cells[totals.labels.indexOf(label)] ?? null);
  if (!cells.some((cell) => numberOf(cell) !== null)) return set;
  return { ...set, series: [...set.series, { name: wording.say.indicator.total, category: null, cells }] };
}

/** Groups alone, without the one that holds them all. */
export function groupsOf({ by, series }: SeriesSet): readonly IndicatorSeries[] {
  return by === null ? series : series.filter(({ category }) => category !== null);
}

/** The share of everybody, where it stands beside its groups. */
export function totalOf({ by, series }: SeriesSet): IndicatorSeries | null {
  return by === null ? null : (series.find(({ category }) => category === null) ?? null);
}

/**
 * Whether the groups are parts of the total: nowhere do they add up to more, and somewhere to all of it. The figures
 * themselves say so; a child that is counted in two groups gives it away.
 */
export function areParts(data: IndicatorData, set: SeriesSet, wording: Wording): boolean {
  if (data.valueType !== 'count' || set.by === null || set.and !== undefined || set.series.length < 2)
    return false;
  const totals = seriesOf(data, null, wording);
  const [total] = totals.series;
  if (totals.by !== null || totals.series.length !== 1 || !total) return false;
  const all = seriesOf(data, set.by, wording).series;
  const sums = set.labels.map((label, place) => ({
    whole: numberOf(total.cells[totals.labels.indexOf(label)]),
    parts: all.reduce((sum, { cells }) => sum + (numberOf(cells[place]) ?? 0), 0),
  }));
  return (
    sums.every(({ whole, parts }) => whole === null || parts <= whole) &&
    sums.some(({ whole, parts }) => whole !== null && whole > 0 && parts === whole)
  );
}
