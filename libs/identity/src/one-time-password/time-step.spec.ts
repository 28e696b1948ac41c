import { describe, expect, it } from '@jest/globals';

import { newSecret, setUpAddress, stepAt, stepOfCode } from './time-step.js';

/** RFC 6238, appendix B: the secret "12345678901234567890" in base32, and the last six of the eight digits given there. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const VECTORS: readonly (readonly [seconds: number, code: string])[] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
];

describe('the code of a time step', () => {
  it.each(VECTORS)('is at %i seconds what RFC 6238 says', (seconds, code) => {
    expect(stepOfCode(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('counts one step early and one step late, and no further', () => {
    const at = 1111111109_000;
    const steps = [-60_000, -30_000, 0, 30_000, 60_000].map((by) => stepOfCode(SECRET, '081804', at + by));
    const step = stepAt(at);
    expect(steps).toEqual([null, step, step, step, null]);
  });

  it('may be typed with spaces, and is nothing when it is not six digits', () => {
    const read = (code: string): number | null => stepOfCode(SECRET, code, 59_000);
    expect(read(' 287 082 ')).toBe(1);
    for (const code of ['', '28708', '2870820', '94287082', '٢٨٧٠٨٢', '287082x'])
      expect(read(code)).toBeNull();
  });
});

describe('a new key', () => {
  it('has 160 bits, is another one each time, and names the installation to the app', () => {
    const keys = new Set(Array.from({ length: 50 }, newSecret));
    expect(keys.size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(setUpAddress(SECRET, 'ana@mimp.example'));
    expect(address.protocol).toBe('otpauth:');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret: SECRET,
      issuer: 'Vigía',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
