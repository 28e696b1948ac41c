import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { markText, mayBeForms } from './marked-text.js';

const joined = (stretches: readonly { readonly text: string }[]): string =>
  stretches.map(({ text }) => text).join('');
const marked = (stretches: readonly { readonly text: string; readonly sought: boolean }[]): string[] =>
  stretches.filter(({ sought }) => sought).map(({ text }) => text);
const filler = (words: number): string => Array.from({ length: words }, () => 'filler').join(' ');

describe('a marked text', () => {
  it('says every letter of an uncut text once, markup and reading marks included', () => {
    const text = fc.array(
      fc.constantFrom('<script>', '"', '\u202e', '&amp;', 'niño', ' ', '👩', '-', 'sale'),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        const stretches = markText(whole, new Set(['sale', 'niño', 'script']));
        expect(joined(stretches)).toBe(whole);
        for (const word of marked(stretches)) expect(['sale', 'niño', 'script']).toContain(word);
      }),
    );
  });

  it('marks whole words only', () => {
    expect(marked(markText('sale sales wholesale (sale)', new Set(['sale'])))).toEqual(['sale', 'sale']);
  });

  it.each([0, 3, 20, 60, 97, 100])('shows a hit that stands after %i other words', (before) => {
    const text = `${filler(before)} trafficking ${filler(100 - before)}`;
    const stretches = markText(text, new Set(['trafficking']), 120);
    expect(marked(stretches)).toEqual(['trafficking']);
    expect(joined(stretches).length).toBeLessThanOrEqual(122);
  });

  it('is cut where different sought words stand together, rather than at the first one', () => {
    const text = `of ${filler(60)} sale of children ${filler(60)}`;
    expect(marked(markText(text, new Set(['of', 'sale', 'children']), 120))).toEqual([
      'sale',
      'of',
      'children',
    ]);
  });

  it('leaves no half character at a cut in a text without spaces', () => {
    for (const longest of [10, 11, 12, 13])
      expect(joined(markText('👩'.repeat(60), new Set(), longest))).not.toMatch(/\p{Cs}/u);
  });
});

describe('words that may be forms of a sought one', () => {
  it('begin as it does, accents and case aside', () => {
    expect(
      mayBeForms(['Ángulo', 'ANGLES', 'øre', 'ore', 'œuvre', 'ﬁn', 'Straße'], ['angle', 'O', 'f']),
    ).toEqual(['Ángulo', 'ANGLES', 'øre', 'ore', 'œuvre', 'ﬁn']);
  });
});
