import { describe, expect, it } from '@jest/globals';

import type { IndicatorData } from '#contracts';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import { indicatorModel, indicatorTable } from './indicator-model.js';
import { matrixTable } from './matrix-model.js';
import { pairPartners, pairSet } from './pair.js';
import { areParts, selectedSet } from './selected-set.js';
import { selectionOf, selectionQuery } from './selection.js';
import { stepOf } from './step.js';
import { placeFigures, tilesModel, tilesTable } from './tile-model.js';
import { blankPercent, untoldReason } from './untold.js';
import { placeFinding } from '../finding/place-finding.js';

const en = wordingFor('en');
const base = indicatorData('20d-2', 'en')!;
type Cell = IndicatorData['cells'][number];
const named = (code: string) => ({ code, name: code.toUpperCase() });

function cell(
  year: number,
  categories: Record<string, string>,
  value: number | null,
  flag: Cell['flag'] = null,
): Cell {
  return {
    ...{ value, flag, bound: null, provisional: false, categories, source: base.sources[0]!.code },
    ...{ period: { startOn: `${year}-01-01`, endOn: `${year}-12-31` }, cubeVersion: 1, announcedError: null },
  };
}

function counted(
  cells: Cell[],
  dimensions: IndicatorData['dimensions'],
  valueType: IndicatorData['valueType'] = 'count',
): IndicatorData {
  return {
    ...base,
    class: 'process',
    target: null,
    valueType,
    unit: valueType === 'ratio' ? '%' : 'children',
    cells,
    dimensions,
  };
}

const crossed = counted(
  [2023, 2024].flatMap((year) => [
    cell(year, {}, 100),
    cell(year, { sex: 'girls' }, 70),
    cell(year, { sex: 'boys' }, 30),
    cell(year, { sex: 'girls', age: 'young' }, 20 + year - 2023),
    cell(year, { sex: 'boys', age: 'young' }, null, 'lt10'),
    cell(year, { sex: 'girls', age: 'old' }, 50),
    cell(year, { sex: 'boys', age: 'old' }, 25),
  ]),
  [
    { ...named('sex'), categories: ['girls', 'boys'].map(named) },
    { ...named('age'), categories: ['young', 'old'].map(named) },
  ],
);

const departments = ['a', 'b', 'c', 'd', 'e', 'f'];
const places = counted(
  departments
    .slice(0, 5)
    .flatMap((code, place) => [
      cell(2023, { location: code }, place * 10),
      cell(2024, { location: code }, code === 'e' ? null : place * 10 + 5, code === 'e' ? 'lt10' : null),
    ]),
  [
    {
      ...named('location'),
      categories: departments.slice(0, 5).map(named),
      tiles: departments.map((code, place) => ({ ...named(code), letters: code, column: place + 1, row: 1 })),
    },
  ],
);

describe('what a reader chose', () => {
  const asked = (query: string, data = crossed) => selectionOf(data, new URLSearchParams(query));

  it('is read from the address as far as the figures go along, and written back the same', () => {
    expect(asked('by=sex&group=girls&group=boys&and=age&as=matrix')).toMatchObject({
      by: 'sex',
      groups: ['girls', 'boys'],
      and: 'age',
      as: 'matrix',
    });
    expect(asked('by=nonsense&group=girls&and=age&as=pie')).toMatchObject({
      by: null,
      groups: [],
      and: null,
      as: null,
    });
    const chosen = asked('by=sex&group=boys');
    const query = selectionQuery(chosen);
    expect(asked(`by=${query.by}&group=${query.group.join('&group=')}`)).toEqual(chosen);
  });

  it('is never more than four groups, and says when it was', () => {
    const all = departments.map((code) => `group=${code}`).join('&');
    expect(asked(`by=location&${all}`, places)).toMatchObject({
      groups: ['a', 'b', 'c', 'd'],
      tooMany: true,
    });
    expect(asked('by=location&group=b&group=a', places)).toMatchObject({
      groups: ['a', 'b'],
      tooMany: false,
    });
  });

  it('leaves only the chosen groups in chart and table', () => {
    const set = selectedSet(places, asked('by=location&group=a&group=c', places), en);
    expect(indicatorModel(places, set, '', en)).toMatchObject({
      kind: 'line',
      series: [{ name: 'A' }, { name: 'C' }],
    });
    expect(indicatorTable(places, set, en).rows.map(({ head }) => head)).toEqual(['A', 'C']);
  });

  it('has the share of everybody beside the shares of groups, in chart and table alike, and no count beside counts', () => {
    const shares = counted(
      crossed.cells.filter(({ categories }) => !('age' in categories)),
      crossed.dimensions.slice(0, 1),
      'ratio',
    );
    const set = selectedSet(shares, asked('by=sex', shares), en);
    const model = indicatorModel(shares, set, '', en);
    expect(model?.kind === 'line' && model.series.map(({ name, tone }) => [name, tone])).toEqual([
      ['GIRLS', 'first'],
      ['BOYS', 'second'],
      ['Total', 'context'],
    ]);
    expect(indicatorTable(shares, set, en).rows.map(({ head }) => head)).toEqual(['GIRLS', 'BOYS', 'Total']);
    const counts = selectedSet(crossed, asked('by=sex'), en);
    expect(counts.series.map(({ name }) => name)).toEqual(['GIRLS', 'BOYS']);
  });
});

