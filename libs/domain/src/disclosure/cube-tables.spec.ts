import { describe, expect, it } from '@jest/globals';

import { categoriesOf, cellOf, countsBy, cubeOfRecords, sizeOf, tablesUpToTwo } from './cube.js';
import type { Combination } from './cube.js';

const DIMENSIONS = [
  { code: 'sex', categories: ['f', 'm'] },
  { code: 'age', categories: ['0-5', '6-11', '12-17'] },
  { code: 'area', categories: ['urban', 'rural'] },
];
const RECORDS: Combination[] = [
  [0, 2, 1],
  [0, 2, 0],
  [1, 0, 0],
  [1, 2, 0],
];

describe('the tables of a cube', () => {
  it('are those of one dimension and those of two, each once', () => {
    expect(tablesUpToTwo(3)).toEqual([[0], [1], [2], [0, 1], [0, 2], [1, 2]]);
    expect(tablesUpToTwo(1)).toEqual([[0]]);
    expect(tablesUpToTwo(0)).toEqual([]);
  });

  it('have a cell for each combination of their categories, row by row', () => {
    expect([[], [1], [0, 1], [1, 2]].map((chosen) => sizeOf(DIMENSIONS, chosen))).toEqual([1, 3, 6, 6]);
    expect(RECORDS.map((record) => cellOf(DIMENSIONS, [0, 1], record))).toEqual([2, 2, 3, 5]);
    expect(RECORDS.map((record) => cellOf(DIMENSIONS, [1, 2], record))).toEqual([5, 4, 0, 4]);
    expect(RECORDS.map((record) => cellOf(DIMENSIONS, [], record))).toEqual([0, 0, 0, 0]);
  });

  it('know the categories of each of their cells', () => {
    for (const chosen of tablesUpToTwo(3))
      for (let cell = 0; cell < sizeOf(DIMENSIONS, chosen); cell += 1) {
        const categories = categoriesOf(DIMENSIONS, chosen, cell);
        const combination = [0, 0, 0];
        chosen.forEach((index, position) => (combination[index] = categories[position]!));
        expect(categories).toHaveLength(chosen.length);
        expect(cellOf(DIMENSIONS, chosen, combination)).toBe(cell);
      }
    expect(categoriesOf(DIMENSIONS, [0, 1], 5)).toEqual([1, 2]);
  });

  it('count each child in one cell', () => {
    expect(countsBy(DIMENSIONS, [0, 1], RECORDS)).toEqual([0, 0, 2, 1, 0, 1]);
    expect(countsBy(DIMENSIONS, [2], RECORDS)).toEqual([3, 1]);
    expect(countsBy(DIMENSIONS, [], RECORDS)).toEqual([4]);
  });

  it('mark the cells that are impossible by definition, and no table without one', () => {
    const cube = cubeOfRecords(DIMENSIONS, RECORDS, (dimensions, categories) =>
      dimensions.join() === '0,1' ? categories.join() === '0,1' : false,
    );
    expect(cube.total).toBe(4);
    expect(cube.dimensions).toBe(DIMENSIONS);
    expect(cube.tables.map(({ structuralZeros }) => structuralZeros && [...structuralZeros])).toEqual([
      undefined,
      undefined,
      undefined,
      [1],
      undefined,
      undefined,
    ]);
    const plain = cubeOfRecords(DIMENSIONS, RECORDS).tables;
    expect(plain.map(({ counts }) => counts.join())).toEqual([
      '2,2',
      '1,0,3',
      '3,1',
      '0,0,2,1,0,1',
      '1,1,2,0',
      '1,0,0,0,2,1',
    ]);
    expect(plain.some((table) => 'structuralZeros' in table)).toBe(false);
  });
});
