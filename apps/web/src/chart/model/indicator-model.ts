import type { IndicatorData } from '#contracts';

import { printCell, printMissing, printValue } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import { cellUnitOf, isDrawable } from './cell-unit.js';
import type {
  BarModel,
  ChartModel,
  ChartTableModel,
  LineModel,
  ModelSeries,
  Reading,
  SeriesTone,
} from './chart-model.js';
import type { IndicatorSeries, SeriesSet } from './series.js';

const TONES: readonly SeriesTone[] = ['first', 'second', 'third', 'fourth'];
/** More lines than this cannot be told apart; the table holds them all. */
const MOST_LINES = 4;

/** The chart that fits an indicator's figures; null when a table says it better. */
export function indicatorModel(
  data: IndicatorData,
  set: SeriesSet,
  headline: string,
  wording: Wording,
): ChartModel | null {
  if (
    !isDrawable(data) ||
    set.series.every((series) => series.cells.every((cell) => numberOf(cell) === null))
  )
    return null;
  const base = {
    summary: wording.say.chart.described(
      headline,
      wording.say.chart.chartOf(data.name, set.labels[0] ?? '', set.labels.at(-1) ?? ''),
    ),
    readings: readingsOf(data, set, wording),
  };
  const series = set.series
    .slice(0, MOST_LINES)
    .map((one, index) => modelSeries(one, TONES[index] ?? 'ink', data, wording));
  const [left, right] = series;
  if (set.by === null && left && right && series.length === 2) {
    const both = set.labels
      .map((label, index) => ({ label, index }))
      .filter(({ index }) => left.values[index] !== null || right.values[index] !== null);
    const only = (one: ModelSeries): ModelSeries => ({
      ...one,
      values: both.map(({ index }) => one.values[index] ?? null),
      printed: both.map(({ index }) => one.printed[index] ?? ''),
    });
    return {
      ...base,
      kind: 'dot',
      labels: both.map(({ label }) => label),
      left: only(left),
      right: only(right),
    };
  }
  if (set.labels.length === 1) return comparison(data, set, base, wording);
  if (left && series.length === 1 && data.class === 'structural') {
    return {
      ...base,
      kind: 'bar',
      labels: set.labels,
      series: left,
      percent: isPercent(data),
      target: targetOf(data, wording),
    };
  }
  return lines(data, set, series, base, wording);
}

/** The same cells in rows: one a series, one column a period. */
export function indicatorTable(data: IndicatorData, set: SeriesSet, wording: Wording): ChartTableModel {
  const unit = cellUnitOf(data);
  return {
    caption: `${data.name}, ${data.unit}`,
    corner:
      data.dimensions.find((dimension) => dimension.code === set.by)?.name ?? wording.say.indicator.total,
    columns: set.labels,
    rows: set.series.map((series) => ({
      head: series.name,
      cells: series.cells.map((cell) => (cell ? printCell(cell, unit, wording) : printMissing(wording))),
    })),
  };
}

type Base = Pick<ChartModel, 'summary' | 'readings'>;

function lines(
  data: IndicatorData,
  set: SeriesSet,
  series: readonly ModelSeries[],
  base: Base,
  wording: Wording,
): LineModel {
  const target = targetOf(data, wording);
  return {
    ...base,
    kind: 'line',
    labels: set.labels,
    series,
    percent: isPercent(data),
    target,
    gaps: gapsOf(set.series),
    gapLabel: wording.say.chart.noData,
  };
}

/** One period only: groups side by side. */
function comparison(data: IndicatorData, set: SeriesSet, base: Base, wording: Wording): BarModel {
  const unit = cellUnitOf(data);
  const cells = set.series.map((series) => series.cells[0] ?? null);
  return {
    ...base,
    kind: 'bar',
    labels: set.series.map((series) => series.name),
    series: {
      name: data.name,
      tone: 'first',
      values: cells.map(numberOf),
      printed: cells.map((cell) => (cell ? printCell(cell, unit, wording) : printMissing(wording)).text),
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

function modelSeries(
  series: IndicatorSeries,
  tone: SeriesTone,
  data: IndicatorData,
  wording: Wording,
): ModelSeries {
  const unit = cellUnitOf(data);
  return {
    name: series.name,
    tone,
    values: series.cells.map(numberOf),
    printed: series.cells.map((cell) => (cell ? printCell(cell, unit, wording) : printMissing(wording)).text),
  };
}

function readingsOf(data: IndicatorData, set: SeriesSet, wording: Wording): Reading[] {
  const unit = cellUnitOf(data);
  return set.series.map((series) => ({
    name: series.name,
    points: set.labels.map((label, index) => {
      const cell = series.cells[index];
      return { label, text: (cell ? printCell(cell, unit, wording) : printMissing(wording)).text };
    }),
  }));
}

function targetOf(data: IndicatorData, wording: Wording): LineModel['target'] {
  if (!data.target) return null;
  const printed = printValue(data.target.value, cellUnitOf(data), wording);
  return {
    value: data.target.value,
    label: wording.say.chart.target(printed, data.target.dueOn.slice(0, 4)),
  };
}

function isPercent(data: IndicatorData): boolean {
  return cellUnitOf(data) === 'percent';
}

function isUnreported(cell: IndicatorSeries['cells'][number] | undefined): boolean {
  return cell === null || cell === undefined || cell.flag === 'missing';
}

function numberOf(cell: IndicatorSeries['cells'][number] | undefined): number | null {
  return cell?.value ?? null;
}
