import { isIP } from 'node:net';

import type { Clock } from '#domain';
import type { AttemptSubject, CountedSubject, SignInAttemptRepository } from '#persistence';

import { keyedHash } from '../secret/keyed-hash.js';
import { ACCOUNT_WINDOW_MS, ADDRESS_WINDOW_MS, accountMayTry, addressMayTry } from './attempt-limits.js';

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
  ) {}

  /**
   * A guess from anywhere: the account's allowance and the address's. Null where one of them is used up, which is the same
   * for accounts that do not exist.
   */
  fromAnywhere(account: string, address: string): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('account', account), this.address('address', address)]);
  }

  /** A guess from a device that signed in to the account before: an allowance of its own, which no stranger can use up. */
  fromKnownDevice(account: string, device: string): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('device', `${device}:${account}`)]);
  }

  /** The current password, asked of whoever is signed in already. */
  ofCurrentPassword(personId: number): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('current', String(personId))]);
  }

  /** A mail with a link, asked for by anybody: as often as guesses, and counted apart from them. */
  ofRecovery(account: string, address: string): Promise<AllowedAttempt | null> {
    return this.reserve([this.account('recovery', account), this.address('recovery-address', address)]);
  }

  private async reserve(subjects: readonly CountedSubject[]): Promise<AllowedAttempt | null> {
    const now = this.clock.now();
    const ids = await this.attempts.reserve(subjects, now, (counts) =>
      counts.every((count, index) =>
        subjects[index]?.kind === 'address' ? addressMayTry(count) : accountMayTry(count, now),
      ),
    );
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

/** One customer has a whole /64 of IPv6 (RFC 6177), and IPv4 may come in the clothes of IPv6 (RFC 4291, 2.5.5.2). */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined || isIP(plain) !== 6) return mapped ?? plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
