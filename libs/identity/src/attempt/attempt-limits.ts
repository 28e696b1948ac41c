import type { Instant } from '#domain';
import type { AttemptCount } from '#persistence';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How far back wrong guesses at an account count. */
export const ACCOUNT_WINDOW_MS = 30 * 24 * HOUR;
/** A person mistypes; nobody waits for that. */
const FREE_GUESSES = 5;
const FIRST_WAIT_MS = MINUTE;
/**
 * Longer would only serve whoever wants to shut the owner out. With half a day between guesses no pace reaches a hundred in
 * thirty days (NIST SP 800-63B-4, 3.2.2; ASVS 5, 6.3.1).
 */
const LONGEST_WAIT_MS = 12 * HOUR;
/** An institution shares one address: thirty wrong guesses within the hour, all accounts together. */
export const ADDRESS_WINDOW_MS = HOUR;
const GUESSES_PER_ADDRESS = 30;

/** Whether one more guess at an account may be looked at: a few at once, then each after twice the wait of the one before. */
export function accountMayTry({ count, lastAt }: AttemptCount, now: Instant): boolean {
  if (lastAt === null || count < FREE_GUESSES) return true;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_GUESSES), LONGEST_WAIT_MS);
  return now - lastAt >= wait;
}

/** Whether one more guess from an address may be looked at. */
export function addressMayTry({ count }: AttemptCount): boolean {
  return count < GUESSES_PER_ADDRESS;
}
