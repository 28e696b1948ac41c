import { UserError } from '#domain';

import type { BreachedPasswords } from './breached-passwords.js';
import { isCommonPassword } from './common-passwords.js';

/** Counted in characters as people count them (code points). ASVS 5, 6.2.1 asks for 8 and prefers 15. */
export const LEAST_CHARACTERS = 12;
/** ASVS 5, 6.2.9 asks for at least 64. Longer ones are refused, never cut off. */
export const MOST_CHARACTERS = 128;
/** What has to be left of a password without the words that anybody who knows the account would try first. */
const LEAST_OF_ITS_OWN = 8;
const SHORTEST_WORD = 3;

/** What anybody can guess about an account (ASVS 5, 6.2.11). */
export interface PasswordContext {
  readonly name: string;
  readonly email: string;
  /** Names and codes of the States and institutions that the person belongs to. */
  readonly words: readonly string[];
}

/**
 * Length and guessability, and nothing else: no rule about kinds of characters, every character counts, nothing is cut off
 * or changed (ASVS 5, 6.2.4 to 6.2.11).
 * @throws UserError `password.short`, `password.long`, `password.common` or `password.guessable`.
 */
export async function assertGoodPassword(
  password: string,
  context: PasswordContext,
  breached: BreachedPasswords | null = null,
): Promise<void> {
  const characters = [...password].length;
  if (characters < LEAST_CHARACTERS)
    throw refused('short', `A password has at least ${LEAST_CHARACTERS} characters; several words are best.`);
  if (characters > MOST_CHARACTERS)
    throw refused('long', `A password has at most ${MOST_CHARACTERS} characters.`);
  if ((await isCommonPassword(password)) || breached?.has(password))
    throw refused('common', 'This password is on the lists that are tried first; choose another.');
  if (isGuessable(password, context))
    throw refused(
      'guessable',
      'This password is made of your name, your address or the name of this service; choose another.',
    );
}

function isGuessable(password: string, { name, email, words }: PasswordContext): boolean {
  const known = [
    'vigia',
    'vigía',
    ...[name, email, ...words].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)),
  ]
    .map(plain)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((left, right) => right.length - left.length);
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), plain(password));
  return rest !== plain(password) && [...rest].length < LEAST_OF_ITS_OWN;
}

/** Small letters without accents, only for comparing. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function refused(code: string, why: string): UserError {
  return new UserError('invalid_input', `password.${code}`, why);
}
