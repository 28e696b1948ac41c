/** A run of text as the page places it, in points from the page's upper left corner, read from left to right. */
export interface GlyphRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Distance of the baseline from the page's top. */
  readonly baseline: number;
  /** Size of the font. */
  readonly size: number;
}

/** What a decoder gives for one run: PDF 32000-1 §9.4.4 composes its matrix of font size, scale and rotation. */
export interface PlacedText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Runs that stand upright, and those that stand otherwise, such as a watermark or a note along the edge. */
export interface PageRuns {
  readonly upright: readonly GlyphRun[];
  readonly turned: readonly string[];
}

export type Matrix = readonly [number, number, number, number, number, number];
/** Within this many degrees a line is taken for level: scans are never quite straight. */
const LEVEL_DEGREES = 8;
const QUARTER = 90;

/** Turns the page so that most of its text reads from left to right: a wide table is often printed sideways. */
export function toPageRuns(items: readonly PlacedText[], page: Matrix): PageRuns {
  const placed = items.map((item) => ({ text: item.str, width: item.width, ...place(item, page) }));
  const weights = new Map<number, number>();
  for (const { quarter, text } of placed)
    if (quarter !== null) weights.set(quarter, (weights.get(quarter) ?? 0) + text.trim().length);
  const main = [...weights].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 0;
  const upright: GlyphRun[] = [];
  const turned: string[] = [];
  for (const one of placed) {
    if (one.quarter !== main) {
      if (one.text.trim() !== '') turned.push(one.text);
      continue;
    }
    const [left, baseline] = rotate(one.x, one.y, main);
    if (![left, baseline, one.size, one.width].every(Number.isFinite)) continue;
    const { text, size, width } = one;
    const before = upright.at(-1);
    if (text.trim() === '') {
      // A blank of its own belongs to the word before it: a narrow one could not be told from its gap alone.
      if (text !== '' && before !== undefined && Math.abs(before.baseline - baseline) < 1)
        upright[upright.length - 1] = { ...before, text: `${before.text} ` };
      continue;
    }
    upright.push({ text, left, right: left + Math.max(0, width), baseline, size });
  }
  return { upright, turned };
}

function place(item: PlacedText, page: Matrix) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const along = [page[0] * a + page[2] * b, page[1] * a + page[3] * b] as const;
  const degrees = (Math.atan2(along[1], along[0]) * 180) / Math.PI;
  const nearest = Math.round(degrees / QUARTER);
  const size = Math.hypot(c, d);
  return {
    x: page[0] * e + page[2] * f + page[4],
    y: page[1] * e + page[3] * f + page[5],
    size: size > 0 ? size : Math.hypot(a, b),
    quarter: Math.abs(degrees - nearest * QUARTER) <= LEVEL_DEGREES ? (nearest + 4) % 4 : null,
  };
}

/** Turns a point back by so many quarters. */
function rotate(x: number, y: number, quarters: number): readonly [number, number] {
  if (quarters === 1) return [y, -x];
  if (quarters === 2) return [-x, -y];
  if (quarters === 3) return [-y, x];
  return [x, y];
}
