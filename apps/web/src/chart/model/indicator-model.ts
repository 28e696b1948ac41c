import type { IndicatorData } from '#contracts';

import { printCell, printMissing } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import { cellUnitOf, isDrawable } from './cell-unit.js';
import type {
  BarModel,
  ChartBase,
  ChartModel,
  ChartTableModel,
  LineModel,
  Reading,
  StackModel,
} from './chart-model.js';
import { matrixModel } from './matrix-model.js';
import {
  hasNumber,
  isPercent,
  isUnreported,
  modelSeries,
  numberOf,
  printedOf,
  targetOf,
} from './model-series.js';
import { multiplesModel } from './multiples-model.js';
import { areParts, groupsOf, totalOf } from './selected-set.js';
import type { DrawnAs } from './selection.js';
import { isBySource, subjectOf } from './series.js';
import type { IndicatorSeries, SeriesSet } from './series.js';
import { sourceModel } from './source-model.js';

/** More lines than this cannot be told apart; the table holds them all. */
const MOST_LINES = 4;

/** The chart that fits an indicator's figures; null when a table says it better. */
export function indicatorModel(
  data: IndicatorData,
  set: SeriesSet,
  headline: string,
  wording: Wording,
  as: DrawnAs | null = null,
): ChartModel | null {
  if (!isDrawable(data) || !set.series.some(hasNumber)) return null;
  const base = {
    summary: wording.say.chart.described(
      headline,
      wording.say.chart.chartOf(data.name, set.labels[0] ?? '', set.labels.at(-1) ?? ''),
    ),
    readings: readingsOf(data, set, wording),
  };
  if (isBySource(set) && !followsOn(set)) return sourceModel(data, set, base, wording);
  if (set.and !== undefined)
    return as === 'matrix' || set.labels.length === 1
      ? matrixModel(data, set, base, wording)
      : multiplesModel(data, set, base, false, wording);
  if (as === 'stacked' && areParts(data, set, wording)) return stack(data, set, base, wording);
  if (set.labels.length === 1) return comparison(data, set, base, wording);
  if (isMany(set)) return multiplesModel(data, set, base, true, wording);
  const [only] = set.series;
  if (only && set.series.length === 1 && data.class === 'structural') {
    return {
      ...base,
      kind: 'bar',
      labels: set.labels,
      series: modelSeries(only, 0, data, wording),
      percent: isPercent(data),
      target: targetOf(data, wording),
    };
  }
  return lines(data, set, base, wording);
}

/** Sources of which no two tell of one period: they are one story, told by one after the other. */
function followsOn(set: SeriesSet): boolean {
  return (
    isBySource(set) &&
    set.series.length <= MOST_LINES &&
    set.labels.length > 1 &&
    set.labels.every((_, place) => set.series.filter(({ cells }) => !isUnreported(cells[place])).length < 2)
  );
}

/** How many groups have lines where others have none; null where all have. */
export function drawnOfMore(set: SeriesSet, model: ChartModel | null): number | null {
  if (model?.kind !== 'line') return null;
  const drawn = model.series.filter(({ values }) => values.some((value) => value !== null)).length;
  return drawn < set.series.length ? drawn : null;
}

/** The same cells in rows: one a series, one column a period. */
export function indicatorTable(data: IndicatorData, set: SeriesSet, wording: Wording): ChartTableModel {
  const unit = cellUnitOf(data);
  return {
    caption: `${subjectOf(data, set)}, ${data.unit}`,
    corner: isBySource(set) ? wording.say.chart.sourceHead : breakdownName(data, set, wording),
    columns: set.labels,
    rows: set.series.map((series) => ({
      head: series.name,
      cells: series.cells.map((cell) =>
        cell
          ? {
              ...printCell(cell, unit, wording),
              ...(cell.break === true ? { break: true } : {}),
              ...(cell.ofRecord === true ? { ofRecord: true } : {}),
            }
          : printMissing(wording),
      ),
    })),
  };
}

