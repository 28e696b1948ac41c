import type { PublishedCell, PublishedTable } from './published-table.js';
import { TOTAL, usedDimensions } from './published-table.js';
import { timePeriodOf } from './reference-period.js';

/** Rows of a table, before they become text. */
export interface SdmxRows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/**
 * Codes of the SDMX code lists CL_OBS_STATUS 2.2 (A normal value, B time series break, M missing value: data cannot exist,
 * O missing value, P provisional value, Q missing value: suppressed) and CL_CONF_STATUS 1.2 (A primary confidentiality due to
 * small counts, F free for publication, N not for publication), https://sdmx.org/?page_id=3215. Version 1.0
 * of CL_CONF_STATUS did not have A.
 */
interface ObservationMarks {
  readonly OBS_STATUS: 'A' | 'B' | 'M' | 'O' | 'P' | 'Q';
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
/** Where several sources report: it is the one that counts. */
const OF_RECORD = 'figure of record';
const PRINTED: Readonly<Record<string, string>> = { lt10: '<10' };

/**
 * The published cells as SDMX-CSV 2.0 (SDMX 3.0, section 7 of the formats): one cell a row, `_T` for a dimension that is not
 * broken down, the state of the cell in its two status columns. What was printed in place of a number is in COMMENT_OBS.
 * An observation has one status: a break goes before any other (Possible Ways of Implementing the Observation Status Concept,
 * 2.0, section 2), and the other one is named in COMMENT_OBS.
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

function marksOf(cell: PublishedCell): ObservationMarks {
  const marks = ownMarksOf(cell);
  return cell.break === true ? { ...marks, OBS_STATUS: 'B' } : marks;
}

function ownMarksOf({ flag, provisional }: PublishedCell): ObservationMarks {
  if (flag !== null) return MARKS[flag] ?? MARKS['not_shown']!;
  return provisional ? PROVISIONAL : SHOWN;
}

function commentOf(cell: PublishedCell): string {
  const { flag, bound } = cell;
  const printed = flag === 'below_bound' ? `<${bound}` : (PRINTED[flag ?? ''] ?? '');
  const { OBS_STATUS } = ownMarksOf(cell);
  const covered = cell.break === true && OBS_STATUS !== 'A' ? `OBS_STATUS ${OBS_STATUS}` : '';
  return [printed, covered, cell.ofRecord === true ? OF_RECORD : ''].filter((part) => part !== '').join('; ');
}

/** An identifier: capital letters, digits and low lines. */
function sdmxId(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9_]/g, '_');
}

/** A code may also hold small letters, `@`, `$` and `-`; "18+" is 18_PLUS. */
function sdmxCode(code: string): string {
  return code.replaceAll('+', '_PLUS').replace(/[^A-Za-z0-9_@$-]/g, '_');
}
