import type { Clock } from '#domain';
import type { CountedSubject, SignInAttemptRepository } from '#persistence';

import { keyedHash } from '../secret/keyed-hash.js';
import type { SecurityLog } from '../security-log/security-log.js';
import { networkOf } from './network-of.js';

const DAY_MS = 86_400_000;
/** An office or a school shares one address; more than this in a day is no longer somebody writing. */
const PER_NETWORK = 10;
/** A confirmation goes to whatever address was typed in: nobody's mailbox is filled from here. */
const PER_MAILBOX = 2;
/** Each asks to confirm one thing that is to be followed. */
const CONFIRMATIONS = 5;

/**
 * Counts what is written from public pages without signing in, where attempts to sign in are counted too: by keyed hashes, which
 * say neither who wrote nor what.
 */
export class ContributionLimit {
  constructor(
    private readonly attempts: SignInAttemptRepository,
    private readonly clock: Clock,
    private readonly secret: string,
    private readonly security: SecurityLog,
  ) {}

  /** False where the mailbox has had its share of mails of the day that somebody asked for without signing in. */
  async mayFill(email: string): Promise<boolean> {
    const now = this.clock.now();
    const hash = keyedHash(this.secret, 'attempt-subscription-mailbox', email.toLowerCase());
    const ids = await this.attempts.reserve([{ kind: 'account', hash, since: now - DAY_MS }], now, (counts) =>
      counts.every(({ count }) => count < CONFIRMATIONS),
    );
    if (ids === null) await this.security.note({ event: 'rate_limit.refused' });
    return ids !== null;
  }

  /** False where the network, or the mailbox that would be written to, has had its share of the day. */
  async mayWrite(address: string, email: string | null): Promise<boolean> {
    const since = this.clock.now() - DAY_MS;
    const hash = (purpose: string, text: string) =>
      keyedHash(this.secret, `attempt-contribution-${purpose}`, text);
    const subjects: CountedSubject[] = [
      { kind: 'address', hash: hash('network', networkOf(address)), since },
      ...(email === null
        ? []
        : [{ kind: 'account' as const, hash: hash('mailbox', email.toLowerCase()), since }]),
    ];
    const ids = await this.attempts.reserve(subjects, this.clock.now(), (counts) =>
      counts.every(({ count }, index) =>
        subjects[index]?.kind === 'address' ? count < PER_NETWORK : count < PER_MAILBOX,
      ),
    );
    if (ids === null) await this.security.note({ event: 'rate_limit.refused' });
    return ids !== null;
  }
}
