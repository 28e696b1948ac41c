import type { AuditAction } from '../audit/audit-vocabulary.js';
import type { Instant } from '../calendar/clock.js';

/** How long pages offer to undo an act. */
export const UNDO_OFFERED_FOR_MS = 10_000;
/** Whoever pressed in time over a slow line is not refused. */
const GRACE_MS = 20_000;

/** Things that somebody can change and undo at once. */
export const UNDO_KINDS = [
  'submission',
  'action',
  'evidence',
  'information_request',
  'responsibility',
  'membership',
  'succession',
  'dead_letter',
] as const;
export type UndoKind = (typeof UNDO_KINDS)[number];

/** The newest act on a thing, as the trail has it. */
export interface NewestAct {
  readonly action: AuditAction;
  readonly personId: number | null;
  readonly at: Instant;
}

export type UndoRefusal = 'nothing' | 'not_yours' | 'too_late';

/**
 * Until then an act can be undone, and nothing that it says to others leaves: from this instant on it leaves, and is not undone. No
 * instant allows both.
 */
export function heldUntil(at: Instant): Instant {
  return at + UNDO_OFFERED_FOR_MS + GRACE_MS;
}

/** Why the newest act cannot be undone; null where it can: by whoever did it, once, until its time is over. */
export function undoRefusal(
  newest: NewestAct | null,
  by: { readonly personId: number; readonly at: Instant },
): UndoRefusal | null {
  if (newest === null || newest.action === 'change.undone') return 'nothing';
  if (newest.personId !== by.personId) return 'not_yours';
  return by.at >= heldUntil(newest.at) ? 'too_late' : null;
}
