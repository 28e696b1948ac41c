import type { CivilDate } from '../calendar/clock.js';

export type EvidenceKind = 'file' | 'link';

/** From when until when evidence proves something. */
export interface EvidenceTerm {
  /** Day from which it holds: of a law, the one on which it entered into force; not the day it was handed in. */
  readonly effectiveOn: CivilDate;
  /** Its last day; null: it does not expire. */
  readonly expiresOn: CivilDate | null;
}

export type EvidenceStanding = 'not_yet' | 'standing' | 'expired';

/** Whether evidence stands behind something on a day. */
export function evidenceStandingOf(
  { effectiveOn, expiresOn }: EvidenceTerm,
  today: CivilDate,
): EvidenceStanding {
  if (expiresOn !== null && expiresOn < today) return 'expired';
  return effectiveOn <= today ? 'standing' : 'not_yet';
}
