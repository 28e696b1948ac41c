import { describe, expect, it } from '@jest/globals';

import { composeAuditHeads } from './compose-audit-heads.js';

const HASH = 'ab'.repeat(32);
const mail = (heads: Parameters<typeof composeAuditHeads>[0]['heads'], language: 'en' | 'es' = 'en') =>
  composeAuditHeads({ on: '2026-11-26', publicUrl: 'https://vigia.example', language, heads });

describe("the operator's mail of the day's heads", () => {
  it('holds a line per State that the command takes as it stands, in both parts', () => {
    const { text, html, subject } = mail([
      { state: 'CHL', position: 0, hash: '0'.repeat(64) },
      { state: 'PER', position: 41, hash: HASH },
    ]);
    expect(subject).toContain('26 November 2026');
    for (const part of [text, html]) {
      expect(part).toContain(`CHL:0:${'0'.repeat(64)}`);
      expect(part).toContain(`PER:41:${HASH}`);
    }
  });

  it('asks for no automatic reply', () => {
    expect(mail([]).headers['Auto-Submitted']).toBe('auto-generated');
  });

  it('says so where no State is followed, in the language asked for', () => {
    expect(mail([]).text).toContain('No State is followed');
    expect(mail([], 'es').text).toContain('Ningún Estado');
  });
});
