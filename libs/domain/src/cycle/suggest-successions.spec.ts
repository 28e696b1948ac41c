import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SUCCESSION_KINDS, fitsLaterItem } from './succession.js';
import { likenessOf, suggestSuccessions } from './suggest-successions.js';
import type { ComparedItem } from './suggest-successions.js';

function item(id: number, text: string, parts: Partial<ComparedItem> = {}): ComparedItem {
  return { id, language: 'en', text, theme: null, articles: [], ...parts };
}

const SHELTERS =
  'Increase the number of specialized shelters for child victims of trafficking in all departments, with trained staff and psychological care';
const REGISTER = 'Establish a single register of offences, disaggregated by sex, age and ethnic origin';

describe('the likeness of two items', () => {
  it('is whole for the same words and none for others', () => {
    expect(likenessOf(item(1, SHELTERS), item(2, SHELTERS)).score).toBe(1);
    expect(likenessOf(item(1, SHELTERS), item(2, 'Ratify the Convention'))).toMatchObject({
      score: 0,
      sharedWords: [],
    });
  });

  it('brings forms of a word together and names the words as the later text writes them', () => {
    const { sharedWords } = likenessOf(
      item(1, 'strengthening shelters'),
      item(2, 'strengthened the shelter in every region'),
    );
    expect([...sharedWords].sort()).toEqual(['shelter', 'strengthened']);
  });

  it('counts theme and articles only where there is something to compare', () => {
    const alone = likenessOf(item(1, SHELTERS), item(2, REGISTER));
    expect(alone).toMatchObject({ theme: null, articles: null });
    const themed = likenessOf(
      item(1, SHELTERS, { theme: 'recovery', articles: ['CRC-OP-SC 9(3)'] }),
      item(2, REGISTER, { theme: 'recovery', articles: ['CRC-OP-SC 9(3)', 'CRC 34'] }),
    );
    expect(themed).toMatchObject({ theme: 1, sharedArticles: ['CRC-OP-SC 9(3)'] });
    expect(themed.score).toBeGreaterThan(alone.score);
  });

  it('is the same from both sides, between 0 and 1, for any text', () => {
    const language = fc.constantFrom('en', 'es', 'fr', 'xx');
    fc.assert(
      fc.property(fc.string(), fc.string(), language, (left, right, of) => {
        const one = likenessOf(item(1, left, { language: of }), item(2, right, { language: of }));
        const other = likenessOf(item(2, right, { language: of }), item(1, left, { language: of }));
        expect(one.score).toBe(other.score);
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('suggested links', () => {
  it('pair each item with the one that takes it up', () => {
    const later = [
      item(11, `Recalling its earlier words, ${REGISTER}, and publish it`),
      item(12, SHELTERS.replace('Increase', 'Further increase')),
      item(13, 'Prohibit corporal punishment in all settings'),
    ];
    const best = suggestSuccessions([item(1, SHELTERS), item(2, REGISTER)], later);
    expect(best.map(({ earlier, later: to }) => [earlier, to])).toEqual([
      [1, 12],
      [2, 11],
    ]);
  });

  it('tell what was absorbed into a broader text from what was narrowed', () => {
    const broad = `${SHELTERS}; ${REGISTER}; train judges and prosecutors; monitor travel agencies`;
    expect(suggestSuccessions([item(1, SHELTERS)], [item(2, broad)])).toMatchObject([{ kind: 'absorbed' }]);
    expect(suggestSuccessions([item(1, broad)], [item(2, SHELTERS)])).toMatchObject([{ kind: 'narrowed' }]);
    expect(suggestSuccessions([item(1, SHELTERS)], [item(2, SHELTERS)])).toMatchObject([
      { kind: 'repeated' },
    ]);
  });

  it('never compare two languages', () => {
    expect(suggestSuccessions([item(1, SHELTERS)], [item(2, SHELTERS, { language: 'es' })])).toEqual([]);
  });

  it('are at most three for an item', () => {
    const later = [11, 12, 13, 14, 15].map((id) => item(id, SHELTERS));
    expect(suggestSuccessions([item(1, SHELTERS)], later).map((one) => one.later)).toEqual([11, 12, 13]);
  });
});

describe('what became of an item', () => {
  it('goes with a later item or without one', () => {
    expect(SUCCESSION_KINDS.filter((kind) => fitsLaterItem(kind, true))).toEqual([
      'repeated',
      'narrowed',
      'absorbed',
      'implemented',
    ]);
    expect(SUCCESSION_KINDS.filter((kind) => fitsLaterItem(kind, false))).toEqual(['dropped', 'implemented']);
  });
});
