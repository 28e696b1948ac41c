import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '../calendar/civil-date.js';
import { CHECKS } from '../check/checks.js';
import type {
  CaseSeriesFacts,
  IndicatorFacts,
  ObligationFacts,
  RecommendationFacts,
} from '../check/facts.js';
import { DEFAULT_THRESHOLDS } from '../check/thresholds.js';
import { nextCheckOn } from './next-check-on.js';
import { statusOf } from './status-of.js';

const TODAY = '2026-11-24';
const context = { today: TODAY, thresholds: DEFAULT_THRESHOLDS };
const quiet: RecommendationFacts = {
  recommendationId: 1,
  code: '8',
  implementedOn: null,
  obligations: [],
  indicators: [],
  budgetLines: [],
  caseSeries: [],
  responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
  actions: [],
  evidence: [],
};
const obligation: ObligationFacts = {
  obligationId: 1,
  kind: 'data_submission',
  required: true,
  institutionId: 1,
  period: null,
  deadline: { certainty: 'confirmed', dueOn: '2027-03-31', basis: '' },
  submittedOn: null,
  acceptedOn: null,
};
const indicator: IndicatorFacts = {
  indicatorId: 1,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest: {
    state: 'reported',
    value: 60,
    provisional: false,
    period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  },
  baseline: null,
  target: null,
  requiredDimensions: [],
  receivedDimensions: [],
  institutionId: 1,
};
const series: CaseSeriesFacts = {
  caseSeriesId: 1,
  indicatorId: 1,
  offence: 'all',
  cohortRule: 'year_of_complaint',
  cohortYear: 2026,
  institutionId: 1,
  stages: { complaint: { state: 'reported', value: 40, provisional: false } },
};

const near = fc.integer({ min: -200, max: 400 }).map((days) => addDays(TODAY, days));
const anyObligation = fc.record({
  ...constants(obligation),
  required: fc.boolean(),
  period: fc.option(near.map((endOn) => ({ startOn: '2020-01-01', endOn }))),
  deadline: fc.oneof(
    near.map((dueOn) => ({ certainty: 'confirmed', dueOn, basis: '' }) as const),
    fc.constant({ certainty: 'estimated', year: 2026, basis: '' } as const),
    fc.constant({ certainty: 'awaiting_committee', basis: '' } as const),
  ),
  submittedOn: fc.option(fc.constant('2026-11-01')),
});
const anyIndicator = fc.record({
  ...constants(indicator),
  track: fc.constantFrom('data', 'budget'),
  periodicityMonths: fc.constantFrom(1, 3, 6, 12, null),
  newest: fc.option(
    near.map((day) => ({
      ...indicator.newest!,
      period: { startOn: '2020-01-01', endOn: addDays(day, -300) },
    })),
  ),
});
const anySeries = fc.record({ ...constants(series), cohortYear: fc.integer({ min: 2022, max: 2028 }) });
const anyLine = fc
  .record({
    fiscalYear: fc.integer({ min: 2025, max: 2027 }),
    approved: fc.option(fc.nat(10)),
    revised: fc.option(fc.nat(10)),
    executed: fc.option(fc.nat(10)),
    executedThrough: fc.option(near),
  })
  .map((newest) => ({ budgetLineId: 1, purpose: 'recovery' as const, institutionId: 1, newest }));
const anyAction = fc.record({
  actionId: fc.constant(1),
  institutionId: fc.constant(1),
  plannedStartOn: fc.constant('2026-01-01'),
  plannedEndOn: near,
  doneOn: fc.option(fc.constant('2026-11-01')),
  cancelledOn: fc.option(fc.constant('2026-11-01')),
});
const anyEvidence = fc.record({
  evidenceId: fc.integer({ min: 1, max: 3 }),
  actionId: fc.constantFrom(1, null),
  institutionId: fc.constant(1),
  effectiveOn: near,
  expiresOn: fc.option(near),
});
const anyFacts: fc.Arbitrary<RecommendationFacts> = fc.record({
  ...constants(quiet),
  obligations: fc.array(anyObligation, { maxLength: 2 }),
  indicators: fc.array(anyIndicator, { maxLength: 2 }),
  caseSeries: fc.array(anySeries, { maxLength: 1 }),
  budgetLines: fc.array(anyLine, { maxLength: 1 }),
  actions: fc.array(anyAction, { maxLength: 2 }),
  evidence: fc.array(anyEvidence, { maxLength: 3 }),
});

