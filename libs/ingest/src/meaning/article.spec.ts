import { describe, expect, it } from '@jest/globals';
import { GRAMMARS } from '../grammar/grammars.js';
import { committeeOfSymbol } from '../nations/committee.js';
import { findArticles } from './article.js';

function articlesIn(text: string, language: 'en' | 'es' | 'fr', instrument = 'CRC-OP-SC'): readonly string[] {
  const committee = committeeOfSymbol(instrument.startsWith('CRC') ? 'CRC/C/1' : `${instrument}/C/1`);
  if (committee === null) return [];
  const passage = { paragraph: 1, item: null, text };
  return findArticles([passage], GRAMMARS[language], { committee, instrument }).map(
    (one) => `${one.instrument ?? '-'} ${one.article}`,
  );
}

describe('articles of treaties', () => {
  it('belong to the treaty that follows', () => {
    expect(
      articlesIn('in accordance with articles 2 (a) and 3 (1) (a) of the Optional Protocol', 'en'),
    ).toEqual(['CRC-OP-SC 2(a)', 'CRC-OP-SC 3(1)(a)']);
    expect(articlesIn('in accordance with article 44 of the Convention', 'en')).toEqual(['CRC 44']);
  });

  it('are told apart when one bracket holds several paragraphs', () => {
    expect(articlesIn('In the light of article 9 (3 and 4) of the Optional Protocol', 'en')).toEqual([
      'CRC-OP-SC 9(3)',
      'CRC-OP-SC 9(4)',
    ]);
  });

  it('have no treaty when they are of a domestic code or of an agreement that no committee watches', () => {
    expect(articlesIn('article 153 of the Criminal Code', 'en')).toEqual(['- 153']);
    expect(articlesIn('article 5 of the Convention against Transnational Crime', 'en')).toEqual(['- 5']);
    expect(articlesIn('artículo 4 de la Constitución', 'es', 'CEDAW')).toEqual(['- 4']);
  });

  it('are read as Spanish and French print them', () => {
    expect(articlesIn('los artículos 4, párrafo 1, 7 y 8 de la Convención', 'es', 'CEDAW')).toEqual([
      'CEDAW 4(1)',
      'CEDAW 7',
      'CEDAW 8',
    ]);
    expect(articlesIn('los artículos 1 y 2 b. de la Convención', 'es', 'CEDAW')).toEqual([
      'CEDAW 1',
      'CEDAW 2(b)',
    ]);
    expect(articlesIn('artículos 173 y 173 bis', 'es', 'CEDAW')).toEqual(['- 173', '- 173 bis']);
    expect(articlesIn('aux articles 2 c) et 15 de la Convention', 'fr', 'CEDAW')).toEqual([
      'CEDAW 2(c)',
      'CEDAW 15',
    ]);
  });
});
