import type { Combination, Cube, CubeTable } from './cube.js';
import { GROUP_SIZE } from './group.js';
import type { RandomNumbers } from './group.js';
import { cellIn } from './searched-table.js';
import type { SearchedTable } from './searched-table.js';

/** What one unit beyond the announced error costs against one unit within it, squared. */
const EXCESS_WEIGHT = 40;
/** What a group costs in a cell in which there is no child: it happens only where nothing else holds the error. */
const EMPTY_CELL_COST = 12;
/** Moves tried per group and dimension before a try is given up. */
const SWEEPS = 60;
/** Groups drawn for each one that a revision adds; the one that fits best stays. */
const CANDIDATES = 60;
const WARMEST = 6;
const COOLEST = 0.3;
/** Category of a group in a dimension by which nothing is told: its place is found once something is. No table has as many. */
const UNPLACED = 0xffff;
const TWO_TO_THE_32 = 4_294_967_296;

/** A group of a version before; null in a dimension that it did not have, or in a category that is no more. */
export type FormerGroup = readonly (number | null)[];

/** Moves groups of five between cells until every table is within its announced error: simulated annealing on its margins. */
export class StandInSearch {
  private readonly tables: readonly SearchedTable[];
  private readonly tablesOf: readonly (readonly SearchedTable[])[];
  private readonly truth: Int32Array;
  /** How far a cell's figure may lie from the truth. */
  private readonly error: Int32Array;
  private readonly impossible: Uint8Array;
  private readonly difference: Int32Array;
  private readonly excess = new Map<CubeTable, number>();
  private groups: Uint16Array[] = [];
  private violations = 0;
  /** What may still be chosen: all of a new group, and of one that stays only what it had no category in. */
  private movable: (readonly [group: Uint16Array, dimension: number])[] = [];

  constructor(
    private readonly cube: Cube,
    tables: readonly CubeTable[],
    private readonly random: RandomNumbers,
    errorOf: (table: CubeTable) => number,
    /** Groups to make. */
    private readonly wanted: number,
  ) {
    let offset = 0;
    this.tables = tables.map((table) => {
      const [first = 0, second = null] = table.dimensions;
      const stride = second === null ? 1 : (cube.dimensions[second]?.categories.length ?? 1);
      const searched = { table, first, second, stride, offset };
      offset += table.counts.length;
      return searched;
    });
    this.tablesOf = cube.dimensions.map((_, index) =>
      this.tables.filter(({ first, second }) => first === index || second === index),
    );
    this.truth = new Int32Array(offset);
    this.error = new Int32Array(offset);
    this.impossible = new Uint8Array(offset);
    this.difference = new Int32Array(offset);
    for (const { table, offset: start } of this.tables) {
      table.counts.forEach((count, cell) => {
        this.truth[start + cell] = count;
        this.error[start + cell] = errorOf(table);
      });
      for (const cell of table.structuralZeros ?? []) {
        this.impossible[start + cell] = 1;
        this.error[start + cell] = 0;
      }
    }
  }

  /** Groups within every announced error, drawn afresh; null where this try found none. */
  draw(): readonly Combination[] | null {
    this.start([]);
    while (this.groups.length < this.wanted) this.addMovable(this.drawn());
    return this.settle((sweep) => WARMEST * (COOLEST / WARMEST) ** (sweep / SWEEPS));
  }

  /**
   * The former groups with those that go taken away and new ones put beside them; null where this try found none. A group that
   * stays is never moved.
   *
   * @param leaving groups that may go; more of them only where there are fewer children in all
   */
  revise(former: readonly FormerGroup[], leaving: number): readonly Combination[] | null {
    const carried = former.map((group) => this.completed(group));
    this.start(carried);
    const least = Math.max(0, former.length - this.wanted);
    const most = Math.max(least, Math.min(leaving, former.length));
    const going = this.below(2) === 0 ? most : least + this.below(most - least + 1);
    for (let gone = 0; gone < going; gone += 1) this.removeBest();
    const isNew = new Map(
      carried.map((group, index) => [group, former[index]!.map((known) => known === null)]),
    );
    for (const group of this.groups) this.letMove(group, (dimension) => isNew.get(group)![dimension]!);
    while (this.groups.length < this.wanted) this.addMovable(this.bestOf(CANDIDATES));
    return this.settle((sweep) => WARMEST * (COOLEST / WARMEST) ** (sweep / SWEEPS));
  }

  /** By how much a table's cells were beyond its announced error, over the tries so far. */
  excessOf(table: CubeTable): number {
    return this.excess.get(table) ?? 0;
  }

  private settle(warmthOf: (sweep: number) => number): readonly Combination[] | null {
    const moves = this.movable.length;
    for (let sweep = 0; sweep < SWEEPS && this.violations > 0; sweep += 1) {
      const warmth = warmthOf(sweep);
      for (let move = 0; move < moves && this.violations > 0; move += 1) this.tryMove(warmth);
    }
    if (this.violations === 0) return this.groups.map((group) => [...group]);
    this.noteExcess();
    return null;
  }

  private start(groups: readonly Uint16Array[]): void {
    this.groups = [];
    this.movable = [];
    this.violations = 0;
    this.difference.forEach((_, cell) => {
      this.difference[cell] = -(this.truth[cell] ?? 0);
      if (this.isBeyond(cell)) this.violations += 1;
    });
    for (const group of groups) this.add(group);
  }

  private add(group: Uint16Array): void {
    this.groups.push(group);
    for (const table of this.tables) this.shift(cellIn(table, group), GROUP_SIZE);
  }

