import { randomBytes } from 'node:crypto';

import argon2 from 'argon2';

import { OperationalError } from '#domain';

/** How much work a guess costs. */
export interface HashStrength {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP's lowest setting for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export const HASH_STRENGTH: HashStrength = { memoryKiB: 19_456, passes: 2, lanes: 1 };
/** Each hash holds its memory while it runs: two at once bound it to 38 MiB, whoever knocks. */
const AT_ONCE = 2;
/** A queue longer than this would be answered after everybody has left. */
const MOST_WAITING = 200;

/** Hashes passwords with argon2id (RFC 9106), a few at a time. */
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private nobodys: Promise<string> | undefined;

  constructor(private readonly strength: HashStrength = HASH_STRENGTH) {}

  hash(password: string): Promise<string> {
    const { memoryKiB, passes, lanes } = this.strength;
    return this.inTurn(() =>
      argon2.hash(password, {
        type: argon2.argon2id,
        memoryCost: memoryKiB,
        timeCost: passes,
        parallelism: lanes,
      }),
    );
  }

  /** Without a hash the same work is done for nothing: an account that does not exist takes as long as one that does. */
  async verify(hash: string | null, password: string): Promise<boolean> {
    this.nobodys ??= this.hash(randomBytes(32).toString('base64url'));
    const nobodys = await this.nobodys;
    const right = await this.inTurn(() => argon2.verify(hash ?? nobodys, password));
    return hash !== null && right;
  }

  /** Whether a hash was made with less work than is asked for now. */
  isWeaker(hash: string): boolean {
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),(?:p=\d+,)?t=(\d+)/.exec(hash) ?? [];
    return Number(memory ?? 0) < this.strength.memoryKiB || Number(passes ?? 0) < this.strength.passes;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING)
        throw new OperationalError(
          'sign_in.busy',
          'Too many people are signing in at this moment; try again in a minute.',
        );
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The place is handed over, not given back, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
