import { describe, expect, it } from '@jest/globals';

import type { Finding } from '../check/finding.js';
import type { Alert } from './alert.js';
import { reconcile } from './reconcile.js';

const TODAY = '2026-11-24';
const STALE: Finding = {
  rule: 'figure_stale',
  subject: { kind: 'indicator', id: 3 },
  severity: 'warning',
  reason: 'too_old',
  evidence: { missing: ['sex', 'age'], institution: null },
  dueOn: null,
  institutionId: 2,
};

function standing(change: Partial<Alert> = {}): Alert {
  const [opened] = reconcile([], [STALE], '2026-11-20');
  return { ...opened!.alert, ...change };
}
const kindFor = (change: Partial<Finding>, alert = standing()) =>
  reconcile([alert], [{ ...STALE, ...change }], TODAY)[0]?.kind;

describe('an alert', () => {
  it.each<[string, Partial<Finding>]>([
    ['another rule about the same', { rule: 'disaggregation_gap', reason: 'dimensions_missing' }],
    ['another one of its kind', { subject: { kind: 'indicator', id: 4 } }],
    ['something of another kind with the same number', { subject: { kind: 'budget_line', id: 3 } }],
  ])('stands apart from one of %s', (_case, change) => {
    const other: Finding = { ...STALE, ...change };
    expect(reconcile([], [STALE, other], TODAY).map(({ kind }) => kind)).toEqual(['opened', 'opened']);
    const transitions = reconcile([standing()], [other], TODAY);
    expect(transitions.map(({ kind }) => kind).sort()).toEqual(['opened', 'resolved']);
  });

  it('is open again where it was resolved, and counts from the day it came back', () => {
    const resolved = standing({ state: 'resolved', episode: 4 });
    expect(reconcile([resolved], [STALE], TODAY)).toEqual([
      {
        kind: 'reopened',
        alert: { ...standing(), state: 'open', episode: 5, openedOn: TODAY, unansweredSince: TODAY },
      },
    ]);
  });

  it('forgets its snooze when its cause is gone', () => {
    const snoozed = standing({ state: 'snoozed', snoozedUntil: '2027-01-31' });
    expect(reconcile([snoozed], [], TODAY)).toEqual([
      { kind: 'resolved', reason: 'cause_gone', alert: standing({ state: 'resolved' }) },
    ]);
  });

  it.each<[string, Partial<Finding>]>([
    ['weight', { severity: 'critical' }],
    ['date', { dueOn: '2027-01-15' }],
    ['reason', { reason: 'never_reported' }],
    ['institution', { institutionId: null }],
    ['lists', { evidence: { ...STALE.evidence, missing: ['sex', 'area'] } }],
    ['lists, told as a word', { evidence: { ...STALE.evidence, missing: 'sex' } }],
  ])('is changed by another %s alone', (_what, change) => {
    expect(kindFor({})).toBe('unchanged');
    expect(kindFor(change)).toBe('changed');
  });

  it('without a date stays snoozed to the end of its snooze', () => {
    const snoozed = standing({ state: 'snoozed', snoozedUntil: '2026-11-24' });
    expect(kindFor({}, snoozed)).toBe('unchanged');
  });

  it('that is less grave needs no second acknowledgement, whatever its reason', () => {
    const acknowledged = standing({ state: 'acknowledged', severity: 'critical' });
    const [change] = reconcile([acknowledged], [{ ...STALE, reason: 'never_reported' }], TODAY);
    expect(change).toMatchObject({ kind: 'changed', alert: { state: 'acknowledged', severity: 'warning' } });
  });
});
