import { describe, expect, it } from '@jest/globals';

import type { SeriesKey } from '../indicator/indicator.js';
import { NOT_STATED, assembleCube } from './assemble-cube.js';
import type { AssembledCube, CubeMember, CubeOptions } from './assemble-cube.js';
import type { CountedFigure } from './counted-figure.js';

const ALL: CubeMember = { code: 'ALL', within: null };
const CHARGED: CubeMember = { code: 'CHARGED', within: 'ALL' };
const CONVICTED: CubeMember = { code: 'CONVICTED', within: 'CHARGED' };
const BY_SEX = [count(100), count(60, { sex: 'f' }), count(40, { sex: 'm' })];

function count(value: number, categories: SeriesKey = {}, member = 'ALL'): CountedFigure {
  return { member, categories, label: categories, count: value, provisional: false };
}
function assembled(
  members: readonly CubeMember[],
  figures: readonly CountedFigure[],
  options?: CubeOptions,
): AssembledCube {
  return assembleCube(members, figures, options)!;
}
/** Every table by the codes of its dimensions. */
function tablesOf({ cube }: AssembledCube): Record<string, readonly number[]> {
  return Object.fromEntries(
    cube.tables.map(({ dimensions, counts }) => [
      dimensions.map((index) => cube.dimensions[index]!.code).join(' + '),
      counts,
    ]),
  );
}
const placed = ({ places }: AssembledCube) =>
  places.map(({ member, categories }) => [member, ...Object.values(categories)].join(' '));

describe('everybody', () => {
  const of = (...members: readonly (readonly [string, number])[]) =>
    assembleCube(
      members.map(([code]) => ({ code, within: null })),
      members.map(([code, value]) => count(value, {}, code)),
    )?.everybody;

  it('is the member with most children, and of two the first by its code, whatever their order', () => {
    expect(of(['A', 5], ['B', 9])).toBe('B');
    expect(of(['B', 9], ['A', 5])).toBe('B');
    expect(of(['B', 9], ['A', 9])).toBe('A');
    expect(of(['A', 9], ['B', 9])).toBe('A');
  });

  it('is never a part of another member, nor one whose total nobody knows', () => {
    expect(assembled([CHARGED, ALL], [count(5), count(9, {}, 'CHARGED')]).everybody).toBe('ALL');
    expect(assembleCube([CHARGED], [count(9, {}, 'CHARGED')])).toBeNull();
    expect(assembleCube([ALL], [])).toBeNull();
  });
});

describe('the parts of everybody', () => {
  it('are counted beside those whom they leave out, and by what everybody is counted by', () => {
    const cube = assembled(
      [ALL, CHARGED],
      [
        ...BY_SEX,
        count(50, {}, 'CHARGED'),
        count(30, { sex: 'f' }, 'CHARGED'),
        count(20, { sex: 'm' }, 'CHARGED'),
      ],
    );
    expect(tablesOf(cube)).toEqual({
      sex: [60, 40],
      'is CHARGED': [50, 50],
      'sex + is CHARGED': [30, 30, 20, 20],
    });
    expect(cube.places.find(({ member, cell }) => member === 'CHARGED' && cell === 2)?.categories).toEqual({
      sex: 'm',
    });
    expect(placed(cube)).toEqual(['ALL', 'ALL f', 'ALL m', 'CHARGED', 'CHARGED f', 'CHARGED m']);
  });

  it('may be everybody, or nobody', () => {
    for (const [value, others] of [
      [100, 0],
      [0, 100],
    ])
      expect(tablesOf(assembled([ALL, CHARGED], [count(100), count(value!, {}, 'CHARGED')]))).toEqual({
        'is CHARGED': [value, others],
      });
  });

  it('stand within the next whole that was counted', () => {
    const figures = [count(100), count(20, {}, 'CONVICTED')];
    expect(tablesOf(assembled([ALL, CHARGED, CONVICTED], figures))).toEqual({ 'is CONVICTED': [20, 80] });
    const all = assembled([CONVICTED, CHARGED, ALL], [...figures, count(50, {}, 'CHARGED')]);
    expect(tablesOf(all)).toEqual({
      'is CHARGED': [50, 50],
      'is CONVICTED': [20, 80],
      'is CHARGED + is CONVICTED': [20, 30, 0, 50],
    });
    const apart = { code: 'OTHER', within: 'NOBODY' };
    expect(tablesOf(assembled([ALL, apart], [count(100), count(20, {}, 'OTHER')]))).toEqual({
      'is OTHER': [20, 80],
    });
  });

  it('are not led round where members are told to be parts of each other', () => {
    const round = [ALL, { code: 'A', within: 'B' }, { code: 'B', within: 'A' }];
    const cube = assembled(round, [count(100), count(30, {}, 'A'), count(20, {}, 'B')]);
    expect(tablesOf(cube)).toMatchObject({ 'is A': [30, 70], 'is B': [20, 80] });
  });

  it.each<[string, CountedFigure[], string[]]>([
    ['more than everybody', [count(101, {}, 'CHARGED')], ['sex']],
    [
      'of no total that is known',
      [count(3, { sex: 'f' }, 'CHARGED'), count(9, { age: '0-5' }, 'CHARGED')],
      ['sex'],
    ],
    [
      'counted by a category that nobody else has',
      [count(50, {}, 'CHARGED'), count(50, { sex: 'x' }, 'CHARGED')],
      ['sex', 'is CHARGED'],
    ],
    [
      'counted by categories that leave some out',
      [count(50, {}, 'CHARGED'), count(30, { sex: 'f' }, 'CHARGED')],
      ['sex', 'is CHARGED'],
    ],
    [
      'counted by categories that come to more',
      [count(50, {}, 'CHARGED'), count(30, { sex: 'f' }, 'CHARGED'), count(21, { sex: 'm' }, 'CHARGED')],
      ['sex', 'is CHARGED'],
    ],
    [
      'more in one category than everybody',
      [count(50, {}, 'CHARGED'), count(9, { sex: 'f' }, 'CHARGED'), count(41, { sex: 'm' }, 'CHARGED')],
      ['sex', 'is CHARGED'],
    ],
  ])('are left out as far as they do not fit: %s', (_case, figures, tables) => {
    expect(Object.keys(tablesOf(assembled([ALL, CHARGED], [...BY_SEX, ...figures])))).toEqual(tables);
  });

  it('stand in "not stated" with those of whom it was not stated', () => {
    const cube = assembled(
      [ALL, CHARGED],
      [count(100), count(60, { sex: 'f' }), count(50, {}, 'CHARGED'), count(30, { sex: 'f' }, 'CHARGED')],
    );
    expect(cube.cube.dimensions[0]?.categories).toEqual(['f', NOT_STATED]);
    expect(tablesOf(cube)['sex + is CHARGED']).toEqual([30, 30, 20, 20]);
    expect(placed(cube)).toEqual(['ALL', 'ALL f', 'CHARGED', 'CHARGED f']);
  });

  it('are all that there is where nothing but totals is asked for', () => {
    const figures = [...BY_SEX, count(50, {}, 'CHARGED'), count(50, { sex: 'f' }, 'CHARGED')];
    expect(tablesOf(assembled([ALL, CHARGED], figures, { isTotalsOnly: true }))).toEqual({
      'is CHARGED': [50, 50],
    });
  });
});

