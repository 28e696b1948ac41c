import type { DecimalMark } from '#domain';

/** Rows that follow each other. A row is numbered as a spreadsheet numbers it: the first of the file is 1, empty ones count. */
export interface TableBatch {
  readonly firstRow: number;
  readonly rows: readonly (readonly string[])[];
}

/** Rows of texts, whatever the file was. It can be read once. */
export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Where the file itself says it; null where its numbers have to be looked at. */
  readonly decimalMark: DecimalMark | null;
  /** The first rows, to find the head of the columns in, and the decimal mark. */
  readonly sample: readonly (readonly string[])[];
  /** Of cells that are joined downwards: row and column, from 1 and 0, and the text of the topmost. */
  readonly joined?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Name of the sheet that was read; absent of text. */
  readonly sheet?: string;
  batches(): AsyncIterable<TableBatch>;
}

/** What a table may have at most. A spreadsheet has 16,384 columns and 32,767 characters in a cell; figures have neither. */
export const TABLE_LIMITS = {
  columns: 2_000,
  recordCharacters: 1_000_000,
  sampleBytes: 256 * 1024,
  /** Bytes of a workbook, which is read as a whole. */
  workbookBytes: 20_000_000,
  workbookCells: 2_000_000,
} as const;
