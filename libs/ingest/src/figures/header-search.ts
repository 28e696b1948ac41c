import { createHash } from 'node:crypto';

import { ColumnNames, FIELDS, IGNORED, fieldUse } from './column-use.js';
import type { ColumnUse, Field } from './column-use.js';
import type { FigureFormat } from './format/format.js';
import { linesAbove } from './lines-above.js';
import { plainName } from './plain-name.js';
import type { FigureVocabulary, ReadingOptions, RememberedMapping } from './reading-context.js';
import { refuseImport } from './refuse-import.js';

/** How a file is laid out, found in its first rows. */
export interface Layout {
  readonly format: string;
  /** Number of the row that heads the columns. */
  readonly row: number;
  readonly header: readonly string[];
  readonly uses: readonly ColumnUse[];
  /** Tells this head from all others. */
  readonly fingerprint: string;
  /** What a person said of the columns and categories, now or for the same head before. */
  readonly mapping: RememberedMapping;
}

const LOOKED_AT = 50;

interface HeaderKnowledge {
  readonly vocabulary: FigureVocabulary;
  readonly fields: readonly Field[];
  readonly formats: readonly FigureFormat[];
  readonly remembered: ReadonlyMap<string, RememberedMapping>;
  /** A head may stand in two rows, the upper one's cells merged over the lower ones. */
  readonly isHeadInTwoRows?: boolean;
}

/**
 * The head of the columns: the first row that a format knows, or that has every column of the mapping. Rows before it are about the file.
 * @throws UserError `import.no_header`, `import.map_unknown`
 */
export function findLayout(
  sample: readonly (readonly string[])[],
  options: ReadingOptions,
  { vocabulary, fields, formats, remembered, isHeadInTwoRows = false }: HeaderKnowledge,
): Layout {
  const names = new ColumnNames(fields, vocabulary.dimensions, ['unit', 'unidad', 'units', 'unidades']);
  for (const [index, cells] of sample.slice(0, LOOKED_AT).entries()) {
    const below = isHeadInTwoRows ? lowerHalf(cells, sample[index + 1]) : null;
    const header = trimmed(below === null ? cells : cells.map((cell, at) => below[at] || cell));
    if (header.length < 2) continue;
    const fingerprint = fingerprintOf(header);
    const given = Object.keys(options.columns).length > 0 || Object.keys(options.categories).length > 0;
    const mapping = given ? options : (remembered.get(fingerprint) ?? options);
    const mapped = new Map(
      Object.entries(mapping.columns).map(([column, target]) => [
        plainName(column),
        useNamed(target, vocabulary),
      ]),
    );
    const named = isHeadInTwoRows ? linesAbove(sample.slice(0, index)).map(({ label }) => label) : [];
    const present = new Set([...header, ...named].map(plainName));
    if (![...mapped.keys()].every((column) => column === EVERY_OTHER || present.has(column))) continue;
    const layout = layoutOf(header, mapped, names, formats);
    if (layout === null) continue;
    return {
      ...layout,
      row: index + (below === null ? 1 : 2),
      header,
      fingerprint,
      mapping: { columns: mapping.columns, categories: mapping.categories },
    };
  }
  throw refuseImport('no_header');
}

/** Of a table that nobody knows: the first row with the most cells that are texts and no numbers. Empty where there is none. */
export function guessHead(sample: readonly (readonly string[])[]): readonly string[] {
  let best: readonly string[] = [];
  const texts = (row: readonly string[]): number => row.filter((cell) => /\p{L}/u.test(cell)).length;
  for (const cells of sample.slice(0, LOOKED_AT)) {
    const row = trimmed(cells);
    if (row.length >= 2 && texts(row) > texts(best)) best = row;
  }
  return best;
}

/** `*=ignore` in a mapping: columns that nothing else is said of. */
const EVERY_OTHER = plainName('*');

function layoutOf(
  header: readonly string[],
  mapped: ReadonlyMap<string, ColumnUse>,
  names: ColumnNames,
  formats: readonly FigureFormat[],
): Pick<Layout, 'format' | 'uses'> | null {
  const renamed = header.map((name) => {
    const use = mapped.get(plainName(name));
    return use?.kind === 'field' ? use.field : name;
  });
  for (const format of formats) {
    const known = format.recognise(header, names) ?? format.recognise(renamed, names);
    if (known === null) continue;
    const other = mapped.get(EVERY_OTHER);
    const uses = known.map((use, index) => {
      const own = mapped.get(plainName(header[index]!));
      return own ?? (use.kind === 'unknown' && other ? other : use);
    });
    return { format: mapped.size > 0 ? `${format.code}_mapped` : format.code, uses };
  }
  return null;
}

function useNamed(target: string, vocabulary: FigureVocabulary): ColumnUse {
  const plain = plainName(target);
  if (plain === 'ignore') return IGNORED;
  const field = (Object.keys(FIELDS) as Field[]).find((one) => plainName(one) === plain);
  if (field) return fieldUse(field);
  const dimension = vocabulary.dimensions.find(({ code }) => plainName(code) === plain);
  if (dimension) return { kind: 'dimension', dimension: dimension.code };
  throw refuseImport('map_unknown', target);
}

function trimmed(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  while (header.length > 0 && header.at(-1) === '') header.pop();
  return header;
}

/** The lower row of a head in two: names only, each under a cell of the upper row or under one merged to its left. */
function lowerHalf(upper: readonly string[], lower: readonly string[] | undefined): readonly string[] | null {
  const above = trimmed(upper);
  const below = lower?.map((cell) => cell.trim()) ?? [];
  const written = below.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const isName = (at: number): boolean => /\p{L}/u.test(below[at]!) && !/\d/.test(below[at]!);
  const isUnderMerged = written.some((at) => at > 0 && (above[at] ?? '') === '' && above.length > 0);
  const leavesOut = above.some((cell, at) => cell !== '' && (below[at] ?? '') === '');
  return written.length > 0 && written.every(isName) && isUnderMerged && leavesOut ? below : null;
}

function fingerprintOf(header: readonly string[]): string {
  return createHash('sha256').update(header.map(plainName).join('\n')).digest('hex');
}
