import { describe, expect, it } from '@jest/globals';

import type { CaseStage } from '../prosecution/prosecution.js';
import type { CaseSeriesFacts, RecommendationFacts } from './facts.js';
import { prosecutionConversionCheck } from './prosecution-conversion-check.js';
import { prosecutionStageCheck } from './prosecution-stage-check.js';
import { DEFAULT_THRESHOLDS } from './thresholds.js';

type Told = number | '<5' | 'missing' | 'not_applicable';

const context = { today: '2026-11-24', thresholds: DEFAULT_THRESHOLDS };

function cohort(
  cohortYear: number,
  told: Partial<Record<CaseStage, Told>>,
  change: Partial<CaseSeriesFacts> = {},
): CaseSeriesFacts {
  const stages = Object.entries(told).map(([stage, one]) => [
    stage,
    typeof one === 'number'
      ? { state: 'reported', value: one, provisional: false }
      : { state: one === '<5' ? 'below_threshold' : one, value: one === '<5' ? 5 : null, provisional: false },
  ]);
  return {
    caseSeriesId: cohortYear,
    indicatorId: 6,
    offence: 'trafficking',
    cohortRule: 'year_of_complaint',
    cohortYear,
    institutionId: 2,
    stages: Object.fromEntries(stages),
    ...change,
  };
}

const facts = (caseSeries: CaseSeriesFacts[]): RecommendationFacts => ({
  recommendationId: 9,
  code: '26(a)',
  implementedOn: null,
  obligations: [],
  indicators: [],
  budgetLines: [],
  caseSeries,
  responsibilities: [],
  actions: [],
  evidence: [],
});

describe('the check of a falling conversion', () => {
  const found = (...series: CaseSeriesFacts[]) => prosecutionConversionCheck.evaluate(facts(series), context);
  const before = cohort(2021, { complaint: 400, conviction: 40 });

  it('names the newer cohort, the year before it and who owes the answer, and no figure', () => {
    expect(found(cohort(2022, { complaint: 400, conviction: 20 }), before)).toEqual([
      {
        rule: 'prosecution_conversion',
        subject: { kind: 'case_series', id: 2022 },
        severity: 'warning',
        reason: 'falling',
        evidence: {
          offence: 'trafficking',
          cohortYear: 2022,
          cohortRule: 'year_of_complaint',
          earlierYear: 2021,
        },
        dueOn: null,
        institutionId: 2,
      },
    ]);
  });

  it.each<[string, CaseSeriesFacts[], number]>([
    ['a fall by a fifth', [before, cohort(2022, { complaint: 400, conviction: 32 })], 1],
    ['a fall by less', [before, cohort(2022, { complaint: 400, conviction: 33 })], 0],
    ['a fall to none', [before, cohort(2022, { complaint: 400, conviction: 0 })], 1],
    ['a rise', [before, cohort(2022, { complaint: 400, conviction: 60 })], 0],
    [
      'none after none',
      [cohort(2021, { complaint: 400, conviction: 0 }), cohort(2022, { complaint: 400, conviction: 0 })],
      0,
    ],
    ['a cohort that has not had its time', [before, cohort(2024, { complaint: 400, conviction: 0 })], 0],
    ['the newest that has', [before, cohort(2023, { complaint: 400, conviction: 0 })], 1],
    ['a small cohort', [before, cohort(2022, { complaint: 29, conviction: 0 })], 0],
    ['one just large enough', [before, cohort(2022, { complaint: 30, conviction: 0 })], 1],
    [
      'a small one before',
      [cohort(2021, { complaint: 29, conviction: 20 }), cohort(2022, { complaint: 400, conviction: 20 })],
      0,
    ],
    [
      'a year between that nobody reported',
      [
        before,
        cohort(2022, { complaint: 400, conviction: 'missing' }),
        cohort(2023, { complaint: 400, conviction: 20 }),
      ],
      1,
    ],
    [
      'a fall that is older news',
      [
        before,
        cohort(2022, { complaint: 400, conviction: 20 }),
        cohort(2023, { complaint: 400, conviction: 20 }),
      ],
      0,
    ],
    ['a bound', [before, cohort(2022, { complaint: 400, conviction: '<5' })], 0],
    [
      'more convictions than complaints',
      [cohort(2021, { complaint: 400, conviction: 401 }), cohort(2022, { complaint: 400, conviction: 20 })],
      0,
    ],
    ['one cohort', [before], 0],
  ])('sees or leaves alone: %s', (_case, series, times) => {
    expect(found(...series)).toHaveLength(times);
  });

  it.each<[string, Partial<CaseSeriesFacts>]>([
    ['by another rule', { cohortRule: 'year_of_decision' }],
    ['of another offence', { offence: 'all' }],
    ['of another indicator', { indicatorId: 7 }],
  ])('never holds a cohort against one %s', (_case, change) => {
    expect(found(before, cohort(2022, { complaint: 400, conviction: 20 }, change))).toEqual([]);
  });
});

describe('the check of a stage that is never reported', () => {
  const missing = (...series: CaseSeriesFacts[]) =>
    prosecutionStageCheck
      .evaluate(facts(series), context)
      .map(({ subject, evidence }) => [subject.id, evidence['stages']]);
  const whole: Partial<Record<CaseStage, Told>> = {
    ...{ complaint: 9, investigation: 8, charge: 7, trial: 6 },
    ...{ conviction: 5, sentence: 4, reparation_ordered: 3, reparation_paid: 2 },
  };
  const without = (...stages: CaseStage[]): Partial<Record<CaseStage, Told>> =>
    Object.fromEntries(Object.entries(whole).filter(([stage]) => !stages.includes(stage as CaseStage)));

  it.each<[string, CaseSeriesFacts[], unknown[]]>([
    ['all told', [cohort(2021, whole)], []],
    ['one never told', [cohort(2021, without('reparation_paid'))], [[2021, ['reparation_paid']]]],
    ['told as missing only', [cohort(2021, { ...whole, trial: 'missing' })], [[2021, ['trial']]]],
    ['told as a bound', [cohort(2021, { ...whole, trial: '<5' })], []],
    ['told of another cohort', [cohort(2020, without('trial')), cohort(2021, without('sentence'))], []],
    [
      'told of none, the oldest cohort stands for it',
      [cohort(2021, without('trial')), cohort(2020, without('trial', 'charge'))],
      [[2020, ['trial']]],
    ],
    ['where it does not apply', [cohort(2021, { ...whole, trial: 'not_applicable' })], []],
    [
      'before the first that the source reports',
      [cohort(2021, { reparation_ordered: 3, reparation_paid: 2 })],
      [],
    ],
    ['after a counted zero', [cohort(2021, { complaint: 9, investigation: 0 })], []],
    ['in a cohort that has not had its time', [cohort(2025, { complaint: 9 })], []],
    [
      'beside outcomes, which the other check asks for',
      [cohort(2021, without('trial', 'conviction', 'sentence'))],
      [[2021, ['trial']]],
    ],
    ['sentences, where convictions are told', [cohort(2021, without('sentence'))], [[2021, ['sentence']]]],
    ['nothing told at all', [cohort(2021, {})], []],
  ])('names the stages: %s', (_case, series, expected) => {
    expect(missing(...series)).toEqual(expected);
  });

  it('is said once for each offence and rule', () => {
    const told = without('trial');
    expect(
      missing(
        cohort(2021, told),
        cohort(2020, told, { offence: 'all' }),
        cohort(2019, told, { cohortRule: 'year_of_event' }),
      ),
    ).toHaveLength(3);
  });
});
