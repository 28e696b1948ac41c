import type { ReadingSheet } from '../reading-sheet.js';
import { toColumns } from './column.js';
import { takeNotes } from './page-notes.js';
import { commonSize, type PageRow } from './page-row.js';
import { rowText } from './row-text.js';

/** A page whose runs were put into rows. */
export interface LaidPage {
  readonly rows: readonly PageRow[];
  readonly turned: readonly string[];
}

/** How most of a document is set; one measure for all pages, because a page of headings says nothing of it. */
export interface Setting {
  readonly size: number;
  /** Distance of baselines, as a share of the size. */
  readonly leading: number;
}

/** A distance that much wider than between lines parts paragraphs. */
const PARAGRAPH_GAP = 1.22;
/** A title is set larger than the text; as a share of its size. */
const OTHER_SIZE = 0.1;
/** A blank of the indentation, as a share of the size: about the width of a letter. */
const INDENT_BLANK = 0.5;
const MOST_INDENT = 60;
const NARROWEST_LEADING = 0.9;
const WIDEST_LEADING = 3;
const USUAL_LEADING = 1.2;

export function settingOf(pages: readonly LaidPage[]): Setting {
  const rows = pages.flatMap((page) => page.rows);
  const size = commonSize(rows.flatMap((row) => row.runs)) || 1;
  const leadings = pages
    .flatMap((page) => page.rows.map((row, at) => leading(page.rows[at - 1], row)))
    .filter((one) => one > NARROWEST_LEADING && one < WIDEST_LEADING)
    .sort((one, other) => one - other);
  return { size, leading: leadings[Math.floor(leadings.length / 2)] ?? USUAL_LEADING };
}

/** Prints a page: columns in reading order, notes at its end, then what stands turned on it. */
export function printPage(sheet: ReadingSheet, { rows, turned }: LaidPage, setting: Setting): void {
  const wide = takeNotes(rows, setting.size);
  const notes: string[] = [];
  const feet: PageRow[] = [];
  const columns = toColumns(wide.body);
  for (const column of columns) {
    // Notes stand at the foot of the page or, where it has columns, of each of them.
    const taken = columns.length > 1 ? takeNotes(column.rows, setting.size) : null;
    notes.push(...(taken?.notes ?? []));
    feet.push(...(taken?.foot ?? []));
    printRows(sheet, taken?.body ?? column.rows, column.left, setting);
    sheet.blank();
  }
  sheet.notes([...notes, ...wide.notes]);
  for (const row of [...feet, ...wide.foot]) sheet.line(rowText(row));
  if (turned.length > 0) {
    sheet.blank();
    sheet.line(turned.join(' ').replace(/\s+/g, ' ').trim());
  }
  sheet.pageEnd();
}

function printRows(sheet: ReadingSheet, rows: readonly PageRow[], left: number, setting: Setting): void {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const text = rowText(row);
    if (text === '') continue;
    if (before !== undefined && isParted(before, row, setting)) sheet.blank();
    const blanks = Math.round((row.left - left) / (INDENT_BLANK * setting.size));
    sheet.line(`${' '.repeat(Math.max(0, Math.min(MOST_INDENT, blanks)))}${text}`);
  }
}

function isParted(above: PageRow, row: PageRow, setting: Setting): boolean {
  const otherSize = Math.abs(row.size - above.size) > OTHER_SIZE * setting.size;
  return otherSize || leading(above, row) > PARAGRAPH_GAP * setting.leading;
}

/** Distance of two rows in lines of the larger one. */
function leading(above: PageRow | undefined, row: PageRow): number {
  return above === undefined ? 0 : (row.baseline - above.baseline) / Math.max(row.size, above.size);
}
