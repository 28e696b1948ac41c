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
 * The same for a period that was published again. Its groups stay where they were, and the few that are added cannot mend
 * every difference.
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
  /** Records that left a cell since: so many children at most may the groups that go stand for. */
  readonly gone: number;
}

/**
 * Makes the stand-in of a cube: as many groups as a fifth of the children, moved until every table is within its announced
 * error. A table for which that cannot be reached is left out, the worst of two dimensions before any of one.
 * The same cube, seed and former version give the same groups.
 *
 * @param former the version published before. Its groups are never moved and never drawn afresh: versions that have nothing in
 *   common would narrow each other's cells.
 */
export function standInOf(cube: Cube, random: RandomNumbers, former: FormerVersion | null = null): StandIn {
  const nearest = Math.round(cube.total / GROUP_SIZE);
  const found = searched(cube, random, former, nearest);
  // All groups in one category and more of them than there are children: whoever knows how many there are would know how
  // few are elsewhere. One group fewer says less, unless it were four children short or a former group would have to go.
  const mayBeFewer =
    nearest * GROUP_SIZE - cube.total === 2 &&
    (!former || nearest > former.groups.length - leavingOf(former));
  return mayBeFewer && isOneSided(cube, found) ? searched(cube, random, former, nearest - 1) : found;
}

/** Groups that may go. */
function leavingOf({ gone }: FormerVersion): number {
  return Math.floor(gone / GROUP_SIZE);
}

function searched(cube: Cube, random: RandomNumbers, former: FormerVersion | null, wanted: number): StandIn {
  let tables = cube.total < LEAST_FOR_TABLES ? [] : [...cube.tables];
  const revised = former !== null;
  for (;;) {
    const search = new StandInSearch(
      cube,
      tables,
      random,
      (table) => announcedErrorOf(table, revised),
      wanted,
    );
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const groups = former ? search.revise(former.groups, leavingOf(former)) : search.draw();
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
