import { describe, expect, it } from '@jest/globals';

import type { CubePlace } from './assemble-cube.js';
import type { Cube } from './cube.js';
import { changesBetween, firstVersion, revise } from './revise-cube.js';

const AREA = { code: 'area', categories: ['rural', 'urban'] };
const SEX = { code: 'sex', categories: ['f', 'm'] };
const TODAY = '2026-06-15';

const byArea = (rural: number, urban: number): Cube => ({
  dimensions: [AREA],
  total: rural + urban,
  tables: [{ dimensions: [0], counts: [rural, urban] }],
});
const total = (children: number): Cube => ({ dimensions: [], total: children, tables: [] });

describe('what two states of a register tell of the records between them', () => {
  it.each<[string, Cube, Cube, object]>([
    ['nothing changed', byArea(5, 5), byArea(5, 5), { records: 0, gone: 0, isBrokenDownFurther: false }],
    ['some came', byArea(5, 5), byArea(9, 5), { records: 4, gone: 0, isBrokenDownFurther: false }],
    ['some went', byArea(5, 5), byArea(5, 1), { records: 4, gone: 4, isBrokenDownFurther: false }],
    ['some moved', byArea(5, 5), byArea(3, 7), { records: 2, gone: 2, isBrokenDownFurther: false }],
    [
      'some went, more came',
      byArea(5, 5),
      byArea(2, 12),
      { records: 7, gone: 3, isBrokenDownFurther: false },
    ],
    ['the total alone grew', total(10), total(13), { records: 3, gone: 0, isBrokenDownFurther: false }],
    ['the total alone fell', total(13), total(10), { records: 3, gone: 3, isBrokenDownFurther: false }],
    ['a table came', total(10), byArea(5, 5), { records: 0, gone: 0, isBrokenDownFurther: true }],
    ['a table went', byArea(5, 5), total(11), { records: 1, gone: 0, isBrokenDownFurther: false }],
  ])('%s', (_case, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });

  it('is told by names, whatever the order of dimensions and categories', () => {
    const before: Cube = {
      dimensions: [AREA, SEX],
      total: 10,
      tables: [{ dimensions: [0, 1], counts: [1, 2, 3, 4] }],
    };
    const after: Cube = {
      dimensions: [SEX, { code: 'area', categories: ['urban', 'rural'] }],
      total: 10,
      tables: [{ dimensions: [0, 1], counts: [3, 1, 4, 2] }],
    };
    expect(changesBetween(before, after)).toEqual({ records: 0, gone: 0, isBrokenDownFurther: false });
    const moved = { ...after, tables: [{ dimensions: [0, 1], counts: [1, 3, 4, 2] }] };
    expect(changesBetween(before, moved)).toMatchObject({ records: 2, gone: 2 });
  });

  it('is the most that any table tells', () => {
    const cube = (area: number[], sex: number[]): Cube => ({
      dimensions: [AREA, SEX],
      total: 20,
      tables: [
        { dimensions: [0], counts: area },
        { dimensions: [1], counts: sex },
      ],
    });
    expect(changesBetween(cube([10, 10], [10, 10]), cube([9, 11], [6, 14]))).toMatchObject({
      records: 4,
      gone: 4,
    });
    expect(changesBetween(cube([10, 10], [10, 10]), cube([5, 15], [12, 8]))).toMatchObject({
      records: 5,
      gone: 5,
    });
  });

  it('counts a category that is new as come, and one that is no more as gone', () => {
    const renamed = (name: string): Cube => ({
      ...byArea(4, 6),
      dimensions: [{ code: 'area', categories: ['rural', name] }],
    });
    expect(changesBetween(renamed('urban'), renamed('city'))).toMatchObject({ records: 6, gone: 6 });
  });
});

describe('a period whose figures are handed in again', () => {
  const place = (change: Partial<CubePlace> = {}): CubePlace => ({
    member: 'ALL',
    categories: {},
    provisional: false,
    dimensions: [],
    cell: 0,
    ...change,
  });
  const numbers = (): (() => number) => {
    let state = 9;
    return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  };
  const of = (cube: Cube, places = [place()]) => ({ everybody: 'ALL', cube, places });
  const kept = firstVersion(of(byArea(60, 40)), numbers(), TODAY);

  it('is kept with its day, its number and what it told', () => {
    expect(kept).toMatchObject({ version: 1, publishedOn: TODAY, told: ['area'], published: [[0]] });
    expect(kept.groups).toHaveLength(20);
  });

  it.each([
    [byArea(60, 40), '2030-01-01', 'unchanged'],
    [byArea(61, 40), '2030-01-01', 'few_records'],
    [byArea(69, 40), '2030-01-01', 'few_records'],
    [byArea(70, 40), '2027-06-14', 'year_not_over'],
    [byArea(70, 40), '2027-06-15', 'revised'],
    [byArea(50, 50), '2027-06-15', 'revised'],
  ])('with %j on %s: %s', (cube, today, outcome) => {
    const step = revise(kept, of(cube), numbers(), today);
    expect(step.step === 'waits' ? step.waiting.reason : step.step).toBe(outcome);
  });

  it('is kept as the next version, from that day on', () => {
    const step = revise(kept, of(byArea(80, 40)), numbers(), '2027-08-01');
    expect(step).toMatchObject({
      step: 'revised',
      kept: { version: 2, publishedOn: '2027-08-01', told: ['area'], everybody: 'ALL' },
    });
  });

  it.each<[string, CubePlace[]]>([
    ['final', [place({ provisional: true })]],
    ['of another member', [place({ member: 'OTHER' })]],
    ['of other categories', [place({ categories: { stage: 'charge' } })]],
    ['one more', [place(), place({ member: 'OTHER' })]],
  ])('has only its marks changed where a figure is %s', (_case, places) => {
    expect(revise(kept, of(byArea(60, 40), places), numbers(), TODAY)).toEqual({
      step: 'relabelled',
      kept: { ...kept, places },
    });
  });

  it('is unchanged where its figures stand in another order', () => {
    const both = [place({ categories: { stage: 'charge', sex: 'f' } }), place({ member: 'OTHER' })];
    const turned = [place({ member: 'OTHER' }), place({ categories: { sex: 'f', stage: 'charge' } })];
    const before = firstVersion(of(byArea(60, 40), both), numbers(), TODAY);
    expect(revise(before, of(byArea(60, 40), turned), numbers(), TODAY)).toEqual({ step: 'unchanged' });
  });
});
