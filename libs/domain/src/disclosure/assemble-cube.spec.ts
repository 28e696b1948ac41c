import { describe, expect, it } from '@jest/globals';

import type { SeriesKey } from '../indicator/indicator.js';
import { NOT_STATED, assembleCube } from './assemble-cube.js';
import type { AssembledCube, CubeMember } from './assemble-cube.js';
import type { CountedFigure } from './counted-figure.js';

const ALL: CubeMember = { code: 'ALL', within: null };

function count(value: number, categories: SeriesKey = {}, member = 'ALL'): CountedFigure {
  return { member, categories, label: categories, count: value, provisional: false };
}

function tableOf({ cube }: AssembledCube, ...codes: string[]): readonly number[] | undefined {
  const chosen = codes.map((code) => cube.dimensions.findIndex((dimension) => dimension.code === code));
  return cube.tables.find(({ dimensions }) => dimensions.join() === chosen.join())?.counts;
}

function placed({ places }: AssembledCube): string[] {
  return places.map(({ member, categories }) => `${member} ${Object.values(categories).join(' ')}`.trim());
}

describe('a cube put together from what was accepted', () => {
  it('holds the margins that were given, and makes up no other', () => {
    const assembled = assembleCube(
      [ALL],
      [count(100), count(60, { sex: 'f' }), count(40, { sex: 'm' }), count(100, { age: '0-5' })],
    )!;
    expect(assembled.cube.total).toBe(100);
    expect(tableOf(assembled, 'sex')).toEqual([60, 40]);
    expect(tableOf(assembled, 'age', 'sex')).toBeUndefined();
    expect(placed(assembled)).toEqual(['ALL', 'ALL 0-5', 'ALL f', 'ALL m']);
  });

  it('keeps who counted everybody in the version before, and shows nothing of one that now counts more', () => {
    const members: CubeMember[] = [ALL, { code: 'MORE', within: null }];
    const figures = [count(100), count(130, {}, 'MORE')];
    expect(assembleCube(members, figures)!.everybody).toBe('MORE');
    const again = assembleCube(members, figures, { formerEverybody: 'ALL' })!;
    expect(again).toMatchObject({ everybody: 'ALL', cube: { total: 100 } });
    expect(placed(again)).toEqual(['ALL']);
    expect(assembleCube(members, figures.slice(1), { formerEverybody: 'ALL' })!.everybody).toBe('MORE');
  });

  it('adds up the margins of a table that covers everybody', () => {
    const figures = ['f', 'm'].flatMap((sex) =>
      ['urban', 'rural'].flatMap((area) =>
        ['0-5', '6-11'].map((age, index) => count(10 + index, { sex, area, age })),
      ),
    );
    const assembled = assembleCube([ALL], figures)!;
    expect(assembled.cube.total).toBe(84);
    expect(tableOf(assembled, 'age')).toEqual([40, 44]);
    expect(tableOf(assembled, 'area', 'sex')).toEqual([21, 21, 21, 21]);
    // Total, three tables of one characteristic, three of two; nothing by three.
    expect(assembled.places).toHaveLength(1 + 6 + 12);
  });

  it('keeps those whose category was not given apart, and publishes nothing of them', () => {
    const assembled = assembleCube([ALL], [count(100), count(30, { location: 'Lima' })])!;
    expect(assembled.cube.dimensions[0]?.categories).toEqual(['Lima', NOT_STATED]);
    expect(tableOf(assembled, 'location')).toEqual([30, 70]);
    expect(placed(assembled)).toEqual(['ALL', 'ALL Lima']);
  });

  it('fills a table of two characteristics up where one of them was not stated for all', () => {
    const assembled = assembleCube(
      [ALL],
      [
        count(100),
        count(60, { sex: 'f' }),
        count(40, { sex: 'm' }),
        count(50, { location: 'Lima' }),
        count(35, { sex: 'f', location: 'Lima' }),
        count(15, { sex: 'm', location: 'Lima' }),
      ],
    )!;
    expect(tableOf(assembled, 'location', 'sex')).toEqual([35, 15, 25, 25]);
  });

  it('leaves out what contradicts the total or the margins', () => {
    const tooMany = assembleCube([ALL], [count(100), count(80, { risk: 'a' }), count(30, { risk: 'b' })])!;
    expect(tooMany.cube.tables).toEqual([]);
    const contradicting = assembleCube(
      [ALL],
      [
        count(100),
        count(60, { sex: 'f' }),
        count(40, { sex: 'm' }),
        count(100, { area: 'urban' }),
        count(0, { area: 'rural' }),
        count(50, { sex: 'f', area: 'urban' }),
        count(50, { sex: 'm', area: 'urban' }),
      ],
    )!;
    expect(tableOf(contradicting, 'area', 'sex')).toBeUndefined();
    expect(assembleCube([ALL], [count(10, { sex: 'f' }), count(30, { age: '0-5' })])).toBeNull();
  });

  it('counts a part as a category of its whole, and a part of a part only within it', () => {
    const members = [ALL, { code: 'CHARGED', within: 'ALL' }, { code: 'CONVICTED', within: 'CHARGED' }];
    const assembled = assembleCube(members, [
      count(100),
      count(60, { sex: 'f' }),
      count(40, { sex: 'm' }),
      count(50, {}, 'CHARGED'),
      count(30, { sex: 'f' }, 'CHARGED'),
      count(20, { sex: 'm' }, 'CHARGED'),
      count(20, {}, 'CONVICTED'),
    ])!;
    expect(tableOf(assembled, 'is CHARGED')).toEqual([50, 50]);
    expect(tableOf(assembled, 'sex', 'is CHARGED')).toEqual([30, 30, 20, 20]);
    const nesting = assembled.cube.tables.find(({ structuralZeros }) => structuralZeros)!;
    expect(nesting.counts).toEqual([20, 30, 0, 50]);
    expect([...nesting.structuralZeros!]).toEqual([2]);
    expect(placed(assembled)).toContain('CONVICTED');
    expect(placed(assembled)).toContain('CHARGED f');
  });

  it('leaves out a part that is more than its whole', () => {
    const members = [ALL, { code: 'CHARGED', within: 'ALL' }, { code: 'CONVICTED', within: 'CHARGED' }];
    const assembled = assembleCube(members, [
      count(100),
      count(30, {}, 'CHARGED'),
      count(40, {}, 'CONVICTED'),
    ])!;
    expect(placed(assembled)).toEqual(['ALL', 'CHARGED']);
  });

  it('marks what is impossible by definition, unless somebody was counted there', () => {
    const figures = [count(50), count(50, { sex: 'f' }), count(0, { sex: 'm' })];
    const [zeros, none] = [
      assembleCube([ALL], figures, { impossible: [{ sex: 'm' }] })!,
      assembleCube([ALL], figures, { impossible: [{ sex: 'f' }] })!,
    ].map(({ cube }) => [...(cube.tables[0]?.structuralZeros ?? [])]);
    expect(zeros).toEqual([1]);
    expect(none).toEqual([]);
  });
});
