import type { SeriesKey } from '../indicator/indicator.js';
import type { CountedFigure } from './counted-figure.js';
import type { Cube, CubeDimension, CubeTable } from './cube.js';
import { categoriesOf, cellOf } from './cube.js';
import { GivenTables } from './given-tables.js';

/** Children of a dimension of whom the source gave no category; never published. */
export const NOT_STATED = '';
/** A member's own dimension: who is counted by it, and who is not. */
const COUNTED = ['yes', 'no'];

/** What is counted of the children of one source and period: an indicator, or a stage of its cases. */
export interface CubeMember {
  readonly code: string;
  /** The member of which this one is a part; null: of everybody. */
  readonly within: string | null;
}

/** A figure's cell in the cube. */
export interface CubePlace {
  readonly member: string;
  /** The figure's own. */
  readonly categories: SeriesKey;
  readonly provisional: boolean;
  /** Positions of the table's dimensions; empty for the total. */
  readonly dimensions: readonly number[];
  readonly cell: number;
}

/** A cube together with the figures that are read from it. */
export interface AssembledCube {
  /** The member that counts everybody. */
  readonly everybody: string;
  readonly cube: Cube;
  readonly places: readonly CubePlace[];
}

export interface CubeOptions {
  /** Combinations that are zero by definition, from the public code list. */
  readonly impossible?: readonly SeriesKey[];
  /**
   * Dimensions of the version published before: a category of which nobody is left keeps its place, and so does a dimension that
   * was not handed in again, without a table.
   */
  readonly former?: readonly CubeDimension[];
  /** Who counted everybody in the version published before: it still does, also where another member now counts more. */
  readonly formerEverybody?: string | null;
  /** Whether nothing but how many each member counts goes into the cube. */
  readonly isTotalsOnly?: boolean;
}

/**
 * Puts all that was accepted for one source and period into one cube. The member with most children is everybody; each other
 * one is a category of its own beside the dimensions, so that a part and its whole come from the same groups.
 * What does not fit is left out, and with it its figures: a breakdown that adds up to more than its total (a child in several
 * categories), a part that is more than its whole, a breakdown by three characteristics that does not cover everybody.
 *
 */
export function assembleCube(
  members: readonly CubeMember[],
  figures: readonly CountedFigure[],
  options: CubeOptions = {},
): AssembledCube | null {
  const given = new Map(
    members.map((member) => [
      member.code,
      new GivenTables(figures.filter((figure) => figure.member === member.code)),
    ]),
  );
  const [largest] = [...members]
    .filter(({ within, code }) => within === null && given.get(code)!.total !== null)
    .sort((a, b) => given.get(b.code)!.total! - given.get(a.code)!.total! || (a.code < b.code ? -1 : 1));
  const former = members.find(
    ({ code }) => code === options.formerEverybody && given.get(code)!.total !== null,
  );
  const base = former ?? largest;
  if (!base) return null;
  return new Assembly(base, members, given, options).assembled();
}

class Assembly {
  private readonly dimensions: CubeDimension[] = [];
  private readonly tables: CubeTable[] = [];
  private readonly places: CubePlace[] = [];
  private readonly everybody: GivenTables;

  constructor(
    private readonly base: CubeMember,
    private readonly members: readonly CubeMember[],
    private readonly given: ReadonlyMap<string, GivenTables>,
    private readonly options: CubeOptions,
  ) {
    this.everybody = given.get(base.code)!;
  }

  assembled(): AssembledCube {
    const total = this.everybody.total!;
    if (this.everybody.isPublished([]))
      this.places.push({ ...this.everybody.figureAt({}, this.base.code), dimensions: [], cell: 0 });
    if (!this.options.isTotalsOnly) for (const code of this.everybody.dimensionCodes) this.addDimension(code);
    const characteristics = this.dimensions.length;
    for (let first = 0; first < characteristics; first += 1)
      for (let second = first + 1; second < characteristics; second += 1) this.addPair(first, second);
    this.addMembers(characteristics);
    for (const dimension of this.options.former ?? [])
      if (!this.dimensions.some(({ code }) => code === dimension.code)) this.dimensions.push(dimension);
    const cube = { dimensions: this.dimensions, total, tables: this.tables };
    return { everybody: this.base.code, cube, places: this.places };
  }

