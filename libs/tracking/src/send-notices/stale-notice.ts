import type { NoticeReason, Recipient } from '#domain';
import { ADDRESSEES, addresseesOf, escalationOccasion, isEscalationOccasion, occasionOf } from '#domain';
import type { WaitingNotice } from '#persistence';

import { recipientsFor } from '../run-sweep/routing.js';

/** Drops what changed after the notice was written: settled, moved to another date, or owed by somebody else now (promise R18). */
export function sortOut(
  waiting: readonly WaitingNotice[],
  people: readonly Recipient[],
): { readonly valid: WaitingNotice[]; readonly stale: Map<NoticeReason, number[]> } {
  const valid: WaitingNotice[] = [];
  const stale = new Map<NoticeReason, number[]>();
  for (const notice of waiting) {
    const reason = staleness(notice, people);
    if (reason === null) valid.push(notice);
    else stale.set(reason, [...(stale.get(reason) ?? []), notice.id]);
  }
  return { valid, stale };
}

/** The alert is as old as the last sweep; what is owed, by when and by whom is asked of the present. */
function staleness(notice: WaitingNotice, people: readonly Recipient[]): NoticeReason | null {
  const { alert, obligation } = notice;
  const stepUp = isEscalationOccasion(notice.occasion);
  if (alert.state === 'resolved' || notice.occasion !== (stepUp ? escalationOccasion : occasionOf)(alert))
    return 'resolved';
  if (alert.state === 'snoozed') return 'snoozed_until';
  if (stepUp && alert.state === 'acknowledged') return 'acknowledged';
  if (notice.disowned && alert.rule !== 'nobody_responsible') return 'not_mine';
  if (obligation && (obligation.submitted || obligation.dueOn !== alert.dueOn)) return 'resolved';
  const institutionId = obligation ? obligation.institutionId : alert.institutionId;
  const owed = { ...alert, institutionId };
  const meant = stepUp
    ? ADDRESSEES.flatMap((addressee) => addresseesOf(addressee, owed, people))
    : recipientsFor(owed, people);
  const recipient = meant.find((person) => person.personId === notice.personId);
  if (!recipient) return 'no_owner';
  return recipient.reachable ? null : 'unreachable';
}
