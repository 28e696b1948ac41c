import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { ChartBase, MultiplesModel, Panel } from './chart-model.js';
import { hasNumber, isPercent, modelSeries, numberOf, printedOf } from './model-series.js';
import { groupsOf, totalOf } from './selected-set.js';
import type { IndicatorSeries, SeriesSet } from './series.js';
import { untoldReason } from './untold.js';

/** One small chart for each group, all on one scale; a group without a number keeps its place and says why. */
export function multiplesModel(
  data: IndicatorData,
  set: SeriesSet,
  base: ChartBase,
  withAbsent: boolean,
  wording: Wording,
): MultiplesModel {
  const total = totalOf(set);
  const panels = panelsOf(set).map((panel) => panelOf(panel, data, wording));
  const numbers = set.series.flatMap(({ cells }) => cells.flatMap((cell) => numberOf(cell) ?? []));
  const most = Math.max(0, ...numbers);
  const least = Math.min(0, ...numbers);
  const top = isPercent(data) && most > 50 ? 100 : most === 0 ? 1 : most;
  const printed = (value: number): string => printedOf({ ...EMPTY, value }, data, wording);
  return {
    ...base,
    kind: 'multiples',
    labels: set.labels,
    panels: withAbsent ? [...panels, ...absentPanels(data, set, wording)] : panels,
    context: total && { ...modelSeries(total, 0, data, wording), tone: 'context' },
    lines: set.and === undefined ? [] : lineNames(panels),
    least,
    most: top,
    scale: wording.say.chart.sameScale(
      printed(least),
      printed(top),
      set.labels[0] ?? '',
      set.labels.at(-1) ?? '',
    ),
  };
}

const EMPTY = {
  ...{ value: null, flag: null, bound: null, provisional: false, period: { startOn: '', endOn: '' } },
  ...{ categories: {}, source: '', cubeVersion: 0, announcedError: null },
};

interface PanelSeries {
  readonly name: string;
  readonly series: readonly IndicatorSeries[];
}

function panelsOf(set: SeriesSet): PanelSeries[] {
  if (set.and === undefined) return groupsOf(set).map((series) => ({ name: series.name, series: [series] }));
  const names = [...new Set(set.series.map(({ pair, name }) => pair?.panel ?? name))];
  return names.map((name) => ({ name, series: set.series.filter(({ pair }) => pair?.panel === name) }));
}

function panelOf({ name, series }: PanelSeries, data: IndicatorData, wording: Wording): Panel {
  const drawn = series.map((one, place) => ({
    ...modelSeries(one, place, data, wording),
    name: one.pair?.line ?? one.name,
  }));
  const newest = drawn.map(({ values, printed }) => {
    const last = values.findLastIndex((value) => value !== null);
    return last === -1 ? '' : (printed[last] ?? '');
  });
  const hasAny = series.some(hasNumber);
  return {
    name,
    series: drawn,
    newest: series.length === 1 ? (newest[0] ?? '') : '',
    untold: hasAny
      ? null
      : untoldReason(
          series.flatMap(({ cells }) => cells),
          wording,
        ),
  };
}

/** In the order of the lines, each name once: the key above the panels. */
function lineNames(panels: readonly Panel[]): MultiplesModel['lines'] {
  const byName = new Map(panels.flatMap(({ series }) => series.map((one) => [one.name, one] as const)));
  return [...byName.values()].map(({ name, tone, shape }) => ({ name, tone, shape }));
}

/** Places of the State of which nothing was ever published. */
function absentPanels(data: IndicatorData, set: SeriesSet, wording: Wording): Panel[] {
  const tiles = data.dimensions.find(({ code }) => code === set.by)?.tiles ?? [];
  return tiles
    .filter(({ code }) => !set.series.some(({ category }) => category === code))
    .map(({ name }) => ({ name, series: [], newest: '', untold: wording.say.chart.untold['missing']! }));
}
