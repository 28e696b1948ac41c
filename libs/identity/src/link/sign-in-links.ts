import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { SessionRepository } from '#persistence';

import type { OpenedSession, Sessions } from '../session/sessions.js';
import { hashOfToken, newToken } from '../session/token.js';
import type { Visitor } from '../session/visitor.js';
import type { Visitors } from '../session/visitors.js';

const HOUR = 60 * 60_000;
/** A demonstration link serves an afternoon's walk through the roles. */
const LINK_FOR_MS = 24 * HOUR;

/** One-use sign-in links. A database leak gives none: only SHA-256 hashes of 256 random bits are kept. */
export class SignInLinks {
  constructor(
    private readonly links: SessionRepository,
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly clock: Clock,
  ) {}

  async createLink(personId: number): Promise<string> {
    const token = newToken();
    await this.links.saveSignInLink(hashOfToken(token), personId, this.clock.now() + LINK_FOR_MS);
    return token;
  }

  /** Whom the link would sign in. Mail scanners may look at it as often as they like. */
  async describeLink(token: string): Promise<Visitor> {
    const personId = await this.links.findSignInPerson(hashOfToken(token), this.clock.now());
    if (personId === null) throw usedOrExpired();
    return this.visitors.visitor(personId, { kind: 'none' });
  }

  /** Uses the link up and opens a session. */
  async exchangeLink(
    token: string,
    device = '',
  ): Promise<{ readonly session: OpenedSession; readonly visitor: Visitor }> {
    const personId = await this.links.useSignInLink(hashOfToken(token), this.clock.now());
    if (personId === null) throw usedOrExpired();
    const session = await this.sessions.open({ personId, proven: ['link'], device });
    return { session, visitor: await this.visitors.visitor(personId, { kind: 'none' }) };
  }
}

function usedOrExpired(): UserError {
  return new UserError(
    'forbidden',
    'sign_in.link_used',
    'This sign-in link was used before or has expired. In the demonstration, start Vigía again for new ones.',
  );
}
