import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { cubeOfRecords } from './cube.js';
import type { CubeDimension } from './cube.js';
import { GROUP_SIZE } from './group.js';
import { ANNOUNCED_ERROR, announcedErrorOf, standInCounts, standInOf } from './stand-in.js';

const SEX: CubeDimension = { code: 'sex', categories: ['female', 'male'] };
const AGE: CubeDimension = { code: 'age', categories: ['0-5', '6-11', '12-14', '15-17'] };
const AREA: CubeDimension = { code: 'area', categories: ['urban', 'rural'] };
const DIMENSIONS = [SEX, AGE, AREA];

/** Numerical Recipes' linear congruence: of a test, only that it repeats. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

const anyRecord = fc.tuple(fc.nat(1), fc.nat(3), fc.nat(1));

describe('the stand-in of a cube', () => {
  it('holds the announced error in every table that is published, and in the total', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 20, maxLength: 300 }), fc.nat(), (records, seed) => {
        const cube = cubeOfRecords(DIMENSIONS, records);
        const { groups, tables } = standInOf(cube, numbersFrom(seed));
        expect(Math.abs(groups.length * GROUP_SIZE - records.length)).toBeLessThanOrEqual(
          ANNOUNCED_ERROR.total,
        );
        for (const table of tables)
          standInCounts(cube, table, groups).forEach((count, cell) => {
            expect(count % GROUP_SIZE).toBe(0);
            expect(Math.abs(count - (table.counts[cell] ?? 0))).toBeLessThanOrEqual(announcedErrorOf(table));
          });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same children and the same seed, and another for another seed', () => {
    const records = Array.from({ length: 120 }, (_, index) => [
      index % 2,
      (index >> 1) % 4,
      index % 3 === 0 ? 1 : 0,
    ]);
    const cube = cubeOfRecords(DIMENSIONS, records);
    const once = standInOf(cube, numbersFrom(7));
    expect(standInOf(cube, numbersFrom(7))).toEqual(once);
    expect(standInOf(cube, numbersFrom(8)).groups).not.toEqual(once.groups);
  });

  it('stands for no more than one child beyond the register, and for no more than four short of it', () => {
    const short = new Set<number>();
    for (let children = 40; children < 60; children += 1)
      for (let seed = 1; seed <= 10; seed += 1) {
        const records = Array.from({ length: children }, (_, index) => [index % 2, index % 4, index % 2]);
        const { groups } = standInOf(cubeOfRecords(DIMENSIONS, records), numbersFrom(seed * 7_919));
        short.add(children - groups.length * GROUP_SIZE);
      }
    expect([...short].sort()).toEqual([-1, 0, 1, 2, 3, 4].sort());
  });

  it('leaves four children for the other categories where all groups share one, whoever knows how many there are', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const records = Array.from({ length: 199 }, (_, index) => [index === 0 ? 0 : 1, index % 4, index % 2]);
      const { groups } = standInOf(cubeOfRecords(DIMENSIONS, records), numbersFrom(seed * 7_919));
      const isOneSided = groups.every(([sex]) => sex === 1);
      if (isOneSided) expect(groups.length * GROUP_SIZE).toBe(195);
    }
  });

  it('gives no narrow count of one of two categories to whoever knows how many there are', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const records = Array.from({ length: 199 }, (_, index) => [index < 7 ? 0 : 1, index % 4, index % 2]);
      const { groups } = standInOf(cubeOfRecords(DIMENSIONS, records), numbersFrom(seed * 7_919));
      // Four short of 199, a five beside 190 would be five to nine children.
      if (groups.filter(([sex]) => sex === 0).length === 1) expect(groups.length * GROUP_SIZE).toBe(200);
    }
  });

  it('publishes no table of fewer than twenty children', () => {
    const cube = cubeOfRecords(
      DIMENSIONS,
      Array.from({ length: 19 }, () => [0, 1, 0]),
    );
    expect(standInOf(cube, numbersFrom(1)).tables).toEqual([]);
  });

  it('puts no group where no child can be', () => {
    const records = Array.from({ length: 200 }, (_, index) => [
      index % 2,
      index % 4,
      index % 5 === 0 ? 1 : 0,
    ]);
    const cube = cubeOfRecords(DIMENSIONS, records, (dimensions, [sex, age]) =>
      dimensions.join() === '0,1' ? sex === 0 && age === 1 : false,
    );
    for (let seed = 1; seed <= 20; seed += 1)
      expect(standInOf(cube, numbersFrom(seed)).groups.some(([sex, age]) => sex === 0 && age === 1)).toBe(
        false,
      );
  });

  it('leaves out the table that contradicts the others, and keeps the rest', () => {
    const cube = cubeOfRecords(
      [SEX, AREA],
      Array.from({ length: 100 }, (_, index) => [index % 2, index % 4 === 0 ? 1 : 0]),
    );
    const contradicting = {
      ...cube,
      tables: [...cube.tables.slice(0, 1), { dimensions: [1], counts: [90, 90] }],
    };
    expect(standInOf(contradicting, numbersFrom(3)).tables).toEqual(cube.tables.slice(0, 1));
  });

  describe('of a revision', () => {
    const records = Array.from({ length: 400 }, (_, index) => [
      index % 2,
      (index >> 2) % 4,
      index % 7 === 0 ? 1 : 0,
    ]);
    const first = standInOf(cubeOfRecords(DIMENSIONS, records), numbersFrom(5));
    const late = Array.from({ length: 10 }, () => [1, 3, 1]);

    it('leaves every group where it was when children only came', () => {
      for (let seed = 1; seed <= 10; seed += 1) {
        const { groups } = standInOf(cubeOfRecords(DIMENSIONS, [...records, ...late]), numbersFrom(seed), {
          groups: first.groups,
          gone: 0,
        });
        expect(groups.slice(0, first.groups.length)).toEqual(first.groups);
        expect(groups).toHaveLength(first.groups.length + 2);
      }
    });

    it('takes away no more groups than a fifth of the children who left a cell', () => {
      const moved = cubeOfRecords(DIMENSIONS, [...records.slice(0, 388), ...late, ...late.slice(0, 2)]);
      for (let seed = 1; seed <= 10; seed += 1) {
        const { groups } = standInOf(moved, numbersFrom(seed), { groups: first.groups, gone: 12 });
        const left = first.groups.map((group) => group.join());
        for (const group of groups) {
          const at = left.indexOf(group.join());
          if (at >= 0) left.splice(at, 1);
        }
        expect(left.length).toBeLessThanOrEqual(2);
      }
    });

    it('places a former group in what it had no place in', () => {
      const groups = first.groups.map(([sex, age]) => [sex!, age!, null]);
      const again = standInOf(cubeOfRecords(DIMENSIONS, records), numbersFrom(5), { groups, gone: 0 });
      expect(again.groups.map(([sex, age]) => [sex, age])).toEqual(
        first.groups.map(([sex, age]) => [sex, age]),
      );
      expect(again.tables).toHaveLength(6);
    });

    it('holds its error also where groups go that had no place in something: what goes is not moved any more', () => {
      const drawn = numbersFrom(11);
      const record = (): number[] => [
        drawn() % 2,
        Math.floor((drawn() % 16) ** 0.5),
        drawn() % 5 === 0 ? 1 : 0,
      ];
      const beyond: unknown[] = [];
      for (let seed = 1; seed <= 60; seed += 1) {
        const children = Array.from({ length: 90 + (seed % 40) }, record);
        const before = standInOf(cubeOfRecords(DIMENSIONS, children), numbersFrom(seed));
        const cube = cubeOfRecords(DIMENSIONS, [
          ...children.slice(25),
          ...Array.from({ length: 20 }, record),
        ]);
        const groups = before.groups.map(([sex, , area]) => [sex!, null, area!]);
        const again = standInOf(cube, numbersFrom(seed), { groups, gone: 25 });
        for (const table of again.tables)
          standInCounts(cube, table, again.groups).forEach((count, cell) => {
            if (Math.abs(count - table.counts[cell]!) > announcedErrorOf(table, true))
              beyond.push([seed, cell]);
          });
      }
      expect(beyond).toEqual([]);
    });
  });
});
