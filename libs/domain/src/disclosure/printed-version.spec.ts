import { describe, expect, it } from '@jest/globals';

import { NOT_STATED } from './assemble-cube.js';
import type { Combination, CubeTable } from './cube.js';
import { printCube } from './print-cube.js';
import type { CubeVersion } from './print-cube.js';
import { announcedErrorOf } from './stand-in.js';

const REGIONS = ['a', 'b', 'c'];

/** So many groups of five in each cell, row by row. */
function groupsOf(rows: number, columns: number, ...counts: readonly number[]): Combination[] {
  return counts.flatMap((count, cell) =>
    Array.from({ length: count }, (): Combination => [Math.floor(cell / columns) % rows, cell % columns]),
  );
}

function version(
  offences: readonly string[],
  groups: readonly Combination[],
  change: { readonly second?: string; readonly isFirst?: boolean; readonly zeros?: number[] } = {},
): CubeVersion {
  const offence = { code: change.second ?? 'offence', categories: offences };
  const region = { code: 'region', categories: REGIONS };
  const dimensions = change.isFirst ? [offence, region] : [region, offence];
  const size = dimensions[0]!.categories.length * dimensions[1]!.categories.length;
  const table = (chosen: number[], cells: number): CubeTable => ({
    dimensions: chosen,
    counts: Array<number>(cells).fill(0),
    ...(chosen.length === 2 && change.zeros ? { structuralZeros: new Set(change.zeros) } : {}),
  });
  const tables = [
    table([0], dimensions[0]!.categories.length),
    table([1], dimensions[1]!.categories.length),
    table([0, 1], size),
  ];
  const places = tables.flatMap(({ dimensions: chosen, counts }) =>
    counts.map((_, cell) => ({
      member: 'ALL',
      categories: { cell: `${chosen.join('')}:${cell}` },
      provisional: chosen.length === 1,
      dimensions: chosen,
      cell,
    })),
  );
  const total = { member: 'ALL', categories: {}, provisional: false, dimensions: [], cell: 0 };
  return {
    everybody: 'ALL',
    cube: { dimensions, total: groups.length * 5, tables },
    places: [total, ...places],
    groups,
    published: tables.map(({ dimensions: chosen }) => chosen),
    version: 1,
  };
}

const told = (kept: CubeVersion): Record<string, number | string | null> =>
  Object.fromEntries(
    printCube(kept).map(({ categories, value, flag }) => [categories['cell'] ?? 'total', flag ?? value]),
  );
const cellsOf = (kept: CubeVersion) =>
  Object.entries(told(kept)).flatMap(([name, value]) => (name.startsWith('01:') ? [value] : []));

describe('a version of a cube as it is printed', () => {
  it('says five for each group, and "<10" of fewer than two', () => {
    const kept = version(['x', 'y'], groupsOf(3, 2, 2, 1, 0, 3, 4, 2), { second: 'area' });
    expect(told(kept)).toEqual({
      total: 60,
      '0:0': 15,
      '0:1': 15,
      '0:2': 30,
      '1:0': 30,
      '1:1': 30,
      '01:0': 10,
      '01:1': 'lt10',
      '01:2': 'lt10',
      '01:3': 15,
      '01:4': 20,
      '01:5': 10,
    });
    expect(told({ ...kept, groups: kept.groups.slice(0, 1) })['total']).toBe('lt10');
  });

  it('tells with each figure how far it may be from the truth, the first time and again', () => {
    for (const time of [1, 2, 3]) {
      const kept = { ...version(['x', 'y'], groupsOf(3, 2, 4, 4, 4, 4, 4, 4)), version: time };
      const errors = printCube(kept).map(({ announcedError }) => announcedError);
      const again = time > 1;
      expect(errors[0]).toBe(announcedErrorOf({ dimensions: [] }));
      expect(errors.slice(1, 6)).toEqual(Array(5).fill(announcedErrorOf({ dimensions: [0] }, again)));
      expect(errors.slice(6)).toEqual(Array(6).fill(announcedErrorOf({ dimensions: [0, 1] }, again)));
    }
  });

  it('keeps the name and the mark of each figure', () => {
    const [total, first] = printCube(version(['x', 'y'], groupsOf(3, 2, 4, 4, 4, 4, 4, 4)));
    expect(total).toMatchObject({ member: 'ALL', categories: {}, provisional: false, bound: null });
    expect(first).toMatchObject({ member: 'ALL', categories: { cell: '0:0' }, provisional: true });
  });

  it('shows nothing of a table that is not published, and the others as before', () => {
    const kept = version(['x', 'y'], groupsOf(3, 2, 4, 4, 4, 4, 4, 4));
    const cells = printCube({ ...kept, published: [[0], [0, 1]] });
    const ofSecond = cells.filter(({ categories }) => categories['cell']?.startsWith('1:'));
    expect(ofSecond.map(({ flag, value, announcedError }) => [flag, value, announcedError])).toEqual([
      ['not_shown', null, null],
      ['not_shown', null, null],
    ]);
    expect(cells.find(({ categories }) => categories['cell'] === '0:0')?.value).toBe(40);
    expect(ofSecond[0]?.provisional).toBe(true);
  });

  it('says of what cannot be that it cannot be', () => {
    const kept = version(['x', 'y'], groupsOf(3, 2, 4, 4, 4, 0, 4, 4), {
      second: 'area',
      zeros: [3],
    });
    expect(cellsOf(kept)).toEqual([20, 20, 20, 'structural_zero', 20, 20]);
    expect(printCube(kept).find(({ flag }) => flag === 'structural_zero')).toMatchObject({
      value: null,
      announcedError: null,
      bound: null,
    });
  });
});