  private addDimension(code: string): void {
    const counts = this.everybody.counts([code]);
    if (!counts) return;
    const rest = this.everybody.total! - sum(counts.values());
    if (rest < 0) return;
    const before = this.options.former?.find((dimension) => dimension.code === code)?.categories ?? [];
    const hasRest = rest > 0 || before.includes(NOT_STATED);
    const categories = [...new Set([...counts.keys(), ...before])]
      .filter((category) => category !== NOT_STATED)
      .sort();
    this.dimensions.push({ code, categories: hasRest ? [...categories, NOT_STATED] : categories });
    const index = this.dimensions.length - 1;
    const table = [...categories.map((category) => counts.get(category) ?? 0), ...(hasRest ? [rest] : [])];
    this.addTable([index], table, this.base.code, this.everybody);
  }

  /** Of two characteristics: what is missing of a row or column stands in its category "not stated", where there is one. */
  private addPair(first: number, second: number): void {
    const [rows, columns] = [this.dimensions[first]!, this.dimensions[second]!];
    const counts = this.everybody.counts([rows.code, columns.code]);
    if (!counts) return;
    const table = rows.categories.flatMap((row) =>
      columns.categories.map((column) => counts.get(`${row}|${column}`) ?? 0),
    );
    const filled = filledUp(table, rows, columns, this.countsOf(first), this.countsOf(second));
    if (filled) this.addTable([first, second], filled, this.base.code, this.everybody);
  }

  /** From whole to part, so that each finds its whole in the cube already. */
  private addMembers(characteristics: number): void {
    const placed = new Map<string, { readonly total: number; readonly dimension: number | null }>([
      [this.base.code, { total: this.everybody.total!, dimension: null }],
    ]);
    const waiting = this.members.filter(({ code }) => code !== this.base.code);
    for (const member of waiting.sort((a, b) => this.depthOf(a) - this.depthOf(b))) {
      const tables = this.given.get(member.code)!;
      const whole = placed.get(this.nearest(member, placed))!;
      if (tables.total === null || tables.total > whole.total) continue;
      this.dimensions.push({ code: `is ${member.code}`, categories: COUNTED });
      const own = this.dimensions.length - 1;
      placed.set(member.code, { total: tables.total, dimension: own });
      const others = this.everybody.total! - tables.total;
      this.addTable([own], [tables.total, others], member.code, tables);
      if (whole.dimension !== null)
        this.tables.push({
          dimensions: [whole.dimension, own],
          counts: [tables.total, whole.total - tables.total, 0, this.everybody.total! - whole.total],
          structuralZeros: new Set([2]),
        });
      for (let index = 0; index < characteristics; index += 1) this.addPart(index, own, tables, member.code);
    }
  }

  /** A member by one characteristic: those whom it counts, and the rest of everybody. */
  private addPart(index: number, own: number, tables: GivenTables, code: string): void {
    const { code: dimension, categories } = this.dimensions[index]!;
    const counts = tables.counts([dimension]);
    if (!counts || [...counts.keys()].some((category) => !categories.includes(category))) return;
    const rest = tables.total! - sum(counts.values());
    if (rest < 0 || (rest > 0 && !categories.includes(NOT_STATED))) return;
    const everybody = this.countsOf(index);
    const table = categories.flatMap((category, position) => {
      const counted = category === NOT_STATED ? rest : (counts.get(category) ?? 0);
      return [counted, everybody[position]! - counted];
    });
    if (table.every((count) => count >= 0)) this.addTable([index, own], table, code, tables);
  }

