import type { Cell } from '#contracts';

import type { Wording } from '../wording/wording.js';

/** A published cell as it is printed everywhere: in tables, on charts and when read aloud. */
export interface PrintedCell {
  readonly text: string;
  readonly flag: Cell['flag'];
  readonly provisional: boolean;
}

export type CellUnit = 'percent' | 'yes_no' | 'day' | 'stage' | 'number';

/** How far a law has come; a figure is its place here. */
export const STAGES = ['none', 'bill', 'committee', 'passed', 'in_force'] as const;

export function printCell(cell: Cell, unit: CellUnit, wording: Wording): PrintedCell {
  return { text: cellText(cell, unit, wording), flag: cell.flag, provisional: cell.provisional };
}

/** The absence of a cell: asked for, not received. */
export function printMissing(wording: Wording): PrintedCell {
  return { text: wording.say.chart.flags.missing, flag: 'missing', provisional: false };
}

export function printValue(value: number, unit: CellUnit, wording: Wording): string {
  switch (unit) {
    case 'percent':
      return wording.percent(value, decimalsOf(value));
    case 'yes_no':
      return value === 0 ? wording.say.indicator.no : wording.say.indicator.yes;
    case 'day':
      return wording.date(dayOf(value));
    case 'stage':
      return wording.say.figure.stages[STAGES[value] ?? ''] ?? String(value);
    case 'number':
      return wording.number(value, decimalsOf(value));
  }
}

function cellText(cell: Cell, unit: CellUnit, wording: Wording): string {
  const { flags, belowBound } = wording.say.chart;
  if (cell.value !== null) return printValue(cell.value, unit, wording);
  if (cell.flag === 'below_bound') return belowBound(wording.number(cell.bound ?? 0));
  return flags[cell.flag ?? 'missing'];
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}

/** Days are figures too: counted from 1970-01-01. */
export function dayOf(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
