import { createHash, randomBytes } from 'node:crypto';

import type { Clock, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  Institution,
  InstitutionRepository,
  PeopleRepository,
  RecordDatabase,
  SessionRepository,
  StateRepository,
} from '#persistence';

const HOUR = 60 * 60_000;
/** A demonstration link serves an afternoon's walk through the roles. */
const LINK_FOR_MS = 24 * HOUR;
const SESSION_FOR_MS = 12 * HOUR;

/** Who is looking: a person in a role of one State, or the public. */
export interface Visitor {
  readonly personId: number | null;
  readonly name: string | null;
  readonly role: Role;
  readonly stateId: number | null;
  readonly state: string | null;
  readonly institution: Institution | null;
}

export const THE_PUBLIC: Visitor = {
  personId: null,
  name: null,
  role: 'public',
  stateId: null,
  state: null,
  institution: null,
};

/** One-use sign-in links and sessions. A database leak gives neither: only SHA-256 hashes of 256 random bits are kept. */
export class SignIn {
  constructor(
    private readonly record: RecordDatabase,
    private readonly sessions: SessionRepository,
    private readonly states: StateRepository,
    private readonly people: PeopleRepository,
    private readonly institutions: InstitutionRepository,
    private readonly clock: Clock,
  ) {}

  async createLink(personId: number): Promise<string> {
    const token = newToken();
    await this.sessions.saveSignInLink(hashOf(token), personId, this.clock.now() + LINK_FOR_MS);
    return token;
  }

  /** Whom the link would sign in. Mail scanners may look at it as often as they like. */
  async describeLink(token: string): Promise<Visitor> {
    const personId = await this.sessions.findSignInPerson(hashOf(token), this.clock.now());
    if (personId === null) throw usedOrExpired();
    return this.visitor(personId);
  }

  /** Uses the link up and answers a session token. */
  async exchangeLink(
    token: string,
  ): Promise<{ readonly session: string; readonly visitor: Visitor; readonly forSeconds: number }> {
    const session = newToken();
    const now = this.clock.now();
    const personId = await this.sessions.exchangeSignInLink(hashOf(token), {
      tokenHash: hashOf(session),
      now,
      expiresAt: now + SESSION_FOR_MS,
    });
    if (personId === null) throw usedOrExpired();
    return { session, visitor: await this.visitor(personId), forSeconds: SESSION_FOR_MS / 1000 };
  }

  /** The visitor behind a session token; the public when there is none or it has ended. */
  async recognise(session: string | undefined): Promise<Visitor> {
    if (!session) return THE_PUBLIC;
    const personId = await this.sessions.findSessionPerson(hashOf(session), this.clock.now());
    return personId === null ? THE_PUBLIC : this.visitor(personId);
  }

  async signOut(session: string): Promise<void> {
    await this.sessions.revokeSession(hashOf(session), this.clock.now());
  }

  private async visitor(personId: number): Promise<Visitor> {
    const person = await this.record.runShared(() => this.people.findPerson(personId));
    for (const state of await this.states.listStates()) {
      const found = await this.record.runState(state.id, async () => {
        const today = civilDayOf(this.clock.now(), state.timeZone);
        const [membership] = await this.people.listMemberships(state.id, personId, today);
        if (!membership) return null;
        const institutions = await this.institutions.listInstitutions(state.id);
        return {
          role: membership.role,
          institution:
            membership.institutionId === null ? null : (institutions.get(membership.institutionId) ?? null),
        };
      });
      if (found)
        return { personId, name: person?.name ?? null, stateId: state.id, state: state.iso3, ...found };
    }
    return { ...THE_PUBLIC, personId, name: person?.name ?? null };
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function usedOrExpired(): UserError {
  return new UserError(
    'forbidden',
    'sign_in.link_used',
    'This sign-in link was used before or has expired. In the demonstration, start Vigía again for new ones.',
  );
}
