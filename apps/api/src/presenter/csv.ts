import { stringify } from 'csv-stringify/sync';

import type { IndicatorData } from '#contracts';

import { inertCell } from './inert-cell.js';

/** A cell that cannot hold anything. It stands alone in its cell and computes nothing. */
const NONE = '-';
const PRINTED: Readonly<Record<string, string>> = { lt10: '<10', structural_zero: NONE };

/**
 * The same cells as the JSON beside it, one a row: value or printed form, and the flag.
 * Nothing in it runs as a formula in a spreadsheet; numbers stay numbers.
 */
export function cellsAsCsv(indicators: readonly IndicatorData[]): string {
  const dimensions = [
    ...new Set(indicators.flatMap((data) => data.cells.flatMap((cell) => Object.keys(cell.categories)))),
  ].sort();
  const rows = indicators.flatMap((data) =>
    data.cells.map((cell) => ({
      indicator: data.code,
      name: data.name,
      unit: data.unit,
      period_start: cell.period.startOn,
      period_end: cell.period.endOn,
      ...Object.fromEntries(dimensions.map((dimension) => [dimension, cell.categories[dimension] ?? ''])),
      value: cell.value,
      printed:
        cell.flag === null
          ? cell.value
          : cell.flag === 'below_bound'
            ? `<${cell.bound}`
            : (PRINTED[cell.flag] ?? cell.flag),
      flag: cell.flag ?? '',
      provisional: cell.provisional ? 'p' : '',
      break: cell.break === true ? 'b' : '',
      of_record: cell.ofRecord === undefined ? '' : cell.ofRecord ? 'yes' : 'no',
      source: cell.source,
      cube_version: cell.cubeVersion,
      announced_error: cell.announcedError,
      licence: data.licence,
    })),
  );
  return inertCsv(rows, {
    isPlain: (column, text) => column === 'printed' && text === NONE,
    columns: [
      'indicator',
      'name',
      'unit',
      'period_start',
      'period_end',
      ...dimensions,
      'value',
      'printed',
      'flag',
      'provisional',
      'break',
      'of_record',
      'source',
      'cube_version',
      'announced_error',
      'licence',
    ],
  });
}

interface CsvShape {
  readonly columns: readonly (string | { readonly key: string; readonly header: string })[];
  readonly header?: boolean;
  /** Cells that need no guard, because they cannot compute. */
  readonly isPlain?: (column: string, text: string) => boolean;
}

/** Rows as CSV (RFC 4180) in which no text runs as a formula. */
export function inertCsv(
  rows: readonly Readonly<Record<string, unknown>>[],
  { columns, header = true, isPlain = () => false }: CsvShape,
): string {
  return stringify([...rows], {
    header,
    record_delimiter: '\r\n',
    cast: { string: (text, { column }) => (isPlain(String(column), text) ? text : inertCell(text)) },
    // A line may also end at a lone CR or LF for those who read it: such a cell stands in quotes.
    quoted_match: /[\r\n]/,
    columns: [...columns],
  });
}
