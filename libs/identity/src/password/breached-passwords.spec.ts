import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { BreachedPasswords } from './breached-passwords.js';
import { assertGoodPassword } from './password-rules.js';

const LINES = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'vigia-breached-'));
const large = join(folder, 'large.txt');
const leaked = (index: number): string => `leaked password number ${index}`;
const hashOf = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

beforeAll(() => {
  const hashes = Array.from({ length: LINES }, (_, index) => hashOf(leaked(index))).sort();
  writeFileSync(large, hashes.map((hash, index) => `${hash}:${index ** 2 % 9_876_543}\r\n`).join(''));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a list of a million leaked passwords', () => {
  it('knows what stands in it, first and last included, and nothing else', () => {
    const list = new BreachedPasswords(large);
    const before = process.memoryUsage().rss;
    const asked = 2_000;
    let known = 0;
    let strange = 0;
    const begun = performance.now();
    for (let index = 0; index < asked; index += 1) {
      if (list.has(leaked((index * 499) % LINES))) known += 1;
      if (list.has(`nobody has leaked ${index}`)) strange += 1;
    }
    const each = (performance.now() - begun) / (2 * asked);
    const grown = (process.memoryUsage().rss - before) / 1_048_576;
    process.stdout.write(
      `leaked passwords: ${each.toFixed(3)} ms a question in ${LINES} lines, ${grown.toFixed(0)} MiB more memory after ${2 * asked}\n`,
    );
    expect([known, strange]).toEqual([asked, 0]);
  }, 60_000);

  it('finds every entry of a short one, with and without a last line end', () => {
    const few = ['one leaked password', 'two leaked passwords', 'three leaked passwords'];
    const lines = few
      .map(hashOf)
      .sort()
      .map((hash) => `${hash}:1`);
    for (const end of ['', '\n']) {
      const list = new BreachedPasswords(file('short.txt', lines.join('\n') + end));
      expect(few.map((password) => list.has(password))).toEqual([true, true, true]);
      expect(list.has('four leaked passwords')).toBe(false);
    }
  });

  it('gives a leaked password the answer of a common one', async () => {
    const list = new BreachedPasswords(large);
    const context = { name: '', email: '', words: [] };
    await expect(assertGoodPassword(leaked(7), context, list)).rejects.toMatchObject({
      code: 'password.common',
    });
    await expect(assertGoodPassword(leaked(7), context, null)).resolves.toBeUndefined();
  });
});

describe('a file that is no such list', () => {
  it.each([
    ['empty', ''],
    ['of passwords in clear', 'correct horse battery staple\n'.repeat(500)],
    [
      'ordered by count',
      Array.from({ length: 500 }, (_, index) => `${hashOf(leaked(index))}:${500 - index}\n`).join(''),
    ],
  ])('is refused at the start: %s', (name, text) => {
    expect(() => new BreachedPasswords(file(`${name}.txt`, text))).toThrow(
      /BREACHED_PASSWORDS_FILE is no list/,
    );
  });

  it('is refused where it does not exist, or is a folder', () => {
    expect(() => new BreachedPasswords(join(folder, 'absent.txt'))).toThrow(/cannot be opened/);
    expect(() => new BreachedPasswords(folder)).toThrow(/cannot be read|is empty|no "SHA-1/);
  });
});
