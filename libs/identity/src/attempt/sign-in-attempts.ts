import type { Clock } from '#domain';
import type { AttemptSubject, CountedSubject, SignInAttemptRepository } from '#persistence';

import { keyedHash } from '../secret/keyed-hash.js';
import type { SecurityEvent } from '../security-log/security-event.js';
import type { SecurityLog } from '../security-log/security-log.js';
import { ACCOUNT_WINDOW_MS, ADDRESS_WINDOW_MS, accountMayTry, addressMayTry } from './attempt-limits.js';
import { networkOf } from './network-of.js';

const BY_PASSWORD = { ways: ['password'] } as const;

/** A guess that may be looked at; say how it ended. */
export interface AllowedAttempt {
  succeeded(): Promise<void>;
}

/**
 * Counts guesses by account and by address, before they are looked at. Neither stands in the database in clear: only hashes
 * under the installation's secret.
 */
export class SignInAttempts {
  constructor(
    private readonly attempts: SignInAttemptRepository,
    private readonly clock: Clock,
    private readonly secret: string,
    private readonly security: SecurityLog,
  ) {}

  /**
   * A guess from anywhere: the account's allowance and the address's. Null where one of them is used up, which is the same
   * for accounts that do not exist.
   */
  fromAnywhere(account: string, address: string): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('account', account), this.address('address', address)], BY_PASSWORD);
  }

  /** A guess from a device that signed in to the account before: an allowance of its own, which no stranger can use up. */
  fromKnownDevice(account: string, device: string): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('device', `${device}:${account}`)], BY_PASSWORD);
  }

  /** The current password, asked of whoever is signed in already. */
  ofCurrentPassword(personId: number): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('current', String(personId))], { ...BY_PASSWORD, personId });
  }

  /** A mail with a link, asked for by anybody: as often as guesses, and counted apart from them. */
  async ofRecovery(account: string, address: string): Promise<AllowedAttempt | null> {
    const allowed = await this.reserve(
      [this.account('recovery', account), this.address('recovery-address', address)],
      { ways: ['link'] },
    );
    if (allowed) await this.security.note({ event: 'recovery.requested' });
    return allowed;
  }

  private async reserve(
    subjects: readonly CountedSubject[],
    of: Pick<SecurityEvent, 'ways' | 'personId'>,
  ): Promise<AllowedAttempt | null> {
    const now = this.clock.now();
    const ids = await this.attempts.reserve(subjects, now, (counts) =>
      counts.every((count, index) =>
        subjects[index]?.kind === 'address' ? addressMayTry(count) : accountMayTry(count, now),
      ),
    );
    if (ids === null) await this.security.note({ event: 'rate_limit.refused', ...of });
    return ids === null ? null : { succeeded: () => this.succeed(subjects, ids) };
  }

  /** The account has proven itself; of its address only this attempt is taken back, so that no right one pays for wrong ones. */
  private async succeed(subjects: readonly AttemptSubject[], ids: readonly number[]): Promise<void> {
    for (const [index, subject] of subjects.entries())
      await (subject.kind === 'account'
        ? this.attempts.forget(subject)
        : this.attempts.release(ids[index] ?? 0));
    await this.attempts.removeBefore(this.clock.now() - ACCOUNT_WINDOW_MS);
  }

  private account(purpose: string, account: string): CountedSubject {
    const hash = keyedHash(this.secret, `attempt-${purpose}`, account);
    return { kind: 'account', hash, since: this.clock.now() - ACCOUNT_WINDOW_MS };
  }

  private address(purpose: string, address: string): CountedSubject {
    const hash = keyedHash(this.secret, `attempt-${purpose}`, networkOf(address));
    return { kind: 'address', hash, since: this.clock.now() - ADDRESS_WINDOW_MS };
  }
}
