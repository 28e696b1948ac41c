import { describe, expect, it } from '@jest/globals';

import type { CaseSeriesFacts, IndicatorFacts, ObligationFacts, RecommendationFacts } from './facts.js';
import { CHECKS } from './checks.js';
import { FINDING_REASONS, RULES } from './finding.js';
import type { Finding } from './finding.js';
import { prosecutionOutcomeCheck } from './prosecution-outcome-check.js';
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
  actions: [],
  evidence: [],
};

function findings(change: Partial<RecommendationFacts>): Finding[] {
  return CHECKS.flatMap((check) => check.evaluate({ ...empty, ...change }, context));
}

function reasons(change: Partial<RecommendationFacts>): string[] {
  return findings(change).map((finding) => `${finding.rule}.${finding.reason}`);
}

/** Beside them stages that nobody reported, which are another check's. */
const outcomes = (change: Partial<RecommendationFacts>): string[] =>
  reasons(change).filter((reason) => reason.startsWith('prosecution_outcome.'));

const obligation: ObligationFacts = {
  obligationId: 4,
  kind: 'data_submission',
  required: true,
  institutionId: 2,
  period: null,
  deadline: { certainty: 'confirmed', dueOn: '2026-11-24', basis: '' },
  submittedOn: null,
  acceptedOn: null,
};
const indicator: IndicatorFacts = {
  indicatorId: 6,
  code: '8-O1',
  track: 'data',
  required: true,
  isHome: true,
  valueType: 'count',
  direction: 'increase',
  periodicityMonths: 12,
  newest: {
    state: 'reported',
    value: 0,
    provisional: false,
    period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  },
  baseline: null,
  target: null,
  requiredDimensions: [],
  receivedDimensions: [],
  institutionId: 2,
};

function due(dueOn: string, change: Partial<ObligationFacts> = {}): Partial<RecommendationFacts> {
  return {
    obligations: [{ ...obligation, deadline: { certainty: 'confirmed', dueOn, basis: '' }, ...change }],
  };
}

function figure(change: Partial<IndicatorFacts>): Partial<RecommendationFacts> {
  return { indicators: [{ ...indicator, ...change }] };
}

const absent = (state: 'missing' | 'not_applicable') => ({ ...indicator.newest!, state, value: null });
const ended = (endOn: string) => ({ ...indicator.newest!, period: { startOn: '2019-01-01', endOn } });

const count = (value: number) => ({ state: 'reported', value, provisional: false }) as const;

