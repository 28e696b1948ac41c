import { writingOf } from './delimiter.js';
import { RecordReading } from './record-reading.js';
import type { Table, TableBatch } from './table.js';
import { TABLE_LIMITS } from './table.js';
import { refuseTable } from './table-refusal.js';
import { TextDecoding } from './text-decoding.js';

/** Of one batch. Its rows are gone before the next are there: what lives longer is moved into memory that is swept late. */
const PIECE_BYTES = 16 * 1024;

/**
 * A delimited file, read once from its beginning to its end. Encoding, delimiter and line end are found from its first 256 KiB.
 * @throws UserError `table.…` where it is none that can be read
 */
export async function readDelimited(bytes: AsyncIterable<Uint8Array>): Promise<Table> {
  const source = bytes[Symbol.asyncIterator]();
  const decoding = new TextDecoding();
  let sample = '';
  let over = false;
  while (!over && sample.length < TABLE_LIMITS.sampleBytes) {
    const next = await source.next();
    over = next.done === true;
    sample += next.done ? decoding.end() : decoding.push(next.value);
  }
  if (sample.trim() === '') throw refuseTable('empty');
  const { delimiter, lineEnd } = writingOf(sample);
  const reading = new RecordReading(delimiter, lineEnd);
  const first = reading.push(sample);
  if (over) first.push(...reading.end());
  return {
    format: 'csv',
    decimalMark: null,
    sample: first,
    batches: () => batches(first, { source, decoding, reading, over }),
  };
}

interface Rest {
  readonly source: AsyncIterator<Uint8Array>;
  readonly decoding: TextDecoding;
  readonly reading: RecordReading;
  readonly over: boolean;
}

async function* batches(
  first: readonly string[][],
  { source, decoding, reading, over }: Rest,
): AsyncGenerator<TableBatch, void, undefined> {
  let firstRow = 1;
  yield { firstRow, rows: first };
  firstRow += first.length;
  if (over) return;
  for (;;) {
    const next = await source.next();
    if (next.done) {
      const rows = [...reading.push(decoding.end()), ...reading.end()];
      if (rows.length > 0) yield { firstRow, rows };
      return;
    }
    for (let at = 0; at < next.value.length; at += PIECE_BYTES) {
      const rows = reading.push(decoding.push(next.value.subarray(at, at + PIECE_BYTES)));
      if (rows.length > 0) yield { firstRow, rows };
      firstRow += rows.length;
    }
  }
}
