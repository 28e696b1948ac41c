import { readSheet } from 'read-excel-file/node';

import type { DecimalMark } from '#domain';

import { Archive } from '../reading/docx/archive.js';
import { Refusal } from '../reading/thread/refusal.js';
import type { Table } from './table.js';
import { TABLE_LIMITS } from './table.js';
import { refuseTable } from './table-refusal.js';
import { joinedCellsIn, sheetNameIn } from './workbook-merges.js';
import type { JoinedCells } from './workbook-merges.js';

const SAMPLE_ROWS = 2_000;
const DAY_MS = 86_400_000;

/**
 * One sheet of a workbook, the first where none is named. Cells are texts as a person would type them: a number with a point, a day as
 * YYYY-MM-DD. The archive is walked through and counted before anything of it is unpacked in earnest.
 * @throws UserError `table.…` where it is too big, damaged, or has no such sheet
 */
export async function readWorkbook(bytes: Uint8Array, sheet: string | null): Promise<Table> {
  if (bytes.length > TABLE_LIMITS.workbookBytes) throw refuseTable('workbook_too_big');
  const { joins, name } = await refuseBomb(bytes, sheet);
  const rows = await cellsOf(bytes, sheet);
  let cells = 0;
  const texts = rows.map((row, index) => {
    cells += row.length;
    if (cells > TABLE_LIMITS.workbookCells) throw refuseTable('workbook_too_big');
    if (row.length > TABLE_LIMITS.columns) throw refuseTable('too_many_columns', { row: index + 1 });
    return row.map(textOf);
  });
  if (texts.length === 0) throw refuseTable('empty');
  const decimalMark = markOfTyped(rows, texts);
  return {
    format: 'xlsx',
    decimalMark,
    joined: joinedTexts(joins, texts),
    ...(name === null ? {} : { sheet: name }),
    sample: texts.slice(0, SAMPLE_ROWS),
    batches: async function* () {
      yield await Promise.resolve({ firstRow: 1, rows: texts });
    },
  };
}

async function refuseBomb(
  bytes: Uint8Array,
  sheet: string | null,
): Promise<{ readonly joins: JoinedCells[]; readonly name: string | null }> {
  try {
    await (await Archive.open(bytes)).inflateAll();
    return {
      joins: await joinedCellsIn(await Archive.open(bytes), sheet),
      name: await sheetNameIn(await Archive.open(bytes), sheet),
    };
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'too_demanding') throw refuseTable('workbook_too_big');
    if (error instanceof Refusal && error.reason === 'encrypted') throw refuseTable('workbook_locked');
    throw refuseTable('workbook_damaged');
  }
}

async function cellsOf(bytes: Uint8Array, sheet: string | null): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), sheet ?? 1);
  } catch (error) {
    if (error instanceof Error && error.name === 'SheetNotFoundError')
      throw refuseTable('no_sheet', { name: sheet ?? '1' });
    throw refuseTable('workbook_damaged');
  }
}

function joinedTexts(
  joins: readonly JoinedCells[],
  texts: readonly (readonly string[])[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const joined = new Map<number, Map<number, string>>();
  let cells = 0;
  for (const { column, firstRow, lastRow } of joins) {
    const text = texts[firstRow - 1]?.[column] ?? '';
    for (let row = firstRow + 1; row <= Math.min(lastRow, texts.length); row += 1) {
      cells += 1;
      if (cells > TABLE_LIMITS.workbookCells) throw refuseTable('workbook_too_big');
      const ofRow = joined.get(row) ?? new Map<number, string>();
      joined.set(row, ofRow.set(column, text));
    }
  }
  return joined;
}

const PROVES_COMMA = /^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d{1,3}(?:\.\d{3}){2,}$/;
const POINT_OF_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * Numbers of a workbook have a point; those that a person typed as text have the marks of that person. Where they prove a comma they are
 * written anew; where one could be read in two ways and no other number has a fraction, the mark of the whole sheet is not known.
 */
function markOfTyped(rows: readonly (readonly unknown[])[], texts: string[][]): DecimalMark | null {
  const typed = rows.flatMap((row) =>
    row.filter((cell) => typeof cell === 'string').map((cell) => cell.trim()),
  );
  if (typed.some((text) => PROVES_COMMA.test(text))) {
    for (const [at, row] of rows.entries())
      for (const [column, cell] of row.entries())
        if (typeof cell === 'string' && /^\s*-?[\d.]+(?:,\d+)?\s*$/.test(cell))
          texts[at]![column] = cell.trim().replaceAll('.', '').replace(',', '.');
    return '.';
  }
  const isFraction = (cell: unknown): boolean => typeof cell === 'number' && !Number.isInteger(cell);
  const unclear = typed.some((text) => POINT_OF_THOUSANDS.test(text));
  return unclear && !rows.some((row) => row.some(isFraction)) ? null : '.';
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) {
    const iso = new Date(Math.round(cell.getTime() / DAY_MS) * DAY_MS).toISOString();
    return iso.slice(0, 10);
  }
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell === true ? 'true' : cell === false ? 'false' : '';
}
