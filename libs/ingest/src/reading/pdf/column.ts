import type { GlyphRun } from './glyph-run.js';
import { type PageRow, toRow } from './page-row.js';

/** Rows that are read one after the other, with the edge they are set against. */
export interface Column {
  readonly rows: readonly PageRow[];
  readonly left: number;
}

const FEWEST_ROWS = 6;
/** Share of the rows that may run through the space between two columns: titles, tables, running heads. */
const MOST_CROSSING = 0.3;
/** Share of the page's width that a column fills; a list of page numbers at the right edge is none. */
const NARROWEST = 0.2;
const STEP = 3;
const HALF_GUTTER = 4;

/** The columns of a page in reading order: two beside each other where the page is so set, else one. */
export function toColumns(rows: readonly PageRow[]): readonly Column[] {
  const gutter = findGutter(rows);
  if (gutter === null) return rows.length === 0 ? [] : [columnOf(rows)];
  const columns: Column[] = [];
  let left: PageRow[] = [];
  let right: PageRow[] = [];
  let across: PageRow[] = [];
  const settle = () => {
    for (const some of [left, right]) if (some.length > 0) columns.push(columnOf(some));
    [left, right] = [[], []];
  };
  for (const row of rows) {
    if (crosses(row, gutter)) {
      settle();
      across.push(row);
      continue;
    }
    if (across.length > 0) columns.push(columnOf(across));
    across = [];
    const { baseline } = row;
    const [first, second] = [
      row.runs.filter((run) => middle(run) < gutter),
      row.runs.filter((run) => middle(run) >= gutter),
    ];
    if (first.length > 0) left.push(toRow({ runs: first, baseline }));
    if (second.length > 0) right.push(toRow({ runs: second, baseline }));
  }
  settle();
  if (across.length > 0) columns.push(columnOf(across));
  return columns;
}

function middle(run: GlyphRun): number {
  return (run.left + run.right) / 2;
}

function columnOf(rows: readonly PageRow[]): Column {
  return { rows, left: rows.reduce((least, row) => Math.min(least, row.left), Number.POSITIVE_INFINITY) };
}

/** A place near the middle that hardly any row runs through while both sides are full of text. */
function findGutter(rows: readonly PageRow[]): number | null {
  const from = rows.reduce((least, row) => Math.min(least, row.left), Number.POSITIVE_INFINITY);
  const to = rows.reduce((most, row) => Math.max(most, row.right), 0);
  const width = to - from;
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (let at = from + 0.35 * width; at <= from + 0.65 * width; at += Math.max(STEP, width / 200)) {
    const crossing = rows.filter((row) => crosses(row, at)).length;
    if (best !== null && crossing >= best.crossing) continue;
    if (crossing > MOST_CROSSING * rows.length) continue;
    const leftSide = rows.filter((row) => spans(row, Number.NEGATIVE_INFINITY, at) >= NARROWEST * width);
    const rightSide = rows.filter((row) => spans(row, at, Number.POSITIVE_INFINITY) >= NARROWEST * width);
    if (leftSide.length >= FEWEST_ROWS && rightSide.length >= FEWEST_ROWS) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Whether anything is printed within half a gutter of the place. */
function crosses(row: PageRow, at: number): boolean {
  return row.runs.some((run) => run.left < at + HALF_GUTTER && run.right > at - HALF_GUTTER);
}

function spans(row: PageRow, from: number, to: number): number {
  const inside = row.runs.filter((run) => run.left >= from && run.right <= to);
  const first = inside[0];
  return first === undefined ? 0 : inside.reduce((right, run) => Math.max(right, run.right), 0) - first.left;
}
