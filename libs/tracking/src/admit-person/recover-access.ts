import type { Clock } from '#domain';
import { accountNameOf } from '#identity';
import type { SignInAttempts, SignInLinks, Visitors } from '#identity';
import type { SendOutcome } from '#mail';
import type { CredentialRepository, PeopleRepository, RecordDatabase } from '#persistence';

import type { SendAccessMail } from './send-access-mail.js';

/** Sends a link for a new password to whoever is known by an address. Who asks learns nothing about that. */
export class RecoverAccess {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly credentials: CredentialRepository; readonly people: PeopleRepository },
    private readonly entry: {
      readonly attempts: SignInAttempts;
      readonly visitors: Visitors;
      readonly links: SignInLinks;
    },
    private readonly mail: SendAccessMail,
    private readonly clock: Clock,
    private readonly settings: { readonly publicUrl: string },
  ) {}

  /**
   * Returns as soon as the request is counted, so that a known address takes no longer than an unknown one. `mail` tells
   * later how the mail fared; null where none was due.
   */
  async request(email: string, address: string): Promise<{ readonly mail: Promise<SendOutcome | null> }> {
    const account = accountNameOf(email);
    const allowed = await this.entry.attempts.ofRecovery(account, address);
    return { mail: allowed ? this.sendLink(account) : Promise.resolve(null) };
  }

  private async sendLink(account: string): Promise<SendOutcome | null> {
    const person = await this.rows.credentials.findByEmail(account);
    if (!person || person.endedAt !== null) return null;
    const { personId, language, name, email } = person;
    const { memberships } = await this.entry.visitors.visitor(personId, { kind: 'none' });
    if (memberships.length === 0) return null;
    const token = await this.entry.links.createLink(personId, 'recovery');
    const outcome = await this.mail.send(
      { name, address: email },
      {
        kind: 'recovery',
        language,
        url: `${this.settings.publicUrl}/${language}/set-password/${token}`,
        demonstration: false,
      },
    );
    if (outcome.kind === 'permanent')
      await this.record.runShared(() => this.rows.people.markUnreachable(personId, this.clock.now()));
    return outcome;
  }
}
