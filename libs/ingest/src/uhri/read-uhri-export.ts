import { RecordSplitter } from './record-splitter.js';
import type { JsonRecord } from './record-splitter.js';
import { readUhriRow } from './read-uhri-row.js';
import type { UhriRow } from './read-uhri-row.js';
import { columnNamed } from './uhri-column.js';

/** A row with its number in the file, from 1. */
export type NumberedUhriRow = UhriRow & { readonly row: number };

/**
 * The rows of an export of the Universal Human Rights Index as one State sees them. The file is never held: a piece of it and the
 * record that is being read are all there is.
 * @throws UserError with line and byte where the file is no JSON
 */
export async function* readUhriExport(
  file: AsyncIterable<Uint8Array>,
  iso3: string,
): AsyncGenerator<NumberedUhriRow, void, undefined> {
  const splitter = new RecordSplitter((name) => columnNamed(name) !== null);
  for await (const chunk of file) for (const record of splitter.push(chunk)) yield read(record, iso3);
  for (const record of splitter.end()) yield read(record, iso3);
}

function read({ row, value }: JsonRecord, iso3: string): NumberedUhriRow {
  return { ...readUhriRow(value, iso3), row };
}
