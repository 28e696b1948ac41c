import { describe, expect, it } from '@jest/globals';

import { assembleCube } from './assemble-cube.js';
import type { CountedFigure } from './counted-figure.js';
import { cubeOfRecords } from './cube.js';
import type { Combination } from './cube.js';
import { printCube } from './print-cube.js';
import type { CubeVersion } from './print-cube.js';
import { publishedRate } from './published-rate.js';
import { changesBetween, firstVersion, revise } from './revise-cube.js';
import type { KeptCube } from './revise-cube.js';

const TODAY = '2026-06-15';

function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}

function assembled(records: readonly Combination[], second = 'area') {
  const dimensions = [
    { code: 'department', categories: ['a', 'b', 'c'] },
    { code: second, categories: ['x', 'y'] },
  ];
  const figures: CountedFigure[] = [];
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = record.join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, value] of counts) {
    const at = key.split(',').map(Number);
    const categories = Object.fromEntries(
      dimensions.map(({ code, categories: names }, index) => [code, names[at[index]!]!]),
    );
    figures.push({ member: 'ALL', categories, label: categories, count: value, provisional: false });
  }
  return assembleCube([{ code: 'ALL', within: null }], figures)!;
}

/** So many children in each cell, row by row. */
function children(...counts: readonly number[]): Combination[] {
  return counts.flatMap((count, cell) =>
    Array.from({ length: count }, (): Combination => [cell >> 1, cell % 2]),
  );
}

function printedOf(version: CubeVersion): Map<string, string> {
  return new Map(
    printCube(version).map(({ categories, value, flag }) => [
      Object.values(categories).sort().join(' '),
      flag ?? String(value),
    ]),
  );
}

/** Groups by the names of their categories, whichever dimension comes first. */
function namedGroups({ cube, groups }: CubeVersion): string[] {
  return groups.map((group) =>
    cube.dimensions
      .map(({ code, categories }, index) => `${code} ${categories[group[index]!]!}`)
      .sort()
      .join(),
  );
}

describe('a cube as it is printed', () => {
  it('adds up, in multiples of five, with "<10" below ten', () => {
    const printed = printCube(
      firstVersion(assembled(children(60, 40, 30, 3, 20, 27)), numbersFrom(1), TODAY),
    );
    for (const { value, flag, announcedError, categories } of printed) {
      expect(value === null ? flag : value % 5).toBe(value === null ? 'lt10' : 0);
      expect(announcedError).toBe(Object.keys(categories).length === 2 ? 9 : 4);
    }
    const value = (name: string): number =>
      printed.find(({ categories }) => Object.values(categories).sort().join(' ') === name)?.value ?? NaN;
    expect(value('a x') + value('a y')).toBe(value('a'));
    expect(value('x') + value('y')).toBe(value(''));
  });

  it('is the total alone for fewer than twenty children', () => {
    const printed = printedOf(firstVersion(assembled(children(10, 9)), numbersFrom(1), TODAY));
    expect(printed.get('')).toBe('20');
    expect([...printed].filter(([name, cell]) => name !== '' && cell !== 'not_shown')).toEqual([]);
  });

  it('shows a group that nearly all share one offence without offences, and the next smallest with it', () => {
    const kept = firstVersion(assembled(children(198, 2, 60, 60, 40, 40), 'offence'), numbersFrom(2), TODAY);
    const printed = printedOf(kept);
    expect([printed.get('a x'), printed.get('a y')]).toEqual(['not_shown', 'not_shown']);
    expect([printed.get('c x'), printed.get('c y')]).toEqual(['not_shown', 'not_shown']);
    expect(printed.get('b x')).not.toBe('not_shown');
    expect(printed.get('a')).toBe('200');
    const harmless = printedOf(
      firstVersion(assembled(children(198, 2, 60, 60, 40, 40)), numbersFrom(2), TODAY),
    );
    expect([...harmless.values()]).not.toContain('not_shown');
  });
});

