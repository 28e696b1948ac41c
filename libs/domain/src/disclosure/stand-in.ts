import { cellOf, countsBy } from './cube.js';
import type { Combination, Cube, CubeTable } from './cube.js';
import { StandInSearch } from './stand-in-search.js';

/** Children whom one group stands for. */
export const GROUP_SIZE = 5;

/**
 * By how much a published count may differ from the accepted one: no or one characteristic, and two. Constants that are
 * announced with every cube; the real error of a cube is never told, since it would narrow what can be worked out.
 */
export const ANNOUNCED_ERROR = { total: 4, oneDimension: 4, twoDimensions: 9 } as const;

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

/**
 * Makes the stand-in of a cube: as many groups as a fifth of the children, moved until every table is within its announced
 * error. A table for which that cannot be reached is left out, the worst first.
 * The same cube, seed and former groups give the same groups.
 *
 * @param former groups of the version published before. They stay unless the error asks for a move: drawn afresh at each
 *   revision, versions would narrow each other's cells.
 */
export function standInOf(cube: Cube, random: RandomNumbers, former: readonly Combination[] = []): StandIn {
  let tables = cube.total < LEAST_FOR_TABLES ? [] : [...cube.tables];
  for (;;) {
    const search = new StandInSearch(cube, tables, random);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      // A former version is the start of the first try only: where it leads nowhere, a fresh one has to.
      const groups = search.run(attempt === 0 ? former : []);
      if (groups !== null) return { groups, tables };
    }
    const worst = search.worstTable();
    tables = tables.filter((table) => table !== worst);
  }
}

/** The published counts of a table: children whom its groups stand for, cell by cell. */
export function standInCounts(cube: Cube, table: CubeTable, groups: readonly Combination[]): number[] {
  return countsBy(cube.dimensions, table.dimensions, groups).map((count) => count * GROUP_SIZE);
}

/** Largest difference allowed in a table. */
export function announcedErrorOf(table: CubeTable): number {
  return table.dimensions.length === 1 ? ANNOUNCED_ERROR.oneDimension : ANNOUNCED_ERROR.twoDimensions;
}

/** Whether a combination falls into a cell that is impossible by definition. */
export function isImpossible(cube: Cube, combination: Combination): boolean {
  return cube.tables.some((table) =>
    table.structuralZeros?.has(cellOf(cube.dimensions, table.dimensions, combination)),
  );
}
