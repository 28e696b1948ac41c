import { createHmac, timingSafeEqual } from 'node:crypto';

import { senderAddressOf } from '../compose-message.js';

/** The mail that a return path was made for. */
export interface ReturnPathClaims {
  readonly stateId: number;
  readonly messageId: number;
}

/** A return path that came back with a true seal. */
export interface SealedReturnPath extends ReturnPathClaims {
  /** Whether the mail was sent to this address. */
  readonly wasFor: (address: string) => boolean;
}

/** Letters of the part before the `@` that every relay carries (RFC 5321, 4.5.3.1.1). */
const LONGEST_LOCAL_PART = 64;
/** 64 and 32 bits, as hexadecimal: guessing one of them over the mail of others does not lead far. */
const SEAL_LETTERS = 16;
const MARK_LETTERS = 8;

/**
 * One return path for each mail, in the form of subaddresses (RFC 5233): `vigia+STATE-MESSAGE-MARK-SEAL@host`. What comes back
 * to it names its mail; the seal tells that we wrote it, the mark which address it was for, without holding it. All in small
 * letters and digits: relays may change the case.
 */
export class ReturnPaths {
  constructor(
    private readonly secret: string,
    private readonly sender: string,
  ) {}

  /** The plain sender where its own name leaves no room. */
  pathFor({ stateId, messageId }: ReturnPathClaims, recipient: string): string {
    const { local, domain } = this.parts();
    const claims = `${stateId.toString(36)}-${messageId.toString(36)}-${this.markOf(recipient)}`;
    const full = `${local}+${claims}-${this.sealOf(claims)}`;
    return full.length > LONGEST_LOCAL_PART ? `${local}@${domain}` : `${full}@${domain}`;
  }

  /** Null for whatever we did not write. */
  read(address: string): SealedReturnPath | null {
    const found = /\+([0-9a-z]{1,4})-([0-9a-z]{1,7})-([0-9a-f]{8})-([0-9a-f]{16})@/.exec(
      address.toLowerCase(),
    );
    if (!found) return null;
    const [, state = '', message = '', mark = '', seal = ''] = found;
    if (!isSame(seal, this.sealOf(`${state}-${message}-${mark}`))) return null;
    return {
      stateId: parseInt(state, 36),
      messageId: parseInt(message, 36),
      wasFor: (recipient) => isSame(mark, this.markOf(recipient)),
    };
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
