import type { Instant } from '../calendar/clock.js';

/** What a mail that came back means for the mail that had left and for the address that it went to. */
export const RETURNED_AS = [
  /** No mail will ever arrive there. */
  'address_unusable',
  /** This mail was refused for good; the next one may arrive. */
  'refused',
  /** The relay tried for days and stopped: the mail did not arrive, the address may be well. */
  'given_up',
  /** The relay goes on trying. */
  'delayed',
  /** A machine answered in the person's absence. The mail arrived. */
  'auto_reply',
  /** About a mail of long ago, or about an address that the person no longer has. */
  'outdated',
  /** Nobody can tell what it says. */
  'not_understood',
] as const;
export type ReturnedAs = (typeof RETURNED_AS)[number];

/** What a mail that came back says of itself. */
export interface ReturnedMail {
  /** Of the report on the delivery (RFC 3464, 2.3.3); null: it is no such report. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** Enhanced status code (RFC 3463): class, subject and detail, such as 5.1.1; null where none is given. */
  readonly status: string | null;
  /** Written by a machine in answer to ours (RFC 3834). */
  readonly autoReply: boolean;
}

/** What the ledger knows of the mail that came back. */
export interface MailThatLeft {
  readonly acceptedAt: Instant;
  /** Whether the person still has the address that it was sent to. */
  readonly sameAddress: boolean;
}

/** Relays try for four to five days (RFC 5321, 4.5.4.1); what comes after three weeks says nothing about today. */
const OUTDATED_AFTER_MS = 21 * 86_400_000;

/**
 * Codes of addresses that no mail can reach (RFC 3463): everything wrong with the address itself (X.1), a mailbox that is closed
 * (X.2.1), and a domain that no route leads to (X.4.4).
 */
const OF_THE_ADDRESS = /^5\.(?:1\.\d+|2\.1|4\.4)$/;
/** The time for trying is over (X.4.7): reported as a permanent failure by many relays, and not one of the address. */
const TIME_IS_OVER = /^[45]\.4\.7$/;

/** What the mail that came back means. Whether it is about a mail of ours at all has been settled before, by the seal of its return path. */
export function judgeReturnedMail(returned: ReturnedMail, left: MailThatLeft, now: Instant): ReturnedAs {
  const { action, status, autoReply } = returned;
  if (action === null) return autoReply ? 'auto_reply' : 'not_understood';
  if (now - left.acceptedAt > OUTDATED_AFTER_MS || !left.sameAddress) return 'outdated';
  if (action === 'delayed') return 'delayed';
  if (action !== 'failed' || status === null) return 'not_understood';
  if (OF_THE_ADDRESS.test(status)) return 'address_unusable';
  if (TIME_IS_OVER.test(status) || status.startsWith('4.')) return 'given_up';
  return status.startsWith('5.') ? 'refused' : 'not_understood';
}
