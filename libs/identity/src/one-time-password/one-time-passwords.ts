import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { SecondFactorRepository } from '#persistence';

import type { SecretBox } from '../secret/secret-box.js';
import { qrCode } from './qr-code.js';
import type { QrCode } from './qr-code.js';
import { instantOf, newSecret, setUpAddress, stepAt, stepOfCode } from './time-step.js';

/** A key that nobody has proved to hold is shown no longer than this. */
const SET_UP_WITHIN_MS = 15 * 60_000;

/** What a person needs to set an authenticator app up. */
export interface OneTimePasswordSetUp {
  readonly qr: QrCode;
  /** The key for typing, in groups of four. */
  readonly key: string;
}

/** One-time passwords by RFC 6238. The key is kept encrypted; each time step counts once. */
export class OneTimePasswords {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Makes a key that counts for nothing until a right code has confirmed it. */
  async begin(personId: number): Promise<void> {
    const sealed = this.box.seal(newSecret(), ownerOf(personId));
    if (await this.factors.saveUnconfirmed(personId, sealed, stepAt(this.clock.now()) - 1)) return;
    throw new UserError(
      'conflict',
      'second_factor.exists',
      'An authenticator app is set up already. Remove it first to set up another one.',
    );
  }

  /** The key that waits for its first code; null when there is none, or its time is over. */
  async setUp(personId: number, label: string): Promise<OneTimePasswordSetUp | null> {
    const waiting = await this.waiting(personId);
    if (!waiting) return null;
    const key = waiting.secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
    return { qr: qrCode(setUpAddress(waiting.secret, label)), key };
  }

  /** False for a wrong code: the app holds another key, or its clock is wrong. */
  async confirm(personId: number, code: string): Promise<boolean> {
    const waiting = await this.waiting(personId);
    if (!waiting) return false;
    const now = this.clock.now();
    const step = stepOfCode(waiting.secret, code, now);
    if (step === null || !(await this.factors.useStep(personId, waiting.sealed, step))) return false;
    return this.factors.confirmOneTimePassword(personId, waiting.sealed, now);
  }

  /** Uses a code up; false when it is wrong or its time step was used before. */
  async accept(personId: number, code: string): Promise<boolean> {
    const stored = await this.factors.findOneTimePassword(personId);
    if (!stored || stored.confirmedAt === null) return false;
    const secret = this.box.open(stored.encryptedSecret, ownerOf(personId));
    const step = stepOfCode(secret, code, this.clock.now());
    return step !== null && this.factors.useStep(personId, stored.encryptedSecret, step);
  }

  private async waiting(personId: number): Promise<{ secret: string; sealed: string } | null> {
    const stored = await this.factors.findOneTimePassword(personId);
    if (!stored || stored.confirmedAt !== null) return null;
    // A key starts with the step before its making as used up, which also tells when it was made.
    if (this.clock.now() - instantOf(stored.lastStep) > SET_UP_WITHIN_MS) return null;
    const secret = this.box.open(stored.encryptedSecret, ownerOf(personId));
    return { secret, sealed: stored.encryptedSecret };
  }
}

function ownerOf(personId: number): string {
  return `person:${personId}`;
}
