import type { CubeTable } from '#domain';

import type { Interval } from './interval-attack.js';

/** What an attack found over many cubes. */
export interface Tally {
  cells: number;
  /** Cells whose true count is from one to nine. */
  small: number;
  /** Cells known exactly; none of the cubes has a structural zero. */
  exact: number;
  /** Small ones known within less than five, and to be from one to nine. */
  narrow: number;
  leakingCubes: number;
  cubes: number;
  /** Of the small ones: most less least. */
  leastWidth: number;
  /** True counts that the attack excluded: its own faults. */
  outside: number;
}

export function tally(): Tally {
  return {
    cells: 0,
    small: 0,
    exact: 0,
    narrow: 0,
    leakingCubes: 0,
    cubes: 0,
    leastWidth: Infinity,
    outside: 0,
  };
}

export function countTables(
  into: Tally,
  tables: readonly CubeTable[],
  found: readonly (readonly Interval[])[],
): void {
  const before = into.narrow;
  tables.forEach((table, index) =>
    table.counts.forEach((truth, cell) => countCell(into, truth, found[index]![cell]!)),
  );
  into.cubes += 1;
  if (into.narrow > before) into.leakingCubes += 1;
}

export function countCell(into: Tally, truth: number, { least, most }: Interval): void {
  into.cells += 1;
  if (truth < least || truth > most) into.outside += 1;
  if (least === most) into.exact += 1;
  if (truth < 1 || truth > 9) return;
  into.small += 1;
  into.leastWidth = Math.min(into.leastWidth, most - least);
  if (least === most || (least >= 1 && most <= 9 && most - least < 5)) into.narrow += 1;
}

/** One line of figures, as docs/disclosure.md quotes them. */
export function sayFound(name: string, found: Tally): void {
  process.stdout.write(
    `S14 ${name}: ${found.cubes} cubes, ${found.cells} cells, ${found.small} small: ${found.exact} exact, ${found.narrow} narrow, ` +
      `least width ${found.leastWidth}, ${found.leakingCubes} leaking, ${found.outside} truths outside\n`,
  );
}
