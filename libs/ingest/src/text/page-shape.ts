import type { Line } from './line.js';

/** How a text is printed, as far as it tells what belongs together. */
export interface PageShape {
  /** Whether a blank line tells that something new begins: not in a text that is double-spaced. */
  readonly blanksSeparate: boolean;
  /** Whether something new begins without a blank line, so that its absence tells nothing. */
  readonly isSolid: boolean;
  /** Characters of a line that is full, as most wrapped lines are. */
  readonly width: number;
}

/** Share of lines with a blank one before, above which wrapped text is double-spaced and a blank line says nothing. */
const DOUBLE_SPACED = 0.8;
/** Share of numbered lines with a blank one before, below which blank lines are those of page ends. */
const SET_SOLID = 0.5;
const NUMBERED = /^\d{1,3}\.(?:\s|$)/;
/** Characters of a line that no page is wide enough for, and the share of such lines in text that is not wrapped. */
const UNWRAPPED_LENGTH = 160;
const UNWRAPPED = 0.1;
/** Of all lines in order of their length, the one that is taken for full. */
const FULL = 0.9;

export function shapeOf(lines: readonly Line[]): PageShape {
  const share = (some: number, all: number): number => (all === 0 ? 1 : some / all);
  let [blanks, long, numbered, spaced] = [0, 0, 0, 0];
  const lengths = new Uint32Array(lines.length);
  for (const [index, { text, blankBefore }] of lines.entries()) {
    lengths[index] = text.length;
    if (blankBefore) blanks += 1;
    if (text.length > UNWRAPPED_LENGTH) long += 1;
    if (!NUMBERED.test(text)) continue;
    numbered += 1;
    if (blankBefore) spaced += 1;
  }
  lengths.sort();
  const isDoubleSpaced =
    share(blanks, lines.length) >= DOUBLE_SPACED && share(long, lines.length) <= UNWRAPPED;
  return {
    blanksSeparate: !isDoubleSpaced,
    isSolid: isDoubleSpaced || share(spaced, numbered) < SET_SOLID,
    width: lengths[Math.floor(FULL * (lengths.length - 1))] ?? 0,
  };
}
