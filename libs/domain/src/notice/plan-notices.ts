import type { Alert } from '../alert/alert.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Recipient } from '../institution/institution.js';
import { reachedRungs, rungDay } from './ladder.js';
import type { LadderSchedule } from './ladder.js';
import type { Ladder, LedgerEntry, NoticeDecision, NoticeReason } from './notice.js';

export interface NoticePlan {
  readonly alert: Alert;
  readonly ladder: Ladder | LadderSchedule;
  readonly today: CivilDate;
  readonly recipients: readonly Recipient[];
  /** Notices of this alert and this occasion that are in the ledger. */
  readonly ledger: readonly LedgerEntry[];
  /** The same people are already reminded of the late submission that this is part of. */
  readonly parentOverdue: boolean;
  /** Its institution said that it is not its own, and nobody has decided on that. */
  readonly disowned: boolean;
}

/** From here on a deadline is too close for an acknowledgement to keep it quiet. */
const LOUD_FROM_RUNG = -1;

/**
 * What is due on or before today and not in the ledger. Never "is today D-7": an outage of an hour or a month loses nothing.
 * Of several missed rungs only the highest goes out; the others are recorded as skipped.
 */
export function planNotices(plan: NoticePlan): NoticeDecision[] {
  const { alert, recipients } = plan;
  if (alert.state === 'resolved') return [silence('resolved')];
  if (alert.state === 'snoozed') return [silence('snoozed_until')];
  if (plan.disowned) return [silence('not_mine')];
  if (plan.parentOverdue) return [silence('parent_overdue')];
  if (recipients.length === 0) return [silence('no_owner')];
  return recipients.flatMap((recipient) => decideFor(recipient, plan));
}

function decideFor(recipient: Recipient, { alert, ladder, today, ledger }: NoticePlan): NoticeDecision[] {
  if (!recipient.reachable) return [silence('unreachable', recipient.personId)];
  const anchor = alert.dueOn ?? alert.openedOn;
  const known = new Set(
    ledger.filter((entry) => entry.recipientId === recipient.personId).map((entry) => entry.rung),
  );
  const reached = reachedRungs(ladder, anchor, today);
  const highest = reached.at(-1);
  if (highest === undefined) return [silence('no_rung_yet', recipient.personId)];
  // A rung below one that is already in the ledger is history: it must not go out after it.
  const newest = Math.max(...known, Number.NEGATIVE_INFINITY);
  const missed = reached.filter((rung) => rung > newest);
  const quiet = alert.state === 'acknowledged' && (alert.dueOn === null || highest < LOUD_FROM_RUNG);
  if (missed.length === 0)
    return [
      {
        recipientId: recipient.personId,
        rung: highest,
        rungOn: rungDay(anchor, highest),
        outcome: 'none',
        reason: quiet ? 'acknowledged' : 'already_sent',
      },
    ];

  return missed.map((rung): NoticeDecision => {
    const rungOn = rungDay(anchor, rung);
    const common = { recipientId: recipient.personId, rung, rungOn };
    if (rung !== highest) return { ...common, outcome: 'skip', reason: 'superseded_by_later_rung' };
    if (quiet) return { ...common, outcome: 'skip', reason: 'acknowledged' };
    return { ...common, outcome: 'send', reason: rungOn === today ? 'rung_reached' : 'rung_reached_late' };
  });
}

function silence(reason: NoticeReason, recipientId: number | null = null): NoticeDecision {
  return { recipientId, rung: null, outcome: 'none', reason, rungOn: null };
}
