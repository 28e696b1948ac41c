import type {
  CivilDate,
  EscalationReason,
  Ladder,
  LadderSchedule,
  NoticeDecision,
  NoticeReason,
  Recipient,
} from '#domain';
import { ONCE_LADDER, escalationOccasion, occasionOf, planNotices } from '#domain';
import type { NoticeToWrite, StoredLedgerEntry } from '#persistence';

import type { StandingRules } from '../watch-rules/standing-rules.js';
import { groupBy } from './group-by.js';
import type { AlertChange } from './judge-page.js';
import { lateObligationOwners, recipientsFor, silencedByParent } from './routing.js';

/** What is decided about the notices of one alert. */
export interface AlertPlan {
  readonly change: AlertChange;
  readonly decisions: readonly NoticeDecision[];
  /** What is in the ledger for the alert's present occasion. */
  readonly ledger: readonly StoredLedgerEntry[];
  /** Those who are reminded of it are reminded of the late submission that it is part of. */
  readonly parentOverdue: boolean;
  /** What it was decided by. */
  readonly ladder: Ladder | LadderSchedule;
}

/** Decides for every standing alert of a page who is written to, and why or why not. Pure. */
export function planPage(
  changes: readonly AlertChange[],
  ledger: readonly StoredLedgerEntry[],
  people: readonly Recipient[],
  today: CivilDate,
  rules: StandingRules,
): AlertPlan[] {
  const entriesOf = groupBy(ledger, (entry) => entry.alertId);
  const late = lateObligationOwners(changes);
  return changes
    .filter((change) => change.kind !== 'resolved')
    .map((change) => {
      const { alert } = change;
      const occasion = occasionOf(alert);
      const known = change.id === null ? [] : (entriesOf.get(change.id) ?? []);
      const entries = known.filter((entry) => entry.occasion === occasion);
      const parentOverdue = silencedByParent(alert, late.get(change.recommendationId));
      const ladder =
        alert.rule === 'snooze_ending'
          ? ONCE_LADDER
          : rules.ladderFor({ kind: change.obligationKind, institutionId: alert.institutionId });
      const decisions = planNotices({
        alert,
        ladder,
        today,
        recipients: recipientsFor(alert, people),
        ledger: entries,
        parentOverdue,
        disowned: change.disowned,
      });
      return { change, decisions, ledger: entries, parentOverdue, ladder };
    });
}

/** Ledger rows of a plan: notices to send, rungs that are skipped, and steps up. Deciding to do nothing is no row. */
export function noticesOf(plan: AlertPlan, today: CivilDate): NoticeToWrite[] {
  return [...remindersOf(plan), ...escalationNoticesOf(plan, today)];
}

const ESCALATED: Readonly<Record<EscalationReason, NoticeReason>> = {
  unanswered: 'escalated',
  unanswered_late: 'escalated_late',
  nobody_before: 'escalated_past',
  nobody_there: 'escalated',
  unreachable: 'escalated',
  asked_already: 'escalated',
};

/** One for each person whom a step is for. Its rung is the step's working days, its occasion the day from which they count. */
function escalationNoticesOf({ change, parentOverdue }: AlertPlan, today: CivilDate): NoticeToWrite[] {
  const { alert, escalations } = change;
  return escalations.flatMap(({ recipients, reason, dueOn, workingDays }) =>
    recipients.map(({ personId }) => ({
      alertId: change.id ?? 0,
      personId,
      subject: alert.subject,
      rule: alert.rule,
      occasion: escalationOccasion(alert),
      rung: workingDays,
      rungOn: dueOn < today ? dueOn : today,
      outcome: parentOverdue ? ('skip' as const) : ('send' as const),
      reason: parentOverdue ? ('parent_overdue' as const) : ESCALATED[reason],
    })),
  );
}

function remindersOf({ change, decisions }: AlertPlan): NoticeToWrite[] {
  const { alert } = change;
  return decisions.flatMap(({ recipientId, rung, rungOn, outcome, reason }) => {
    if (outcome === 'none' || recipientId === null || rung === null || rungOn === null) return [];
    return [
      {
        // A rehearsal plans notices for alerts that are not saved; their number is never written.
        alertId: change.id ?? 0,
        personId: recipientId,
        subject: alert.subject,
        rule: alert.rule,
        occasion: occasionOf(alert),
        rung,
        rungOn,
        outcome,
        reason,
      },
    ];
  });
}
