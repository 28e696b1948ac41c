import { describe, expect, it } from '@jest/globals';

import type { IndicatorFacts, ObligationFacts, RecommendationFacts } from '../check/facts.js';
import { DEFAULT_THRESHOLDS } from '../check/thresholds.js';
import { statusOf } from './status-of.js';

const TODAY = '2026-11-24';

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
const obligation: ObligationFacts = {
  obligationId: 1,
  kind: 'data_submission',
  required: true,
  institutionId: 1,
  period: { startOn: '2025-01-01', endOn: '2025-12-31' },
  deadline: { certainty: 'confirmed', dueOn: '2027-03-31', basis: '' },
  submittedOn: null,
  acceptedOn: null,
};
const healthy: RecommendationFacts = {
  recommendationId: 1,
  code: '8',
  implementedOn: null,
  obligations: [obligation],
  indicators: [indicator],
  budgetLines: [],
  caseSeries: [],
  responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 1 }],
  actions: [],
  evidence: [],
};

function due(dueOn: string, change: Partial<ObligationFacts> = {}): Partial<RecommendationFacts> {
  return {
    obligations: [{ ...obligation, deadline: { certainty: 'confirmed', dueOn, basis: '' }, ...change }],
  };
}

function figure(change: Partial<IndicatorFacts>): Partial<RecommendationFacts> {
  return { indicators: [{ ...indicator, ...change }] };
}

