import type { Highs } from 'highs';

import { categoriesOf } from '#domain';
import type { Cube } from '#domain';

import type { Interval, KnownTable } from './interval-attack.js';

/**
 * Least and most children that one cell can hold when every table has to come from one table of whole combinations: the
 * strongest attack by arithmetic, for cubes small enough to write that table out. Rounded to whole children outwards of
 * nothing: a bound of 3.2 leaves 4.
 */
export function boundsByLinearProgramme(
  highs: Highs,
  cube: Cube,
  total: number,
  known: readonly KnownTable[],
  [asked, cell]: readonly [table: number, cell: number],
): Interval {
  const every = cube.dimensions.map((_, index) => index);
  const size = cube.dimensions.reduce((product, { categories }) => product * categories.length, 1);
  const combinations = Array.from({ length: size }, (_, index) =>
    categoriesOf(cube.dimensions, every, index),
  );
  const sumOf = (table: number, wanted: number): string => {
    const { dimensions } = known[table]!.table;
    const categories = categoriesOf(cube.dimensions, dimensions, wanted);
    return combinations
      .flatMap((combination, index) =>
        dimensions.every((dimension, position) => combination[dimension] === categories[position])
          ? [`x${index}`]
          : [],
      )
      .join(' + ');
  };
  const rules = [
    `t: ${combinations.map((_, index) => `x${index}`).join(' + ')} = ${total}`,
    ...known.flatMap(({ cells }, table) =>
      cells.flatMap(({ least, most }, wanted) => [
        `l${table}_${wanted}: ${sumOf(table, wanted)} >= ${Math.max(0, least)}`,
        `m${table}_${wanted}: ${sumOf(table, wanted)} <= ${Math.min(total, most)}`,
      ]),
    ),
  ];
  const solve = (way: 'Minimize' | 'Maximize'): number => {
    const solution = highs.solve(
      `${way}\n obj: ${sumOf(asked, cell)}\nSubject To\n ${rules.join('\n ')}\nEnd`,
    );
    if (solution.Status !== 'Optimal') throw new Error(`the programme is ${solution.Status}`);
    return solution.ObjectiveValue;
  };
  return { least: Math.ceil(solve('Minimize') - 1e-6), most: Math.floor(solve('Maximize') + 1e-6) };
}
