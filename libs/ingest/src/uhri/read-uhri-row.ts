import type { UhriAnnotation, UhriExpectation, UhriKind, UhriRejection, UprPosition } from '#domain';

import { UNREADABLE, entriesOf, entryOf } from './uhri-cell.js';
import { columnNamed, printedName } from './uhri-column.js';
import type { UhriColumn } from './uhri-column.js';
import { countryNamed } from './uhri-country.js';
import { dayOf, momentOf } from './uhri-day.js';
import { passageOf, plainText } from './uhri-text.js';

/** What a row of the export is for one State. */
export type UhriRow =
  | { readonly kind: 'annotation'; readonly annotation: UhriAnnotation }
  | {
      readonly kind: 'rejected';
      /** So that what is on record of it is not taken for gone. */
      readonly annotationId: string | null;
      readonly rejections: readonly UhriRejection[];
    }
  /** About other States only. */
  | { readonly kind: 'other_state' }
  /** About no State that is known by one of its names. */
  | { readonly kind: 'unknown_country'; readonly names: readonly string[] };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** `CEDAW/C/IRQ/CO/8`, `A/HRC/36/8/Add.1`, `CCPR/C/PER/CO/5`. */
const SYMBOL = /^[A-Z][A-Za-z.]{0,9}(?:\/[A-Za-z0-9.,()[\] -]{1,40}){1,9}$/;
/** The bodies of the export; names of special procedures follow their kind: rapporteur, independent expert, working group. */
const BODY =
  /^(?:CAT|CCPR|CEDAW|CERD|CESCR|CMW|CRC|CRC-OP-AC|CRC-OP-SC|CRPD|CED|SPT|UPR|(?:SR|IE|WG)(?:[ \-–:].{1,200})?)$/;
/** As the export prints them in English; the Spanish words are the Index's terms in translation, for an export in Spanish. */
const KINDS: Readonly<Record<string, UhriKind>> = {
  recommendations: 'recommendation',
  recommendation: 'recommendation',
  recomendaciones: 'recommendation',
  recomendación: 'recommendation',
  'concerns/observations': 'observation',
  'concern/observation': 'observation',
  'preocupaciones/observaciones': 'observation',
};
const POSITIONS: Readonly<Record<string, UprPosition>> = {
  supported: 'supported',
  noted: 'noted',
};
const SESSION = /^(\d{1,3})(?:st|nd|rd|th)?(?: session)?$/i;
const LONGEST_TEXT = 60_000;
const LONGEST_VALUE = 120;

/** Reads the columns of one row and keeps what is wrong with them. */
class RowReader {
  readonly rejections: UhriRejection[] = [];
  private readonly cells = new Map<UhriColumn, { readonly name: string; readonly cell: unknown }>();

  constructor(row: object) {
    for (const [name, cell] of Object.entries(row) as [string, unknown][]) {
      const column = columnNamed(name);
      if (column !== null && !this.cells.has(column)) this.cells.set(column, { name, cell });
    }
  }

  cell(column: UhriColumn): unknown {
    return this.cells.get(column)?.cell;
  }

  reject(column: UhriColumn, expected: UhriExpectation): void {
    const found = this.cells.get(column);
    this.rejections.push({
      column: found?.name ?? printedName(column),
      value: shortened(found?.cell),
      expected,
    });
  }

  list(column: UhriColumn): readonly string[] {
    const entries = entriesOf(this.cell(column));
    if (entries !== UNREADABLE) return entries;
    this.reject(column, 'list');
    return [];
  }

  one<T>(column: UhriColumn, expected: UhriExpectation, read: (entry: string) => T | null): T | null {
    const entry = entryOf(this.cell(column));
    const value = entry === UNREADABLE ? null : read(entry);
    if (value === null) this.reject(column, expected);
    return value;
  }

  optional<T>(column: UhriColumn, expected: UhriExpectation, read: (cell: unknown) => T | null): T | null {
    const entry = entryOf(this.cell(column));
    if (entry === '') return null;
    const value = entry === UNREADABLE ? null : read(entry);
    if (value === null) this.reject(column, expected);
    return value;
  }
}

/** Reads one row of the export for a State; a row about others is not looked at further. */
export function readUhriRow(value: unknown, iso3: string): UhriRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return rejected(null, [{ column: '', value: shortened(value), expected: 'row' }]);
  const row = new RowReader(value);
  const countries = entriesOf(row.cell('countries'));
  if (countries === UNREADABLE || countries.length === 0) {
    row.reject('countries', 'country');
    return rejected(idOf(row.cell('annotationId')), row.rejections);
  }
  const codes = countries.map(countryNamed);
  if (!codes.includes(iso3))
    return codes.some((code) => code !== null)
      ? { kind: 'other_state' }
      : { kind: 'unknown_country', names: countries };
  const annotation = annotationOf(row, countries);
  return annotation === null
    ? rejected(idOf(row.cell('annotationId')), row.rejections)
    : { kind: 'annotation', annotation };
}

function annotationOf(row: RowReader, countries: readonly string[]): UhriAnnotation | null {
  const annotationId = row.one('annotationId', 'annotation_id', idOf);
  const symbol = row.one('symbol', 'symbol', symbolOf);
  const body = row.one('body', 'body', (entry) => (BODY.test(entry) ? entry : null));
  const kind = row.one('kind', 'kind', (entry) => named(KINDS, entry));
  const printed = textOf(row.cell('text'));
  if (printed === null) row.reject('text', 'text');
  const rest = {
    countries,
    regions: row.list('regions'),
    themes: row.list('themes'),
    affectedPersons: row.list('affectedPersons'),
    sdgs: row.list('sdgs'),
    publishedOn: row.optional('publishedOn', 'day', dayOf),
    listedAt: row.optional('listedAt', 'moment', momentOf),
    recommendingStates: row.list('recommendingStates'),
    recommendingRegions: row.list('recommendingRegions'),
    uprPosition: row.optional('uprPosition', 'position', (cell) => named(POSITIONS, String(cell))),
    uprSession: row.optional('uprSession', 'session', (cell) => {
      const session = SESSION.exec(String(cell));
      return session ? Number(session[1]) : null;
    }),
  };
  if (row.rejections.length > 0) return null;
  return {
    annotationId: annotationId!,
    symbol: symbol!,
    body: body!,
    kind: kind!,
    ...passageOf(printed!, body === 'UPR'),
    ...rest,
  };
}

function rejected(annotationId: string | null, rejections: readonly UhriRejection[]): UhriRow {
  return { kind: 'rejected', annotationId, rejections };
}

function idOf(cell: unknown): string | null {
  const id = typeof cell === 'string' ? cell.trim().toLowerCase() : '';
  return UUID.test(id) ? id : null;
}

function symbolOf(entry: string): string | null {
  const symbol = entry.replace(/[‐‑‒–—]/g, '-').replace(/\s*\/\s*/g, '/');
  return SYMBOL.test(symbol) ? symbol : null;
}

function textOf(cell: unknown): string | null {
  if (typeof cell !== 'string' || cell.length > LONGEST_TEXT) return null;
  const text = plainText(cell);
  return text === '' ? null : text;
}

function named<T>(names: Readonly<Record<string, T>>, entry: string): T | null {
  const name = entry.toLowerCase().replace(/\s*\/\s*/g, '/');
  return Object.hasOwn(names, name) ? names[name]! : null;
}

/** The beginning of a value, to be found again in the file. */
function shortened(value: unknown): string {
  const written = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const text = written.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).trimEnd()}…`;
}
