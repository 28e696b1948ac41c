import { createDecipheriv, hkdfSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { SecretBox } from './secret-box.js';

const SESSION_SECRET = 'only-for-tests-only-for-tests-only';
const box = new SecretBox(SESSION_SECRET, 'one-time-password');

function problemOf(open: () => string): unknown {
  try {
    return open();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

describe('a sealed secret', () => {
  it('opens for its owner, and never looks the same twice', () => {
    const sealed = box.seal('GEZDGNBV', 'person:1');
    expect(box.open(sealed, 'person:1')).toBe('GEZDGNBV');
    expect(box.seal('GEZDGNBV', 'person:1')).not.toBe(sealed);
    expect(sealed).not.toContain('GEZDGNBV');
  });

  it('is AES-256-GCM under a key derived from the session secret by HKDF', () => {
    const [, nonce = '', sealed = ''] = box.seal('GEZDGNBV', 'person:1').split('.');
    const key = Buffer.from(hkdfSync('sha256', SESSION_SECRET, '', 'one-time-password', 32));
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
    decipher.setAAD(Buffer.from('person:1')).setAuthTag(bytes.subarray(-16));
    expect(decipher.update(bytes.subarray(0, -16)).toString('utf8')).toBe('GEZDGNBV');
    decipher.final();
  });

  it('does not open once any byte of it was changed, or it was cut', () => {
    const sealed = box.seal('GEZDGNBV', 'person:1');
    const [version = '', nonce = '', rest = ''] = sealed.split('.');
    const flips = [nonce, rest].flatMap((part, index) =>
      [...Buffer.from(part, 'base64url').keys()].map((at) => {
        const bytes = Buffer.from(part, 'base64url');
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        const flipped = bytes.toString('base64url');
        return [version, index === 0 ? flipped : nonce, index === 1 ? flipped : rest].join('.');
      }),
    );
    expect(flips.length).toBe(12 + 8 + 16);
    const cut = [
      `${version}.${nonce}`,
      `v2.${nonce}.${rest}`,
      sealed.slice(0, -4),
      `${sealed}.x`,
      '',
      `v1.${nonce}.AAAA`,
    ];
    for (const text of [...flips, ...cut])
      expect(problemOf(() => box.open(text, 'person:1'))).toBe('secret.unreadable');
  });

  it('does not open in the row of another person, for another purpose, or under another session secret', () => {
    const sealed = box.seal('GEZDGNBV', 'person:1');
    expect(problemOf(() => box.open(sealed, 'person:2'))).toBe('secret.unreadable');
    for (const other of [
      new SecretBox(SESSION_SECRET, 'sign-in-challenge'),
      new SecretBox(`${SESSION_SECRET}.`, 'one-time-password'),
    ])
      expect(problemOf(() => other.open(sealed, 'person:1'))).toBe('secret.unreadable');
  });
});
