import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import render from 'preact-render-to-string';

import { wordingFor } from '../../wording/wording.js';
import { HelpLine } from './help-line.js';

const line = {
  telephone: '0-800 123',
  dialled: '0800123',
  freeOfCharge: true,
  webAddress: 'https://linea.example/chat',
  wording: { language: 'es', name: 'Línea de prueba', hours: 'Todos los días', spoken: 'español, quechua' },
  checkedOn: '2026-11-24',
  checkDue: false,
} as const;

const shown = (changed: Partial<Parameters<typeof HelpLine>[0]['line']> = {}, language: 'en' | 'es' = 'en') =>
  render(h(HelpLine, { line: { ...line, ...changed }, wording: wordingFor(language) }));

describe('a help line as a child reads it', () => {
  it('dials its number from a phone, and is named for those who listen', () => {
    expect(shown()).toContain(
      '<a href="tel:0800123" aria-label="Call 0-800 123: Línea de prueba">0-800 123</a>',
    );
  });

  it('marks what is written in another language as such', () => {
    const html = shown();
    for (const text of ['Línea de prueba', 'Todos los días.', 'español, quechua.'])
      expect(html).toMatch(new RegExp(`lang="es"[^>]*>${text.replace('.', '\\.')}<`));
  });

  it.each<[what: string, changed: Parameters<typeof shown>[0], words: string]>([
    ['that the call is free', {}, 'The call is free.'],
    ['that it may cost something', { freeOfCharge: false }, 'The call may cost something.'],
    ['the day of the last call', {}, 'We called this number on 24 November 2026 and it was right.'],
    ['that the last call is long ago', { checkDue: true }, 'It may have changed'],
  ])('says %s', (_, changed, words) => {
    expect(shown(changed)).toContain(words);
  });

  it('leads nowhere but to a protected page, and tells of no call that nobody made', () => {
    expect(shown()).toContain('href="https://linea.example/chat"');
    expect(shown({ webAddress: 'javascript:alert(1)' })).not.toContain('javascript:');
    const { telephone, dialled, freeOfCharge, webAddress, wording } = line;
    const draft = { telephone, dialled, freeOfCharge, webAddress, wording };
    expect(render(h(HelpLine, { line: draft, wording: wordingFor('es') }))).not.toContain('Llamamos');
  });
});
