import type { Sessions } from '../session/sessions.js';
import type { AccountOwner } from './account-owner.js';
import type { AccountRecord } from './account-record.js';

/** Ends sessions of the own account (ASVS 5, 7.4.3 and 7.5.2). */
export class AccountSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly accounts: AccountRecord,
  ) {}

  /** Somebody else's session, or one that has ended, changes nothing. */
  async endOne(owner: AccountOwner, sessionId: number): Promise<void> {
    const own = (await this.sessions.list(owner.personId)).some(({ id }) => id === sessionId);
    if (!own) return;
    await this.accounts.write(owner, { action: 'session.ended', before: { session: sessionId } }, () =>
      this.sessions.endOne(owner.personId, sessionId),
    );
  }

  /** All but the one that asks. */
  async endOthers(owner: AccountOwner): Promise<void> {
    await this.accounts.write(owner, { action: 'sessions.ended' }, () =>
      this.sessions.endAll(owner.personId, owner.recognition.sessionId),
    );
  }
}
