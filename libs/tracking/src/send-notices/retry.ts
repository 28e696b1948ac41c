import type { Instant } from '#domain';
import type { DeliveryResult } from '#persistence';
import type { SendOutcome } from '#mail';

const MINUTE = 60_000;
/** Waiting times after failed attempts; the last one repeats. In all they cover the night before the next day's mail takes over. */
const BACK_OFF_MS = [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE);
/** After one repeat a mail whose fate nobody knows is held for a person to look at (promise R9). */
const UNANSWERED_LIMIT = 2;

export function backOffFor(attempt: number): number {
  return BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length) - 1] ?? MINUTE;
}

/** What becomes of a mail after an attempt. The ledger owns the retry; the mail library never repeats by itself. */
export function settle(
  claimed: { readonly id: number; readonly attempt: number; readonly unanswered: number },
  outcome: SendOutcome,
  now: Instant,
): DeliveryResult {
  const common = { id: claimed.id, attempt: claimed.attempt, at: now, response: outcome.response };
  switch (outcome.kind) {
    case 'accepted':
      return { ...common, outcome: 'accepted', smtpCode: 250, nextAttemptAt: null, settledAs: 'accepted' };
    case 'permanent':
      return {
        ...common,
        outcome: 'permanent',
        smtpCode: outcome.code,
        nextAttemptAt: null,
        settledAs: 'permanent',
      };
    case 'temporary':
      return {
        ...common,
        outcome: 'temporary',
        smtpCode: outcome.code,
        nextAttemptAt: now + backOffFor(claimed.attempt),
        settledAs: null,
      };
    case 'in_doubt': {
      const held = claimed.unanswered + 1 >= UNANSWERED_LIMIT;
      return {
        ...common,
        outcome: 'in_doubt',
        smtpCode: null,
        nextAttemptAt: held ? null : now + backOffFor(claimed.attempt),
        settledAs: held ? 'in_doubt' : null,
      };
    }
  }
}
