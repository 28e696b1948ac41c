import { describe, expect, it } from '@jest/globals';

import type { FigureValue } from '../indicator/indicator.js';
import { conversion } from './conversion.js';
import type { StageCount } from './conversion.js';
import type { CaseStage } from './prosecution.js';

const figure = (value: number | null, state: FigureValue['state'] = 'reported'): FigureValue => ({
  state,
  value,
  provisional: false,
});

function count(stage: CaseStage, value: FigureValue, change: Partial<StageCount> = {}): StageCount {
  return {
    stage,
    offence: 'all',
    cohortRule: 'year_of_complaint',
    cohortYear: 2021,
    figure: value,
    ...change,
  };
}

const complaints = count('complaint', figure(40));
const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('the share of a cohort that went on to a later stage', () => {
  it('is told where both stages were reported, a counted zero included', () => {
    expect(conversion([complaints, count('conviction', figure(10))], 'complaint', 'conviction')).toEqual({
      outcome: 'share',
      share: 0.25,
    });
    expect(conversion([complaints, count('conviction', figure(0))], 'complaint', 'conviction')).toEqual({
      outcome: 'share',
      share: 0,
    });
  });

  it('may be all of them', () => {
    expect(conversion([complaints, count('conviction', figure(40))], 'complaint', 'conviction')).toEqual({
      outcome: 'share',
      share: 1,
    });
  });

  it.each([
    ['another rule', { cohortRule: 'year_of_decision' as const }],
    ['another year', { cohortYear: 2022 }],
    ['another offence', { offence: 'trafficking' as const }],
  ])('is refused across cohorts: %s', (_case, change) => {
    const convictions = count('conviction', figure(10), change);
    expect(conversion([complaints, convictions], 'complaint', 'conviction')).toEqual(
      refused('different_cohorts'),
    );
  });

  it.each([
    ['an absent stage', []],
    ['a missing figure', [count('conviction', figure(null, 'missing'))]],
    ['a bound', [count('conviction', figure(5, 'below_threshold'))]],
    ['a question that does not arise', [count('conviction', figure(null, 'not_applicable'))]],
  ])('is refused without a number: %s', (_case, later) => {
    expect(conversion([complaints, ...later], 'complaint', 'conviction')).toEqual(refused('not_reported'));
    expect(conversion([...later, complaints], 'conviction', 'complaint')).toEqual(refused('not_reported'));
  });

  it('is refused of no cases, and of stages that cannot count the same thing', () => {
    const none = count('complaint', figure(0));
    expect(conversion([none, count('conviction', figure(0))], 'complaint', 'conviction')).toEqual(
      refused('no_cases'),
    );
    expect(conversion([complaints, count('conviction', figure(41))], 'complaint', 'conviction')).toEqual(
      refused('different_units'),
    );
  });
});
