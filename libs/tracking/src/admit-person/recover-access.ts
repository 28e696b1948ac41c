import { accountNameOf } from '#identity';
import type { SignInAttempts } from '#identity';
import type { CredentialRepository } from '#persistence';

import type { AskAccessMail } from './ask-access-mail.js';

/** Asks for a link for a new password, for whoever is known by an address. Who asks learns nothing about that. */
export class RecoverAccess {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly attempts: SignInAttempts,
    private readonly mails: AskAccessMail,
  ) {}

  /**
   * Does the same for a known and an unknown address: one look, one job. The worker finds out whether there is anything to send.
   * @throws OperationalError `queue.unreachable`.
   */
  async request(email: string, address: string): Promise<void> {
    const account = accountNameOf(email);
    if (!(await this.attempts.ofRecovery(account, address))) return;
    const person = await this.credentials.findByEmail(account);
    await this.mails.ask({ kind: 'recovery', personId: person?.personId ?? null });
  }
}