describe('a region nearly all of whose children share one offence', () => {
  const HIDDEN = ['not_shown', 'not_shown'];
  const dominated = groupsOf(3, 2, 20, 0, 10, 8, 6, 6);

  it('is not shown by offence, nor is the smallest other one, from which it would follow', () => {
    expect(cellsOf(version(['x', 'y'], dominated))).toEqual([...HIDDEN, 50, 40, ...HIDDEN]);
  });

  it('stays in the figures by region alone and by offence alone', () => {
    const cells = told(version(['x', 'y'], dominated));
    expect([cells['0:0'], cells['1:0'], cells['1:1']]).toEqual([100, 180, 70]);
  });

  it('is found whichever characteristic stands first, and by ethnic origin too', () => {
    const turned = dominated.map(([region, offence]): Combination => [offence!, region!]);
    expect(cellsOf(version(['x', 'y'], turned, { isFirst: true }))).toEqual([
      'not_shown',
      50,
      'not_shown',
      'not_shown',
      40,
      'not_shown',
    ]);
    const origin = version(['x', 'y'], dominated, { second: 'ethnic_origin' });
    expect(cellsOf(origin)).toEqual([...HIDDEN, 50, 40, ...HIDDEN]);
  });

  it('is shown by what tells nothing about a child', () => {
    expect(cellsOf(version(['x', 'y'], dominated, { second: 'area' }))).not.toContain('not_shown');
  });

  it('is shown from nine in ten downwards', () => {
    expect(cellsOf(version(['x', 'y'], groupsOf(3, 2, 18, 2, 10, 8, 6, 6)))).not.toContain('not_shown');
    expect(cellsOf(version(['x', 'y'], groupsOf(3, 2, 19, 2, 10, 8, 6, 6)))).toContain('not_shown');
  });

  it('hides no third one where there are two', () => {
    const two = groupsOf(3, 2, 20, 0, 0, 30, 6, 6);
    expect(cellsOf(version(['x', 'y'], two))).toEqual([...HIDDEN, ...HIDDEN, 30, 30]);
  });

  it('is none with fewer than ten children, and none of those is hidden beside another', () => {
    expect(cellsOf(version(['x', 'y'], groupsOf(3, 2, 1, 0, 10, 8, 6, 6)))).toEqual([
      'lt10',
      'lt10',
      50,
      40,
      30,
      30,
    ]);
    expect(cellsOf(version(['x', 'y'], groupsOf(3, 2, 20, 0, 0, 1, 6, 6)))).toEqual([
      ...HIDDEN,
      'lt10',
      'lt10',
      ...HIDDEN,
    ]);
  });

  it('has two groups at least, where the smallest is hidden beside it', () => {
    expect(cellsOf(version(['x', 'y'], groupsOf(3, 2, 2, 0, 10, 8, 6, 6)))).toEqual([
      ...HIDDEN,
      50,
      40,
      ...HIDDEN,
    ]);
  });

  it('shares what was stated: that nobody knows the offence says nothing', () => {
    const unknown = ['x', NOT_STATED];
    expect(cellsOf(version(unknown, groupsOf(3, 2, 0, 20, 10, 8, 6, 6)))).not.toContain('not_shown');
    expect(cellsOf(version(unknown, dominated))).toContain('not_shown');
  });
});
