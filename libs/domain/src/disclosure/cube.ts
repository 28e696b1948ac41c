/**
 * What is known of the children of one source and period: how many there are, and how many have each value of one
 * characteristic or of two together. A table that the source did not give is not in it, and is never made up.
 */
export interface Cube {
  readonly dimensions: readonly CubeDimension[];
  /** Children in all. */
  readonly total: number;
  readonly tables: readonly CubeTable[];
}

export interface CubeDimension {
  readonly code: string;
  /** Each child has exactly one of them. */
  readonly categories: readonly string[];
}

/** Counts by one or two dimensions. */
export interface CubeTable {
  /** Positions in `Cube.dimensions`, ascending: one or two. */
  readonly dimensions: readonly number[];
  /** Children per cell; of two dimensions row by row, the second one running. */
  readonly counts: readonly number[];
  /** Cells that are impossible by definition (a public list, decided before any figure was seen), by position in `counts`. */
  readonly structuralZeros?: ReadonlySet<number>;
}

/** One child, or one group of five: a category's position for each dimension. */
export type Combination = readonly number[];

/** Every table of one and of two dimensions, counted from a register in which each child has one value in every dimension. */
export function cubeOfRecords(
  dimensions: readonly CubeDimension[],
  records: readonly Combination[],
  structuralZeros: (dimensions: readonly number[], categories: readonly number[]) => boolean = () => false,
): Cube {
  const tables: CubeTable[] = tablesUpToTwo(dimensions.length).map((chosen) => {
    const counts = countsBy(dimensions, chosen, records);
    const impossible = new Set(
      counts.flatMap((_, cell) =>
        structuralZeros(chosen, categoriesOf(dimensions, chosen, cell)) ? [cell] : [],
      ),
    );
    return impossible.size > 0
      ? { dimensions: chosen, counts, structuralZeros: impossible }
      : { dimensions: chosen, counts };
  });
  return { dimensions, total: records.length, tables };
}

/** Positions of the dimensions of every table of one or two of them: `[0], [1], …, [0, 1], [0, 2], …`. */
export function tablesUpToTwo(dimensions: number): number[][] {
  const all = Array.from({ length: dimensions }, (_, index) => index);
  return [...all.map((index) => [index]), ...all.flatMap((a) => all.slice(a + 1).map((b) => [a, b]))];
}

/** How many of the combinations fall into each cell of a table. */
export function countsBy(
  dimensions: readonly CubeDimension[],
  chosen: readonly number[],
  combinations: readonly Combination[],
): number[] {
  const counts = Array<number>(sizeOf(dimensions, chosen)).fill(0);
  for (const combination of combinations) {
    const cell = cellOf(dimensions, chosen, combination);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** Number of cells of a table. */
export function sizeOf(dimensions: readonly CubeDimension[], chosen: readonly number[]): number {
  return chosen.reduce((size, index) => size * (dimensions[index]?.categories.length ?? 0), 1);
}

/** The cell of a table into which a combination falls. */
export function cellOf(
  dimensions: readonly CubeDimension[],
  chosen: readonly number[],
  combination: Combination,
): number {
  return chosen.reduce(
    (cell, index) => cell * (dimensions[index]?.categories.length ?? 0) + (combination[index] ?? 0),
    0,
  );
}

/** The category of each of a table's dimensions in one of its cells. */
export function categoriesOf(
  dimensions: readonly CubeDimension[],
  chosen: readonly number[],
  cell: number,
): number[] {
  const categories: number[] = [];
  let rest = cell;
  for (const index of [...chosen].reverse()) {
    const size = dimensions[index]?.categories.length ?? 1;
    categories.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return categories;
}
