import { describe, expect, it } from '@jest/globals';

import type { AcceptedFigure } from '#persistence';

import { cubeInputs } from './cube-periods.js';
import type { CubeInput, PublishedPeriod } from './cube-periods.js';

const YEAR = ['2024-01-01', '2024-12-31'] as const;
const QUARTERS = [
  ['2024-01-01', '2024-03-31'],
  ['2024-04-01', '2024-06-30'],
] as const;

function figure(
  [periodStartOn, periodEndOn]: readonly [string, string],
  more: Partial<AcceptedFigure> = {},
): AcceptedFigure {
  return {
    indicatorCode: 'A',
    figureKind: 'person_count',
    valueType: 'count',
    sourceCode: 'REGISTER',
    sourceIsCitation: false,
    seriesKey: '',
    categories: {},
    periodStartOn,
    periodEndOn,
    state: 'reported',
    value: 100,
    provisional: false,
    cube: null,
    nestedIn: null,
    structuralZeros: [],
    ...more,
  };
}

function published(
  [periodStartOn, periodEndOn]: readonly [string, string],
  cube = 'A',
  indicators = ['A'],
): PublishedPeriod {
  return { cube, sourceCode: 'REGISTER', periodStartOn, periodEndOn, indicators: new Set(indicators) };
}

function named(inputs: readonly CubeInput[]): string[] {
  return inputs.map(
    ({ cube, periodStartOn, periodEndOn, accepted, held }) =>
      `${cube} ${periodStartOn}/${periodEndOn}: ${accepted.length}${held ? ` ${held}` : ''}`,
  );
}

describe('periods of a cube', () => {
  it('make the quarters of a year categories of it, whichever came first, while nothing was published', () => {
    const figures = [...QUARTERS.map((quarter) => figure(quarter)), figure(YEAR)];
    const [input, ...others] = cubeInputs(figures);
    expect(others).toEqual([]);
    expect(input!.figures.map(({ categories }) => categories)).toEqual([
      {},
      { period: '2024-01-01/2024-03-31' },
      { period: '2024-04-01/2024-06-30' },
    ]);
  });

  it('hold a year whose quarters were published, and leave the quarters what they were', () => {
    const figures = [...QUARTERS.map((quarter) => figure(quarter)), figure(YEAR)];
    const inputs = cubeInputs(
      figures,
      QUARTERS.map((quarter) => published(quarter)),
    );
    expect(named(inputs)).toEqual([
      'A 2024-01-01/2024-03-31: 1',
      'A 2024-04-01/2024-06-30: 1',
      'A 2024-01-01/2024-12-31: 1 overlaps_published',
    ]);
  });

  it('hold a year whose published quarters are not handed in any more', () => {
    expect(named(cubeInputs([figure(YEAR)], [published(QUARTERS[0])]))).toEqual([
      'A 2024-01-01/2024-12-31: 1 overlaps_published',
    ]);
  });

  it('publish the next quarter beside the published one, and not within the year that is held', () => {
    const inputs = cubeInputs(
      [...QUARTERS.map((quarter) => figure(quarter)), figure(YEAR)],
      [published(QUARTERS[0])],
    );
    expect(named(inputs)).toEqual([
      'A 2024-01-01/2024-03-31: 1',
      'A 2024-01-01/2024-12-31: 1 overlaps_published',
      'A 2024-04-01/2024-06-30: 1',
    ]);
  });

  it('make a late quarter a category of its published year', () => {
    expect(named(cubeInputs([figure(QUARTERS[0]), figure(YEAR)], [published(YEAR)]))).toEqual([
      'A 2024-01-01/2024-12-31: 2',
    ]);
  });

  it('hold the next one of periods that overlap a published one, and not the year after', () => {
    const inputs = cubeInputs(
      [figure(YEAR), figure(['2024-07-01', '2025-06-30']), figure(['2025-01-01', '2025-12-31'])],
      [published(YEAR)],
    );
    expect(named(inputs)).toEqual([
      'A 2024-01-01/2024-12-31: 1',
      'A 2024-07-01/2025-06-30: 1 overlaps_published',
      'A 2025-01-01/2025-12-31: 1',
    ]);
  });

  it('hold an indicator that was published by itself and moved into a cube, and one that left its cube', () => {
    const moved = cubeInputs([figure(YEAR, { cube: 'C' })], [published(YEAR)]);
    expect(named(moved)).toEqual(['C 2024-01-01/2024-12-31: 1 published_in_other_cube']);
    const left = cubeInputs(
      [figure(YEAR, { cube: 'C' }), figure(YEAR, { indicatorCode: 'B' })],
      [published(YEAR, 'C', ['A', 'B'])],
    );
    expect(named(left)).toEqual([
      'C 2024-01-01/2024-12-31: 1',
      'B 2024-01-01/2024-12-31: 1 published_in_other_cube',
    ]);
  });

  it('hold nothing for what another source published', () => {
    expect(named(cubeInputs([figure(YEAR)], [{ ...published(QUARTERS[0]), sourceCode: 'OTHER' }]))).toEqual([
      'A 2024-01-01/2024-12-31: 1',
    ]);
  });

  it('are broken down only where the register is declared, and a stock of a single day is not', () => {
    const totalsOnly = (one: AcceptedFigure) => cubeInputs([one])[0]!.isTotalsOnly;
    expect(totalsOnly(figure(YEAR))).toBe(true);
    expect(totalsOnly(figure(YEAR, { cube: 'C' }))).toBe(false);
    expect(totalsOnly(figure(['2024-12-31', '2024-12-31'], { cube: 'C' }))).toBe(true);
  });

  it('count nobody by a figure that is no count', () => {
    const [input] = cubeInputs([figure(YEAR, { valueType: 'ratio', value: 12 })]);
    expect(input!.figures).toEqual([]);
  });

  it('keep to the cohort rule that was published first', () => {
    const stage = (cohort: string) => figure(YEAR, { categories: { cohort, stage: 'complaint' } });
    const figures = [stage('by_complaint'), stage('by_year'), stage('by_year')];
    expect(named(cubeInputs(figures))).toEqual(['A by_year 2024-01-01/2024-12-31: 2']);
    expect(named(cubeInputs(figures, [published(YEAR, 'A by_complaint')]))).toEqual([
      'A by_complaint 2024-01-01/2024-12-31: 1',
    ]);
  });
});