/** What the rows are: the breakdown, or both of two; one chart has one word for it. */
export function breakdownName(data: IndicatorData, { by, and }: SeriesSet, { say }: Wording): string {
  const nameOf = (code: string | null): string | undefined =>
    data.dimensions.find((dimension) => dimension.code === code)?.name;
  const [first, second] = [nameOf(by), nameOf(and ?? null)];
  if (first === undefined) return say.indicator.total;
  return second === undefined ? first : say.chart.breakdowns(first, second);
}

/** More groups than can be told apart in one chart. */
function isMany(set: SeriesSet): boolean {
  return set.by !== null && groupsOf(set).length > MOST_LINES;
}

function stack(data: IndicatorData, set: SeriesSet, base: ChartBase, wording: Wording): StackModel {
  return {
    ...base,
    kind: 'stack',
    labels: set.labels,
    series: drawnFirst(set).map((one, place) => modelSeries(one, place, data, wording)),
  };
}

function lines(data: IndicatorData, set: SeriesSet, base: ChartBase, wording: Wording): LineModel {
  return {
    ...base,
    kind: 'line',
    labels: set.labels,
    series: drawnFirst(set)
      .filter((one, index) => index < MOST_LINES || one === totalOf(set))
      .map((one, index) => ({
        ...modelSeries(one, index, data, wording),
        ...(one === totalOf(set) ? { tone: 'context' as const } : {}),
      })),
    percent: isPercent(data),
    target: targetOf(data, wording),
    gaps: gapsOf(set.series),
    gapLabel: wording.say.chart.noData,
    breaks: breaksOf(set.series),
    breakLabel: wording.say.chart.break,
  };
}

/** One period only: groups side by side. */
function comparison(data: IndicatorData, set: SeriesSet, base: ChartBase, wording: Wording): BarModel {
  const cells = set.series.map((series) => series.cells[0]);
  const printed = cells.map((cell) => printedOf(cell, data, wording));
  return {
    ...base,
    // The bars are one data set: a tooltip that looked for one reading a group would name the first for all.
    readings: [
      {
        name: `${data.name}, ${set.labels[0] ?? ''}`,
        points: set.series.map(({ name }, index) => ({ label: name, text: printed[index] ?? '' })),
      },
    ],
    kind: 'bar',
    labels: set.series.map((series) => series.name),
    series: {
      name: data.name,
      tone: 'first',
      shape: 'disc',
      values: cells.map(numberOf),
      printed,
    },
    percent: isPercent(data),
    target: targetOf(data, wording),
  };
}

/** Ranges of places where no series was reported. A figure that is not told ("<10") was reported: it is no gap. */
export function gapsOf(series: readonly IndicatorSeries[]): { from: number; to: number }[] {
  const places = series[0]?.cells.length ?? 0;
  const gaps: { from: number; to: number }[] = [];
  for (let place = 0; place < places; place += 1) {
    if (!series.every((one) => isUnreported(one.cells[place]))) continue;
    const open = gaps.at(-1);
    if (open && open.to === place - 1) open.to = place;
    else gaps.push({ from: place, to: place });
  }
  return gaps;
}

/** Places at which any of the series breaks. */
function breaksOf(series: readonly IndicatorSeries[]): number[] {
  const places = series[0]?.cells.length ?? 0;
  return Array.from({ length: places }, (_, place) => place).filter((place) =>
    series.some(({ cells }) => cells[place]?.break === true),
  );
}

/** A group without any number must not take the place of one that could be drawn. */
function drawnFirst({ series }: SeriesSet): IndicatorSeries[] {
  return [...series.filter(hasNumber), ...series.filter((one) => !hasNumber(one))];
}

/** In the order of the lines: a tooltip finds its reading by the place of its line. */
function readingsOf(data: IndicatorData, set: SeriesSet, wording: Wording): Reading[] {
  return drawnFirst(set).map((series) => ({
    name: series.name,
    points: set.labels.map((label, index) => ({
      label,
      text: printedOf(series.cells[index], data, wording),
    })),
  }));
}
