import { createCipheriv, createHmac } from 'node:crypto';

import type { RandomNumbers } from '#domain';
import type { CubePeriod } from '#persistence';

const CHUNK = Buffer.alloc(16_384);

/**
 * Numbers that nobody can repeat without the key: the key stream of AES-256 in counter mode, under HMAC-SHA-256 of State,
 * cube, source and period. The same key and period give the same numbers in every process.
 */
export function secretNumbers(key: string, stateId: number, period: CubePeriod): RandomNumbers {
  const named = JSON.stringify([
    stateId,
    period.cube,
    period.sourceCode,
    period.periodStartOn,
    period.periodEndOn,
  ]);
  const seed = createHmac('sha256', key).update(named).digest();
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16));
  let numbers = stream.update(CHUNK);
  let at = 0;
  return () => {
    if (at === numbers.length) [numbers, at] = [stream.update(CHUNK), 0];
    at += 4;
    return numbers.readUInt32LE(at - 4);
  };
}
