import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { ChartBase, ChartTableModel, MatrixModel, Square } from './chart-model.js';
import { numberOf, printedOf } from './model-series.js';
import type { IndicatorSeries, SeriesSet } from './series.js';
import { stepOf } from './step.js';
import { standingOf } from './untold.js';

/** The newest period that any pair has a number for, else the last. */
function matrixPlace({ labels, series }: SeriesSet): number {
  const places = [...labels.keys()].reverse();
  return (
    places.find((place) => series.some(({ cells }) => numberOf(cells[place]) !== null)) ?? labels.length - 1
  );
}

/** Two breakdowns across one another, for one period: every square has its figure in it. */
export function matrixModel(
  data: IndicatorData,
  set: SeriesSet,
  base: ChartBase,
  wording: Wording,
): MatrixModel {
  const place = matrixPlace(set);
  const rows = distinct(set.series.map(({ pair, name }) => pair?.panel ?? name));
  const columns = distinct(set.series.map(({ pair }) => pair?.line ?? ''));
  const most = Math.max(0, ...set.series.map(({ cells }) => numberOf(cells[place]) ?? 0));
  const squares = rows.map((row) =>
    columns.map((column): Square => {
      const cell = found(set, row, column)?.cells[place] ?? null;
      return {
        text: printedOf(cell, data, wording),
        value: numberOf(cell),
        flag: cell ? cell.flag : 'missing',
        standing: standingOf(cell),
        step: stepOf(numberOf(cell), most),
      };
    }),
  );
  return {
    ...base,
    readings: rows.map((name, row) => ({
      name,
      points: columns.map((label, column) => ({ label, text: squares[row]?.[column]?.text ?? '' })),
    })),
    kind: 'matrix',
    label: set.labels[place] ?? '',
    rows,
    columns,
    squares,
  };
}

/** Its twin: the same rows and columns. */
export function matrixTable(model: MatrixModel, caption: string, corner: string): ChartTableModel {
  return {
    caption: `${caption}, ${model.label}`,
    corner,
    columns: model.columns,
    rows: model.rows.map((head, row) => ({
      head,
      cells: (model.squares[row] ?? []).map(({ text, flag }) => ({ text, flag })),
    })),
  };
}

function found(set: SeriesSet, row: string, column: string): IndicatorSeries | undefined {
  return set.series.find(({ pair }) => pair?.panel === row && pair.line === column);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
