import { categoriesOf, cellOf } from '#domain';
import type { Cube, CubeTable } from '#domain';

/** What an attacker knows of one cell: the least and the most children that can be in it. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** What is known of a table before its cells are held against each other. */
export interface KnownTable {
  readonly table: CubeTable;
  readonly cells: readonly Interval[];
}

/**
 * Narrows what is known of every cell by the rule that a total is the sum of its parts, until nothing changes any more:
 * everything that subtraction can tell, in whole children.
 *
 * @param total children in all, where the attacker is told exactly, or what is known of them
 */
export function narrowed(cube: Cube, total: number | Interval, known: readonly KnownTable[]): Interval[][] {
  const all = typeof total === 'number' ? { least: total, most: total } : total;
  const least = known.map(({ cells }) => cells.map((cell) => Math.max(0, cell.least)));
  const most = known.map(({ cells }) => cells.map((cell) => Math.min(all.most, cell.most)));
  const sums = sumsOf(cube, known);
  for (let changed = true; changed;) {
    changed = false;
    for (const { parent, parts } of sums) {
      const whole = parent === null ? all : at(least, most, parent);
      let leastOfParts = 0;
      let mostOfParts = 0;
      for (const [table, cell] of parts) {
        leastOfParts += least[table]![cell]!;
        mostOfParts += most[table]![cell]!;
      }
      if (parent !== null) {
        const [table, cell] = parent;
        if (leastOfParts > least[table]![cell]!) [least[table]![cell], changed] = [leastOfParts, true];
        if (mostOfParts < most[table]![cell]!) [most[table]![cell], changed] = [mostOfParts, true];
      }
      for (const [table, cell] of parts) {
        const low = whole.least - (mostOfParts - most[table]![cell]!);
        const high = whole.most - (leastOfParts - least[table]![cell]!);
        if (low > least[table]![cell]!) {
          leastOfParts += low - least[table]![cell]!;
          [least[table]![cell], changed] = [low, true];
        }
        if (high < most[table]![cell]!) {
          mostOfParts -= most[table]![cell]! - high;
          [most[table]![cell], changed] = [high, true];
        }
      }
    }
  }
  return known.map((_, table) =>
    least[table]!.map((low, cell) => ({ least: low, most: most[table]![cell]! })),
  );
}

type Place = readonly [table: number, cell: number];

function at(least: readonly number[][], most: readonly number[][], [table, cell]: Place): Interval {
  return { least: least[table]![cell]!, most: most[table]![cell]! };
}

/** Every total with its parts: all children by one dimension, and a category of one dimension by a second. */
function sumsOf(cube: Cube, known: readonly KnownTable[]): { parent: Place | null; parts: Place[] }[] {
  const single = new Map<number, number>();
  known.forEach(({ table }, index) => {
    if (table.dimensions.length === 1) single.set(table.dimensions[0]!, index);
  });
  return known.flatMap(({ table, cells }, index) => {
    const places = cells.map((_, cell): Place => [index, cell]);
    if (table.dimensions.length === 1) return [{ parent: null, parts: places }];
    return [
      { parent: null, parts: places },
      ...table.dimensions.flatMap((dimension, position) => {
        const parents = single.get(dimension);
        if (parents === undefined) return [];
        const size = cube.dimensions[dimension]!.categories.length;
        return Array.from({ length: size }, (_, category) => ({
          parent: [parents, cellOf(cube.dimensions, [dimension], oneAt(dimension, category))] as const,
          parts: places.filter(
            ([, cell]) => categoriesOf(cube.dimensions, table.dimensions, cell)[position] === category,
          ),
        }));
      }),
    ];
  });
}

function oneAt(dimension: number, category: number): number[] {
  const combination: number[] = [];
  combination[dimension] = category;
  return combination;
}
