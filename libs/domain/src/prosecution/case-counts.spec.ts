import { describe, expect, it } from '@jest/globals';

import type { FigureValue } from '../indicator/indicator.js';
import { conversion } from './conversion.js';
import type { StageCount } from './conversion.js';
import { LEAST_CASES_OF_MEDIAN, medianTime } from './median-time.js';
import { CASE_COUNTS } from './prosecution.js';
import type { CaseCount } from './prosecution.js';
import { regionsAboveCountry, stagesAboveEarlier } from './stage-order.js';

const reported = (value: number): FigureValue => ({ state: 'reported', value, provisional: false });
const below = (value: number): FigureValue => ({ state: 'below_threshold', value, provisional: false });

describe('a bound among the stages of a cohort', () => {
  it.each([
    [below(5), reported(4), []],
    [below(5), reported(5), [{ stage: 'conviction', cases: 5, earlier: 'charge', most: 4 }]],
    [below(4.5), reported(4), []],
    [below(4.5), reported(5), [{ stage: 'conviction', cases: 5, earlier: 'charge', most: 4 }]],
    [below(0), reported(0), []],
    [below(0), reported(1), [{ stage: 'conviction', cases: 1, earlier: 'charge', most: 0 }]],
    [reported(0), below(5), []],
  ])('%j before %j', (charge, conviction, expected) => {
    expect(stagesAboveEarlier({ charge, conviction })).toEqual(expected);
  });

  it('of archived complaints is held to the most that the complaints can be', () => {
    expect(stagesAboveEarlier({ complaint: below(5), archived: reported(4) })).toEqual([]);
    expect(stagesAboveEarlier({ complaint: below(5), archived: reported(5) })).toEqual([
      { stage: 'archived', cases: 5, earlier: 'complaint', most: 4 },
    ]);
  });

  it('is held to the narrowest stage so far, not to the last', () => {
    const figures = { complaint: reported(9), charge: below(5), trial: reported(3), conviction: reported(4) };
    expect(stagesAboveEarlier(figures)).toEqual([
      { stage: 'conviction', cases: 4, earlier: 'trial', most: 3 },
    ]);
  });
});

describe('the regions of a country', () => {
  it('come to no more than it, a bound counted as none and what is missing as nothing', () => {
    const missing: FigureValue = { state: 'missing', value: null, provisional: false };
    const away: FigureValue = { state: 'not_applicable', value: null, provisional: false };
    expect(regionsAboveCountry(reported(9), [reported(9), below(5), missing, away])).toBeNull();
    expect(regionsAboveCountry(reported(9), [reported(9), below(5), missing, reported(1)])).toEqual({
      sum: 10,
      most: 9,
    });
    expect(regionsAboveCountry(reported(0), [])).toBeNull();
    expect(regionsAboveCountry(away, [reported(1)])).toBeNull();
  });
});

describe('the share of a cohort', () => {
  const count = (stage: CaseCount, value: number): StageCount => ({
    stage,
    indicator: '26a-J1',
    offence: 'all',
    region: 'all',
    facet: 'main',
    cohortRule: 'year_of_complaint',
    cohortYear: 2021,
    figure: reported(value),
  });

  it('is told from each stage to every later one, and to none before it', () => {
    const all = CASE_COUNTS.map((stage) => count(stage, 8));
    CASE_COUNTS.forEach((from, start) =>
      CASE_COUNTS.forEach((to, end) =>
        expect(conversion(all, from, to)).toEqual(
          start < end ? { outcome: 'share', share: 1 } : { outcome: 'refused', reason: 'wrong_order' },
        ),
      ),
    );
  });

  it('is of the stages that were asked for, in whatever order they stand', () => {
    const stages = [count('conviction', 2), count('trial', 4), count('charge', 8)];
    expect(conversion(stages, 'charge', 'conviction')).toEqual({ outcome: 'share', share: 0.25 });
    expect(conversion(stages, 'charge', 'trial')).toEqual({ outcome: 'share', share: 0.5 });
  });
});

describe('a median', () => {
  it('is of the cases that its source names, before those that were counted', () => {
    expect(medianTime({ days: 30, cases: LEAST_CASES_OF_MEDIAN }, 3)).toEqual({
      outcome: 'days',
      days: 30,
      cases: 10,
    });
    expect(medianTime({ days: 30, cases: 0 }, 80)).toEqual({ outcome: 'refused', reason: 'too_few_cases' });
    expect(medianTime({ days: 30, cases: null }, LEAST_CASES_OF_MEDIAN)).toMatchObject({ cases: 10 });
  });
});
