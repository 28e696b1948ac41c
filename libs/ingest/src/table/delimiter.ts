import { RecordReading, DELIMITERS } from './record-reading.js';
import type { Delimiter } from './record-reading.js';
import { refuseTable } from './table-refusal.js';

const LOOKED_AT = 200;

/** What the beginning of a file shows of how it was written. */
interface Writing {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r';
}

/**
 * The delimiter that cuts most rows into the same number of cells; of two that cut equally many, the one that makes more cells.
 * Excel's own first line, `sep=;`, says it outright.
 */
export function writingOf(sample: string): Writing {
  const lineEnd = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const told = /^sep=([,;\t|])\r?(?:\n|\r|$)/.exec(sample)?.[1];
  if (told !== undefined) return { delimiter: told as Delimiter, lineEnd };
  let best: { readonly delimiter: Delimiter; readonly rows: number; readonly cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { rows, cells } = commonWidth(new RecordReading(delimiter, lineEnd).push(`${sample}${lineEnd}`));
    if (cells < 2) continue;
    if (best === null || rows > best.rows || (rows === best.rows && cells > best.cells))
      best = { delimiter, rows, cells };
  }
  if (best === null) throw refuseTable('no_columns');
  return { delimiter: best.delimiter, lineEnd };
}

/** The width that most rows have, of those that have more than one cell. */
function commonWidth(records: readonly (readonly string[])[]): { rows: number; cells: number } {
  const widths = new Map<number, number>();
  for (const { length } of records.slice(0, LOOKED_AT))
    if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  let common = { rows: 0, cells: 0 };
  for (const [cells, rows] of widths)
    if (rows > common.rows || (rows === common.rows && cells > common.cells)) common = { rows, cells };
  return common;
}
