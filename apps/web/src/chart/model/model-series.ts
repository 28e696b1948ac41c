import type { IndicatorData } from '#contracts';

import { printCell, printMissing, printValue } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import { SHAPES } from '../shape.js';
import { cellUnitOf } from './cell-unit.js';
import type { LineModel, ModelSeries, SeriesTone } from './chart-model.js';
import type { IndicatorSeries } from './series.js';

const TONES: readonly SeriesTone[] = ['first', 'second', 'third', 'fourth', 'ink', 'context'];

type MaybeCell = IndicatorSeries['cells'][number] | undefined;

/** Colours and shapes recur after six and after eight: their pairs do not before the twenty-fifth series. */
export function modelSeries(
  series: IndicatorSeries,
  place: number,
  data: IndicatorData,
  wording: Wording,
): ModelSeries {
  const breaks = placesOf(series, (cell) => cell?.break === true);
  const ofRecord = placesOf(series, (cell) => cell?.ofRecord === true);
  return {
    name: series.name,
    tone: TONES[place % TONES.length] ?? 'ink',
    shape: SHAPES[place % SHAPES.length] ?? 'disc',
    values: series.cells.map(numberOf),
    printed: series.cells.map((cell) => printedOf(cell, data, wording)),
    ...(breaks.length === 0 ? {} : { breaks }),
    ...(ofRecord.length === 0 ? {} : { ofRecord }),
  };
}

/** Places at which a cell is marked. */
function placesOf({ cells }: IndicatorSeries, holds: (cell: MaybeCell) => boolean): number[] {
  return [...cells.keys()].filter((place) => holds(cells[place]));
}

export function printedOf(cell: MaybeCell, data: IndicatorData, wording: Wording): string {
  return (cell ? printCell(cell, cellUnitOf(data), wording) : printMissing(wording)).text;
}

export function targetOf(data: IndicatorData, wording: Wording): LineModel['target'] {
  if (!data.target) return null;
  const printed = printValue(data.target.value, cellUnitOf(data), wording);
  return {
    value: data.target.value,
    label: wording.say.chart.target(printed, data.target.dueOn.slice(0, 4)),
  };
}

export function isPercent(data: IndicatorData): boolean {
  return cellUnitOf(data) === 'percent';
}

export function isUnreported(cell: MaybeCell): boolean {
  return cell === null || cell === undefined || cell.flag === 'missing';
}

export function numberOf(cell: MaybeCell): number | null {
  return cell?.value ?? null;
}

export function hasNumber(series: IndicatorSeries): boolean {
  return series.cells.some((cell) => numberOf(cell) !== null);
}
