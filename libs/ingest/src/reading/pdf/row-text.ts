import type { GlyphRun } from './glyph-run.js';
import type { PageRow } from './page-row.js';

/** Of the font's size: a gap that wide parts two words. A justified line narrows its blanks to about 0.15. */
const WORD_GAP = 0.13;
/** A mark is set smaller than its row and raised above its baseline; both as shares of the row's size. */
const RAISED_SIZE = 0.85;
const RAISED_BY = 0.15;
const NOTE_MARK = /^\d{1,3}$/;
/** m², km²: a power, not a note. */
const UNIT = /(?:^|[\s\d])[kcdm]?m$/;
const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

/**
 * A justified line is widened at its hyphens and slashes too, and the decoder takes the wider gap for a blank. `pre- and post-`
 * keeps it.
 */
const WIDENED =
  /(?<=[\p{L}\d][-\u2010\u2011]) (?=[\p{L}\d])(?!(?:and|or|to|y|o|e|u|et|ou)\b)|(?<=[\p{L}\d]\/) (?=[\p{L}\d])/gu;

/** Text of a row. A raised figure is the mark of a note and becomes `[^1]`, which the recogniser of documents drops. */
export function rowText(row: PageRow): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const run of row.runs) {
    const isRaised = isRaisedIn(row, run);
    const apart = text !== '' && run.left - end > WORD_GAP * Math.max(run.size, isRaised ? row.size : 0);
    const printed = run.text.trim();
    const mark = isRaised && NOTE_MARK.test(printed) && !UNIT.test(text) ? `[^${printed}]` : null;
    if (apart && !/\s$/.test(text)) text += ' ';
    text += mark ?? run.text;
    end = Math.max(end, run.right);
  }
  return plain(text);
}

/** The mark that a note at the foot of the page begins with, or null. */
export function leadingMark(row: PageRow): string | null {
  const first = row.runs[0];
  if (first === undefined) return null;
  const printed = first.text.trim();
  if (NOTE_MARK.test(printed) && isRaisedIn(row, first)) return printed;
  return /^\*{1,3}/.exec(printed)?.[0] ?? null;
}

function isRaisedIn(row: PageRow, run: GlyphRun): boolean {
  return run.size <= RAISED_SIZE * row.size && row.baseline - run.baseline >= RAISED_BY * row.size;
}

/** One blank for all blanks, letters for ligatures, a soft hyphen only where the line ends in one. */
function plain(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/(?!\s)\p{Cc}|\p{Co}|\p{Cs}|\p{Cn}/gu, '')
    .replace(/\u00AD(?!\s*$)/g, '')
    .replace(/\s+/g, ' ')
    .replace(WIDENED, '')
    .trim();
}
