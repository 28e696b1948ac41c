import { readSheet } from 'read-excel-file/node';

import { Archive } from '../reading/docx/archive.js';
import { Refusal } from '../reading/thread/refusal.js';
import type { Table } from './table.js';
import { TABLE_LIMITS } from './table.js';
import { refuseTable } from './table-refusal.js';

const SAMPLE_ROWS = 2_000;
const DAY_MS = 86_400_000;

/**
 * One sheet of a workbook, the first where none is named. Cells are texts as a person would type them: a number with a point, a day as
 * YYYY-MM-DD. The archive is walked through and counted before anything of it is unpacked in earnest.
 * @throws UserError `table.…` where it is too big, damaged, or has no such sheet
 */
export async function readWorkbook(bytes: Uint8Array, sheet: string | null): Promise<Table> {
  if (bytes.length > TABLE_LIMITS.workbookBytes) throw refuseTable('workbook_too_big');
  await refuseBomb(bytes);
  const rows = await cellsOf(bytes, sheet);
  let cells = 0;
  const texts = rows.map((row, index) => {
    cells += row.length;
    if (cells > TABLE_LIMITS.workbookCells) throw refuseTable('workbook_too_big');
    if (row.length > TABLE_LIMITS.columns) throw refuseTable('too_many_columns', { row: index + 1 });
    return row.map(textOf);
  });
  if (texts.length === 0) throw refuseTable('empty');
  return {
    format: 'xlsx',
    decimalMark: '.',
    sample: texts.slice(0, SAMPLE_ROWS),
    batches: async function* () {
      yield await Promise.resolve({ firstRow: 1, rows: texts });
    },
  };
}

async function refuseBomb(bytes: Uint8Array): Promise<void> {
  try {
    await (await Archive.open(bytes)).inflateAll();
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
