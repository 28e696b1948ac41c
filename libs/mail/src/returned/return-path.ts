import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Instant } from '#domain';

import { senderAddressOf } from '../compose-message.js';

/** A mail of the ledger of one State. */
export interface ReturnPathClaims {
  readonly stateId: number;
  readonly messageId: number;
}

/** A mail about the way into an account. It stands in no ledger: whom it was for and when it left is all that is known of it. */
export interface PersonPathClaims {
  readonly personId: number;
  /** To the minute. */
  readonly sentAt: Instant;
}

interface Sealed {
  /** Whether the mail was sent to this address. */
  readonly wasFor: (address: string) => boolean;
}

/** A return path of a mail about the way into an account, with a true seal. */
export type SealedPersonPath = { readonly about: 'person' } & PersonPathClaims & Sealed;

/** A return path that came back with a true seal. */
export type SealedReturnPath = ({ readonly about: 'message' } & ReturnPathClaims & Sealed) | SealedPersonPath;

/** Letters of the part before the `@` that every relay carries (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL_PART = 64;
/** 64 and 32 bits, as hexadecimal: guessing one of them over the mail of others does not lead far. */
const SEAL_LETTERS = 16;
const MARK_LETTERS = 8;
const MINUTE_MS = 60_000;

/**
 * One return path for each mail, in the form of subaddresses (RFC 5233): `vigia+STATE-MESSAGE-MARK-SEAL@host`, and
 * `vigia+p-PERSON-MINUTE-MARK-SEAL@host` for a mail about the way into an account. What comes back to it names its mail; the seal
 * tells that we wrote it, the mark which address it was for, without holding it. All in small letters and digits: relays may
 * change the case.
 */
export class ReturnPaths {
  constructor(
    private readonly secret: string,
    private readonly sender: string,
  ) {}

  /** The plain sender where its own name leaves no room. */
  pathFor({ stateId, messageId }: ReturnPathClaims, recipient: string): string {
    return this.sealed(`${stateId.toString(36)}-${messageId.toString(36)}`, recipient);
  }

  /** The plain sender where its own name leaves no room. */
  pathToPerson({ personId, sentAt }: PersonPathClaims, recipient: string): string {
    const minute = Math.floor(sentAt / MINUTE_MS);
    return this.sealed(`p-${personId.toString(36)}-${minute.toString(36)}`, recipient);
  }

  /** Null for whatever we did not write. */
  read(address: string): SealedReturnPath | null {
    const found = /\+(p-)?([0-9a-z]{1,7})-([0-9a-z]{1,7})-([0-9a-f]{8})-([0-9a-f]{16})@/.exec(
      address.toLowerCase(),
    );
    if (!found) return null;
    const [, person = '', first = '', second = '', mark = '', seal = ''] = found;
    if (!isSame(seal, this.sealOf(`${person}${first}-${second}-${mark}`))) return null;
    const [one, other] = [parseInt(first, 36), parseInt(second, 36)];
    const wasFor = (recipient: string): boolean => isSame(mark, this.markOf(recipient));
    return person === ''
      ? { about: 'message', stateId: one, messageId: other, wasFor }
      : { about: 'person', personId: one, sentAt: other * MINUTE_MS, wasFor };
  }

  private sealed(about: string, recipient: string): string {
    const { local, domain } = this.parts();
    const claims = `${about}-${this.markOf(recipient)}`;
    const full = `${local}+${claims}-${this.sealOf(claims)}`;
    return full.length > LONGEST_LOCAL_PART ? `${local}@${domain}` : `${full}@${domain}`;
  }

  private parts(): { readonly local: string; readonly domain: string } {
    const address = senderAddressOf(this.sender);
    const at = address.lastIndexOf('@');
    return { local: address.slice(0, at), domain: address.slice(at + 1) };
  }

  private sealOf(claims: string): string {
    return this.mac(`return-path:${claims}`, SEAL_LETTERS);
  }

  private markOf(recipient: string): string {
    return this.mac(`return-path-recipient:${recipient.trim().toLowerCase()}`, MARK_LETTERS);
  }

  private mac(text: string, letters: number): string {
    return createHmac('sha256', this.secret).update(text).digest('hex').slice(0, letters);
  }
}

function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
