import { changesBetween, cubeOfRecords, standInOf } from '#domain';
import type { Combination, Cube, CubeDimension, CubeTable } from '#domain';

import { fractionsFrom, numbersFrom, randomCube } from './random-cubes.js';
import type { Fraction, RandomCube } from './random-cubes.js';

/** A yearly batch, as an attacker is told of it; a record that moves to another category is gone from one and comes to the other. */
export interface Version {
  readonly cube: Cube;
  readonly tables: readonly CubeTable[];
  readonly groups: readonly Combination[];
  /** Records that came since the version before. */
  readonly came: number;
  readonly gone: number;
}

/** The register after each batch, its first state first. */
interface State {
  readonly records: readonly Combination[];
  readonly came: number;
  readonly gone: number;
}

/** Fewer are not revised by a register that keeps its rule: `LEAST_BATCH`. */
const BATCH = 10;
/** Breakdowns of fewer than 20 are not published. */
const FEWEST = 25;

/** The versions of one closed period to which late children only come. */
export function growingChain(seed: number, register: RandomCube, years: number): Version[] {
  const late = lateRecords(seed, register);
  const states: State[] = [{ records: register.records, came: 0, gone: 0 }];
  for (let year = 0; year < years; year += 1) {
    const batch = batchOf(late, year);
    states.push({ records: [...states.at(-1)!.records, ...batch], came: batch.length, gone: 0 });
  }
  return versionsOf(seed, register.dimensions, states);
}

/** The versions of one closed period in which about as many children leave, or move to another category, as come. */
export function mixedChain(seed: number, register: RandomCube, years: number): Version[] {
  const fraction = fractionsFrom(seed * 7 + 5);
  const late = lateRecords(seed, register);
  const states: State[] = [{ records: register.records, came: 0, gone: 0 }];
  for (let year = 0; year < years; year += 1)
    states.push(mixed(states.at(-1)!.records, batchOf(late, year), late, fraction));
  return versionsOf(seed, register.dimensions, states);
}

function mixed(
  records: readonly Combination[],
  batch: readonly Combination[],
  late: readonly Combination[],
  fraction: Fraction,
): State {
  const next = [...records];
  const any = (length: number): number => Math.floor(fraction() * length);
  const leaving = Math.max(0, Math.min(batch.length >> 1, next.length - FEWEST));
  for (let left = 0; left < leaving; left += 1) next.splice(any(next.length), 1);
  const moved = new Set(Array.from({ length: batch.length >> 1 }, () => any(next.length)));
  for (const index of moved) {
    const dimension = any(next[index]!.length);
    const other = late[any(late.length)]![dimension]!;
    next[index] = next[index]!.map((category, at) => (at === dimension ? other : category));
  }
  return {
    records: [...next, ...batch],
    came: batch.length + moved.size,
    gone: leaving + moved.size,
  };
}

/** Late children have habits of their own: they are not a sample of those who were known. */
function lateRecords(seed: number, { dimensions }: RandomCube): readonly Combination[] {
  const sizes = dimensions.map(({ categories }) => categories.length);
  return randomCube(seed * 3 + 2, { children: 3_000, sizes }).records;
}

function batchOf(late: readonly Combination[], year: number): Combination[] {
  return Array.from(
    { length: BATCH + (year % 3) },
    (_, child) => late[(year * BATCH + child) % late.length]!,
  );
}

/** Each version from the groups before, and with no more known of what left than the job has: what the tables tell. */
function versionsOf(seed: number, dimensions: readonly CubeDimension[], states: readonly State[]): Version[] {
  const versions: Version[] = [];
  for (const { records, came, gone } of states) {
    const cube = cubeOfRecords(dimensions, records);
    const last = versions.at(-1);
    const former = last
      ? { groups: placed(dimensions, last.groups), gone: changesBetween(last.cube, cube).gone }
      : null;
    versions.push({ cube, ...standInOf(cube, numbersFrom(seed), former), came, gone });
  }
  return versions;
}

/** The groups as a revision is given them: null where nothing was told, as the job has it from what is kept. */
function placed(dimensions: readonly CubeDimension[], groups: readonly Combination[]): (number | null)[][] {
  return groups.map((group) =>
    group.map((category, index) => (category < dimensions[index]!.categories.length ? category : null)),
  );
}
