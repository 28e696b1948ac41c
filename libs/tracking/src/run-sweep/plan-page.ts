import type { CivilDate, NoticeDecision, Recipient } from '#domain';
import { occasionOf, planNotices } from '#domain';
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
      const decisions = planNotices({
        alert,
        ladder: rules.ladderFor({ kind: change.obligationKind, institutionId: alert.institutionId }),
        today,
        recipients: recipientsFor(alert, people),
        ledger: entries,
        parentOverdue: silencedByParent(alert, late.get(change.recommendationId)),
      });
      return { change, decisions, ledger: entries };
    });
}

/** Ledger rows of a plan: notices to send and rungs that are skipped. Deciding to do nothing is no row. */
export function noticesOf({ change, decisions }: AlertPlan): NoticeToWrite[] {
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
