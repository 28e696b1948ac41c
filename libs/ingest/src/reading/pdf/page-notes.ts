import type { PageRow } from './page-row.js';
import { leadingMark, rowText } from './row-text.js';

export interface NotedRows {
  readonly body: readonly PageRow[];
  /** One text per note, with its mark. */
  readonly notes: readonly string[];
  /** Page numbers and running feet below the notes. */
  readonly foot: readonly PageRow[];
}

/** Notes are set smaller than the text; as a share of the size in which most of the document is set. */
const NOTE_SIZE = 0.94;
const LONGEST_FOOT = 60;
const MOST_FOOT_ROWS = 3;
const NUMBER_AT_START = /^(\d{1,3})\s+(?=\S)/;

/** Takes the notes at the foot of a page off its text: the last rows that are set small, from the first mark on. */
export function takeNotes(rows: readonly PageRow[], bodySize: number): NotedRows {
  const isSmall = (row: PageRow): boolean => row.size <= NOTE_SIZE * bodySize;
  let end = rows.length;
  for (let fed = 0; fed < MOST_FOOT_ROWS && end > 0; fed += 1) {
    const row = rows[end - 1];
    if (row === undefined || rowText(row).length > LONGEST_FOOT || opensNote(row, isSmall(row))) break;
    if (isSmall(row) && !isApart(rows, end - 1)) break;
    end -= 1;
  }
  let start = end;
  for (let index = end - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row === undefined || !isSmall(row)) break;
    start = index;
  }
  const first = rows.findIndex((row, index) => index >= start && index < end && opensNote(row, isSmall(row)));
  if (first < 0) return { body: rows, notes: [], foot: [] };
  return { body: rows.slice(0, first), notes: toNotes(rows.slice(first, end)), foot: rows.slice(end) };
}

/** A row further from the one above it than two lines of its own. */
function isApart(rows: readonly PageRow[], index: number): boolean {
  const [above, row] = [rows[index - 1], rows[index]];
  return above === undefined || row === undefined || row.baseline - above.baseline > 1.6 * row.size;
}

function opensNote(row: PageRow, isSmall: boolean): boolean {
  return leadingMark(row) !== null || (isSmall && NUMBER_AT_START.test(rowText(row)));
}

function toNotes(rows: readonly PageRow[]): readonly string[] {
  const notes: string[] = [];
  let lastNumber = 0;
  for (const row of rows) {
    const text = rowText(row);
    const mark = leadingMark(row);
    const number = mark === null ? NUMBER_AT_START.exec(text)?.[1] : mark;
    if (mark?.startsWith('*')) notes.push(text);
    else if (
      number !== undefined &&
      (mark !== null || Number(number) === lastNumber + 1 || lastNumber === 0)
    ) {
      lastNumber = Number(number);
      notes.push(`[^${number}]: ${withoutMark(text)}`);
    } else notes.push(`${notes.pop() ?? ''} ${text}`);
  }
  return notes;
}

function withoutMark(text: string): string {
  return text.replace(/^(?:\[\^\d{1,3}\]|\d{1,3})\s*/, '');
}
