import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { SECURITY_EVENTS } from '#identity';
import { screensEn, screensEs } from '#messages';

const CODES = Object.keys(SECURITY_EVENTS).sort();

describe('every event of security', () => {
  it.each([
    ['English', screensEn],
    ['Spanish', screensEs],
  ])('has words in %s, and there are no words without an event', (_, { securityEvent }) => {
    expect(Object.keys(securityEvent.events).sort()).toEqual(CODES);
  });

  it('is explained in docs/security/logs.md, which explains no other', () => {
    const page = readFileSync('docs/security/logs.md', 'utf8').split('## Security events')[1] ?? '';
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w.]+)`/g)]);
    expect(named.map(([, code]) => code).sort()).toEqual(CODES);
  });
});
