import type { CivilDate } from '../calendar/clock.js';
import type { AssembledCube } from './assemble-cube.js';
import { categoriesOf } from './cube.js';
import type { Cube, CubeTable } from './cube.js';
import type { CubeVersion } from './print-cube.js';
import { standInOf } from './stand-in.js';
import type { RandomNumbers } from './group.js';
import type { StandIn } from './stand-in.js';

/** A published period is published again for no fewer records than this. */
export const LEAST_BATCH = 10;

/** What is kept of a published period. */
export interface KeptCube extends CubeVersion {
  readonly publishedOn: CivilDate;
  /** Codes of the dimensions by which any version told something: in these its groups stay where they are. */
  readonly told: readonly string[];
}

/** Why the published form of a period stays although its accepted figures are others. */
export const WAITING_REASONS = [
  /** Fewer than ten records changed. */
  'few_records',
  /** It was published less than a year ago. */
  'year_not_over',
  /** A characteristic or part that is published is not handed in any more: held until the next batch, which goes without it. */
  'breakdown_gone',
  /** The indicator that counted everybody is not handed in any more. */
  'everybody_changed',
  /** Published periods hold the same children: a year after its quarters. */
  'overlaps_published',
  /** Its figures were published as those of another cube. */
  'published_in_other_cube',
] as const;

export type WaitingReason = (typeof WAITING_REASONS)[number];

export interface Waiting {
  readonly reason: WaitingReason;
  /** Changed records; null where they cannot be counted. */
  readonly records: number | null;
}

/** What becomes of a period whose accepted figures are not those that it was published from. */
export type RevisionStep =
  | { readonly step: 'unchanged' }
  /** The same children, and other marks: what was provisional is final. The groups stay. */
  | { readonly step: 'relabelled'; readonly kept: KeptCube }
  /** The published form stays. */
  | { readonly step: 'waits'; readonly waiting: Waiting }
  | { readonly step: 'revised'; readonly kept: KeptCube };

/** The first version of a period. */
export function firstVersion(assembled: AssembledCube, random: RandomNumbers, today: CivilDate): KeptCube {
  return kept(assembled, standInOf(assembled.cube, random), null, today);
}

/**
 * A period that was published is published again at most once a year, with at least ten changed records in one batch. Its
 * groups stay where they are: only as many go as records left a cell, and new ones are put beside them. So what the groups of
 * all versions say together is itself a history that the register may have had, and one cell of it can be changed by up to
 * four in every version at once: versions side by side tell no more than one.
 */
export function revise(
  former: KeptCube,
  assembled: AssembledCube,
  random: RandomNumbers,
  today: CivilDate,
): RevisionStep {
  const { cube } = assembled;
  const isAbsent = former.cube.dimensions.some(
    ({ code }) => !cube.dimensions.some((one) => one.code === code),
  );
  if (isAbsent) return waits('breakdown_gone', null);
  if (former.everybody !== assembled.everybody) return waits('everybody_changed', null);
  const { records, gone, isBrokenDownFurther } = changesBetween(former.cube, cube);
  // Ten changed records are published without it, a year later; until then what is published stays whole.
  const isDue = records >= LEAST_BATCH && today >= aYearAfter(former.publishedOn);
  if (!isDue && hasLost(former.cube, cube)) return waits('breakdown_gone', records);
  if (records === 0 && !isBrokenDownFurther)
    return places(former) === places(assembled)
      ? { step: 'unchanged' }
      : { step: 'relabelled', kept: { ...former, places: assembled.places } };
  if (records > 0 && records < LEAST_BATCH) return waits('few_records', records);
  if (today < aYearAfter(former.publishedOn)) return waits('year_not_over', records);
  const standIn = standInOf(cube, random, { groups: carriedOver(former, cube), gone });
  return { step: 'revised', kept: kept(assembled, standIn, former, today) };
}

/** Whether the groups have a characteristic or a part by which nothing was handed in again. */
function hasLost(before: Cube, after: Cube): boolean {
  return before.dimensions.some(({ code }) => {
    const index = after.dimensions.findIndex((one) => one.code === code);
    const hadTable = before.tables.some(({ dimensions }) =>
      dimensions.some((one) => before.dimensions[one]!.code === code),
    );
    return hadTable && !after.tables.some(({ dimensions }) => dimensions.includes(index));
  });
}

function kept(
  assembled: AssembledCube,
  { groups, tables }: StandIn,
  former: KeptCube | null,
  publishedOn: CivilDate,
): KeptCube {
  const published = tables.map(({ dimensions }) => dimensions);
  const codes = published.flat().map((index) => assembled.cube.dimensions[index]!.code);
  const told = [...new Set([...(former?.told ?? []), ...codes])].sort();
  return { ...assembled, groups, published, version: (former?.version ?? 0) + 1, publishedOn, told };
}

export interface RegisterChanges {
  /** Records that came, went or moved, at least. */
  readonly records: number;
  /** Records that left a cell, at least. */
  readonly gone: number;
  /** Whether there is a table that there was not. */
  readonly isBrokenDownFurther: boolean;
}

/** What the tables that both states of a register have tell of the records between them. */
export function changesBetween(before: Cube, after: Cube): RegisterChanges {
  const [was, is] = [namedTables(before), namedTables(after)];
  let [come, gone] = [0, 0];
  for (const [table, one] of was) {
    const other = is.get(table);
    if (!other) continue;
    let [more, fewer] = [0, 0];
    for (const name of new Set([...one.keys(), ...other.keys()])) {
      const change = (other.get(name) ?? 0) - (one.get(name) ?? 0);
      if (change > 0) more += change;
      else fewer -= change;
    }
    [come, gone] = [Math.max(come, more), Math.max(gone, fewer)];
  }
  const isBrokenDownFurther = [...is.keys()].some((table) => !was.has(table));
  return { records: Math.max(come, gone), gone, isBrokenDownFurther };
}

function waits(reason: WaitingReason, records: number | null): RevisionStep {
  return { step: 'waits', waiting: { reason, records } };
}

function places({ places: all }: AssembledCube): string {
  return all
    .map(({ member, categories, provisional }) =>
      JSON.stringify([member, Object.entries(categories).sort(), provisional]),
    )
    .sort()
    .join();
}

/** The former groups in the dimensions of today; null in one by which nothing was told yet, or not of this group. */
function carriedOver(former: KeptCube, cube: Cube): (number | null)[][] {
  const from = cube.dimensions.map(({ code, categories }) => {
    const index = former.cube.dimensions.findIndex((dimension) => dimension.code === code);
    const names = former.cube.dimensions[index]?.categories ?? [];
    return {
      index: former.told.includes(code) ? index : -1,
      to: names.map((name) => categories.indexOf(name)),
    };
  });
  return former.groups.map((group) =>
    from.map(({ index, to }) => (index < 0 ? null : (to[group[index]!] ?? null))),
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
