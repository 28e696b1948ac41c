import { createHash, randomBytes } from 'node:crypto';

import type { Clock } from '#domain';
import type { SecondFactorRepository, SignInChallengeRepository } from '#persistence';

import type { SecretBox } from '../secret/secret-box.js';
import { hashOfToken, newToken } from '../session/token.js';

const CODES = 10;
/** Crockford's 32 letters: none can be taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 letters are 120 bits: above the 112 from which a plain hash may keep a code (ASVS 5, 6.5.2). */
const CODE_LETTERS = 24;
/** The page that shows them follows at once. */
const SHOWN_WITHIN_MS = 5 * 60_000;

/** Ten codes of one use each, for the day when the phone is gone. Shown once; only hashes are kept. */
export class RecoveryCodes {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly challenges: SignInChallengeRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Makes new codes, which ends the earlier ones, and answers a token for the one page that shows them. */
  async issue(personId: number): Promise<string> {
    const codes = Array.from({ length: CODES }, newCode);
    await this.factors.replaceRecoveryCodes(
      personId,
      codes.map((code) => hashOf(personId, code)),
    );
    const token = newToken();
    const now = this.clock.now();
    await this.challenges.saveChallenge({
      tokenHash: hashOfToken(token),
      purpose: 'recovery_codes',
      personId,
      payload: { sealed: this.box.seal(codes.join(' '), ownerOf(personId)) },
      now,
      expiresAt: now + SHOWN_WITHIN_MS,
    });
    return token;
  }

  /** The fresh codes, once; null afterwards. */
  async show(personId: number, token: string): Promise<readonly string[] | null> {
    const taken = await this.challenges.takeChallenge(hashOfToken(token), 'recovery_codes', this.clock.now());
    if (!taken || taken.personId !== personId) return null;
    const { sealed } = taken.payload as { readonly sealed: string };
    return this.box.open(sealed, ownerOf(personId)).split(' ');
  }

  /** Uses a code up; false when it is wrong or was used before. */
  use(personId: number, code: string): Promise<boolean> {
    return this.factors.useRecoveryCode(personId, hashOf(personId, code), this.clock.now());
  }
}

function ownerOf(personId: number): string {
  return `recovery-codes:${personId}`;
}

function newCode(): string {
  const letters = [...randomBytes(CODE_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** As typed by a person in a hurry: small letters, spaces, O for 0, I and L for 1. */
function hashOf(personId: number, code: string): string {
  const read = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`recovery-code:${personId}:${read}`).digest('hex');
}
