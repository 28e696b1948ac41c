import type { CivilDate, NoticeDecision } from '#domain';
import type { StoredLedgerEntry } from '#persistence';

/**
 * The decision that answers "why did it go out, or why did nobody get it". A second sweep of the day finds its own notices
 * "already sent"; the answer is still what made the first one write them.
 */
export function leadingReason(
  decisions: readonly NoticeDecision[],
  ledger: readonly StoredLedgerEntry[],
  on: CivilDate,
): string {
  const leading =
    decisions.find((decision) => decision.outcome === 'send') ??
    decisions.find((decision) => decision.outcome === 'none') ??
    // Of rungs that are all skipped the highest says why; the lower ones only that it came after them.
    decisions.at(-1);
  if (leading?.reason !== 'already_sent') return leading?.reason ?? 'no_owner';
  const today = ledger.filter((entry) => entry.writtenOn === on && entry.rung === leading.rung);
  const entry = today.find((candidate) => candidate.outcome === 'send') ?? today[0];
  return entry?.reason ?? leading.reason;
}
