import { signatureOf } from '../reading/format-signature.js';
import { readDelimited } from './read-delimited.js';
import { readWorkbook } from './read-workbook.js';
import type { Table } from './table.js';
import { TABLE_LIMITS } from './table.js';
import { refuseTable } from './table-refusal.js';

/**
 * A file of figures as rows of texts: delimited text of any size, or a workbook. What it is, its first bytes say, not its name.
 * @param sheet of a workbook; null for the first one
 */
export async function openTable(
  file: AsyncIterable<Uint8Array>,
  sheet: string | null = null,
): Promise<Table> {
  const source = file[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) throw refuseTable('empty');
  const all = again(first.value, source);
  switch (signatureOf(first.value)) {
    case 'zip':
      return readWorkbook(await gathered(all), sheet);
    case 'compound':
      throw refuseTable('workbook_locked');
    case 'pdf':
      throw refuseTable('binary');
    default:
      if (sheet !== null) throw refuseTable('no_sheet', { name: sheet });
      return readDelimited(all);
  }
}

async function* again(
  first: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

async function gathered(file: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    length += chunk.length;
    if (length > TABLE_LIMITS.workbookBytes) throw refuseTable('workbook_too_big');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
