import type { NamedCode, PublishedCell, PublishedTable } from './published-table.js';
import { TOTAL, usedDimensions } from './published-table.js';
import { timePeriodOf } from './reference-period.js';

interface Axis extends NamedCode {
  readonly role: 'time' | 'classification';
  readonly categories: readonly NamedCode[];
  readonly at: (cell: PublishedCell) => string;
}

/** A dataset as json-stat.org describes it, version 2.0. */
export interface JsonStatDataset {
  readonly version: '2.0';
  readonly class: 'dataset';
  readonly label: string;
  readonly source: string;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: { readonly time: readonly string[] };
  readonly dimension: Readonly<Record<string, JsonStatDimension>>;
  readonly value: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, string>>;
  readonly extension: Readonly<Record<string, unknown>>;
}

interface JsonStatDimension {
  readonly label: string;
  readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
}

/** Words of ours that stand beside the codes. */
export interface JsonStatWords {
  readonly source: string;
  readonly period: string;
  readonly total: string;
}

/**
 * The published cells as a JSON-stat 2.0 dataset: sparse, in row-major order of `id`. A cell without a number has a status only:
 * the flag of the API, with the bound of a source that printed one; a provisional number has the status `provisional`. Where the
 * series breaks, `break` stands first: `break,provisional`. The breaks and the figures of record are in `extension`.
 */
export function jsonStatOf(table: PublishedTable, words: JsonStatWords): JsonStatDataset {
  const axes = axesOf(table, words);
  const value: Record<string, number> = {};
  const status: Record<string, string> = {};
  for (const cell of table.cells) {
    const place = String(placeOf(cell, axes));
    if (cell.value !== null) value[place] = cell.value;
    const mark = statusOf(cell);
    if (mark !== '') status[place] = mark;
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: table.name,
    source: table.sources.map(({ name }) => name).join('; '),
    id: axes.map(({ code }) => code),
    size: axes.map(({ categories }) => categories.length),
    role: { time: axes.filter(({ role }) => role === 'time').map(({ code }) => code) },
    dimension: Object.fromEntries(axes.map((axis) => [axis.code, dimensionOf(axis)])),
    value,
    status,
    extension: {
      indicator: table.code,
      unit: table.unit,
      cubeVersion: table.cubeVersion,
      announcedError: table.announcedError,
      licence: table.licence,
      breaks: table.breaks ?? [],
      ofRecord: table.cells
        .filter((cell) => cell.ofRecord === true && Object.keys(cell.categories).length === 0)
        .map((cell) => ({ period: timePeriodOf(cell.period), source: cell.source })),
    },
  };
}

function statusOf(cell: PublishedCell): string {
  const own =
    cell.flag === 'below_bound' ? `<${cell.bound}` : (cell.flag ?? (cell.provisional ? 'provisional' : null));
  return [cell.break === true ? 'break' : null, own].filter((mark) => mark !== null).join(',');
}

function axesOf(table: PublishedTable, words: JsonStatWords): Axis[] {
  const { sources, cells } = table;
  const periods = [...new Set(cells.map(({ period }) => timePeriodOf(period)))].sort();
  return [
    ...usedDimensions(table).map((dimension) => ({
      code: dimension.code,
      name: dimension.name,
      role: 'classification' as const,
      categories: [{ code: TOTAL, name: words.total }, ...dimension.categories],
      at: (cell: PublishedCell) => cell.categories[dimension.code] ?? TOTAL,
    })),
    {
      code: 'source',
      name: words.source,
      role: 'classification',
      categories: sources,
      at: ({ source }) => source,
    },
    {
      code: 'period',
      name: words.period,
      role: 'time',
      categories: periods.map((period) => ({ code: period, name: period })),
      at: ({ period }) => timePeriodOf(period),
    },
  ];
}

function dimensionOf({ name, categories }: Axis): JsonStatDimension {
  return {
    label: name,
    category: {
      index: categories.map(({ code }) => code),
      label: Object.fromEntries(categories.map((category) => [category.code, category.name])),
    },
  };
}

/** Row-major: the last dimension moves fastest. */
function placeOf(cell: PublishedCell, axes: readonly Axis[]): number {
  return axes.reduce((place, { categories, at }) => {
    const code = at(cell);
    return place * categories.length + categories.findIndex((category) => category.code === code);
  }, 0);
}
