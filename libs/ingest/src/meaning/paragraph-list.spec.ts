import { describe, expect, it } from '@jest/globals';
import { GRAMMARS } from '../grammar/grammars.js';
import { mentionId, readParagraphList } from './paragraph-list.js';

const idsIn = (text: string, language: 'en' | 'es' | 'fr' = 'en'): readonly string[] =>
  readParagraphList(text, GRAMMARS[language]).mentions.map(mentionId);

describe('a list of paragraphs', () => {
  it('gives numbers and letters', () => {
    expect(idsIn('18 and 36 (a), (b) above')).toEqual(['18', '36(a)', '36(b)']);
    expect(idsIn('15 a., 25 b., 35 b. y 41 a. de este documento', 'es')).toEqual([
      '15(a)',
      '25(b)',
      '35(b)',
      '41(a)',
    ]);
    expect(idsIn('9, 21 a) et 30 ci-dessus', 'fr')).toEqual(['9', '21(a)', '30']);
  });

  it('expands ranges of letters and numbers', () => {
    expect(idsIn('17 (b)–(c) and (e)–(f)')).toEqual(['17(b)', '17(c)', '17(e)', '17(f)']);
    expect(idsIn('19-21 and 30')).toEqual(['19', '20', '21', '30']);
  });

  it('passes over comments in brackets', () => {
    expect(idsIn('13 (right to life), 15 and 17 (freedom of expression) above')).toEqual(['13', '15', '17']);
  });

  it('ends before other words, and measures itself', () => {
    expect(readParagraphList('9 and 10), the Committee', GRAMMARS.en).length).toBe('9 and 10'.length);
    expect(idsIn('of the report')).toEqual([]);
  });
});
