import { stringify } from 'csv-stringify/sync';

import type { IndicatorData } from '#contracts';

const PRINTED: Readonly<Record<string, string>> = { lt10: '<10', structural_zero: '-' };

/**
 * The same cells as the JSON beside it, one a row: value or printed form, and the flag.
 * Cells that a spreadsheet would run as a formula are disarmed by csv-stringify (`escape_formulas`); numbers stay numbers.
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
      source: cell.source,
      cube_version: data.cubeVersion,
      announced_error: data.announcedError,
      licence: data.licence,
    })),
  );
  return stringify(rows, {
    header: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
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
      'source',
      'cube_version',
      'announced_error',
      'licence',
    ],
  });
}
