import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { ChartBase, ChartTableModel, PlacedTile, TilesModel } from './chart-model.js';
import { numberOf, printedOf } from './model-series.js';
import { periodLabels } from './period-label.js';
import type { Period } from './period-label.js';
import { stepOf } from './step.js';
import { standingOf } from './untold.js';

type Dimension = IndicatorData['dimensions'][number];
type PublishedCell = IndicatorData['cells'][number];

/** Figures by place, and the period of which they are shown. */
export interface PlaceFigures {
  readonly dimension: Dimension;
  readonly tiles: NonNullable<Dimension['tiles']>;
  readonly periods: readonly { readonly endOn: string; readonly label: string }[];
  readonly shown: { readonly endOn: string; readonly label: string };
  readonly cells: ReadonlyMap<string, PublishedCell>;
}

/** What there is to put on a map; null where nothing by place is told, or two sources tell it. */
export function placeFigures(
  data: IndicatorData,
  wantedEnd: string | null,
  wording: Wording,
): PlaceFigures | null {
  const dimension = data.dimensions.find(({ tiles, code }) => tiles && cellsBy(data, code).some(isTold));
  const tiles = dimension?.tiles;
  if (!dimension || !tiles) return null;
  const all = cellsBy(data, dimension.code);
  if (new Set(all.map(({ source }) => source)).size > 1) return null;
  const periods = withLabels(all, wording);
  const shown = periods.find(({ endOn }) => endOn === wantedEnd) ?? newestTold(all, periods);
  if (!shown) return null;
  return {
    dimension,
    tiles,
    periods,
    shown,
    cells: new Map(
      all
        .filter(({ period }) => period.endOn === shown.endOn)
        .map((cell) => [cell.categories[dimension.code] ?? '', cell]),
    ),
  };
}

/** One tile for each place, at its place, with its figure on it. */
export function tilesModel(
  data: IndicatorData,
  figures: PlaceFigures,
  summary: string,
  wording: Wording,
): TilesModel {
  const most = Math.max(0, ...[...figures.cells.values()].map((cell) => numberOf(cell) ?? 0));
  const tiles = figures.tiles.map((tile): PlacedTile => {
    const cell = figures.cells.get(tile.code) ?? null;
    return {
      ...{ code: tile.code, name: tile.name, letters: tile.letters, column: tile.column, row: tile.row },
      text: printedOf(cell, data, wording),
      value: numberOf(cell),
      flag: cell ? cell.flag : 'missing',
      standing: standingOf(cell),
      step: stepOf(numberOf(cell), most),
    };
  });
  const base: ChartBase = {
    summary,
    readings: [{ name: figures.shown.label, points: tiles.map(({ name, text }) => ({ label: name, text })) }],
  };
  const blank = tiles.filter(({ standing }) => standing === 'never').length;
  const { untold, places } = wording.say.chart;
  const hatched = blank === 0 ? null : places.hatched(untold['missing'] ?? '', blank, tiles.length);
  return { ...base, kind: 'tiles', label: figures.shown.label, hatched, tiles };
}

interface RankedPlace {
  readonly code: string;
  readonly name: string;
  readonly text: string;
}

/** Places by the size of their figure, those below ten after those with a number; and those of which nothing is told. */
export function placeRanking(
  data: IndicatorData,
  figures: PlaceFigures,
  wording: Wording,
): { readonly told: readonly RankedPlace[]; readonly untold: readonly RankedPlace[] } {
  const places = figures.tiles.map(({ code, name }) => {
    const cell = figures.cells.get(code) ?? null;
    const isUntold = cell === null || !['numbered', 'below_ten'].includes(standingOf(cell));
    return {
      code,
      name,
      text: printedOf(cell ?? undefined, data, wording),
      value: numberOf(cell) ?? -1,
      isUntold,
    };
  });
  const inOrder = (wanted: boolean): RankedPlace[] =>
    places
      .filter(({ isUntold }) => isUntold === wanted)
      .sort((left, right) => right.value - left.value)
      .map(({ code, name, text }) => ({ code, name, text }));
  return { told: inOrder(false), untold: inOrder(true) };
}

/** Places down the side, the shown period beside each. */
export function tilesTable(
  data: IndicatorData,
  { dimension, shown, tiles, cells }: PlaceFigures,
  wording: Wording,
): ChartTableModel {
  return {
    caption: `${data.name}, ${data.unit}`,
    corner: dimension.name,
    columns: [shown.label],
    rows: tiles.map(({ code, name }) => {
      const cell = cells.get(code);
      return {
        head: name,
        cells: [
          {
            text: printedOf(cell, data, wording),
            flag: cell ? cell.flag : 'missing',
            ...(cell?.provisional === true ? { provisional: true } : {}),
            ...(cell?.break === true ? { break: true } : {}),
          },
        ],
      };
    }),
  };
}

function cellsBy(data: IndicatorData, dimension: string): PublishedCell[] {
  return data.cells.filter(
    ({ categories }) => dimension in categories && Object.keys(categories).length === 1,
  );
}

/** A number, or one below ten: something to put on a tile. */
function isTold(cell: PublishedCell): boolean {
  return ['numbered', 'below_ten'].includes(standingOf(cell));
}

function withLabels(cells: readonly PublishedCell[], wording: Wording): PlaceFigures['periods'] {
  const byEnd = new Map<string, Period>(cells.map(({ period }) => [period.endOn, period]));
  const periods = [...byEnd.values()].sort((left, right) => left.endOn.localeCompare(right.endOn));
  const labels = periodLabels(periods, wording);
  return periods.map(({ endOn }, index) => ({ endOn, label: labels[index] ?? endOn }));
}

function newestTold(
  cells: readonly PublishedCell[],
  periods: PlaceFigures['periods'],
): PlaceFigures['shown'] | undefined {
  return (
    periods.findLast(({ endOn }) => cells.some((cell) => cell.period.endOn === endOn && isTold(cell))) ??
    periods.at(-1)
  );
}
