import type { PublishedCell, PublishedTable } from './published-table.js';
import { TOTAL, usedDimensions } from './published-table.js';
import { timePeriodOf } from './reference-period.js';

/** Rows of a table, before they become text. */
export interface SdmxRows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Of the SDMX code lists CL_OBS_STATUS 2.2 and CL_CONF_STATUS 1.2. */
interface ObservationMarks {
  readonly OBS_STATUS: 'A' | 'M' | 'O' | 'P' | 'Q';
  readonly CONF_STATUS: 'A' | 'F' | 'N';
}

const SHOWN: ObservationMarks = { OBS_STATUS: 'A', CONF_STATUS: 'F' };
const PROVISIONAL: ObservationMarks = { OBS_STATUS: 'P', CONF_STATUS: 'F' };
/** Suppressed for its small count; asked for and missing; cannot exist; not for publication. */
const MARKS: Readonly<Record<string, ObservationMarks>> = {
  lt10: { OBS_STATUS: 'Q', CONF_STATUS: 'A' },
  below_bound: { OBS_STATUS: 'Q', CONF_STATUS: 'A' },
  missing: { OBS_STATUS: 'O', CONF_STATUS: 'F' },
  not_applicable: { OBS_STATUS: 'M', CONF_STATUS: 'F' },
  structural_zero: { OBS_STATUS: 'M', CONF_STATUS: 'F' },
  not_shown: { OBS_STATUS: 'Q', CONF_STATUS: 'N' },
};
const PRINTED: Readonly<Record<string, string>> = { lt10: '<10' };

/**
 * The published cells as SDMX-CSV 2.0 (SDMX 3.0, section 7 of the formats): one cell a row, `_T` for a dimension that is not
 * broken down, the state of the cell in its two status columns. What was printed in place of a number is in COMMENT_OBS.
 */
export function sdmxRowsOf(table: PublishedTable, agency: string): SdmxRows {
  const dimensions = usedDimensions(table).map(({ code }) => code);
  const columns = [
    'STRUCTURE',
    'STRUCTURE_ID',
    'ACTION',
    'INDICATOR',
    'SOURCE',
    ...dimensions.map(sdmxId),
    'TIME_PERIOD',
    'OBS_VALUE',
    'OBS_STATUS',
    'CONF_STATUS',
    'UNIT_MEASURE',
    'COMMENT_OBS',
  ];
  const structure = `${sdmxId(agency)}:DF_${sdmxId(table.code)}(${table.cubeVersion ?? 1}.0)`;
  const rows = table.cells.map((cell) => ({
    STRUCTURE: 'dataflow',
    STRUCTURE_ID: structure,
    // Replaces what a reader has of this dataflow.
    ACTION: 'R',
    INDICATOR: sdmxCode(table.code),
    SOURCE: sdmxCode(cell.source),
    ...Object.fromEntries(dimensions.map((code) => [sdmxId(code), sdmxCode(cell.categories[code] ?? TOTAL)])),
    TIME_PERIOD: timePeriodOf(cell.period),
    OBS_VALUE: cell.value,
    ...marksOf(cell),
    UNIT_MEASURE: table.unit,
    COMMENT_OBS: commentOf(cell),
  }));
  return { columns, rows };
}

function marksOf({ flag, provisional }: PublishedCell): ObservationMarks {
  if (flag !== null) return MARKS[flag] ?? MARKS['not_shown']!;
  return provisional ? PROVISIONAL : SHOWN;
}

function commentOf({ flag, bound }: PublishedCell): string {
  if (flag === 'below_bound') return `<${bound}`;
  return PRINTED[flag ?? ''] ?? '';
}

/** An identifier: capital letters, digits and low lines. */
function sdmxId(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9_]/g, '_');
}

/** A code may also hold small letters, `@`, `$` and `-`; "18+" is 18_PLUS. */
function sdmxCode(code: string): string {
  return code.replaceAll('+', '_PLUS').replace(/[^A-Za-z0-9_@$-]/g, '_');
}