  private addMovable(group: Uint16Array): void {
    this.add(group);
    this.letMove(group, () => true);
  }

  private letMove(group: Uint16Array, isOpen: (dimension: number) => boolean): void {
    group.forEach((_, dimension) => {
      if (isOpen(dimension) && !this.isUntold(dimension)) this.movable.push([group, dimension]);
    });
  }

  /** Whether there is no table by it. */
  private isUntold(dimension: number): boolean {
    return this.tablesOf[dimension]?.length === 0;
  }

  private removeBest(): void {
    let best = 0;
    let least = Infinity;
    this.groups.forEach((group, index) => {
      let change = 0;
      for (const table of this.tables) change += this.changeBy(cellIn(table, group), -GROUP_SIZE);
      if (change < least) [best, least] = [index, change];
    });
    const [removed] = this.groups.splice(best, 1);
    if (removed) for (const table of this.tables) this.shift(cellIn(table, removed), -GROUP_SIZE);
  }

  private bestOf(candidates: number): Uint16Array {
    let best = this.drawn();
    let least = Infinity;
    for (let candidate = 0; candidate < candidates; candidate += 1) {
      const group = this.drawn();
      let change = 0;
      for (const table of this.tables) change += this.changeBy(cellIn(table, group), GROUP_SIZE);
      if (change < least) [best, least] = [group, change];
    }
    return best;
  }

  private tryMove(warmth: number): void {
    const chosen = this.movable[this.below(this.movable.length)];
    if (!chosen) return;
    const [group, dimension] = chosen;
    const from = group[dimension] ?? 0;
    const to = this.categoryFor(dimension, group);
    if (to === from) return;
    const tables = this.tablesOf[dimension] ?? [];
    let change = 0;
    for (const table of tables) {
      change += this.changeBy(cellIn(table, group), -GROUP_SIZE);
      group[dimension] = to;
      const cell = cellIn(table, group);
      change += this.impossible[cell] === 1 ? Infinity : this.changeBy(cell, GROUP_SIZE);
      group[dimension] = from;
    }
    if (change > 0 && this.fraction() >= Math.exp(-change / warmth)) return;
    for (const table of tables) {
      this.shift(cellIn(table, group), -GROUP_SIZE);
      group[dimension] = to;
      this.shift(cellIn(table, group), GROUP_SIZE);
      group[dimension] = from;
    }
    group[dimension] = to;
  }

  private drawn(): Uint16Array {
    return this.completed(this.cube.dimensions.map(() => null));
  }

  /** The group with a category drawn for each dimension in which it has none. */
  private completed(group: FormerGroup): Uint16Array {
    const known = group.map((category) => category !== null);
    const whole = Uint16Array.from(group, (category) => category ?? 0);
    known.forEach((isKnown, dimension) => {
      if (isKnown) return;
      if (this.isUntold(dimension)) {
        whole[dimension] = UNPLACED;
        return;
      }
      whole[dimension] = this.categoryFor(dimension, whole, known);
      known[dimension] = true;
    });
    return whole;
  }

  /** A category drawn as often as it occurs beside one of the group's other values, so that few moves lead into empty cells. */
  private categoryFor(
    dimension: number,
    group: Uint16Array,
    known: readonly boolean[] | null = null,
  ): number {
    const all = this.tablesOf[dimension] ?? [];
    const given = known
      ? all.filter(({ first, second }) => second === null || known[first === dimension ? second : first])
      : all;
    const size = this.cube.dimensions[dimension]?.categories.length ?? 1;
    const table = given[this.below(given.length || 1)];
    if (!table) return this.below(size);
    const { first, second, stride, offset } = table;
    const step = first === dimension ? stride : 1;
    const beside =
      second === null ? 0 : first === dimension ? (group[second] ?? 0) : (group[first] ?? 0) * stride;
    let sum = 0;
    for (let category = 0; category < size; category += 1)
      sum += this.truth[offset + beside + category * step] ?? 0;
    if (sum === 0) return this.below(size);
    let left = this.fraction() * sum;
    for (let category = 0; category < size; category += 1) {
      left -= this.truth[offset + beside + category * step] ?? 0;
      if (left < 0) return category;
    }
    return size - 1;
  }

  private changeBy(cell: number, by: number): number {
    const now = this.difference[cell] ?? 0;
    return this.costAt(cell, now + by) - this.costAt(cell, now);
  }

  private costAt(cell: number, difference: number): number {
    const beyond = this.beyond(cell, difference);
    const excess = beyond > 0 ? EXCESS_WEIGHT * beyond * beyond : 0;
    const empty = this.truth[cell] === 0 && difference > 0 ? EMPTY_CELL_COST : 0;
    return excess + difference * difference + empty;
  }

  private shift(cell: number, by: number): void {
    const before = this.isBeyond(cell);
    this.difference[cell] = (this.difference[cell] ?? 0) + by;
    this.violations += Number(this.isBeyond(cell)) - Number(before);
  }

  private isBeyond(cell: number): boolean {
    return this.beyond(cell, this.difference[cell] ?? 0) > 0;
  }

  private beyond(cell: number, difference: number): number {
    return Math.abs(difference) - (this.error[cell] ?? 0);
  }

  private noteExcess(): void {
    for (const { table, offset } of this.tables) {
      let excess = this.excess.get(table) ?? 0;
      for (let cell = offset; cell < offset + table.counts.length; cell += 1)
        excess += Math.max(0, this.beyond(cell, this.difference[cell] ?? 0));
      this.excess.set(table, excess);
    }
  }

  private below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  private fraction(): number {
    return this.random() / TWO_TO_THE_32;
  }
}
