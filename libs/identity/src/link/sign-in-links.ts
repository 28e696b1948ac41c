import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { LinkPurpose, SignInLinkRepository } from '#persistence';

import type { SignIns, SignedIn } from '../sign-in/sign-ins.js';
import { hashOfToken, newToken } from '../session/token.js';
import type { Visitor } from '../session/visitor.js';
import type { Visitors } from '../session/visitors.js';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/**
 * A demonstration link serves an afternoon's walk through the roles; an invitation has to survive a weekend; whoever recovers
 * waits for the mail.
 */
export const LINK_FOR_MS: Readonly<Record<LinkPurpose, number>> = {
  sign_in: DAY,
  invitation: 7 * DAY,
  recovery: HOUR,
};

/** One-use links that sign in, or lead to a first or new password. A database leak gives none: only hashes of 256 random bits are kept. */
export class SignInLinks {
  constructor(
    private readonly links: SignInLinkRepository,
    private readonly signIns: SignIns,
    private readonly visitors: Visitors,
    private readonly clock: Clock,
  ) {}

  async createLink(
    personId: number,
    purpose: LinkPurpose = 'sign_in',
    createdBy: number | null = null,
  ): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.links.saveLink({
      tokenHash: hashOfToken(token),
      personId,
      purpose,
      now,
      expiresAt: now + LINK_FOR_MS[purpose],
      createdBy,
    });
    return token;
  }

  /** Whom the link would sign in. Mail scanners may look at it as often as they like. */
  async describeLink(token: string, ...purposes: readonly LinkPurpose[]): Promise<Visitor> {
    const link = await this.links.findLink(hashOfToken(token), this.clock.now());
    if (!link || !good(purposes).includes(link.purpose)) throw usedOrExpired();
    return this.visitors.visitor(link.personId, { kind: 'none' });
  }

  /** Uses the link up and opens a session. */
  async exchangeLink(token: string, device = ''): Promise<SignedIn> {
    const link = await this.links.useLink(hashOfToken(token), good([]), this.clock.now());
    if (!link) throw usedOrExpired();
    return this.signIns.begin({ personId: link.personId, proven: ['link'], device });
  }
}

function good(purposes: readonly LinkPurpose[]): readonly LinkPurpose[] {
  return purposes.length === 0 ? ['sign_in'] : purposes;
}

export function usedOrExpired(): UserError {
  return new UserError(
    'forbidden',
    'sign_in.link_used',
    'This link was used before or has expired. Have a new one sent to your address; in the demonstration, start Vigía again.',
  );
}
