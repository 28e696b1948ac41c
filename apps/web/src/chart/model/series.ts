import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { periodLabels, yearOf } from './period-label.js';
import type { Period } from './period-label.js';
import { shortSourceNames } from './source-name.js';

type PublishedCell = IndicatorData['cells'][number];

/** Figures of one group and one source, one place per period; null where no cell was published. */
export interface IndicatorSeries {
  readonly name: string;
  /** Category of the breakdown; null for a total. */
  readonly category: string | null;
  readonly cells: readonly (PublishedCell | null)[];
  /** Names of its two categories, of figures by two breakdowns. */
  readonly pair?: { readonly panel: string; readonly line: string; readonly lineCode: string };
}

export interface SeriesSet {
  readonly labels: readonly string[];
  readonly series: readonly IndicatorSeries[];
  /** The breakdown that was really used. */
  readonly by: string | null;
  /** The second breakdown, of figures by two. */
  readonly and?: string;
  /** Of figures that are broken down by more than this: the one group that is shown, where there are others. */
  readonly only: readonly { readonly dimension: string; readonly category: string }[];
}

/** Groups an indicator's cells into series: by the categories of one dimension, or, without one, its totals by source. */
export function seriesOf(data: IndicatorData, wantedBy: string | null, wording: Wording): SeriesSet {
  const by = usableDimension(data, wantedBy);
  const slices = by === null ? [data.cells.filter(isTotal)] : slicesBy(data, by);
  const cells = slices[0] ?? [];
  const periods = withMissingYears(distinctPeriods(cells));
  const keys = [...new Set(cells.map((cell) => keyOf(cell, by)))].sort(inOrderOf(data, by));
  const sourceCount = new Set(cells.map((cell) => cell.source)).size;
  const sourceNames = shortSourceNames(data.sources);
  return {
    by,
    only: by === null ? [] : onlyGroup(data, by, slices),
    labels: periodLabels(periods, wording),
    series: keys.map((key) => ({
      name: nameOf(key, data, by, sourceCount > 1 ? sourceNames : null),
      category: by === null ? null : (key.split(' ')[0] ?? null),
      cells: periods.map(
        (period) =>
          cells.find((cell) => keyOf(cell, by) === key && cell.period.endOn === period.endOn) ?? null,
      ),
    })),
  };
}

/** Each series is what one source says of the same thing. */
export function isBySource(set: SeriesSet): boolean {
  return set.by === null && set.series.length > 1;
}

/** What the figures of a set are of: the indicator, or the one group of it that is shown. */
export function subjectOf(data: IndicatorData, set: SeriesSet): string {
  return [data.name, ...set.only.map(({ category }) => category)].join(', ');
}

/** Dimensions that have published cells, in their order. */
export function publishedDimensions(data: IndicatorData): IndicatorData['dimensions'] {
  return data.dimensions.filter((dimension) => data.cells.some((cell) => dimension.code in cell.categories));
}

export function hasTotals(data: IndicatorData): boolean {
  return data.cells.length === 0 || data.cells.some(isTotal);
}

/** The wanted breakdown where figures are published by it, else the widest where there is no total. */
export function usableDimension(data: IndicatorData, wanted: string | null): string | null {
  const published = publishedDimensions(data);
  if (wanted !== null && published.some((dimension) => dimension.code === wanted)) return wanted;
  if (hasTotals(data)) return null;
  const widest = [...published].sort((left, right) => right.categories.length - left.categories.length)[0];
  return widest?.code ?? null;
}

function isTotal(cell: PublishedCell): boolean {
  return Object.keys(cell.categories).length === 0;
}

/**
 * Cells with the fewest other breakdowns, apart by their group in those: a line never mixes two groups. Only the first
 * group is shown.
 */
function slicesBy(data: IndicatorData, by: string): PublishedCell[][] {
  const cells = data.cells.filter((cell) => by in cell.categories);
  const fewest = Math.min(...cells.map((cell) => Object.keys(cell.categories).length));
  const slices = new Map<string, PublishedCell[]>();
  for (const cell of cells.filter((one) => Object.keys(one.categories).length === fewest)) {
    const group = Object.entries(cell.categories)
      .filter(([dimension]) => dimension !== by)
      .map((entry) => entry.join('='))
      .sort()
      .join('&');
    slices.set(group, [...(slices.get(group) ?? []), cell]);
  }
  return [...slices.values()];
}

function onlyGroup(data: IndicatorData, by: string, slices: readonly PublishedCell[][]): SeriesSet['only'] {
  const shown = slices[0]?.[0]?.categories ?? {};
  return data.dimensions
    .filter(({ code }) => code !== by && code in shown)
    .filter(({ code }) => slices.some((slice) => slice[0]?.categories[code] !== shown[code]))
    .map(({ code, name, categories }) => ({
      dimension: name,
      category: categories.find((category) => category.code === shown[code])?.name ?? shown[code] ?? '',
    }));
}

function distinctPeriods(cells: readonly PublishedCell[]): Period[] {
  const byEnd = new Map(cells.map((cell) => [cell.period.endOn, cell.period]));
  return [...byEnd.values()].sort((left, right) => left.endOn.localeCompare(right.endOn));
}

/** A yearly series keeps the place of a year that nobody reported. */
function withMissingYears(periods: readonly Period[]): Period[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (!first || !last) return [];
  const byYear = new Map(periods.map((period) => [Number(yearOf(period)), period]));
  const sameDay = periods.every((period) => period.endOn.slice(4) === last.endOn.slice(4));
  if (byYear.size !== periods.length || !sameDay) return [...periods];
  const years = Array.from(
    { length: Number(yearOf(last)) - Number(yearOf(first)) + 1 },
    (_, index) => Number(yearOf(first)) + index,
  );
  return years.map(
    (year) =>
      byYear.get(year) ?? {
        startOn: `${year - (Number(yearOf(last)) - Number(last.startOn.slice(0, 4)))}${last.startOn.slice(4)}`,
        endOn: `${year}${last.endOn.slice(4)}`,
      },
  );
}

function keyOf(cell: PublishedCell, by: string | null): string {
  return `${by === null ? '' : (cell.categories[by] ?? '')} ${cell.source}`;
}

function nameOf(
  key: string,
  data: IndicatorData,
  by: string | null,
  sourceNames: ReadonlyMap<string, string> | null,
): string {
  const [category = '', source = ''] = key.split(' ');
  const sourceName = sourceNames && (sourceNames.get(source) ?? source);
  if (by === null) return sourceName ?? data.name;
  const categories = data.dimensions.find((dimension) => dimension.code === by)?.categories ?? [];
  const name = categories.find((candidate) => candidate.code === category)?.name ?? category;
  return sourceName === null ? name : `${name}, ${sourceName}`;
}

function inOrderOf(data: IndicatorData, by: string | null): (left: string, right: string) => number {
  const categories = data.dimensions.find((dimension) => dimension.code === by)?.categories ?? [];
  const place = (key: string): number => {
    const [category = '', source = ''] = key.split(' ');
    const index = categories.findIndex((candidate) => candidate.code === category);
    return (
      (index === -1 ? categories.length : index) * 100 +
      data.sources.findIndex((candidate) => candidate.code === source)
    );
  };
  return (left, right) => place(left) - place(right);
}
