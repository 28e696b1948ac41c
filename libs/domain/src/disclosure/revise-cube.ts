import type { CivilDate } from '../calendar/clock.js';
import type { AssembledCube } from './assemble-cube.js';
import { categoriesOf } from './cube.js';
import type { Cube, CubeTable } from './cube.js';
import type { CubeVersion } from './print-cube.js';
import { announcedErrorOf, rangeAfter, standInCounts, standInOf } from './stand-in.js';
import type { KnownRange, RandomNumbers } from './stand-in.js';

/** A published period is published again for no fewer records than this. */
export const LEAST_BATCH = 10;

/** What all published versions tell of each cell, by its name. */
export type KnownRanges = Readonly<Record<string, KnownRange>>;

/** What is kept of a published period. */
export interface KeptCube extends CubeVersion {
  readonly publishedOn: CivilDate;
  readonly known: KnownRanges;
}

/** What becomes of a period whose accepted figures are not those that it was published from. */
export type RevisionStep =
  | { readonly step: 'unchanged' }
  /** The same children, and other marks: what was provisional is final. The groups stay. */
  | { readonly step: 'relabelled'; readonly kept: KeptCube }
  /** The published form stays. */
  | { readonly step: 'waits'; readonly records: number }
  | { readonly step: 'revised'; readonly kept: KeptCube };

/** The first version of a period. */
export function firstVersion(assembled: AssembledCube, random: RandomNumbers, today: CivilDate): KeptCube {
  const { groups, tables } = standInOf(assembled.cube, random);
  const published = tables.map(({ dimensions }) => dimensions);
  return kept({ ...assembled, groups, published, version: 1 }, {}, 0, today);
}

/**
 * A period that was published is published again at most once a year, with at least ten changed records in one batch: fewer,
 * or more often, and the difference of two versions would be about single children.
 */
export function revise(
  former: KeptCube,
  assembled: AssembledCube,
  random: RandomNumbers,
  today: CivilDate,
): RevisionStep {
  const records = changedRecords(former.cube, assembled.cube);
  if (records === 0)
    return places(former) === places(assembled)
      ? { step: 'unchanged' }
      : { step: 'relabelled', kept: { ...former, places: assembled.places } };
  if (records < LEAST_BATCH || today < aYearAfter(former.publishedOn)) return { step: 'waits', records };
  const { cube } = assembled;
  const { groups, tables } = standInOf(cube, random, {
    groups: carriedOver(former, cube),
    changed: records,
    rangeOf: (table, cell) => former.known[cellName(cube, table, cell)] ?? null,
  });
  const published = tables.map(({ dimensions }) => dimensions);
  const version = { ...assembled, groups, published, version: former.version + 1 };
  return { step: 'revised', kept: kept(version, former.known, records, today) };
}

/** How many records at least must have come, gone or moved between two states of a register. */
export function changedRecords(before: Cube, after: Cube): number {
  const [was, is] = [namedTables(before), namedTables(after)];
  return Math.max(
    ...[...new Set([...was.keys(), ...is.keys()])].map((table) => {
      let [more, fewer] = [0, 0];
      const [one, other] = [was.get(table), is.get(table)];
      for (const name of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
        const change = (other?.get(name) ?? 0) - (one?.get(name) ?? 0);
        if (change > 0) more += change;
        else fewer -= change;
      }
      return Math.max(more, fewer);
    }),
  );
}

function kept(version: CubeVersion, before: KnownRanges, changed: number, publishedOn: CivilDate): KeptCube {
  const known: Record<string, KnownRange> = { ...before };
  const { cube, groups } = version;
  for (const table of cube.tables) {
    const isPublished = version.published.some((one) => one.join() === table.dimensions.join());
    const error = announcedErrorOf(table, version.version > 1);
    standInCounts(cube, table, groups).forEach((figure, cell) => {
      const name = cellName(cube, table, cell);
      const former = before[name] ?? null;
      if (isPublished) known[name] = rangeAfter(former, figure, error, changed);
      else if (former) known[name] = { least: former.least, most: former.most + changed };
    });
  }
  return { ...version, publishedOn, known };
}

function places({ places: all }: AssembledCube): string {
  return all
    .map(({ member, categories, provisional }) =>
      JSON.stringify([member, Object.entries(categories).sort(), provisional]),
    )
    .sort()
    .join();
}

/** The former groups in the dimensions and categories of today. */
function carriedOver(former: CubeVersion, cube: Cube): (number | null)[][] {
  const from = cube.dimensions.map(({ code, categories }) => {
    const index = former.cube.dimensions.findIndex((dimension) => dimension.code === code);
    const names = former.cube.dimensions[index]?.categories ?? [];
    return { index, to: names.map((name) => categories.indexOf(name)) };
  });
  return former.groups.map((group) =>
    from.map(({ index, to }) => {
      const category = index < 0 ? -1 : (to[group[index]!] ?? -1);
      return category < 0 ? null : category;
    }),
  );
}

function namedTables(cube: Cube): Map<string, Map<string, number>> {
  const tables = new Map([['', new Map([['', cube.total]])]]);
  for (const table of cube.tables) {
    const codes = table.dimensions.map((index) => cube.dimensions[index]!.code).sort();
    tables.set(
      codes.join('|'),
      new Map(table.counts.map((count, cell) => [cellName(cube, table, cell), count])),
    );
  }
  return tables;
}

function cellName(cube: Cube, { dimensions }: CubeTable, cell: number): string {
  return categoriesOf(cube.dimensions, dimensions, cell)
    .map((category, position) => {
      const { code, categories } = cube.dimensions[dimensions[position]!]!;
      return `${code}=${categories[category]!}`;
    })
    .sort()
    .join('|');
}

function aYearAfter(day: CivilDate): CivilDate {
  const [year, rest] = [day.slice(0, 4), day.slice(4)];
  return `${Number(year) + 1}${rest}`;
}
