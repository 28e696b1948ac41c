import type { Shape } from '../shape.js';

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

export type ChartModel = LineModel | BarModel | DotModel | BudgetModel | FunnelModel;
export type ChartKind = ChartModel['kind'];

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