/** The table of the six words: what is different from a healthy item, and what it makes of it. */
const TABLE: readonly [string, Partial<RecommendationFacts>, string, string][] = [
  ['figures fresh, nothing late', {}, 'on_track', 'figures_fresh'],
  ['a due day over, nothing sent', due('2026-11-23'), 'overdue', 'obligation_overdue'],
  ['the due day itself', due('2026-11-24'), 'at_risk', 'due_soon'],
  ['due within thirty days', due('2026-12-24'), 'at_risk', 'due_soon'],
  ['due in thirty-one days', due('2026-12-25'), 'on_track', 'figures_fresh'],
  [
    'due soon, but the period has only just ended',
    due('2026-12-01', { period: { startOn: '2026-01-01', endOn: '2026-11-20' } }),
    'on_track',
    'figures_fresh',
  ],
  ['an obligation that is not required', due('2026-01-01', { required: false }), 'on_track', 'figures_fresh'],
  [
    'sent after the due day, waiting',
    due('2026-11-01', { submittedOn: '2026-11-05' }),
    'awaiting_review',
    'submission_waits',
  ],
  [
    'sent and accepted',
    due('2026-11-01', { submittedOn: '2026-10-05', acceptedOn: '2026-10-09' }),
    'on_track',
    'figures_fresh',
  ],
  [
    'an estimated year that is over',
    { obligations: [{ ...obligation, deadline: { certainty: 'estimated', year: 2020, basis: '' } }] },
    'on_track',
    'figures_fresh',
  ],
  [
    'a date that awaits the Committee',
    { obligations: [{ ...obligation, deadline: { certainty: 'awaiting_committee', basis: '' } }] },
    'on_track',
    'figures_fresh',
  ],
  ['never a figure', figure({ newest: null }), 'no_data', 'never_reported'],
  [
    'asked and not received is no figure',
    figure({ newest: { ...indicator.newest!, state: 'missing', value: null } }),
    'no_data',
    'never_reported',
  ],
  [
    'a figure within two periods',
    figure({ newest: { ...indicator.newest!, period: { startOn: '2024-01-01', endOn: '2024-12-31' } } }),
    'on_track',
    'figures_fresh',
  ],
  [
    'a figure one day older than two periods',
    figure({ newest: { ...indicator.newest!, period: { startOn: '2023-01-01', endOn: '2024-11-23' } } }),
    'no_data',
    'figures_too_old',
  ],
  ['zero is a figure', figure({ newest: { ...indicator.newest!, value: 0 } }), 'on_track', 'figures_fresh'],
  [
    'below three quarters of the path',
    figure({
      baseline: { value: 0, on: '2015-12-31' },
      target: { value: 100, dueOn: '2025-12-31' },
      newest: { ...indicator.newest!, value: 74 },
    }),
    'at_risk',
    'off_path',
  ],
  [
    'three quarters of the path',
    figure({
      baseline: { value: 0, on: '2015-12-31' },
      target: { value: 100, dueOn: '2025-12-31' },
      newest: { ...indicator.newest!, value: 75 },
    }),
    'on_track',
    'figures_fresh',
  ],
  [
    'a falling indicator that falls enough',
    figure({
      direction: 'decrease',
      baseline: { value: 100, on: '2015-12-31' },
      target: { value: 0, dueOn: '2025-12-31' },
      newest: { ...indicator.newest!, value: 20 },
    }),
    'on_track',
    'figures_fresh',
  ],
  [
    'a falling indicator that does not',
    figure({
      direction: 'decrease',
      baseline: { value: 100, on: '2015-12-31' },
      target: { value: 0, dueOn: '2025-12-31' },
      newest: { ...indicator.newest!, value: 60 },
    }),
    'at_risk',
    'off_path',
  ],
  [
    'a published figure without its number',
    figure({
      baseline: { value: 0, on: '2015-12-31' },
      target: { value: 100, dueOn: '2025-12-31' },
      newest: { ...indicator.newest!, value: null },
    }),
    'on_track',
    'figures_fresh',
  ],
  [
    'one of two breakdowns',
    figure({ requiredDimensions: ['sex', 'age'], receivedDimensions: ['sex'] }),
    'at_risk',
    'breakdowns_missing',
  ],
  [
    'four of five breakdowns',
    figure({ requiredDimensions: ['a', 'b', 'c', 'd', 'e'], receivedDimensions: ['a', 'b', 'c', 'd'] }),
    'on_track',
    'figures_fresh',
  ],
  [
    'money spent too slowly',
    {
      budgetLines: [
        {
          budgetLineId: 1,
          purpose: 'recovery',
          institutionId: 1,
          newest: { fiscalYear: 2026, approved: 10, revised: 10, executed: 5, executedThrough: TODAY },
        },
      ],
    },
    'at_risk',
    'budget_behind',
  ],
  [
    'spending not reported is not zero',
    {
      budgetLines: [
        {
          budgetLineId: 1,
          purpose: 'recovery',
          institutionId: 1,
          newest: { fiscalYear: 2026, approved: 10, revised: 10, executed: null, executedThrough: null },
        },
      ],
    },
    'on_track',
    'figures_fresh',
  ],
  [
    'an action whose planned end is over',
    {
      actions: [
        {
          actionId: 1,
          institutionId: 1,
          plannedStartOn: '2026-01-01',
          plannedEndOn: '2026-11-23',
          doneOn: null,
          cancelledOn: null,
        },
      ],
    },
    'at_risk',
    'action_late',
  ],
  [
    'an action on its last planned day',
    {
      actions: [
        {
          actionId: 1,
          institutionId: 1,
          plannedStartOn: '2026-01-01',
          plannedEndOn: TODAY,
          doneOn: null,
          cancelledOn: null,
        },
      ],
    },
    'on_track',
    'figures_fresh',
  ],
  [
    'a lead without a focal point',
    { responsibilities: [{ institutionId: 1, role: 'lead', reachablePeople: 0 }] },
    'at_risk',
    'nobody_reachable',
  ],
  [
    'decided implemented, target reached',
    { implementedOn: '2026-05-01', ...figure({ target: { value: 60, dueOn: '2030-12-31' } }) },
    'implemented',
    'decided_implemented',
  ],
  [
    'decided implemented, a required target no longer reached: only a decision reopens it',
    { implementedOn: '2026-05-01', ...figure({ target: { value: 61, dueOn: '2030-12-31' } }) },
    'implemented',
    'decided_implemented',
  ],
  [
    'decided implemented, a due day over: the check is shown beside it',
    { implementedOn: '2026-05-01', ...due('2026-11-01') },
    'implemented',
    'decided_implemented',
  ],
  ['no required figure at all', figure({ required: false, newest: null }), 'on_track', 'nothing_due'],
  [
    'one figure fresh, another never sent',
    { indicators: [indicator, { ...indicator, indicatorId: 2, newest: null }] },
    'on_track',
    'figures_partly_fresh',
  ],
  [
    'figures of money and cases do not make up for the data asked for',
    {
      indicators: [
        { ...indicator, newest: null },
        { ...indicator, indicatorId: 2, track: 'budget' },
      ],
    },
    'no_data',
    'never_reported',
  ],
  [
    'a structural fact that is reported only when it changes, however old',
    figure({
      periodicityMonths: null,
      newest: { ...indicator.newest!, period: { startOn: '2001-01-01', endOn: '2001-12-31' } },
    }),
    'on_track',
    'figures_fresh',
  ],
  [
    'an answer that the question does not arise',
    figure({
      newest: { ...indicator.newest!, state: 'not_applicable', value: null },
      requiredDimensions: ['sex'],
    }),
    'on_track',
    'figures_fresh',
  ],
  ['due soon without a period of its own', due('2026-12-01', { period: null }), 'at_risk', 'due_soon'],
  [
    'an optional submission that waits',
    due('2026-11-01', { required: false, submittedOn: '2026-11-05' }),
    'on_track',
    'figures_fresh',
  ],
  [
    'a budget line of which nothing was reported',
    {
      budgetLines: [{ budgetLineId: 1, purpose: 'recovery', institutionId: 1, newest: null }],
    },
    'on_track',
    'figures_fresh',
  ],
];

