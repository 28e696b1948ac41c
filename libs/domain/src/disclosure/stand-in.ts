import { countsBy } from './cube.js';
import type { Combination, Cube, CubeTable } from './cube.js';
import { GROUP_SIZE } from './group.js';
import type { RandomNumbers } from './group.js';
import { StandInSearch } from './stand-in-search.js';
import type { FormerGroup } from './stand-in-search.js';

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
const TRIES_OF_FEWER = 2;
const ONE_FEWER_IN = 8;

interface Target {
  readonly oneDimension: number;
  readonly twoDimensions: number;
  readonly tries: number;
}

/**
 * Closer than what is announced, tried first: what a version does not use up of its error its revisions have left. Four by
 * each is the least that the promise needs (a cell may be changed by four), so that a target says no more than the announced one.
 */
const CLOSER_FIRST = [
  { oneDimension: 4, twoDimensions: 6 },
  { oneDimension: 4, twoDimensions: 7 },
] as const;
const CLOSER_REVISED: readonly Target[] = [
  { oneDimension: 4, twoDimensions: 6, tries: 5 },
  { oneDimension: 5, twoDimensions: 7, tries: 5 },
  { oneDimension: 6, twoDimensions: 8, tries: 10 },
];
const WORK_ON_CLOSER = 15_000;

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
  const all = cube.total < LEAST_FOR_TABLES ? [] : cube.tables;
  if (former) return searched(cube, all, random, groupsAfter(former.groups.length, cube.total), former);
  const usual = usualGroups(cube.total);
  if (cube.total % GROUP_SIZE !== GROUP_SIZE - 1) return searched(cube, all, random, usual);
  // Either number of groups may tell too much, of different children. Now and then one group fewer is tried first, so that neither
  // number says that the other one told. With it some cubes are hard to meet; they are not worked on for long.
  const oneFewer = (tries: number): StandIn | null => {
    const groups = found(searchFor(cube, all, random, usual - 1, ANNOUNCED_ERROR), tries);
    return groups && !isTelling(cube, { groups, tables: all }) ? { groups, tables: all } : null;
  };
  const startsWithFewer = random() % ONE_FEWER_IN === 0;
  const fewer = startsWithFewer ? oneFewer(TRIES_OF_FEWER) : null;
  if (fewer) return fewer;
  let standIn = searched(cube, all, random, usual);
  if (!isTelling(cube, standIn)) return standIn;
  const otherwise = startsWithFewer ? null : oneFewer(TRIES_OF_FEWER);
  if (otherwise) return otherwise;
  for (let attempt = 1; attempt < TRIES && isTelling(cube, standIn); attempt += 1)
    standIn = searched(cube, all, random, usual);
  return isTelling(cube, standIn) ? (oneFewer(TRIES) ?? standIn) : standIn;
}

/**
 * Groups for so many children, known to whoever knows their exact number: from three children short of it to one beyond. With
 * two beyond, groups that all share one category would leave two children for all others; with four short, a category that
 * shares everybody with one other has at least as many children as its groups say.
 */
function usualGroups(children: number): number {
  return Math.floor((children + 1) / GROUP_SIZE);
}

/** A revision keeps the number of groups while it is within four of that of the children: none comes or goes without a reason. */
function groupsAfter(former: number, children: number): number {
  const isNear = former >= Math.floor(children / GROUP_SIZE) && former <= Math.round(children / GROUP_SIZE);
  return isNear ? former : usualGroups(children);
}

/**
 * Whether somebody who knows the exact number of children is told of less than five of them that they are within less than
 * they may be: one beyond it, and all groups in one category; or four short of it, and one group in one of two categories.
 */
function isTelling(cube: Cube, { groups, tables }: StandIn): boolean {
  const isBeyond = groups.length * GROUP_SIZE > cube.total;
  return tables.some((table) => {
    if (table.dimensions.length > 1) return false;
    const counts = countsBy(cube.dimensions, table.dimensions, groups);
    const possible = counts.filter((_, cell) => !table.structuralZeros?.has(cell));
    return isBeyond
      ? counts.filter((count) => count > 0).length === 1
      : possible.length === 2 && possible.includes(1);
  });
}

function searched(
  cube: Cube,
  all: readonly CubeTable[],
  random: RandomNumbers,
  wanted: number,
  former: FormerVersion | null = null,
): StandIn {
  const closer = former ? CLOSER_REVISED : closerTargets(cube, wanted);
  for (let tables = [...all]; ;) {
    for (const target of tables.length === all.length ? closer : []) {
      const groups = found(searchFor(cube, tables, random, wanted, target), target.tries, former);
      if (groups !== null) return { groups, tables };
    }
    const search = searchFor(cube, tables, random, wanted, former ? REVISED_ERROR : ANNOUNCED_ERROR);
    const groups = found(search, TRIES, former);
    if (groups !== null) return { groups, tables };
    tables = withoutWorst(tables, (table) => search.excessOf(table));
  }
}

/** As often as the work of it allows, which grows with groups and with the square of the dimensions. */
function closerTargets({ dimensions }: Cube, groups: number): Target[] {
  const tries = Math.min(3, Math.floor(WORK_ON_CLOSER / (groups * dimensions.length ** 2)));
  return CLOSER_FIRST.map((target) => ({ ...target, tries }));
}

function searchFor(
  cube: Cube,
  tables: readonly CubeTable[],
  random: RandomNumbers,
  wanted: number,
  target: Pick<Target, 'oneDimension' | 'twoDimensions'>,
): StandInSearch {
  const errorOf = ({ dimensions }: CubeTable): number =>
    dimensions.length === 1 ? target.oneDimension : target.twoDimensions;
  return new StandInSearch(cube, tables, random, errorOf, wanted);
}

function found(
  search: StandInSearch,
  tries: number,
  former: FormerVersion | null = null,
): readonly Combination[] | null {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const groups = former
      ? search.revise(former.groups, Math.floor(former.gone / GROUP_SIZE))
      : search.draw();
    if (groups !== null) return groups;
  }
  return null;
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
