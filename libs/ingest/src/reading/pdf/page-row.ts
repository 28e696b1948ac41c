import type { GlyphRun } from './glyph-run.js';

/** Runs on one baseline, from left to right, with what is raised above it. */
export interface PageRow {
  readonly runs: readonly GlyphRun[];
  readonly baseline: number;
  /** Size of most of its characters. */
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

/** Of the font's size: what a line of text takes above and below its baseline. */
const ABOVE = 0.7;
const BELOW = 0.2;
/** Of the size: baselines that near are one; columns are often set a little apart. */
const SAME_BASELINE = 0.25;
/** A mark is smaller than the word it hangs on, next to it, and beside it by half of its height at least. */
const MARK_SIZE = 0.85;
const MARK_GAP = 0.6;
const BESIDE = 0.5;
const BUCKET = 8;
/** Points by which the second print of a letter is moved to make it look bold. */
const SECOND_PRINT = 0.8;

interface Draft {
  readonly runs: GlyphRun[];
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
}

/** Rows from the top. Large text settles first, so that a raised figure joins the row it belongs to. */
export function toRows(runs: readonly GlyphRun[]): readonly PageRow[] {
  const buckets = new Map<number, Draft[]>();
  const drafts: Draft[] = [];
  const printed = runs.filter((run) => run.text !== '' && run.size > 0);
  for (const run of printed.toSorted((one, other) => other.size - one.size)) {
    if (run.text.trim() === '') continue;
    const top = run.baseline - ABOVE * run.size;
    const bottom = run.baseline + BELOW * run.size;
    const near = [top, bottom, run.baseline].flatMap((at) => buckets.get(Math.floor(at / BUCKET)) ?? []);
    const beside =
      near.find((row) => isMarkIn(row, run, top, bottom)) ??
      near.find((row) => Math.abs(row.baseline - run.baseline) <= SAME_BASELINE * run.size);
    if (beside !== undefined) {
      beside.runs.push(run);
      continue;
    }
    const draft: Draft = { runs: [run], top, bottom, baseline: run.baseline, size: run.size };
    drafts.push(draft);
    for (let bucket = Math.floor(top / BUCKET); bucket <= bottom / BUCKET; bucket += 1)
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), draft]);
  }
  return drafts.map(toRow).sort((one, other) => one.baseline - other.baseline);
}

function isMarkIn(row: Draft, run: GlyphRun, top: number, bottom: number): boolean {
  if (run.size > MARK_SIZE * row.size) return false;
  const shared = Math.min(bottom, row.bottom) - Math.max(top, row.top);
  if (shared < BESIDE * (bottom - top)) return false;
  const gap = MARK_GAP * row.size;
  return row.runs.some(
    (word) => Math.abs(run.left - word.right) < gap || Math.abs(word.left - run.right) < gap,
  );
}

/** A row of the runs that are given, without those that were printed twice. */
export function toRow({ runs, baseline }: { runs: readonly GlyphRun[]; baseline: number }): PageRow {
  const ordered = runs.toSorted((one, other) => one.left - other.left);
  const once = ordered.filter((run, index) => {
    const before = ordered[index - 1];
    return before === undefined || before.text !== run.text || run.left - before.left > SECOND_PRINT;
  });
  return {
    runs: once,
    baseline,
    size: commonSize(once),
    left: Math.min(...once.slice(0, 1).map((run) => run.left)),
    right: once.reduce((right, run) => Math.max(right, run.right), 0),
  };
}

/** The size in which most characters are set, to a tenth of a point. */
export function commonSize(runs: readonly GlyphRun[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.trim().length);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, -1])[0];
}
