import { describe, expect, it } from '@jest/globals';

import { nextCheckOn } from '../status/next-check-on.js';
import type { CaseSeriesFacts, RecommendationFacts } from './facts.js';
import { CHECKS } from './checks.js';
import { DEFAULT_THRESHOLDS } from './thresholds.js';

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
const contextOf = (today: string) => ({ today, thresholds: DEFAULT_THRESHOLDS });
const RULES = [
  'information_request',
  'snooze_ending',
  'mail_bouncing',
  'validation_broken',
  'nobody_responsible',
];
const findings = (change: Partial<RecommendationFacts>, today = '2026-11-24') =>
  CHECKS.flatMap((check) => check.evaluate({ ...empty, ...change }, contextOf(today))).filter(({ rule }) =>
    RULES.includes(rule),
  );

describe('checks of what people answered', () => {
  it('warn a week before a snooze ends, until its last day, and strike on the days on which that changes', () => {
    const snooze = { alertId: 7, rule: 'deadline', institutionId: 1 } as const;
    const snoozes = [{ ...snooze, from: '2026-11-01', until: '2026-12-01' }];
    expect(findings({ snoozes }, '2026-11-23')).toEqual([]);
    expect(findings({ snoozes }, '2026-12-02')).toEqual([]);
    for (const today of ['2026-11-24', '2026-12-01'])
      expect(findings({ snoozes }, today)).toMatchObject([
        { subject: { kind: 'alert', id: 7 }, evidence: { until: '2026-12-01', watched: 'deadline' } },
      ]);
    const strikes = (today: string) => nextCheckOn({ ...empty, snoozes }, contextOf(today));
    expect(strikes('2026-11-10')).toBe('2026-11-24');
    expect(strikes('2026-11-24')).toBe('2026-12-02');
    expect(strikes('2026-12-02')).toBeNull();
  });

  it('speak of a request from the day it was sent, louder as its day comes, and strike where that changes', () => {
    const requests = [{ requestId: 4, institutionId: 1, sentOn: '2026-11-10', dueOn: '2026-11-24' }];
    const said = (today: string) =>
      findings({ requests }, today).map(({ reason, severity }) => `${reason} ${severity}`);
    expect(said('2026-11-09')).toEqual([]);
    expect(said('2026-11-10')).toEqual(['asked notice']);
    expect(said('2026-11-16')).toEqual(['asked notice']);
    expect(said('2026-11-17')).toEqual(['due_soon warning']);
    expect(said('2026-11-24')).toEqual(['due_today warning']);
    expect(said('2026-11-25')).toEqual(['overdue critical']);
    expect(findings({ requests })).toMatchObject([
      {
        subject: { kind: 'information_request', id: 4 },
        dueOn: '2026-11-24',
        institutionId: 1,
        evidence: { request: 4, sentOn: '2026-11-10' },
      },
    ]);
    const strikes = (today: string) => nextCheckOn({ ...empty, requests }, contextOf(today));
    expect(strikes('2026-11-10')).toBe('2026-11-17');
    expect(strikes('2026-11-17')).toBe('2026-11-24');
    expect(strikes('2026-11-24')).toBe('2026-11-25');
    expect(strikes('2026-11-25')).toBeNull();
  });

  it('raise the orphan alert for "not mine" with who said so, when and why, and let a missing lead come first', () => {
    const disclaimers = [
      { institutionId: 1, institution: 'MIMP', saidOn: '2026-11-20', reason: 'The police keep it' },
    ];
    const evidence = { institution: 'MIMP', saidOn: '2026-11-20', why: 'The police keep it' };
    expect(findings({ disclaimers })).toMatchObject([
      { rule: 'nobody_responsible', reason: 'not_mine', evidence, institutionId: null },
    ]);
    expect(findings({ disclaimers, responsibilities: [] })).toMatchObject([{ reason: 'no_lead', evidence }]);
    expect(findings({})).toEqual([]);
  });

  it('weigh one refused mailbox less than all of them', () => {
    const bouncing = { institutionId: 1, institution: 'MIMP', people: 2, since: '2026-11-01' };
    expect(findings({ bouncing: [{ ...bouncing, unreachable: 1 }] })).toMatchObject([
      { reason: 'some_mailboxes', severity: 'warning', subject: { kind: 'institution', id: 1 } },
    ]);
    expect(findings({ bouncing: [{ ...bouncing, unreachable: 2 }] })).toMatchObject([
      { reason: 'every_mailbox', severity: 'critical', evidence: { people: 2, unreachable: 2 } },
    ]);
  });

  it('find a later stage with more cases than an earlier one, unless somebody has said why', () => {
    const told = (value: number) => ({ state: 'reported', value, provisional: false }) as const;
    const series: CaseSeriesFacts = {
      caseSeriesId: 3,
      indicatorId: 2,
      offence: 'trafficking',
      cohortRule: 'year_of_complaint',
      cohortYear: 2024,
      institutionId: 1,
      stages: {},
      stagesOnRecord: { complaint: told(20), charge: told(9), conviction: told(12) },
    };
    const found = findings({ caseSeries: [series] });
    expect(found).toMatchObject([
      {
        rule: 'validation_broken',
        subject: { kind: 'case_series', id: 3 },
        evidence: { stage: 'conviction', earlierStage: 'charge', stages: 1 },
      },
    ]);
    // Evidence goes into mails, and the numbers are those of the register.
    expect(Object.values(found[0]!.evidence)).not.toContain(12);
    expect(Object.values(found[0]!.evidence)).not.toContain(9);
    expect(findings({ caseSeries: [{ ...series, overridden: true }] })).toEqual([]);
    const fitting = { ...series, stagesOnRecord: { ...series.stagesOnRecord, conviction: told(9) } };
    expect(findings({ caseSeries: [fitting] })).toEqual([]);
  });
});