  private addTable(dimensions: readonly number[], counts: number[], member: string, from: GivenTables): void {
    const named = dimensions
      .map((index) => this.dimensions[index]!)
      .filter(({ categories }) => categories !== COUNTED);
    const zeros = new Set<number>();
    counts.forEach((count, cell) => {
      const categories = categoriesOf(this.dimensions, dimensions, cell);
      // Of a member's own dimension only those whom it counts are a figure.
      const isCounted = dimensions.every(
        (index, position) => this.dimensions[index]!.categories !== COUNTED || categories[position] === 0,
      );
      const key: Record<string, string> = {};
      dimensions.forEach((index, position) => {
        const { code, categories: codes } = this.dimensions[index]!;
        if (codes !== COUNTED) key[code] = codes[categories[position]!]!;
      });
      if (count === 0 && this.isImpossible(key)) zeros.add(cell);
      const isNamed = Object.values(key).every((category) => category !== NOT_STATED);
      if (
        isCounted &&
        isNamed &&
        from.isPublished(
          named.map(({ code }) => code),
          key,
        )
      )
        this.places.push({ ...from.figureAt(key, member), dimensions, cell });
    });
    this.tables.push(
      zeros.size > 0 ? { dimensions, counts, structuralZeros: zeros } : { dimensions, counts },
    );
  }

  private isImpossible(key: SeriesKey): boolean {
    return (this.options.impossible ?? []).some((zero) => {
      const parts = Object.entries(zero);
      return parts.length > 0 && parts.every(([dimension, category]) => key[dimension] === category);
    });
  }

  private countsOf(index: number): readonly number[] {
    return this.tables.find(({ dimensions }) => dimensions.length === 1 && dimensions[0] === index)!.counts;
  }

  private nearest(member: CubeMember, placed: ReadonlyMap<string, unknown>): string {
    let within = member.within;
    for (let steps = 0; within !== null && !placed.has(within) && steps < this.members.length; steps += 1)
      within = this.members.find(({ code }) => code === within)?.within ?? null;
    return within !== null && placed.has(within) ? within : this.base.code;
  }

  private depthOf(member: CubeMember): number {
    let depth = 0;
    for (let within = member.within; within !== null && depth < this.members.length; depth += 1)
      within = this.members.find(({ code }) => code === within)?.within ?? null;
    return depth;
  }
}

/** The table with its categories "not stated" filled from the totals of rows and columns; null where they cannot hold it. */
function filledUp(
  table: readonly number[],
  rows: CubeDimension,
  columns: CubeDimension,
  ofRows: readonly number[],
  ofColumns: readonly number[],
): number[] | null {
  const filled = [...table];
  const dimensions = [rows, columns];
  const at = (row: number, column: number): number => cellOf(dimensions, [0, 1], [row, column]);
  const lastRow = rows.categories.indexOf(NOT_STATED);
  const lastColumn = columns.categories.indexOf(NOT_STATED);
  if (lastColumn >= 0)
    ofRows.forEach((total, row) => {
      if (row === lastRow) return;
      filled[at(row, lastColumn)] =
        total -
        sum(columns.categories.map((_, column) => (column === lastColumn ? 0 : filled[at(row, column)]!)));
    });
  if (lastRow >= 0)
    ofColumns.forEach((total, column) => {
      filled[at(lastRow, column)] =
        total - sum(rows.categories.map((_, row) => (row === lastRow ? 0 : filled[at(row, column)]!)));
    });
  const holds =
    filled.every((count) => count >= 0) &&
    ofRows.every(
      (total, row) => sum(columns.categories.map((_, column) => filled[at(row, column)]!)) === total,
    ) &&
    ofColumns.every(
      (total, column) => sum(rows.categories.map((_, row) => filled[at(row, column)]!)) === total,
    );
  return holds ? filled : null;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