function constants<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fc.constant(part)])) as {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  };
}

function answerOn(facts: RecommendationFacts, today: string): string {
  return JSON.stringify([
    CHECKS.flatMap((check) => check.evaluate(facts, { ...context, today })),
    statusOf(facts, today, DEFAULT_THRESHOLDS),
  ]);
}

function next(change: Partial<RecommendationFacts>): string | null {
  return nextCheckOn({ ...quiet, ...change }, context);
}

describe('the next day on which an answer can change', () => {
  it('has no other day before it on which checks or status answer differently', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const end = nextCheckOn(facts, context) ?? addDays(TODAY, 500);
        const now = answerOn(facts, TODAY);
        let day = addDays(TODAY, 1);
        while (day < end && answerOn(facts, day) === now) day = addDays(day, 1);
        expect(day).toBe(end);
      }),
      { numRuns: 150 },
    );
  });

  it('is the next mark of an open deadline: ladder, thirty days, a week, the day, the day after', () => {
    const due = (dueOn: string): string | null =>
      next({ obligations: [{ ...obligation, deadline: { certainty: 'confirmed', dueOn, basis: '' } }] });
    expect(due('2027-03-31')).toBe('2026-12-31');
    expect(due('2027-02-22')).toBe('2027-01-23');
    expect(due('2026-12-10')).toBe('2026-12-03');
    expect(due('2026-11-28')).toBe('2026-11-28');
    expect(due('2026-11-24')).toBe('2026-11-25');
    expect(due('2026-11-23')).toBeNull();
  });

  it('is the day after a figure has grown too old, and those on which a cohort should show an outcome and be compared', () => {
    expect(next({ indicators: [indicator] })).toBe('2028-01-01');
    expect(next({ caseSeries: [series] })).toBe('2028-01-01');
    expect(next({ caseSeries: [{ ...series, cohortYear: 2024 }] })).toBe('2027-01-01');
    expect(next({ caseSeries: [{ ...series, cohortYear: 2023 }] })).toBeNull();
  });

  it('is tomorrow only while a year goes on under an amount', () => {
    const line = { budgetLineId: 1, purpose: 'recovery', institutionId: 1 } as const;
    const newest = { fiscalYear: 2026, approved: 10, revised: null, executed: 9, executedThrough: null };
    expect(next({ budgetLines: [{ ...line, newest }] })).toBe('2026-11-25');
    expect(
      next({ budgetLines: [{ ...line, newest: { ...newest, executedThrough: '2026-10-31' } }] }),
    ).toBeNull();
    expect(next({ budgetLines: [{ ...line, newest: { ...newest, executed: null } }] })).toBeNull();
    expect(next({ budgetLines: [{ ...line, newest: { ...newest, executedThrough: TODAY } }] })).toBeNull();
    expect(next({ budgetLines: [{ ...line, newest: null }] })).toBeNull();
  });

  it('is the day after a plan, and each day on which evidence begins or ceases to hold', () => {
    const action = {
      actionId: 1,
      institutionId: 1,
      plannedStartOn: '2026-01-01',
      plannedEndOn: '2026-12-31',
      doneOn: null,
      cancelledOn: null,
    };
    expect(next({ actions: [action] })).toBe('2027-01-01');
    expect(next({ actions: [{ ...action, doneOn: TODAY }] })).toBeNull();
    const evidence = { evidenceId: 1, actionId: null, institutionId: 1, effectiveOn: '2026-01-01' };
    expect(next({ evidence: [{ ...evidence, expiresOn: '2026-12-31' }] })).toBe('2027-01-01');
    expect(next({ evidence: [{ ...evidence, effectiveOn: '2026-12-01', expiresOn: null }] })).toBe(
      '2026-12-01',
    );
    expect(next({ evidence: [{ ...evidence, expiresOn: null }] })).toBeNull();
  });

  it('is none where only a change can alter the answer', () => {
    expect(next({ obligations: [{ ...obligation, submittedOn: '2026-11-01' }] })).toBeNull();
    expect(next({})).toBeNull();
  });
});
