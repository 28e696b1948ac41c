import type { SeriesKey } from '../indicator/indicator.js';
import { NOT_STATED } from './assemble-cube.js';
import type { AssembledCube, CubePlace } from './assemble-cube.js';
import { categoriesOf } from './cube.js';
import type { Combination, CubeTable } from './cube.js';
import { LEAST_SHOWN } from './public-cell.js';
import type { PrintedCell } from './publishable-cell.js';
import { ANNOUNCED_ERROR, GROUP_SIZE, announcedErrorOf, standInCounts } from './stand-in.js';

/** Characteristics of which one category may say too much of a group: ethnic origin, and the nature of the offence. */
const SENSITIVE = new Set(['ethnic_origin', 'offence']);
/** Beyond this share of a group in one category, the group is not shown by that characteristic. */
const DOMINANT_SHARE = 0.9;

export interface PrintedFigure extends PrintedCell {
  readonly member: string;
  readonly categories: SeriesKey;
}

/** A version of a cube as it is kept: what it was made from, its groups, and which tables they hold the error of. */
export interface CubeVersion extends AssembledCube {
  readonly groups: readonly Combination[];
  /** Dimensions of each table that is published. */
  readonly published: readonly (readonly number[])[];
  /** 1 for the first one. */
  readonly version: number;
}

/** Every figure of a cube as everybody may read it: sums over the groups, and nothing else. */
export function printCube(version: CubeVersion): PrintedFigure[] {
  const shown = new Map(
    version.cube.tables
      .filter(({ dimensions }) => version.published.some((one) => one.join() === dimensions.join()))
      .map((table) => [table.dimensions.join(), shownTable(version, table)]),
  );
  return version.places.map((place) => ({
    member: place.member,
    categories: place.categories,
    ...printed(version, place, shown.get(place.dimensions.join())),
  }));
}

interface ShownTable {
  readonly table: CubeTable;
  readonly counts: readonly number[];
  readonly hidden: ReadonlySet<number>;
}

function printed(
  { groups, version }: CubeVersion,
  { dimensions, cell, provisional }: CubePlace,
  shown: ShownTable | undefined,
): PrintedCell {
  const flagged = { value: null, bound: null, provisional, announcedError: null };
  if (dimensions.length === 0)
    return printedCount(groups.length * GROUP_SIZE, ANNOUNCED_ERROR.total, provisional);
  if (!shown || shown.hidden.has(cell)) return { ...flagged, flag: 'not_shown' };
  if (shown.table.structuralZeros?.has(cell)) return { ...flagged, flag: 'structural_zero' };
  return printedCount(shown.counts[cell]!, announcedErrorOf(shown.table, version > 1), provisional);
}

function printedCount(count: number, announcedError: number, provisional: boolean): PrintedCell {
  const isShown = count >= LEAST_SHOWN;
  return {
    value: isShown ? count : null,
    flag: isShown ? null : 'lt10',
    bound: null,
    provisional,
    announcedError,
  };
}

function shownTable(version: CubeVersion, table: CubeTable): ShownTable {
  const counts = standInCounts(version.cube, table, version.groups);
  const hidden = new Set<number>();
  if (table.dimensions.length === 2)
    for (const position of [0, 1])
      if (SENSITIVE.has(version.cube.dimensions[table.dimensions[position]!]!.code))
        for (const cell of dominatedCells(version, table, counts, position)) hidden.add(cell);
  return { table, counts, hidden };
}

/**
 * Cells of the groups nearly all of whose children share one category of a sensitive characteristic. It is decided on the
 * published figures, which it therefore tells nothing about. One such group alone would follow from the others: the smallest
 * other group goes with it.
 */
function dominatedCells(
  { cube }: CubeVersion,
  table: CubeTable,
  counts: readonly number[],
  sensitive: number,
): number[] {
  const categories = cube.dimensions[table.dimensions[sensitive]!]!.categories;
  const groups = new Map<number, { total: number; most: number; cells: number[] }>();
  counts.forEach((count, cell) => {
    const at = categoriesOf(cube.dimensions, table.dimensions, cell);
    const group = groups.get(at[1 - sensitive]!) ?? { total: 0, most: 0, cells: [] };
    group.total += count;
    if (categories[at[sensitive]!] !== NOT_STATED) group.most = Math.max(group.most, count);
    group.cells.push(cell);
    groups.set(at[1 - sensitive]!, group);
  });
  const all = [...groups.values()].filter(({ total }) => total >= LEAST_SHOWN);
  const dominated = all.filter(({ total, most }) => most > DOMINANT_SHARE * total);
  const beside = all.filter((group) => !dominated.includes(group)).sort((a, b) => a.total - b.total);
  return [...dominated, ...(dominated.length === 1 ? beside.slice(0, 1) : [])].flatMap(({ cells }) => cells);
}
