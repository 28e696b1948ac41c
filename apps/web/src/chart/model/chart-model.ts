import type { Shape } from '../shape.js';
import type { Step } from './step.js';
import type { Standing } from './untold.js';

/** What the browser needs to draw a chart: plain values, with every printed form already chosen on the server. */
export interface ChartBase {
  /** One sentence for those who cannot see the canvas. */
  readonly summary: string;
  /** The same points as the table, for reading with the arrow keys. */
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly name: string;
  readonly points: readonly { readonly label: string; readonly text: string }[];
}

export type SeriesTone = 'ink' | 'first' | 'second' | 'third' | 'fourth' | 'context';

export interface ModelSeries {
  readonly name: string;
  readonly tone: SeriesTone;
  readonly shape: Shape;
  /** Null: nothing to draw at this place; a gap stays a gap. */
  readonly values: readonly (number | null)[];
  readonly printed: readonly string[];
  /** Places that cannot be compared with the one before: no line leads there. */
  readonly breaks?: readonly number[];
  /** Places at which it is the figure of record among several sources. */
  readonly ofRecord?: readonly number[];
}

export interface LineModel extends ChartBase {
  readonly kind: 'line';
  readonly labels: readonly string[];
  readonly series: readonly ModelSeries[];
  readonly percent: boolean;
  readonly target: { readonly value: number; readonly label: string } | null;
  /** First and last place of each range without any figure. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly gapLabel: string;
  /** Places from which figures are not comparable with those before. */
  readonly breaks: readonly number[];
  readonly breakLabel: string;
}

export interface BarModel extends ChartBase {
  readonly kind: 'bar';
  readonly labels: readonly string[];
  readonly series: ModelSeries;
  readonly percent: boolean;
  readonly target: { readonly value: number; readonly label: string } | null;
}

/** Several sources for the same thing, one row a period: all shown, never an average. */
export interface DotModel extends ChartBase {
  readonly kind: 'dot';
  readonly labels: readonly string[];
  /** One a source; printed is empty where the source reported nothing. */
  readonly series: readonly ModelSeries[];
  readonly percent: boolean;
  readonly target: { readonly value: number; readonly label: string } | null;
}

/** Revised as ground, executed inside, approved as a tick. */
export interface BudgetModel extends ChartBase {
  readonly kind: 'budget';
  readonly across: 'purpose' | 'year';
  readonly labels: readonly string[];
  readonly approved: readonly (number | null)[];
  readonly revised: readonly (number | null)[];
  readonly executed: readonly (number | null)[];
  readonly shares: readonly string[];
  readonly amounts: readonly string[];
  readonly elapsed: { readonly share: number; readonly label: string } | null;
  readonly unfinished: readonly boolean[];
}

/** Stages of one offence; `most` is the scale shared by all offences of the cohort. */
export interface FunnelModel extends ChartBase {
  readonly kind: 'funnel';
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  readonly printed: readonly string[];
  readonly most: number;
}

/** Groups that are parts of one total, one bar a period. */
export interface StackModel extends ChartBase {
  readonly kind: 'stack';
  readonly labels: readonly string[];
  readonly series: readonly ModelSeries[];
}

/** One group in its own small chart. */
export interface Panel {
  readonly name: string;
  /** One line; several of figures by two breakdowns; none where nothing was ever published. */
  readonly series: readonly ModelSeries[];
  /** The newest figure of a single line as it is printed. */
  readonly newest: string;
  /** Why there is no number; null where there is one. */
  readonly untold: string | null;
}

/** The same small chart for many groups, on one scale. */
export interface MultiplesModel extends ChartBase {
  readonly kind: 'multiples';
  readonly labels: readonly string[];
  readonly panels: readonly Panel[];
  /** Of everybody, in every panel. */
  readonly context: ModelSeries | null;
  /** The key, where a panel has several lines. */
  readonly lines: readonly Pick<ModelSeries, 'name' | 'tone' | 'shape'>[];
  readonly least: number;
  readonly most: number;
  /** The scale in words. */
  readonly scale: string;
}

/** A figure on its own ground. */
export interface Square {
  readonly text: string;
  readonly value: number | null;
  readonly flag: string | null;
  readonly standing: Standing;
  readonly step: Step;
}

export interface PlacedTile extends Square {
  readonly code: string;
  readonly name: string;
  /** A short name, where the whole one does not fit. */
  readonly letters: string;
  /** Counted from 1 at the top left. */
  readonly column: number;
  readonly row: number;
}

/** A map of equal tiles for one period. */
export interface TilesModel extends ChartBase {
  readonly kind: 'tiles';
  readonly label: string;
  /** What the hatching says, once for all that are hatched; null where none is. */
  readonly hatched: string | null;
  readonly tiles: readonly PlacedTile[];
}

/** Two breakdowns across one another for one period. */
export interface MatrixModel extends ChartBase {
  readonly kind: 'matrix';
  readonly label: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly squares: readonly (readonly Square[])[];
}

/** What Chart.js draws on a canvas. */
export type CanvasModel = LineModel | BarModel | DotModel | BudgetModel | FunnelModel | StackModel;
/** What is text and lines in the page itself, and reads the same without script. */
export type DrawnModel = MultiplesModel | TilesModel | MatrixModel;
export type ChartModel = CanvasModel | DrawnModel;
export type CanvasKind = CanvasModel['kind'];

export function isDrawn(model: ChartModel): model is DrawnModel {
  return model.kind === 'multiples' || model.kind === 'tiles' || model.kind === 'matrix';
}

/** The table twin of a chart. */
export interface ChartTableModel {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly head: string;
    readonly cells: readonly {
      readonly text: string;
      readonly flag: string | null;
      readonly provisional?: boolean;
      readonly break?: boolean;
      readonly ofRecord?: boolean;
    }[];
  }[];
}