describe('a table of two characteristics', () => {
  const margins = [
    count(100),
    count(60, { sex: 'f' }),
    count(30, { sex: 'm' }),
    count(50, { area: 'u' }),
    count(40, { area: 'r' }),
  ];
  const cells = (...counts: readonly number[]) =>
    counts.map((value, cell) =>
      count(value, { area: cell < 2 ? 'r' : 'u', sex: cell % 2 === 0 ? 'f' : 'm' }),
    );

  it('is filled up in both where neither was stated for all', () => {
    const cube = assembled([ALL], [...margins, ...cells(20, 15, 35, 10)]);
    expect(tablesOf(cube)['area + sex']).toEqual([20, 15, 5, 35, 10, 5, 5, 5, 0]);
    expect(placed(cube).filter((name) => name.split(' ').length === 3)).toHaveLength(4);
  });

  it.each([
    ['more in a row than the row', cells(30, 15, 30, 10)],
    ['more in a column than the column', cells(20, 15, 41, 5)],
    ['fewer than leave the rest in what was not stated', cells(10, 10, 35, 10)],
  ])('is left out with %s', (_case, figures) => {
    expect(Object.keys(tablesOf(assembled([ALL], [...margins, ...figures])))).toEqual(['area', 'sex']);
  });

  it('that covers everybody has to agree with both margins', () => {
    const whole = [
      count(100),
      count(60, { sex: 'f' }),
      count(40, { sex: 'm' }),
      count(55, { area: 'r' }),
      count(45, { area: 'u' }),
    ];
    const has = (...counts: readonly number[]) =>
      'area + sex' in tablesOf(assembled([ALL], [...whole, ...cells(...counts)]));
    expect(has(35, 20, 25, 20)).toBe(true);
    expect(has(30, 20, 30, 20)).toBe(false);
    expect(has(30, 25, 25, 20)).toBe(false);
  });

  it('marks what is impossible by both, and nothing by a rule that names nothing', () => {
    const figures = [
      count(100),
      ...[
        count(60, { sex: 'f' }),
        count(40, { sex: 'm' }),
        count(60, { area: 'r' }),
        count(40, { area: 'u' }),
      ],
      ...cells(60, 0, 0, 40),
    ];
    const zerosBy = (impossible: readonly SeriesKey[]) =>
      assembled([ALL], figures, { impossible }).cube.tables.map(({ structuralZeros }) => [
        ...(structuralZeros ?? []),
      ]);
    expect(zerosBy([{ area: 'r', sex: 'm' }])).toEqual([[], [], [1]]);
    expect(
      zerosBy([
        { area: 'r', sex: 'm' },
        { area: 'u', sex: 'f' },
      ]),
    ).toEqual([[], [], [1, 2]]);
    expect(zerosBy([{ area: 'r', sex: 'x' }])).toEqual([[], [], []]);
    expect(zerosBy([{}])).toEqual([[], [], []]);
  });
});

describe('a figure of a cube', () => {
  it('keeps its own name and mark', () => {
    const own = {
      ...count(100, { sex: 'f' }),
      label: { sex: 'f', cohort: 'year_of_event' },
      provisional: true,
    };
    const cube = assembled([ALL], [count(100), own]);
    expect(cube.places).toEqual([
      { member: 'ALL', categories: {}, provisional: false, dimensions: [], cell: 0 },
      { member: 'ALL', categories: own.label, provisional: true, dimensions: [0], cell: 0 },
    ]);
  });

  it('is none where the total was not given but added up, or a category came from the version before', () => {
    const former = [{ code: 'sex', categories: ['f', 'm', 'x', NOT_STATED] }];
    const cube = assembled([ALL], [count(60, { sex: 'f' }), count(40, { sex: 'm' })], { former });
    expect(placed(cube)).toEqual(['ALL f', 'ALL m']);
    expect(cube.cube.dimensions[0]?.categories).toEqual(['f', 'm', 'x', NOT_STATED]);
    expect(tablesOf(cube)).toEqual({ sex: [60, 40, 0, 0] });
  });
});
