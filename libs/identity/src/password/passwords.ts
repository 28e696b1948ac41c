import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { CredentialRepository, PasswordCredential } from '#persistence';

import type { AccountOwner } from '../account/account-owner.js';
import type { AccountRecord } from '../account/account-record.js';
import type { SignInAttempts } from '../attempt/sign-in-attempts.js';
import type { OpenedSession, Proof, Sessions } from '../session/sessions.js';
import type { Visitor } from '../session/visitor.js';
import type { BreachedPasswords } from './breached-passwords.js';
import type { PasswordHasher } from './password-hasher.js';
import { assertGoodPassword } from './password-rules.js';

/** Setting and changing passwords. Whoever sets one ends the sessions that were open under the old one. */
export class Passwords {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly means: {
      readonly hasher: PasswordHasher;
      /** Null where the operator keeps no list. */
      readonly breached: BreachedPasswords | null;
    },
    private readonly attempts: SignInAttempts,
    private readonly sessions: Sessions,
    private readonly accounts: AccountRecord,
    private readonly clock: Clock,
  ) {}

  /** The hash of a password that is good enough for this person. @throws UserError `password.…` */
  async hashFor(person: PasswordCredential, visitor: Visitor, password: string): Promise<string> {
    const words = visitor.memberships.flatMap(({ state, institution }) => [
      state,
      ...(institution ? [institution.code, institution.name.en, institution.name.es] : []),
    ]);
    const context = { name: person.name, email: person.email, words };
    await assertGoodPassword(password, context, this.means.breached);
    return this.means.hasher.hash(password);
  }

  /**
   * Asks for the current password (ASVS 5, 6.2.3), ends every session and opens a new one for whoever asks.
   * @throws UserError `password.none`, `sign_in.wait`, `password.wrong` or what the rules refuse.
   */
  async change(
    owner: AccountOwner,
    passwords: { readonly current: string; readonly next: string },
    device: string,
  ): Promise<OpenedSession> {
    const { personId, recognition } = owner;
    const person = await this.credentials.findByPerson(personId);
    if (!person?.passwordHash)
      throw new UserError(
        'conflict',
        'password.none',
        'You have no password yet. Have a link sent to your address to set one.',
      );
    const attempt = await this.attempts.ofCurrentPassword(personId);
    if (!attempt)
      throw new UserError(
        'forbidden',
        'sign_in.wait',
        'There were too many attempts. Wait before the next one.',
      );
    if (!(await this.means.hasher.verify(person.passwordHash, passwords.current)))
      throw new UserError('forbidden', 'password.wrong', 'The current password is another one.');
    await attempt.succeeded();
    const hash = await this.hashFor(person, owner, passwords.next);
    const proven = await this.sessions.provenBy(personId, recognition.sessionId);
    return this.accounts.write(owner, { action: 'password.changed' }, async () => {
      await this.credentials.savePasswordHash(personId, hash, this.clock.now());
      await this.sessions.endAll(personId, null);
      return this.sessions.open({ personId, proven: [...new Set<Proof>([...proven, 'password'])], device });
    });
  }
}
