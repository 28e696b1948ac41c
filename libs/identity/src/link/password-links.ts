import type { Clock } from '#domain';
import type { CredentialRepository, LinkPurpose, SignInLinkRepository } from '#persistence';

import type { AccountRecord } from '../account/account-record.js';
import type { Passwords } from '../password/passwords.js';
import type { SignIns, SignedIn } from '../sign-in/sign-ins.js';
import { accountNameOf } from '../sign-in/password-sign-in.js';
import type { KnownDevices } from '../sign-in/known-devices.js';
import { hashOfToken } from '../session/token.js';
import type { Sessions } from '../session/sessions.js';
import type { Visitor } from '../session/visitor.js';
import type { Visitors } from '../session/visitors.js';
import { usedOrExpired } from './sign-in-links.js';

const PURPOSES: readonly LinkPurpose[] = ['invitation', 'recovery'];

/** An invitation's link sets the first password, a recovery's link a new one. Second factors stay as they are. */
export class PasswordLinks {
  constructor(
    private readonly rows: {
      readonly links: SignInLinkRepository;
      readonly credentials: CredentialRepository;
    },
    private readonly passwords: Passwords,
    private readonly accounts: AccountRecord,
    private readonly entry: {
      readonly sessions: Sessions;
      readonly signIns: SignIns;
      readonly visitors: Visitors;
      readonly devices: KnownDevices;
    },
    private readonly clock: Clock,
  ) {}

  /** For whom the link sets a password; looking does not use it. */
  async describe(token: string): Promise<{ readonly visitor: Visitor; readonly purpose: LinkPurpose }> {
    const { personId, purpose } = await this.find(token);
    return { visitor: await this.entry.visitors.visitor(personId, { kind: 'none' }), purpose };
  }

  /**
   * Sets the password, ends every session and every other link of the person, and signs in. A password that the rules refuse
   * leaves the link as it was.
   * @throws UserError `sign_in.link_used`, `sign_in.no_role` or what the rules refuse.
   */
  async setPassword(
    token: string,
    password: string,
    device: string,
  ): Promise<SignedIn & { readonly deviceMark: string }> {
    const { personId } = await this.find(token);
    const person = await this.rows.credentials.findByPerson(personId);
    const visitor = await this.entry.visitors.visitor(personId, { kind: 'none' });
    if (!person || person.endedAt !== null) throw usedOrExpired();
    const hash = await this.passwords.hashFor(person, visitor, password);
    const now = this.clock.now();
    await this.accounts.write(
      { ...visitor, personId },
      { action: person.passwordHash === null ? 'password.set' : 'password.recovered' },
      async () => {
        if (!(await this.rows.links.useLink(hashOfToken(token), PURPOSES, now))) throw usedOrExpired();
        await this.rows.credentials.savePasswordHash(personId, hash, now);
        await this.rows.credentials.trustAddressAgain(personId);
        await this.rows.links.endLinks(personId, now);
        await this.entry.sessions.endAll(personId, null);
      },
    );
    const signedIn = await this.entry.signIns.begin({ personId, proven: ['link', 'password'], device });
    return { ...signedIn, deviceMark: this.entry.devices.mark(accountNameOf(person.email)) };
  }

  private async find(token: string): Promise<{ readonly personId: number; readonly purpose: LinkPurpose }> {
    const link = await this.rows.links.findLink(hashOfToken(token), this.clock.now());
    if (!link || !PURPOSES.includes(link.purpose)) throw usedOrExpired();
    return link;
  }
}
