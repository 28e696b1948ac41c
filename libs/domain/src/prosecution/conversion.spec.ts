import { describe, expect, it } from '@jest/globals';

import type { FigureValue } from '../indicator/indicator.js';
import { conversion, rateBetween } from './conversion.js';
import type { StageCount } from './conversion.js';
import type { CaseCount } from './prosecution.js';

const figure = (value: number | null, state: FigureValue['state'] = 'reported'): FigureValue => ({
  state,
  value,
  provisional: false,
});

function count(stage: CaseCount, value: FigureValue, change: Partial<StageCount> = {}): StageCount {
  return {
    stage,
    indicator: '26a-J1',
    offence: 'all',
    region: 'all',
    facet: 'main',
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
  ])('is refused across cohorts: %s', (_case, change) => {
    const convictions = count('conviction', figure(10), change);
    expect(conversion([complaints, convictions], 'complaint', 'conviction')).toEqual(
      refused('different_cohorts'),
    );
    expect(rateBetween(count('complaint', figure(null, 'missing')), convictions)).toEqual(
      refused('different_cohorts'),
    );
  });

  it.each([
    ['another offence', { offence: 'trafficking' }],
    ['another region', { region: 'loreto' }],
    ['accused officials, who are counted apart', { facet: 'official' as const }],
    ['what another indicator counts', { indicator: '28-J1' }],
  ])('is refused across other cases: %s', (_case, change) => {
    const convictions = count('conviction', figure(10), change);
    expect(rateBetween(complaints, convictions)).toEqual(refused('different_cases'));
  });

  it('is told of complaints that were archived, and refused against the course of a case', () => {
    const archived = count('archived', figure(24));
    expect(conversion([complaints, archived], 'complaint', 'archived')).toEqual({
      outcome: 'share',
      share: 0.6,
    });
    expect(rateBetween(archived, complaints)).toEqual(refused('wrong_order'));
    expect(rateBetween(complaints, complaints)).toEqual(refused('wrong_order'));
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
