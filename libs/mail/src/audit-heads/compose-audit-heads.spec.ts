import { describe, expect, it } from '@jest/globals';

import { composeAuditHeads } from './compose-audit-heads.js';

const HASH = 'ab'.repeat(32);
const mail = (heads: Parameters<typeof composeAuditHeads>[0]['heads']) =>
  composeAuditHeads({ on: '2026-11-26', publicUrl: 'https://vigia.example', heads });

describe("the operator's mail of the day's heads", () => {
  it('holds a line per State that the command takes as it stands, in both parts', () => {
    const { text, html, subject } = mail([
      { state: 'CHL', position: 0, hash: '0'.repeat(64) },
      { state: 'PER', position: 41, hash: HASH },
    ]);
    expect(subject).toContain('26 November 2026');
    for (const part of [text, html]) {
      expect(part).toContain(`CHL:0:${'0'.repeat(64)}`);
      expect(part.split(`PER:41:${HASH}`)).toHaveLength(2);
    }
  });

  it('asks for no automatic reply', () => {
    expect(mail([]).headers['Auto-Submitted']).toBe('auto-generated');
  });

  it('says in both languages what it is, what to do with it and how to use it', () => {
    const { text, html, subject, headers } = mail([{ state: 'PER', position: 41, hash: HASH }]);
    expect(subject).toBe(
      'Audit heads of 26 November 2026 / Cierres de auditoría del 26 de noviembre de 2026',
    );
    for (const part of [text, html])
      for (const words of ['Keep this mail', 'Guarde este correo', '--head LINE', '--head LÍNEA'])
        expect(part).toContain(words);
    expect(html).toMatch(/<p lang="es"[^>]*>Guarde/);
    expect(headers['Content-Language']).toBe('en, es');
  });

  it('says so where no State is followed, in both languages', () => {
    const { text, html } = mail([]);
    for (const part of [text, html])
      for (const words of ['No State is followed', 'Ningún Estado']) expect(part).toContain(words);
  });
});
