import type { Highs } from 'highs';

import { announcedErrorOf, categoriesOf, standInCounts } from '#domain';
import type { CubeTable } from '#domain';

import type { Version } from './chains.js';
import { narrowed } from './interval-attack.js';
import type { Interval } from './interval-attack.js';

export interface KnownVersion {
  readonly tables: readonly CubeTable[];
  readonly intervals: readonly (readonly Interval[])[];
}

/**
 * What is known of every cell of every version to someone who has kept them all, was given the hidden figures and the number of
 * children, and knows how many came and how many went each time. Tables that one of the versions lacks are looked at where they are.
 */
export function knownOverVersions(versions: readonly Version[]): KnownVersion[] {
  let known = versions.map((version, index) => hold(version, shownIn(version, index > 0)));
  for (let round = 0; round < 4; round += 1) {
    const before = JSON.stringify(known);
    known = known.map((intervals, version) =>
      hold(
        versions[version]!,
        versions[version]!.tables.map((table, index) =>
          intervals[index]!.map((interval, cell) =>
            [version - 1, version + 1].reduce(
              (now, other) => meet(now, otherOf(versions, known, version, other, table, cell)),
              interval,
            ),
          ),
        ),
      ),
    );
    if (JSON.stringify(known) === before) break;
  }
  return versions.map(({ tables }, version) => ({ tables, intervals: known[version]! }));
}

/** Each published figure of a version with its announced error around it. */
function shownIn({ cube, tables, groups }: Version, isRevised: boolean): Interval[][] {
  return tables.map((table) => {
    const error = announcedErrorOf(table, isRevised);
    return standInCounts(cube, table, groups).map((count) => ({
      least: Math.max(0, count - error),
      most: count + error,
    }));
  });
}

function hold({ cube, tables }: Version, cells: readonly (readonly Interval[])[]): Interval[][] {
  return narrowed(
    cube,
    cube.total,
    tables.map((table, index) => ({ table, cells: cells[index]! })),
  );
}

/** What the version before or after allows for a cell: no more came or went than in the whole batch. */
function otherOf(
  versions: readonly Version[],
  known: readonly (readonly (readonly Interval[])[])[],
  version: number,
  other: number,
  table: CubeTable,
  cell: number,
): Interval | undefined {
  const place =
    versions[other]?.tables.findIndex(({ dimensions }) => dimensions.join() === table.dimensions.join()) ??
    -1;
  const interval = known[other]?.[place]?.[cell];
  if (!interval) return undefined;
  const { came, gone } = versions[Math.max(version, other)]!;
  return other < version
    ? { least: interval.least - gone, most: interval.most + came }
    : { least: interval.least - came, most: interval.most + gone };
}

function meet(one: Interval, other: Interval | undefined): Interval {
  if (!other) return one;
  return { least: Math.max(one.least, other.least), most: Math.min(one.most, other.most) };
}

/** A cell of a version. */
export interface AskedCell {
  readonly version: number;
  /** Position in the version's published tables. */
  readonly table: number;
  readonly cell: number;
}

/**
 * The linear programme over a whole chain: one table of whole combinations for each version, each from the one before by
 * records that came and records that went, as many as the attacker is told. Everything that all printed versions say together.
 */
export class ChainProgramme {
  private readonly rules: string;
  private readonly bounds: string;

  constructor(
    private readonly highs: Highs,
    versions: readonly Version[],
  ) {
    const rules: string[] = [];
    const bounds: string[] = [];
    versions.forEach((version, index) => {
      const { cube, came, gone } = version;
      const every = cube.dimensions.map((_, dimension) => dimension);
      const size = cube.dimensions.reduce((product, { categories }) => product * categories.length, 1);
      const all = Array.from({ length: size }, (_, combination) => combination);
      const sum = (name: string): string => all.map((at) => `${name}${index}_${at}`).join(' + ');
      rules.push(`${sum('x')} = ${cube.total}`);
      if (index > 0) {
        rules.push(`${sum('i')} = ${came}`);
        if (gone > 0) rules.push(`${sum('o')} = ${gone}`);
        for (const at of all)
          rules.push(
            `x${index}_${at} - x${index - 1}_${at} - i${index}_${at}${gone > 0 ? ` + o${index}_${at}` : ''} = 0`,
          );
      }
      const combinations = all.map((at) => categoriesOf(cube.dimensions, every, at));
      shownIn(version, index > 0).forEach((cells, table) => {
        const { dimensions } = version.tables[table]!;
        cells.forEach(({ least, most }, cell) => {
          const categories = categoriesOf(cube.dimensions, dimensions, cell);
          const inCell = all.filter((at) =>
            dimensions.every((dimension, position) => combinations[at]![dimension] === categories[position]),
          );
          const name = nameOf({ version: index, table, cell });
          rules.push(`${inCell.map((at) => `x${index}_${at}`).join(' + ')} - ${name} = 0`);
          bounds.push(`${least} <= ${name} <= ${most}`);
        });
      });
    });
    this.rules = rules.map((rule, index) => `r${index}: ${rule}`).join('\n ');
    this.bounds = bounds.join('\n ');
  }

  /** Least and most children of a cell, in whole children. */
  boundsOf(asked: AskedCell): Interval {
    return {
      least: Math.ceil(this.solve('Minimize', asked) - 1e-6),
      most: Math.floor(this.solve('Maximize', asked) + 1e-6),
    };
  }

  private solve(way: 'Minimize' | 'Maximize', asked: AskedCell): number {
    const solution = this.highs.solve(
      `${way}\n obj: ${nameOf(asked)}\nSubject To\n ${this.rules}\nBounds\n ${this.bounds}\nEnd`,
    );
    if (solution.Status !== 'Optimal') throw new Error(`the programme is ${solution.Status}`);
    return solution.ObjectiveValue;
  }
}

function nameOf({ version, table, cell }: AskedCell): string {
  return `m${version}_${table}_${cell}`;
}