describe('two breakdowns at once', () => {
  it('are offered where figures are published by both, and nowhere else', () => {
    expect(pairPartners(crossed, 'sex').map(({ code }) => code)).toEqual(['age']);
    expect(pairPartners(places, 'location')).toEqual([]);
  });

  it('are a small chart for each group of the first, with a line for each of the second', () => {
    const set = pairSet(crossed, 'sex', 'age', en);
    const model = indicatorModel(crossed, set, '', en);
    expect(
      model?.kind === 'multiples' && model.panels.map(({ name, series }) => [name, series.length]),
    ).toEqual([
      ['GIRLS', 2],
      ['BOYS', 2],
    ]);
    expect(model?.kind === 'multiples' && model.lines.map(({ name }) => name)).toEqual(['YOUNG', 'OLD']);
    expect(model?.readings[0]).toMatchObject({
      name: 'GIRLS (YOUNG)',
      points: [{ text: '20' }, { text: '21' }],
    });
  });

  it('are squares for the newest period where that was chosen, and the same in the twin', () => {
    const model = indicatorModel(crossed, pairSet(crossed, 'sex', 'age', en), '', en, 'matrix');
    if (model?.kind !== 'matrix') throw new TypeError('no matrix');
    expect(model).toMatchObject({ label: '2024', rows: ['GIRLS', 'BOYS'], columns: ['YOUNG', 'OLD'] });
    expect(model.squares.map((row) => row.map(({ text }) => text))).toEqual([
      ['21', '50'],
      ['<10', '25'],
    ]);
    const twin = matrixTable(model, 'x', 'y');
    expect(twin.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
      model.squares.map((row) => row.map(({ text }) => text)),
    );
    expect(twin.rows[1]?.cells[0]?.flag).toBe('lt10');
  });
});

describe('parts of a total', () => {
  const parts = (data: IndicatorData) =>
    areParts(data, selectedSet(data, selectionOf(data, new URLSearchParams('by=sex')), en), en);
  const changed = (from: number, to: number): IndicatorData => ({
    ...crossed,
    cells: crossed.cells.map((one) =>
      one.value === from && !('age' in one.categories) ? { ...one, value: to } : one,
    ),
  });

  it('are stacked where the figures add up, and never where a child is counted twice', () => {
    expect(parts(crossed)).toBe(true);
    expect(parts(changed(70, 80))).toBe(false);
    expect(parts(changed(70, 60))).toBe(false);
  });

  it('stay side by side where stacking would say something untrue', () => {
    const data = changed(70, 80);
    const set = selectedSet(data, selectionOf(data, new URLSearchParams('by=sex')), en);
    expect(indicatorModel(data, set, '', en, 'stacked')?.kind).toBe('line');
    const sound = selectedSet(crossed, selectionOf(crossed, new URLSearchParams('by=sex')), en);
    expect(indicatorModel(crossed, sound, '', en, 'stacked')?.kind).toBe('stack');
  });
});

describe('the map of places', () => {
  it('shows the newest told period, each place with its figure or the want of it, as the table does', () => {
    const figures = placeFigures(places, null, en)!;
    const model = tilesModel(places, figures, '', en);
    expect(model.tiles.map(({ text, standing, step }) => [text, standing, step])).toEqual([
      ['5', 'numbered', 1],
      ['15', 'numbered', 2],
      ['25', 'numbered', 3],
      ['35', 'numbered', 4],
      ['<10', 'below_ten', 0],
      ['missing', 'never', 0],
    ]);
    expect(tilesTable(places, figures, en).rows.map(({ cells }) => cells[0]?.text)).toEqual(
      model.tiles.map(({ text }) => text),
    );
    expect(placeFinding(places, figures, en)).toBe(
      '2024: highest in D, 35. Four of six places have a figure',
    );
  });

  it('shows the period that was asked for, and no map where nothing by place is told', () => {
    expect(placeFigures(places, '2023-12-31', en)?.shown.label).toBe('2023');
    expect(placeFigures(places, '1999-12-31', en)?.shown.label).toBe('2024');
    const untold = {
      ...places,
      cells: places.cells.map((one) => ({ ...one, value: null, flag: 'not_shown' as const })),
    };
    expect(placeFigures(untold, null, en)).toBeNull();
    expect(placeFigures(crossed, null, en)).toBeNull();
  });

  it('keeps places of which nothing was published among the small charts, with the reason', () => {
    const set = selectedSet(places, selectionOf(places, new URLSearchParams('by=location')), en);
    const model = indicatorModel(places, set, '', en);
    expect(model?.kind === 'multiples' && model.panels.map(({ name, untold }) => [name, untold])).toEqual([
      ...['A', 'B', 'C', 'D', 'E'].map((name) => [name, null]),
      ['F', 'Never reported'],
    ]);
  });
});

describe('what is not told', () => {
  it('has its reason in words', () => {
    expect(
      untoldReason(
        [
          { value: null, flag: 'lt10' },
          { value: null, flag: 'missing' },
        ],
        en,
      ),
    ).toBe('Fewer than 10');
    expect(untoldReason([{ value: null, flag: 'not_shown' }], en)).toBe('Kept back to protect persons');
    expect(untoldReason([null], en)).toBe('Never reported');
  });

  it('is blank as far as nothing came', () => {
    expect(blankPercent(4, 5, 12)).toBe(40);
    expect(blankPercent(2, 2, 4)).toBe(0);
    expect(blankPercent(0, 5, 0)).toBe(0);
    expect(blankPercent(1, 1, 9)).toBe(0);
  });

  it('has no ground of a number', () => {
    expect([
      stepOf(null, 10),
      stepOf(0, 10),
      stepOf(1, 100),
      stepOf(50, 100),
      stepOf(100, 100),
      stepOf(3, 0),
    ]).toEqual([0, 0, 1, 2, 4, 0]);
  });
});
