import { SHAPE_RADIUS } from '../shape.js';

/** A figure of one row, in pixels: where it lies on the scale, and how wide its number is written. */
export interface RowFigure {
  readonly x: number;
  readonly width: number;
  /** False for a figure that may not be told: its words stand at the axis, without a mark. */
  readonly marked: boolean;
}

/** Where a figure's mark and the middle of its number go; heights are counted from the middle of the row. */
export interface RowPlace {
  readonly markY: number;
  readonly textX: number;
  readonly textY: number;
}

/** Between a mark's middle and the number beside it. */
const BESIDE = 13;
/** Between the marks' outer edge and the middle of the numbers above. */
const ABOVE = 11;
/** Marks nearer than this to each other would lie on one another. */
const MARK = SHAPE_RADIUS * 2;
const BETWEEN = 6;
/** What a row with numbers beside its marks needs, and one with numbers above and below. */
export const LOW_ROW = 27;
export const HIGH_ROW = 52;

/** Numbers of one row that never lie on each other: two at most stand beside their marks, more above and below. */
export function rowPlaces(figures: readonly RowFigure[], left: number, right: number): RowPlace[] {
  const order = [...figures.keys()].sort((one, other) => at(figures, one).x - at(figures, other).x);
  const markY = markHeights(figures, order);
  const words = besideMarks(figures, order, left, right) ?? aroundMarks(figures, order, left, right);
  const outer = Math.max(...markY.values(), 0) + SHAPE_RADIUS + ABOVE;
  return figures.map((_, index) => {
    const own = markY.get(index) ?? 0;
    const { x, side } = words.get(index) ?? { x: 0, side: 0 };
    return { markY: own, textX: x, textY: side === 0 ? own : side * outer };
  });
}

interface Words {
  readonly x: number;
  /** -1 above, 0 beside, 1 below. */
  readonly side: -1 | 0 | 1;
}

/** Marks that would hide one another are moved apart across the row: along it they would tell another number. */
function markHeights(figures: readonly RowFigure[], order: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  const marked = order.filter((index) => at(figures, index).marked);
  let crowd: number[] = [];
  for (const [place, index] of marked.entries()) {
    crowd.push(index);
    const next = marked[place + 1];
    if (next !== undefined && at(figures, next).x - at(figures, index).x < MARK) continue;
    for (const [level, one] of crowd.entries()) heights.set(one, (level - (crowd.length - 1) / 2) * MARK);
    crowd = [];
  }
  return heights;
}

function besideMarks(
  figures: readonly RowFigure[],
  order: readonly number[],
  left: number,
  right: number,
): Map<number, Words> | null {
  if (order.length > 2) return null;
  const words = new Map<number, Words>();
  for (const [place, index] of order.entries()) {
    const { x, width } = at(figures, index);
    const onLeft = order.length === 2 && place === 0;
    if (onLeft ? x - BESIDE - width < left : x + BESIDE + width > right) return null;
    words.set(index, { x: onLeft ? x - BESIDE - width / 2 : x + BESIDE + width / 2, side: 0 });
  }
  return words;
}

function aroundMarks(
  figures: readonly RowFigure[],
  order: readonly number[],
  left: number,
  right: number,
): Map<number, Words> {
  const lanes = { above: [] as Lane, below: [] as Lane };
  const endOf = (lane: Lane): number => {
    const last = lane.at(-1);
    return last ? last.from + last.width + BETWEEN : left;
  };
  for (const index of order) {
    const { x, width } = at(figures, index);
    const wanted = Math.min(Math.max(x - width / 2, left), right - width);
    const lane =
      wanted >= endOf(lanes.above) || endOf(lanes.above) <= endOf(lanes.below) ? lanes.above : lanes.below;
    lane.push({ index, width, from: Math.max(wanted, endOf(lane)) });
  }
  const words = new Map<number, Words>();
  for (const [lane, side] of [
    [lanes.above, -1],
    [lanes.below, 1],
  ] as const) {
    pullBack(lane, right);
    for (const { index, from, width } of lane) words.set(index, { x: from + width / 2, side });
  }
  return words;
}

/** Numbers that were pushed over the right edge push the ones before them back. */
function pullBack(lane: Lane, right: number): void {
  let limit = right;
  for (const word of [...lane].reverse()) {
    word.from = Math.min(word.from, limit - word.width);
    limit = word.from - BETWEEN;
  }
}

type Lane = { readonly index: number; readonly width: number; from: number }[];

function at(figures: readonly RowFigure[], index: number): RowFigure {
  return figures[index] ?? { x: 0, width: 0, marked: false };
}
