import { describe, expect, it } from '@jest/globals';

import type { CaseSeriesFacts, RecommendationFacts } from './facts.js';
import { CHECKS } from './checks.js';
import { DEFAULT_THRESHOLDS } from './thresholds.js';

const context = { today: '2026-11-24', thresholds: DEFAULT_THRESHOLDS };
const empty: RecommendationFacts = {
  recommendationId: 9,
  code: '26(a)',
  implementedOn: null,
  obligations: [],
  indicators: [],
  budgetLines: [],
  caseSeries: [],
  responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
};

function reasons(change: Partial<RecommendationFacts>): string[] {
  return CHECKS.flatMap((check) => check.evaluate({ ...empty, ...change }, context)).map(
    (finding) => `${finding.rule}.${finding.reason}`,
  );
}

const count = (value: number) => ({ state: 'reported', value, provisional: false }) as const;

function cases(stages: CaseSeriesFacts['stages'], cohortYear = 2021): Partial<RecommendationFacts> {
  return {
    caseSeries: [
      {
        caseSeriesId: 1,
        offence: 'all',
        cohortRule: 'year_of_complaint',
        cohortYear,
        institutionId: 1,
        stages,
      },
    ],
  };
}

describe('the checks', () => {
  it('are one per rule, and silent where nothing is wrong', () => {
    expect(new Set(CHECKS.map((check) => check.rule)).size).toBe(CHECKS.length);
    expect(reasons({})).toEqual([]);
  });

  it('see complaints that came to nothing, and tell that from outcomes nobody reported', () => {
    expect(reasons(cases({ complaint: count(40), conviction: count(0), sentence: count(0) }))).toEqual([
      'prosecution_outcome.no_conviction',
    ]);
    expect(reasons(cases({ complaint: count(40) }))).toEqual(['prosecution_outcome.outcome_never_reported']);
    expect(
      reasons(
        cases({ complaint: count(40), conviction: { state: 'missing', value: null, provisional: false } }),
      ),
    ).toEqual(['prosecution_outcome.outcome_never_reported']);
    expect(
      reasons(
        cases({
          complaint: count(40),
          conviction: { state: 'below_threshold', value: 5, provisional: false },
        }),
      ),
    ).toEqual([]);
    expect(reasons(cases({ complaint: count(0) }))).toEqual([]);
  });

  it('give a cohort a full year before asking for its outcome', () => {
    expect(reasons(cases({ complaint: count(40) }, 2025))).toEqual([]);
    expect(reasons(cases({ complaint: count(40) }, 2024))).toEqual([
      'prosecution_outcome.outcome_never_reported',
    ]);
  });

  it('see an item that nobody answers for', () => {
    expect(reasons({ responsibilities: [] })).toEqual(['nobody_responsible.no_lead']);
    expect(
      reasons({ responsibilities: [{ institutionId: 1, role: 'support', reachablePeople: 4 }] }),
    ).toEqual(['nobody_responsible.no_lead']);
    expect(reasons({ responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 0 }] })).toEqual([
      'nobody_responsible.no_focal_point',
    ]);
  });

  it('measure spending against the last day it covers, not against today', () => {
    const line = { budgetLineId: 1, purpose: 'recovery', institutionId: 1 } as const;
    const newest = {
      fiscalYear: 2026,
      approved: 10,
      revised: 10,
      executed: 5,
      executedThrough: '2026-06-30',
    };
    expect(reasons({ budgetLines: [{ ...line, newest }] })).toEqual([]);
    expect(
      reasons({ budgetLines: [{ ...line, newest: { ...newest, executedThrough: '2026-11-23' } }] }),
    ).toEqual(['budget_execution.behind_the_year']);
    expect(reasons({ budgetLines: [{ ...line, newest: null }] })).toEqual([
      'budget_execution.never_reported',
    ]);
  });
});
