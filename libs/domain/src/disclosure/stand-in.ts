import { countsBy } from './cube.js';
import type { Combination, Cube, CubeTable } from './cube.js';
import { StandInSearch } from './stand-in-search.js';
import type { FormerGroup } from './stand-in-search.js';

/** Children whom one group stands for. */
export const GROUP_SIZE = 5;

/**
 * By how much a published count may differ from the accepted one: no or one characteristic, and two. Constants that are
 * announced with every cube; the real error of a cube is never told, since it would narrow what can be worked out.
 */
export const ANNOUNCED_ERROR = { total: 4, oneDimension: 4, twoDimensions: 9 } as const;

/**
 * The same for a period that was published again with late children. Its groups stay where they were until a figure passes
 * this: were every difference mended at once, two versions side by side would tell which way each cell moved.
 */
export const REVISED_ERROR = { total: 4, oneDimension: 7, twoDimensions: 9 } as const;

/** Below this many children nothing but the total is published. */
export const LEAST_FOR_TABLES = 20;

/** Beyond this many tries the table that fails worst is left out: fewer tables, never a wider error. */
const TRIES = 20;

/** Uniform whole numbers from 0 to 2³² − 1. Its seed is secret: whoever knows it can repeat the search. */
export type RandomNumbers = () => number;

/**
 * Groups of five that stand for the children of a cube. Everything published is a sum over the groups, so all figures add
 * up; and since one cell of the groups can be changed by up to four with every sum still inside its announced error, no
 * set of published figures, however it is combined, tells the true count of any cell.
 */
export interface StandIn {
  readonly groups: readonly Combination[];
  /** Tables for which the announced error is held: these, and no others, are published. */
  readonly tables: readonly CubeTable[];
}

/** What was published of a period before. */
export interface FormerVersion {
  readonly groups: readonly FormerGroup[];
  /** Records that changed since. */
  readonly changed: number;
  /** What all versions so far tell of a cell. */
  readonly rangeOf: (table: CubeTable, cell: number) => KnownRange | null;
}

/** Least and most children of a cell by every version that was published, to a reader who knows that children only come. */
export interface KnownRange {
  readonly least: number;
  readonly most: number;
}

/** What is known of a cell once one more version has been published. */
export function rangeAfter(
  before: KnownRange | null,
  figure: number,
  error: number,
  changed: number,
): KnownRange {
  const alone = { least: figure - error, most: figure + error };
  if (!before) return alone;
  const range = {
    least: Math.max(before.least, alone.least),
    most: Math.min(before.most + changed, alone.most),
  };
  // Narrower than any revision makes it on purpose: children went, and what was known of the cell no longer holds.
  return range.most - range.least < LEAST_WIDTH ? alone : range;
}

/** So much all versions together leave open of a cell: as much as the first one alone. */
const LEAST_WIDTH = 2 * ANNOUNCED_ERROR.oneDimension;

/** How far a published figure may lie under and over the accepted one. */
export interface CellBounds {
  readonly under: number;
  readonly over: number;
}

/**
 * Makes the stand-in of a cube: as many groups as a fifth of the children, moved until every table is within its announced
 * error. A table for which that cannot be reached is left out, the worst of two dimensions before any of one.
 * The same cube, seed and former version give the same groups.
 *
 * @param former the version published before. Its groups stay unless the error of a revision asks for a move, and are never
 *   drawn afresh: versions that have nothing in common would narrow each other's cells.
 */
export function standInOf(cube: Cube, random: RandomNumbers, former: FormerVersion | null = null): StandIn {
  const nearest = Math.round(cube.total / GROUP_SIZE);
  const found = searched(cube, random, former, nearest);
  // All groups in one category and more of them than there are children: whoever knows how many children there are would
  // know how few are elsewhere. One group fewer says less, unless it were four children short.
  return nearest * GROUP_SIZE - cube.total === 2 && isOneSided(cube, found)
    ? searched(cube, random, former, nearest - 1)
    : found;
}

function searched(cube: Cube, random: RandomNumbers, former: FormerVersion | null, wanted: number): StandIn {
  let tables = cube.total < LEAST_FOR_TABLES ? [] : [...cube.tables];
  for (;;) {
    const bounds = (table: CubeTable, cell: number): CellBounds => boundsOf(table, cell, former);
    const search = new StandInSearch(cube, tables, random, bounds, wanted);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const groups = former ? search.revise(former.groups, attempt / TRIES) : search.draw();
      if (groups !== null) return { groups, tables };
    }
    tables = withoutWorst(tables, (table) => search.excessOf(table));
  }
}

function isOneSided(cube: Cube, { groups, tables }: StandIn): boolean {
  return tables.some(
    (table) =>
      table.dimensions.length === 1 &&
      countsBy(cube.dimensions, table.dimensions, groups).filter((count) => count > 0).length === 1,
  );
}

/**
 * A figure of a revision is one that leaves the cell open: the versions together would otherwise say more of it than each of
 * them. Where the children themselves moved further, the announced error goes before.
 */
function boundsOf(table: CubeTable, cell: number, former: FormerVersion | null): CellBounds {
  const error = announcedErrorOf(table, former !== null);
  const range = former?.rangeOf(table, cell) ?? null;
  if (!former || !range) return { under: error, over: error };
  const truth = table.counts[cell] ?? 0;
  const lowest = Math.max(truth - error, range.least + LEAST_WIDTH - error);
  const highest = Math.min(truth + error, range.most + former.changed + error - LEAST_WIDTH);
  return highest - lowest < GROUP_SIZE - 1
    ? { under: error, over: error }
    : { under: truth - lowest, over: highest - truth };
}

function withoutWorst(tables: readonly CubeTable[], excess: (table: CubeTable) => number): CubeTable[] {
  const ofTwo = tables.filter(({ dimensions }) => dimensions.length === 2);
  const [worst] = [...(ofTwo.length > 0 ? ofTwo : tables)].sort((a, b) => excess(b) - excess(a));
  return tables.filter((table) => table !== worst);
}

/** The published counts of a table: children whom its groups stand for, cell by cell. */
export function standInCounts(cube: Cube, table: CubeTable, groups: readonly Combination[]): number[] {
  return countsBy(cube.dimensions, table.dimensions, groups).map((count) => count * GROUP_SIZE);
}

/** Largest difference allowed in a table. */
export function announcedErrorOf({ dimensions }: Pick<CubeTable, 'dimensions'>, revised = false): number {
  const { total, oneDimension, twoDimensions } = revised ? REVISED_ERROR : ANNOUNCED_ERROR;
  return [total, oneDimension][dimensions.length] ?? twoDimensions;
}