describe('the status of an item', () => {
  it.each(TABLE)('%s', (_case, change, status, reason) => {
    expect(statusOf({ ...healthy, ...change }, TODAY, DEFAULT_THRESHOLDS)).toMatchObject({ status, reason });
  });

  it('names the oldest due day that is over, and the nearest that is to come', () => {
    const [first] = due('2026-11-20').obligations!;
    const [second] = due('2026-08-31').obligations!;
    expect(statusOf({ ...healthy, obligations: [first!, second!] }, TODAY, DEFAULT_THRESHOLDS)).toMatchObject(
      {
        parameters: { dueOn: '2026-08-31' },
      },
    );
    expect(
      statusOf({ ...healthy, obligations: [first!, second!] }, '2026-08-20', DEFAULT_THRESHOLDS),
    ).toMatchObject({ reason: 'due_soon', parameters: { dueOn: '2026-08-31' } });
  });

  it('says how late a waiting submission came, counted from a confirmed date only', () => {
    const late = (obligations: ObligationFacts[]): unknown =>
      statusOf({ ...healthy, obligations }, TODAY, DEFAULT_THRESHOLDS).parameters['daysLate'];
    const [sentLate] = due('2026-11-01', { submittedOn: '2026-11-05' }).obligations!;
    const [sentEarly] = due('2026-11-01', { submittedOn: '2026-10-05' }).obligations!;
    expect(late([sentEarly!, sentLate!])).toBe(4);
    expect(late([sentEarly!])).toBe(0);
    expect(late([{ ...sentLate!, deadline: { certainty: 'estimated', year: 2020, basis: '' } }])).toBe(0);
  });

  it('names the budget line furthest behind the year, from exactly twenty points on', () => {
    // 219 of 365 days are three fifths of the year.
    const line = (executed: number): RecommendationFacts['budgetLines'][number] => ({
      budgetLineId: executed,
      purpose: 'recovery',
      institutionId: 1,
      newest: { fiscalYear: 2026, approved: 100, revised: null, executed, executedThrough: '2026-08-07' },
    });
    const decide = (...executed: number[]): unknown =>
      statusOf({ ...healthy, budgetLines: executed.map(line) }, TODAY, DEFAULT_THRESHOLDS).parameters[
        'pointsBehind'
      ];
    expect(decide(41)).toBeUndefined();
    expect(decide(40)).toBe(20);
    expect(decide(40, 30, 35)).toBe(30);
  });

  it('says where the newest of figures that are too old ends', () => {
    const old = (endOn: string): IndicatorFacts => ({
      ...indicator,
      newest: { ...indicator.newest!, period: { startOn: '2010-01-01', endOn } },
    });
    const never = { ...indicator, newest: null };
    expect(
      statusOf(
        { ...healthy, indicators: [old('2015-12-31'), old('2019-12-31'), never] },
        TODAY,
        DEFAULT_THRESHOLDS,
      ),
    ).toMatchObject({ reason: 'figures_too_old', parameters: { newestPeriodEndOn: '2019-12-31' } });
  });
});
