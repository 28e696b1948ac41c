import type { Clock } from '#domain';
import type { SessionRepository, StoredSession, VisitorRepository } from '#persistence';

import { hashOfToken, newToken } from './token.js';
import { THE_PUBLIC } from './visitor.js';
import type { Visitor } from './visitor.js';
import { visitorOf } from './visitors.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A working day; then one signs in again (ASVS 5, 7.3.2). */
export const SESSION_FOR_MS = 12 * HOUR;
/** A desk that nobody has touched for this long is left (ASVS 5, 7.3.1). */
export const SESSION_IDLE_MS = 2 * HOUR;
/** How exactly "last seen" is kept: not every request is worth a write. */
const SEEN_EVERY_MS = MINUTE;
const MOST_DEVICE_LETTERS = 120;

/** A way of proving who one is. */
export type Proof = 'link' | 'password' | 'passkey' | 'one_time_password' | 'recovery_code' | 'oidc';

export interface OpenedSession {
  /** For the browser alone; never kept. */
  readonly token: string;
  readonly forSeconds: number;
}

/** Sessions live in the database: they can be listed and ended there and then. Only hashes of their tokens are kept. */
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly visitors: VisitorRepository,
    private readonly clock: Clock,
  ) {}

  async open(opening: {
    readonly personId: number;
    readonly proven: readonly Proof[];
    readonly secondFactorDue?: boolean;
    /** The browser's own name for itself, so that its owner recognises it in a list. */
    readonly device?: string;
  }): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    await this.sessions.saveSession({
      tokenHash: hashOfToken(token),
      personId: opening.personId,
      proven: opening.proven,
      secondFactorDue: opening.secondFactorDue ?? false,
      device: (opening.device ?? '').slice(0, MOST_DEVICE_LETTERS),
      now,
      expiresAt: now + SESSION_FOR_MS,
    });
    return { token, forSeconds: SESSION_FOR_MS / 1000 };
  }

  /** The visitor behind a session token; the public when there is none or it has ended. */
  async recognise(token: string | undefined): Promise<Visitor> {
    if (!token) return THE_PUBLIC;
    const now = this.clock.now();
    const found = await this.visitors.findBySession(hashOfToken(token), now, now - SESSION_IDLE_MS);
    if (!found) return THE_PUBLIC;
    const { sessionId, secondFactorDue, lastSeenAt } = found;
    if (now - lastSeenAt >= SEEN_EVERY_MS) await this.sessions.markSeen(sessionId, now);
    return visitorOf(found, { kind: 'session', sessionId, secondFactorDue });
  }

  async end(token: string): Promise<void> {
    await this.sessions.revokeSession(hashOfToken(token), this.clock.now());
  }

  /** Where the person is signed in now. */
  list(personId: number): Promise<StoredSession[]> {
    const now = this.clock.now();
    return this.sessions.listSessions(personId, now, now - SESSION_IDLE_MS);
  }

  /** How the person of an open session has proven who it is. */
  async provenBy(personId: number, sessionId: number): Promise<Proof[]> {
    const session = (await this.list(personId)).find(({ id }) => id === sessionId);
    return (session?.proven ?? []) as Proof[];
  }

  /** False where the session is not that person's, or has ended. */
  async endOne(personId: number, sessionId: number): Promise<boolean> {
    return (await this.sessions.revokeOne(personId, sessionId, this.clock.now())) > 0;
  }

  /** Ends every session of a person but the one that is kept; how many ended. */
  endAll(personId: number, keep: number | null): Promise<number> {
    return this.sessions.revokeAll(personId, keep, this.clock.now());
  }
}
