import { describe, expect, it } from '@jest/globals';

import type { Evidence, Finding } from '../check/finding.js';
import type { Alert } from './alert.js';
import { findingEvidence } from './finding-evidence.js';
import { occasionOf } from './occasion.js';
import { reconcile } from './reconcile.js';

const TODAY = '2026-11-24';
const finding: Finding = {
  rule: 'deadline',
  subject: { kind: 'obligation', id: 3 },
  severity: 'warning',
  reason: 'due_soon',
  evidence: { dueOn: '2026-12-01' },
  dueOn: '2026-12-01',
  institutionId: 2,
};

function opened(change: Partial<Alert> = {}): Alert {
  const [transition] = reconcile([], [finding], '2026-11-20');
  return { ...transition!.alert, ...change };
}

describe('reconciling alerts with what the checks see', () => {
  it('opens one alert per rule and subject, even when a check says it twice', () => {
    const transitions = reconcile([], [finding, finding], TODAY);
    expect(transitions).toHaveLength(1);
    expect(transitions[0]).toMatchObject({
      kind: 'opened',
      alert: { episode: 1, openedOn: TODAY, state: 'open' },
    });
  });

  it('leaves an alert alone when nothing but the day has changed', () => {
    expect(reconcile([opened()], [finding], TODAY)[0]?.kind).toBe('unchanged');
  });

  it('compares evidence by what it says, whatever order storage gave it', () => {
    const said = { dueOn: '2026-12-01', asked: 2, missing: ['sex', 'age'] };
    const kindFor = (evidence: Evidence): string | undefined =>
      reconcile([opened({ evidence })], [{ ...finding, evidence: said }], TODAY)[0]?.kind;
    expect(kindFor({ missing: ['sex', 'age'], asked: 2, dueOn: '2026-12-01' })).toBe('unchanged');
    expect(kindFor({ ...said, missing: ['age', 'sex'] })).toBe('changed');
    expect(kindFor({ ...said, missing: ['sex'] })).toBe('changed');
    expect(kindFor({ ...said, missing: null })).toBe('changed');
    expect(kindFor({ ...said, asked: 3 })).toBe('changed');
    expect(kindFor({ dueOn: '2026-12-01', asked: 2 })).toBe('changed');
    expect(kindFor({ dueOn: '2026-12-01', asked: 2, absent: ['sex', 'age'] })).toBe('changed');
  });

  it('resolves an alert when its cause is gone, and re-opens it as a new episode', () => {
    const [resolved] = reconcile([opened()], [], TODAY);
    expect(resolved).toMatchObject({ kind: 'resolved', reason: 'cause_gone' });
    const [reopened] = reconcile([resolved!.alert], [finding], '2026-12-05');
    expect(reopened).toMatchObject({ kind: 'reopened', alert: { episode: 2, openedOn: '2026-12-05' } });
    expect(occasionOf(reopened!.alert)).not.toBe(occasionOf(opened()));
  });

  it('makes a moved date a new occasion, so that its rungs go out again', () => {
    const moved = { ...finding, dueOn: '2027-01-15', evidence: { dueOn: '2027-01-15' } };
    const [changed] = reconcile([opened()], [moved], TODAY);
    expect(changed?.kind).toBe('changed');
    expect(occasionOf(changed!.alert)).toBe('2027-01-15#1');
  });

  it('takes an acknowledgement back only when things get worse', () => {
    const acknowledged = opened({ state: 'acknowledged' });
    const worse: Finding = { ...finding, severity: 'critical', reason: 'overdue' };
    expect(reconcile([acknowledged], [worse], TODAY)[0]?.alert.state).toBe('open');
    const milder: Finding = { ...finding, severity: 'notice' };
    expect(reconcile([acknowledged], [milder], TODAY)[0]?.alert.state).toBe('acknowledged');
  });

  it('takes an acknowledgement back for a worse reason of the same weight', () => {
    const acknowledged = opened({ state: 'acknowledged' });
    const today: Finding = { ...finding, reason: 'due_today' };
    expect(reconcile([acknowledged], [today], '2026-12-01')[0]?.alert.state).toBe('open');
    const calmer = opened({ state: 'acknowledged', reason: 'due_today' });
    expect(reconcile([calmer], [finding], TODAY)[0]).toMatchObject({
      kind: 'changed',
      alert: { state: 'acknowledged', reason: 'due_soon' },
    });
    const moved: Finding = { ...finding, dueOn: '2027-01-15', evidence: { dueOn: '2027-01-15' } };
    expect(reconcile([opened({ state: 'acknowledged' })], [moved], TODAY)[0]?.alert.state).toBe(
      'acknowledged',
    );
  });

  it('follows the evidence and the institution without opening a new episode', () => {
    const grown: Finding = { ...finding, evidence: { dueOn: '2026-12-01', asked: 6 } };
    expect(reconcile([opened()], [grown], TODAY)[0]).toMatchObject({
      kind: 'changed',
      alert: { episode: 1 },
    });
    const handedOver: Finding = { ...finding, institutionId: 3 };
    expect(reconcile([opened()], [handedOver], TODAY)[0]).toMatchObject({
      kind: 'changed',
      alert: { institutionId: 3, openedOn: '2026-11-20' },
    });
  });

  it('leaves what is settled alone', () => {
    expect(reconcile([opened({ state: 'resolved' })], [], TODAY)).toEqual([]);
  });

  it('never lets a snooze reach past the legal deadline, nor last for ever', () => {
    const snoozed = opened({ state: 'snoozed', snoozedUntil: '2027-06-30' });
    const overdue: Finding = { ...finding, reason: 'overdue', severity: 'critical' };
    expect(reconcile([snoozed], [overdue], '2026-12-01')[0]?.alert.state).toBe('snoozed');
    expect(reconcile([snoozed], [overdue], '2026-12-02')[0]).toMatchObject({
      kind: 'unsnoozed',
      alert: { state: 'open', snoozedUntil: null },
    });
    expect(reconcile([opened({ state: 'snoozed' })], [finding], TODAY)[0]?.kind).toBe('unsnoozed');
  });

  it('wakes a snoozed alert the day after its end', () => {
    const snoozed = opened({ state: 'snoozed', snoozedUntil: '2026-11-24' });
    expect(reconcile([snoozed], [finding], '2026-11-24')[0]?.kind).toBe('unchanged');
    expect(reconcile([snoozed], [finding], '2026-11-25')[0]).toMatchObject({
      kind: 'unsnoozed',
      alert: { state: 'open' },
    });
  });

  it('names a condition by the day it was first seen', () => {
    const condition: Finding = {
      ...finding,
      rule: 'nobody_responsible',
      dueOn: null,
      evidence: { missing: ['sex'] },
    };
    const [transition] = reconcile([], [condition], TODAY);
    expect(occasionOf(transition!.alert)).toBe('2026-11-24#1');
    expect(findingEvidence(transition!.alert, '2026-12-11')).toEqual({ missing: ['sex'] });
  });

  it('adds day counters to the evidence only when it is read', () => {
    expect(findingEvidence(opened(), '2026-12-11')).toMatchObject({
      dueOn: '2026-12-01',
      daysLate: 10,
      daysLeft: -10,
    });
  });
});