describe('a period that was published', () => {
  const first = children(60, 40, 30, 10, 20, 27);
  const kept = firstVersion(assembled(first), numbersFrom(3), TODAY);
  const step = (records: readonly Combination[], today: string) =>
    revise(kept, assembled(records), numbersFrom(3), today);

  it('stays as it is while nothing changed', () => {
    expect(step(first, '2028-01-01').step).toBe('unchanged');
  });

  it('waits for ten changed records and for a year, whichever comes last', () => {
    const nine = [...first, ...children(9)];
    const ten = [...first, ...children(10)];
    const waits = (reason: string, records: number | null) => ({
      step: 'waits',
      waiting: { reason, records },
    });
    expect(step(nine, '2028-01-01')).toEqual(waits('few_records', 9));
    expect(step(ten, '2027-06-14')).toEqual(waits('year_not_over', 10));
    expect(step(ten, '2027-06-15').step).toBe('revised');
  });

  it('is revised beside its former groups, within the error of a revision', () => {
    const late = [...first, ...children(0, 0, 0, 0, 12)];
    const next = step(late, '2027-06-15') as { kept: KeptCube };
    expect(next.kept.version).toBe(2);
    expect(next.kept.groups.slice(0, kept.groups.length)).toEqual(kept.groups);
    const errors = printCube(next.kept).map(({ announcedError }) => announcedError);
    expect([...new Set(errors)].sort()).toEqual([4, 7, 9]);
  });

  it('waits while a breakdown that its groups have is not handed in', () => {
    const other = revise(
      kept,
      assembled([...first, ...children(20)], 'origin'),
      numbersFrom(3),
      '2028-01-01',
    );
    expect(other).toEqual({ step: 'waits', waiting: { reason: 'breakdown_gone', records: null } });
  });

  it('goes without a breakdown that was not handed in again, with the next yearly batch, and takes it back later', () => {
    const totals = (count: number): CountedFigure[] => [
      { member: 'ALL', categories: {}, label: {}, count, provisional: false },
      ...['a', 'b', 'c'].map((department, index) => ({
        member: 'ALL',
        categories: { department },
        label: { department },
        count: [100, 40, 47][index]! + (index === 0 ? count - first.length : 0),
        provisional: false,
      })),
    ];
    const without = (count: number) =>
      assembleCube([{ code: 'ALL', within: null }], totals(count), {
        former: kept.cube.dimensions,
        formerEverybody: 'ALL',
      })!;
    const waits = { step: 'waits', waiting: { reason: 'breakdown_gone', records: 12 } };
    expect(revise(kept, without(199), numbersFrom(3), '2027-06-14')).toEqual(waits);
    const next = revise(kept, without(199), numbersFrom(3), '2027-06-15') as { kept: KeptCube };
    expect(namedGroups(next.kept).slice(0, kept.groups.length)).toEqual(namedGroups(kept));
    expect([...printedOf(next.kept).keys()].sort()).toEqual(['', 'a', 'b', 'c']);
    const whole = revise(next.kept, assembled([...first, ...children(24)]), numbersFrom(3), '2028-06-15');
    expect(whole).toMatchObject({ step: 'revised', kept: { version: 3 } });
    const again = (whole as { kept: KeptCube }).kept;
    expect(namedGroups(again).slice(0, kept.groups.length)).toEqual(namedGroups(kept));
    expect(printedOf(again).get('x')).not.toBe('not_shown');
  });

  it('waits where somebody else counts everybody', () => {
    const other = { ...assembled([...first, ...children(20)]), everybody: 'OTHERS' };
    expect(revise(kept, other, numbersFrom(3), '2028-01-01')).toEqual({
      step: 'waits',
      waiting: { reason: 'everybody_changed', records: null },
    });
  });

  it('may be broken down further after a year without a single changed record, and not beside a few', () => {
    const total = (count: number) => [
      { member: 'ALL', categories: {}, label: {}, count, provisional: false },
    ];
    const members = [{ code: 'ALL', within: null }];
    const alone = firstVersion(assembleCube(members, total(first.length))!, numbersFrom(3), TODAY);
    expect(alone.told).toEqual([]);
    const next = revise(alone, assembled(first), numbersFrom(3), '2027-06-15') as { kept: KeptCube };
    expect(next.kept).toMatchObject({ version: 2, told: ['area', 'department'] });
    expect(printedOf(next.kept).get('a')).toMatch(/^(95|100|105)$/);
    expect(revise(alone, assembled([...first, ...children(1)]), numbersFrom(3), '2027-06-15')).toEqual({
      step: 'waits',
      waiting: { reason: 'few_records', records: 1 },
    });
  });

  it('keeps the place of a category of which nobody is left', () => {
    const gone = first.filter((record) => record[0] !== 2);
    const figures: CountedFigure[] = [
      { member: 'ALL', categories: {}, label: {}, count: gone.length, provisional: false },
      ...['a', 'b'].map((department, index) => ({
        member: 'ALL',
        categories: { department },
        label: { department },
        count: gone.filter((record) => record[0] === index).length,
        provisional: false,
      })),
    ];
    const { cube } = assembleCube([{ code: 'ALL', within: null }], figures, {
      former: kept.cube.dimensions,
    })!;
    expect(cube.dimensions[0]!.categories).toEqual(['a', 'b', 'c']);
    expect(cube.tables[0]!.counts).toEqual([100, 40, 0]);
  });

  it('changes its marks at once where no child came or went', () => {
    const final = assembled(first);
    const marked = { ...final, places: final.places.map((place) => ({ ...place, provisional: true })) };
    const next = revise(kept, marked, numbersFrom(3), TODAY);
    expect(next).toMatchObject({ step: 'relabelled', kept: { version: 1, groups: kept.groups } });
  });

  it('counts a child that moved once, and a child that came once', () => {
    const cube = (records: readonly Combination[]) =>
      cubeOfRecords(
        [
          { code: 'a', categories: ['1', '2', '3'] },
          { code: 'b', categories: ['1', '2'] },
        ],
        records,
      );
    const between = (one: readonly Combination[], other: readonly Combination[]) =>
      changesBetween(cube(one), cube(other));
    expect(between(children(5, 5), children(4, 6))).toMatchObject({ records: 1, gone: 1 });
    expect(between(children(5, 5), children(5, 8))).toMatchObject({ records: 3, gone: 0 });
    expect(between(children(5, 5), children(5, 2))).toMatchObject({ records: 3, gone: 3 });
  });
});

describe('a rate of published counts', () => {
  const cell = (value: number | null, flag: 'lt10' | null = null) => ({
    value,
    flag,
    bound: null,
    provisional: false,
    announcedError: 4,
  });

  it('is whole per cent, and has one decimal per 100,000', () => {
    expect(publishedRate(cell(35), cell(110), 100).value).toBe(32);
    expect(publishedRate(cell(35), cell(110_000), 100_000).value).toBe(31.8);
  });

  it('is not shown of few: a numerator below ten, or a denominator below fifty', () => {
    expect(publishedRate(cell(null, 'lt10'), cell(500), 100).flag).toBe('not_shown');
    expect(publishedRate(cell(20), cell(45), 100).flag).toBe('not_shown');
    expect(publishedRate(cell(20), cell(50), 100).value).toBe(40);
  });
});
