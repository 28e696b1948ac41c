import { cubeOfRecords, standInCounts, standInOf } from '#domain';
import type { Combination, Cube, CubeDimension, CubeTable, FormerVersion } from '#domain';

import { narrowed } from './interval-attack.js';
import type { Interval } from './interval-attack.js';
import { numbersFrom } from './random-cubes.js';

export interface Version {
  readonly cube: Cube;
  readonly tables: readonly CubeTable[];
  readonly groups: readonly Combination[];
}

/** The versions of one closed period: late children come in batches, and each version starts from the groups before. */
export function revisions(
  seed: number,
  dimensions: readonly CubeDimension[],
  records: readonly Combination[],
  late: readonly (readonly Combination[])[],
): Version[] {
  const versions: Version[] = [];
  let known = [...records];
  for (const batch of [[], ...late]) {
    known = [...known, ...batch];
    const cube = cubeOfRecords(dimensions, known);
    const { groups, tables } = standInOf(cube, numbersFrom(seed), former(versions.at(-1)));
    versions.push({ cube, tables, groups });
  }
  return versions;
}

function former(last: Version | undefined): FormerVersion | null {
  return last ? { groups: last.groups, gone: 0 } : null;
}

/**
 * What is known of every cell of every version to someone who has kept them all, knows that children were only added, and how
 * many each time. Tables that one of the versions lacks are looked at where they are.
 */
export function knownOverVersions(
  versions: readonly Version[],
  method: (table: CubeTable, shown: readonly number[], revised: boolean) => Interval[],
): { readonly tables: readonly CubeTable[]; readonly intervals: Interval[][] }[] {
  let known = versions.map(({ cube, tables, groups }, version) => {
    const cells = tables.map((table) => method(table, standInCounts(cube, table, groups), version > 0));
    return narrowed(
      cube,
      cube.total,
      tables.map((table, index) => ({ table, cells: cells[index]! })),
    );
  });
  for (let round = 0; round < 4; round += 1) {
    const before = JSON.stringify(known);
    known = known.map((intervals, version) => {
      const { cube, tables } = versions[version]!;
      const cells = tables.map((table, index) =>
        intervals[index]!.map((interval, cell) =>
          [version - 1, version + 1].reduce(
            (now, other) => meet(now, otherOf(versions, known, version, other, table, cell)),
            interval,
          ),
        ),
      );
      return narrowed(
        cube,
        cube.total,
        tables.map((table, index) => ({ table, cells: cells[index]! })),
      );
    });
    if (JSON.stringify(known) === before) break;
  }
  return versions.map(({ tables }, version) => ({ tables, intervals: known[version]! }));
}

/** What the version before or after allows for a cell: as many or up to a batch more or fewer. */
function otherOf(
  versions: readonly Version[],
  known: readonly (readonly (readonly Interval[])[])[],
  version: number,
  other: number,
  table: CubeTable,
  cell: number,
): Interval | undefined {
  const neighbour = versions[other];
  const place =
    neighbour?.tables.findIndex(({ dimensions }) => dimensions.join() === table.dimensions.join()) ?? -1;
  const interval = known[other]?.[place]?.[cell];
  if (!neighbour || !interval) return undefined;
  const batch = Math.abs(versions[version]!.cube.total - neighbour.cube.total);
  return other < version
    ? { least: interval.least, most: interval.most + batch }
    : { least: interval.least - batch, most: interval.most };
}

function meet(one: Interval, other: Interval | undefined): Interval {
  if (!other) return one;
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}
