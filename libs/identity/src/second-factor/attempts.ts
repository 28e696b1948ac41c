import { createHash } from 'node:crypto';

import type { Clock } from '#domain';
import type { SecondFactorRepository } from '#persistence';

import type { SecurityLog } from '../security-log/security-log.js';

/** Three of a million codes are right at any moment: at this pace one chance in a hundred takes two days, the password in hand. */
const MOST_ATTEMPTS = 10;
const ATTEMPTS_WITHIN_MS = 10 * 60_000;

/** Counts wrong codes by person, in the database: all processes see the same count, and it ends by itself (ASVS 5, 6.3.1). */
export class SecondFactorAttempts {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly clock: Clock,
    private readonly security: SecurityLog,
  ) {}

  /** Checks a code unless there were too many wrong ones; what is right does not count. */
  async check(personId: number, isRight: () => Promise<boolean>): Promise<boolean> {
    const now = this.clock.now();
    const subject = createHash('sha256').update(`second-factor:${personId}`).digest('hex');
    const limit = { now, since: now - ATTEMPTS_WITHIN_MS, most: MOST_ATTEMPTS };
    const attempt = await this.factors.beginAttempt(subject, limit);
    if (attempt === null) {
      await this.security.note({ event: 'rate_limit.refused', personId, ways: ['second_factor'] });
      return false;
    }
    if (!(await isRight())) return false;
    await this.factors.forgetAttempt(attempt);
    return true;
  }
}
