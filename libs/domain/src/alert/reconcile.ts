import type { CivilDate } from '../calendar/clock.js';
import type { Finding, Severity, Subject } from '../check/finding.js';
import { FINDING_REASONS, isSameEvidence } from '../check/finding.js';
import type { Alert, AlertTransition } from './alert.js';

const WEIGHT: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, critical: 2 };

/**
 * Brings the alerts of one recommendation in line with what the checks see today: one alert per (subject, rule).
 * @param known its alerts, resolved ones too, so that a re-opened alert continues as a new episode
 */
export function reconcile(
  known: readonly Alert[],
  findings: readonly Finding[],
  today: CivilDate,
): AlertTransition[] {
  const byKey = new Map(known.map((alert) => [keyOf(alert), alert]));
  const seen = new Set<string>();
  const transitions: AlertTransition[] = [];
  for (const finding of findings) {
    const key = keyOf(finding);
    if (seen.has(key)) continue;
    seen.add(key);
    transitions.push(meet(byKey.get(key), finding, today));
  }
  for (const [key, alert] of byKey)
    if (!seen.has(key) && alert.state !== 'resolved')
      transitions.push({
        kind: 'resolved',
        reason: 'cause_gone',
        alert: { ...alert, state: 'resolved', snoozedUntil: null, snoozedOn: null },
      });
  return transitions;
}

function meet(alert: Alert | undefined, finding: Finding, today: CivilDate): AlertTransition {
  const { rule, subject, severity, reason, evidence, dueOn, institutionId } = finding;
  const seen = { rule, subject, severity, reason, evidence, dueOn, institutionId };
  if (!alert)
    return {
      kind: 'opened',
      alert: { ...seen, ...unanswered(today), episode: 1, openedOn: today },
    };
  if (alert.state === 'resolved')
    return {
      kind: 'reopened',
      alert: { ...seen, ...unanswered(today), episode: alert.episode + 1, openedOn: today },
    };
  if (alert.state === 'snoozed' && isSnoozeOver(alert, finding, today))
    return { kind: 'unsnoozed', alert: { ...alert, ...seen, ...unanswered(today) } };
  if (saysTheSame(alert, finding)) return { kind: 'unchanged', alert };
  if (alert.state === 'acknowledged' && isWorse(finding, alert))
    return { kind: 'changed', alert: { ...alert, ...seen, ...unanswered(today) } };
  if (alert.institutionId !== institutionId)
    return { kind: 'changed', alert: { ...alert, ...seen, unansweredSince: today, escalationStep: 0 } };
  const escalationStep = alert.dueOn === dueOn ? alert.escalationStep : 0;
  return { kind: 'changed', alert: { ...alert, ...seen, escalationStep } };
}

type Answered = Pick<Alert, 'state' | 'snoozedUntil' | 'snoozedOn' | 'unansweredSince' | 'escalationStep'>;

/** As an alert stands from the day on which an answer is waited for anew. */
export function unanswered(since: CivilDate): Answered {
  return {
    state: 'open',
    snoozedUntil: null,
    snoozedOn: null,
    unansweredSince: since,
    escalationStep: 0,
  };
}

/** A snooze has an end, and never reaches past the legal deadline, also when that was moved nearer. */
function isSnoozeOver({ snoozedUntil }: Alert, { dueOn }: Finding, today: CivilDate): boolean {
  return snoozedUntil === null || snoozedUntil < today || (dueOn !== null && dueOn < today);
}

/** Who acknowledged "due soon" has not yet acknowledged "overdue". */
function isWorse(finding: Finding, alert: Alert): boolean {
  const reasons = FINDING_REASONS[finding.rule];
  return (
    WEIGHT[finding.severity] > WEIGHT[alert.severity] ||
    (finding.severity === alert.severity && reasons.indexOf(finding.reason) > reasons.indexOf(alert.reason))
  );
}

function saysTheSame(alert: Alert, finding: Finding): boolean {
  return (
    alert.reason === finding.reason &&
    alert.severity === finding.severity &&
    alert.dueOn === finding.dueOn &&
    alert.institutionId === finding.institutionId &&
    isSameEvidence(alert.evidence, finding.evidence)
  );
}

function keyOf(of: { readonly rule: string; readonly subject: Subject }): string {
  return `${of.rule} ${of.subject.kind} ${of.subject.id}`;
}