function cases(stages: CaseSeriesFacts['stages'], cohortYear = 2021): Partial<RecommendationFacts> {
  return {
    caseSeries: [
      {
        caseSeriesId: 1,
        indicatorId: 6,
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

  it('have a list of reasons each, the milder first', () => {
    expect(CHECKS.map((check) => check.rule).sort()).toEqual([...RULES].sort());
    expect(Object.keys(FINDING_REASONS).sort()).toEqual([...RULES].sort());
  });

  it.each([
    ['2027-02-23', []],
    ['2027-02-22', [['due_soon', 'notice']]],
    ['2026-12-02', [['due_soon', 'notice']]],
    ['2026-12-01', [['due_soon', 'warning']]],
    ['2026-11-24', [['due_today', 'warning']]],
    ['2026-11-23', [['overdue', 'critical']]],
  ])('count an open obligation from its confirmed day, %s', (dueOn, expected) => {
    expect(findings(due(dueOn)).map(({ reason, severity }) => [reason, severity])).toEqual(expected);
    expect(findings(due(dueOn, { submittedOn: '2026-11-20' }))).toEqual([]);
  });

  it('ask whether the committee has set a date, and find nobody late with the answer', () => {
    const question = { kind: 'committee_date_query', institutionId: null };
    const told = (dueOn: string) =>
      findings(due(dueOn, question)).map(({ reason, severity }) => [reason, severity]);
    expect(told('2027-01-23')).toEqual([['due_soon', 'notice']]);
    expect(told('2026-11-25')).toEqual([['due_soon', 'notice']]);
    expect(told('2026-11-24')).toEqual([['due_today', 'notice']]);
    expect(told('2026-11-23')).toEqual([]);
  });

  it('name the obligation, its day and who owes it, without a counter that changes every night', () => {
    expect(findings(due('2026-08-31'))).toEqual([
      {
        rule: 'deadline',
        subject: { kind: 'obligation', id: 4 },
        severity: 'critical',
        reason: 'overdue',
        evidence: { dueOn: '2026-08-31' },
        dueOn: '2026-08-31',
        institutionId: 2,
      },
    ]);
  });

  it('take no estimate and no unset date for a deadline', () => {
    const deadlines = [
      { certainty: 'estimated', year: 2020, basis: '' },
      { certainty: 'awaiting_committee', basis: '' },
    ] as const;
    for (const deadline of deadlines)
      expect(reasons({ obligations: [{ ...obligation, deadline }] })).toEqual([]);
  });

  it('see a required figure that never came or is too old, and take zero for a figure', () => {
    expect(reasons(figure({}))).toEqual([]);
    expect(reasons(figure({ newest: null }))).toEqual(['figure_stale.never_reported']);
    expect(reasons(figure({ newest: absent('missing') }))).toEqual(['figure_stale.never_reported']);
    expect(reasons(figure({ newest: absent('not_applicable') }))).toEqual([]);
    expect(reasons(figure({ newest: ended('2024-11-24') }))).toEqual([]);
    expect(findings(figure({ newest: ended('2024-11-23') }))).toMatchObject([
      { reason: 'too_old', evidence: { indicator: '8-O1', newestPeriodEndOn: '2024-11-23' } },
    ]);
  });

  it('ask nobody for a figure or a breakdown while what was sent waits for its review', () => {
    const waiting = { ...obligation, submittedOn: '2026-11-20' };
    const sent = (of: Partial<ObligationFacts>, asked: Partial<IndicatorFacts>) =>
      reasons({ ...figure(asked), obligations: [{ ...waiting, ...of }] });
    const breakdowns = { requiredDimensions: ['sex'], receivedDimensions: [] };
    expect(sent({}, { newest: null })).toEqual([]);
    expect(sent({}, breakdowns)).toEqual([]);
    expect(sent({ indicatorId: 6 }, { newest: null })).toEqual([]);
    expect(sent({ acceptedOn: '2026-11-21' }, { newest: null })).toEqual(['figure_stale.never_reported']);
    expect(sent({ indicatorId: 7 }, { newest: null })).toEqual(['figure_stale.never_reported']);
    expect(sent({ institutionId: 3 }, breakdowns)).toEqual(['disaggregation_gap.dimensions_missing']);
    expect(sent({ kind: 'report' }, { newest: null })).toEqual(['figure_stale.never_reported']);
  });

  it('ask nobody for cases or money that wait for their review, and go on judging what is on record', () => {
    const waiting = [{ ...obligation, institutionId: 1, indicatorId: 6, submittedOn: '2026-11-20' }];
    const line = { budgetLineId: 1, indicatorId: 6, purpose: 'recovery', institutionId: 1 } as const;
    expect(reasons({ budgetLines: [{ ...line, newest: null }], obligations: waiting })).toEqual([]);
    expect(
      reasons({ budgetLines: [{ ...line, indicatorId: 7, newest: null }], obligations: waiting }),
    ).toEqual(['budget_execution.never_reported']);
    const silent = cases({ complaint: count(40) });
    expect(reasons({ ...silent, obligations: [] })).toContain('prosecution_outcome.outcome_never_reported');
    expect(reasons({ ...silent, obligations: waiting })).toEqual([]);
    const none = cases({ complaint: count(40), conviction: count(0), sentence: count(0) });
    expect(reasons({ ...none, obligations: waiting })).toEqual(['prosecution_outcome.no_conviction']);
  });

  it('ask for no figure that is optional, nor for money and cases, which have checks of their own', () => {
    expect(reasons(figure({ newest: null, required: false }))).toEqual([]);
    expect(reasons(figure({ newest: null, track: 'budget' }))).toEqual([]);
  });

  it('name the breakdowns that did not come with the newest figure', () => {
    const asked = { requiredDimensions: ['sex', 'age', 'region'], receivedDimensions: ['age'] };
    expect(findings(figure(asked))).toMatchObject([
      {
        rule: 'disaggregation_gap',
        subject: { kind: 'indicator', id: 6 },
        evidence: { indicator: '8-O1', asked: 3, received: 1, missing: ['sex', 'region'] },
      },
    ]);
    expect(reasons(figure({ ...asked, receivedDimensions: ['sex', 'age', 'region'] }))).toEqual([]);
    expect(reasons(figure({ ...asked, newest: absent('not_applicable') }))).toEqual([]);
  });

  it('name who owes them, of several that were asked, and tell the first who does', () => {
    const asked = {
      ...{ requiredDimensions: ['sex', 'age'], receivedDimensions: ['sex', 'age'], institutionId: 1 },
      reporters: [
        { institutionId: 1, institution: 'MP', received: ['sex', 'age'], notApplicable: [] },
        { institutionId: 2, institution: 'PNP', received: ['sex'], notApplicable: ['age'] },
        { institutionId: 3, institution: 'PJ', received: ['sex'], notApplicable: [] },
      ],
    };
    const evidence = { received: 4, asked: 5, missing: ['age'], owing: ['PJ'] };
    expect(findings(figure(asked))).toMatchObject([{ institutionId: 3, evidence }]);
    expect(reasons(figure({ ...asked, reporters: asked.reporters.slice(0, 2) }))).toEqual([]);
    const waiting = { ...obligation, institutionId: 3, submittedOn: '2026-11-20' };
    expect(reasons({ ...figure(asked), obligations: [waiting] })).toEqual([]);
  });

  it('name the year and both numbers where sources differ, of the newest period that nobody has explained', () => {
    const shared = (year: number, explained: boolean, low: number, high: number) => ({
      periodStartOn: `${year}-01-01`,
      periodEndOn: `${year}-12-31`,
      explained,
      figures: [
        { source: 'PNP', value: high, error: 0 },
        { source: 'MP', value: low, error: 0 },
      ],
    });
    const all = [shared(2019, false, 476, 1054), shared(2020, false, 470, 640), shared(2021, true, 1, 2)];
    expect(findings(figure({ shared: all }))).toMatchObject([
      {
        rule: 'sources_disagree',
        subject: { kind: 'indicator', id: 6 },
        institutionId: null,
        evidence: { year: 2020, low: 470, lowSource: 'MP', high: 640, highSource: 'PNP' },
      },
    ]);
    expect(reasons(figure({ shared: [shared(2021, true, 1, 2)] }))).toEqual([]);
    expect(reasons(figure({ shared: [shared(2021, false, 2, 2)] }))).toEqual([]);
    expect(reasons(figure({ shared: all, isHome: false }))).toEqual([]);
  });

  it('speak of an indicator only at its home', () => {
    const away = { isHome: false, requiredDimensions: ['sex'] };
    expect(reasons(figure(away))).toEqual([]);
    expect(reasons(figure({ ...away, newest: null }))).toEqual([]);
  });

  it('see complaints that came to nothing, and tell that from outcomes nobody reported', () => {
    expect(outcomes(cases({ complaint: count(40), conviction: count(0), sentence: count(0) }))).toEqual([
      'prosecution_outcome.no_conviction',
    ]);
    expect(outcomes(cases({ complaint: count(40) }))).toEqual(['prosecution_outcome.outcome_never_reported']);
    expect(
      outcomes(
        cases({ complaint: count(40), conviction: { state: 'missing', value: null, provisional: false } }),
      ),
    ).toEqual(['prosecution_outcome.outcome_never_reported']);
    expect(
      outcomes(
        cases({
          complaint: count(40),
          conviction: { state: 'below_threshold', value: 5, provisional: false },
        }),
      ),
    ).toEqual([]);
    expect(outcomes(cases({ complaint: count(0) }))).toEqual([]);
  });

  it('take no bound for proof that anybody complained, and no outcome for one that cannot exist', () => {
    const bound = { state: 'below_threshold', value: 5, provisional: false } as const;
    const none = { state: 'not_applicable', value: null, provisional: false } as const;
    expect(outcomes(cases({ complaint: bound, conviction: count(0) }))).toEqual([]);
    expect(outcomes(cases({ complaint: none }))).toEqual([]);
    expect(outcomes(cases({}))).toEqual([]);
    expect(outcomes(cases({ complaint: { ...count(40), value: null } }))).toEqual([]);
    expect(outcomes(cases({ complaint: count(40), conviction: none, sentence: none }))).toEqual([]);
    expect(outcomes(cases({ complaint: count(40), conviction: count(3) }))).toEqual([]);
  });

  it('carry no figure about children in the evidence of cases', () => {
    expect(findings(cases({ complaint: count(40) }))[0]?.evidence).toEqual({
      offence: 'all',
      cohortYear: 2021,
      cohortRule: 'year_of_complaint',
    });
  });

  it('give a cohort a full year before asking for its outcome', () => {
    expect(outcomes(cases({ complaint: count(40) }, 2025))).toEqual([]);
    expect(outcomes(cases({ complaint: count(40) }, 2024))).toEqual([
      'prosecution_outcome.outcome_never_reported',
    ]);
    const firstDay = { ...empty, ...cases({ complaint: count(40) }, 2024) };
    const on = (today: string): number =>
      prosecutionOutcomeCheck.evaluate(firstDay, { ...context, today }).length;
    expect(on('2025-12-31')).toBe(0);
    expect(on('2026-01-01')).toBe(1);
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

  it('see an action whose planned end is over, until it is done or cancelled', () => {
    const action = {
      actionId: 3,
      institutionId: 2,
      plannedStartOn: '2026-01-01',
      plannedEndOn: '2026-11-23',
      doneOn: null,
      cancelledOn: null,
    };
    expect(findings({ actions: [action] })).toEqual([
      expect.objectContaining({
        rule: 'action_late',
        subject: { kind: 'action', id: 3 },
        evidence: { action: 3, plannedEndOn: '2026-11-23' },
        institutionId: 2,
        dueOn: null,
      }),
    ]);
    expect(reasons({ actions: [{ ...action, plannedEndOn: '2026-11-24' }] })).toEqual([]);
    expect(reasons({ actions: [{ ...action, doneOn: '2026-11-24' }] })).toEqual([]);
    expect(reasons({ actions: [{ ...action, cancelledOn: '2026-11-24' }] })).toEqual([]);
  });

  it('see evidence that expired, only while nothing stands in its place', () => {
    const expired = {
      evidenceId: 5,
      actionId: null,
      institutionId: 2,
      effectiveOn: '2025-01-01',
      expiresOn: '2026-11-23',
    };
    const older = { ...expired, evidenceId: 4, expiresOn: '2026-06-30' };
    const standing = { ...expired, evidenceId: 6, expiresOn: null };
    expect(findings({ evidence: [older, expired] })).toEqual([
      expect.objectContaining({
        rule: 'evidence_expired',
        subject: { kind: 'evidence', id: 5 },
        evidence: { evidence: 5, expiresOn: '2026-11-23' },
        institutionId: 2,
      }),
    ]);
    expect(reasons({ evidence: [{ ...expired, expiresOn: '2026-11-24' }] })).toEqual([]);
    expect(reasons({ evidence: [expired, standing] })).toEqual([]);
    expect(reasons({ evidence: [expired, { ...standing, actionId: 3 }] })).toEqual([
      'evidence_expired.nothing_in_its_place',
    ]);
    expect(reasons({ evidence: [expired, { ...standing, effectiveOn: '2026-11-25' }] })).toEqual([
      'evidence_expired.nothing_in_its_place',
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

  it('put the two percentages of slow spending side by side, and take an absent amount for no zero', () => {
    const line = { budgetLineId: 1, purpose: 'recovery', institutionId: 1 } as const;
    const newest = {
      fiscalYear: 2026,
      approved: 8,
      revised: null,
      executed: 4,
      executedThrough: '2026-12-31',
    };
    expect(findings({ budgetLines: [{ ...line, newest }] })).toMatchObject([
      {
        subject: { kind: 'budget_line', id: 1 },
        severity: 'warning',
        evidence: { purpose: 'recovery', fiscalYear: 2026, executedPercent: 50, elapsedPercent: 90 },
      },
    ]);
    expect(reasons({ budgetLines: [{ ...line, newest: { ...newest, executed: null } }] })).toEqual([]);
    expect(reasons({ budgetLines: [{ ...line, newest: { ...newest, executed: 0 } }] })).toEqual([
      'budget_execution.behind_the_year',
    ]);
  });
});
