import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';

import { indicatorData } from '../../fixtures/indicators.js';
import { selectionOf } from '../chart/model/selection.js';
import { unknownSelection } from '../page/indicator/unknown-selection.js';
import { readUrl } from '../router/read-url.js';
import { wordingFor } from '../wording/wording.js';
import { UnknownChoices } from './unknown-choice.js';

const bare = indicatorData('8-victims', 'en')!;
const by = {
  code: 'sex',
  name: 'Sex',
  categories: [
    { code: 'girls', name: 'Girls' },
    { code: 'boys', name: 'Boys' },
  ],
};
const data: typeof bare = {
  ...bare,
  dimensions: [by],
  cells: [
    ...bare.cells,
    ...by.categories.map(({ code }) => ({ ...bare.cells[0]!, categories: { sex: code } })),
  ],
};

function unknownAt(url: string) {
  const { query, path } = readUrl(url);
  const address = { language: 'en' as const, path, query, parameters: {} };
  const visit = { address, wording: wordingFor('en') };
  const unknown = unknownSelection(data, selectionOf(data, query), visit);
  return { unknown, html: renderToString(h(UnknownChoices, { unknown, visit, shown: 'Left out.' })) };
}

describe('a value in the address that no choice of the page has', () => {
  it.each([
    ['nothing', '', []],
    ['a breakdown of the indicator', `?by=${by.code}`, []],
    ['an empty choice', '?by=&and=&period=', []],
    ['a breakdown that it does not have', '?by=shoe_size', ['by']],
    [
      'a group of another breakdown',
      `?by=${by.code}&group=nobody&group=${by.categories[0]?.code}`,
      ['group'],
    ],
    ['groups of no breakdown', '?group=girls', ['group']],
    ['a second breakdown without a first', '?and=sex', ['and']],
    ['a way of drawing and a period', '?as=pie&period=1066', ['as', 'period']],
  ])('is told where the address asks for %s', (_, query, names) => {
    expect(unknownAt(`/en/states/PER/indicators/8-victims${query}`).unknown.map(({ name }) => name)).toEqual(
      names,
    );
  });

  it('is named, with the way to the same page without it and with everything else', () => {
    const { html } = unknownAt(
      `/en/states/PER/indicators/8-victims?by=${by.code}&group=nobody&period=1066&as=stacked`,
    );
    expect(html).toContain('“nobody” is none of the choices of “In one chart” here.');
    expect(html).toContain('Left out.');
    expect(html).toContain(`href="/en/states/PER/indicators/8-victims?by=${by.code}&amp;as=stacked"`);
    expect(unknownAt('/en/states/PER/indicators/8-victims').html).toBe('');
  });
});
