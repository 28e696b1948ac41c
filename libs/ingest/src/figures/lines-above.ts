import { FIELDS } from './column-use.js';
import type { ColumnUse, Field } from './column-use.js';
import { plainName } from './plain-name.js';

/** A line above a table that says what all of the table is about: "Nivel de Gobierno E: GOBIERNO NACIONAL". */
export interface LineAbove {
  readonly row: number;
  /** As the file writes it. */
  readonly label: string;
  readonly value: string;
  /** What it says of every row; null where nobody knows: it narrows the table to something that no row tells. */
  readonly field: Field | null;
}

/** What a line may say of all rows. */
const TOLD = ['level', 'institution', 'purpose', 'month', 'currency'] as const satisfies readonly Field[];
/**
 * Other filters of a ministry of finance. Each narrows what is counted, so that a total of the table is no total of its line. A
 * sector is left out: whatever names an institution below it says the same and more.
 */
const NARROWING = [
  ...[
    'fuente de financiamiento',
    'rubro',
    'tipo de recurso',
    'funcion',
    'division funcional',
    'grupo funcional',
  ],
  ...['producto proyecto', 'producto', 'proyecto', 'actividad', 'generica', 'sub generica', 'especifica'],
  ...[
    'categoria de gasto',
    'grupo de gasto',
    'departamento',
    'departamento meta',
    'provincia',
    'distrito',
    'meta',
  ],
];

const LABELS: readonly { readonly words: string; readonly field: Field | null }[] = [
  ...TOLD.flatMap((field) => [field, ...FIELDS[field]].map((name) => ({ words: plainName(name), field }))),
  ...NARROWING.map((words) => ({ words, field: null })),
].sort((one, other) => other.words.length - one.words.length);

/** In the rows above the head: a label and its value in one cell or in two, with or without amounts behind them. */
export function linesAbove(rows: readonly (readonly string[])[]): LineAbove[] {
  return rows.flatMap((cells, index) => {
    const [first = '', second = ''] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const plain = plainName(first);
    const label = LABELS.find(({ words }) => plain === words || plain.startsWith(`${words} `));
    if (!label) return [];
    const { written, value } = divided(first, label.words);
    const said = value === '' ? second : value;
    return said === '' ? [] : [{ row: index + 1, label: written, value: said, field: label.field }];
  });
}

/** The shortest beginning that is the label, and what follows it. */
function divided(cell: string, words: string): { readonly written: string; readonly value: string } {
  let at = words.length;
  while (at < cell.length && plainName(cell.slice(0, at)) !== words) at += 1;
  while (at < cell.length && /[\p{L}\p{M}]/u.test(cell[at]!)) at += 1;
  return {
    written: cell.slice(0, at).replace(/[\s:]+$/, ''),
    value: cell.slice(at).replace(/^[\s:]+/, ''),
  };
}

/** "TOTAL", "Subtotal", "Sub total: …": what it sums up stands in the file too. */
export const isTotal = (cell: string): boolean =>
  /^\s*(?:sub[\s-]*)?total(?:es)?(?![\p{L}\p{N}])/iu.test(cell);

/** What the lines above a table say of its rows, where no column does. */
export function valuesAbove(
  lines: readonly LineAbove[],
  { uses }: { readonly uses: readonly ColumnUse[] },
): ReadonlyMap<Field, LineAbove> {
  const columns = new Set(uses.flatMap((use) => (use.kind === 'field' ? [use.field] : [])));
  return new Map(
    lines.flatMap((line) => (line.field === null || columns.has(line.field) ? [] : [[line.field, line]])),
  );
}
