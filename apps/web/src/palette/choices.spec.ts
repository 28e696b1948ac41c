import { describe, expect, it } from '@jest/globals';

import type { DeviceFacts } from '../device/device-facts.js';
import { wordingFor } from '../wording/wording.js';
import { choicesFor } from './choices.js';

const facts: DeviceFacts = {
  language: 'es',
  person: null,
  words: wordingFor('es').say.device,
  search: { api: '/api/v1/states/PER/search?lang=es', page: '/es/states/PER/search' },
  state: '/es/states/PER',
  pages: [
    { label: 'Indicadores', href: '/es/states/PER/indicators' },
    { label: 'Presupuesto público', href: '/es/states/PER/budget' },
  ],
  actions: [{ label: 'Presupuesto público', href: '/es/states/PER/budget' }],
};
const hit = {
  kind: 'recommendation',
  id: 'a b',
  code: '20(d)',
  title: [{ text: 'Niñez ' }, { text: 'en riesgo' }],
  text: [],
};

describe('what the palette offers', () => {
  it('are all pages before anything is typed, each once, and the list of keys', () => {
    expect(choicesFor(facts, '', []).map(({ choices }) => choices.map(({ label }) => label))).toEqual([
      ['Indicadores', 'Presupuesto público'],
      ['Teclas'],
    ]);
  });

  it('finds pages by any of their words, without accents or capitals, and always leads to the search', () => {
    expect(choicesFor(facts, 'PUBLICO presu', [])).toEqual([
      { title: 'Páginas', choices: [facts.pages[1]] },
      {
        title: '',
        choices: [
          { label: 'Buscar «PUBLICO presu» en todo', href: '/es/states/PER/search?q=PUBLICO%20presu' },
        ],
      },
    ]);
  });

  it('leads to what was found, by kind; what has no page of its own is not offered', () => {
    const groups = choicesFor(facts, 'riesgo', [hit, { ...hit, kind: 'paragraph' }]);
    expect(groups[0]).toEqual({
      title: 'Recomendaciones',
      choices: [
        { label: 'Niñez en riesgo', href: '/es/states/PER/recommendations/a%20b', note: '20\u00a0d)' },
      ],
    });
    expect(groups).toHaveLength(2);
  });
});
