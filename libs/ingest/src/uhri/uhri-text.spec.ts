import { describe, expect, it } from '@jest/globals';

import { passageOf, plainText } from './uhri-text.js';

describe('a text of the Index', () => {
  it.each([
    ['entities, once', 'Statistics &amp;amp; &lt;18', 'Statistics &amp; <18'],
    ['breaks of a page', 'One<br/>two<p class="x">three</p>', 'One\ntwo\nthree'],
    ['marks of a page', 'The <b>Committee</b> <em>urges</em>', 'The Committee urges'],
    ['a sign that is no tag', 'children < 18 years', 'children < 18 years'],
    ['hard and doubled spaces', 'the\u00a0State   party', 'the State party'],
    ['soft hyphens', 'recom\u00admends', 'recommends'],
    ['letters with their accent apart', 'Peru\u0301', 'Perú'],
    ['empty lines', 'one\n \n\ntwo', 'one\ntwo'],
  ])('is made plain of %s', (_, printed, text) => {
    expect(plainText(printed)).toBe(text);
  });
});

describe('a passage of the Index', () => {
  it.each([
    [
      'heading, number and words',
      'Rural women 49.The Committee urges',
      'Rural women',
      '49',
      'The Committee urges',
    ],
    ['number and words', '12. The Committee', null, '12', 'The Committee'],
    ['words in quotation marks', 'Data 7.“Children”', 'Data', '7', '“Children”'],
    ['no number', 'The Committee recommends.', null, null, 'The Committee recommends.'],
    [
      'the number of an article in a heading',
      'Follow-up to article 9.The Committee',
      null,
      null,
      'Follow-up to article 9.The Committee',
    ],
    [
      'a number after a whole sentence',
      'It is so. See 49.The Committee',
      null,
      null,
      'It is so. See 49.The Committee',
    ],
    ['a decimal inside of the words', 'In 2.5 per cent of cases', null, null, 'In 2.5 per cent of cases'],
  ])('is taken apart: %s', (_, printed, heading, paragraph, text) => {
    expect(passageOf(printed, false)).toEqual({ heading, paragraph, text });
  });

  it('has the number of the Universal Periodic Review only where it is one', () => {
    expect(passageOf('133.12 Ratify (Chile);', true)).toEqual({
      heading: null,
      paragraph: '133.12',
      text: 'Ratify (Chile);',
    });
    expect(passageOf('Ratify 133.12', true)).toEqual({
      heading: null,
      paragraph: null,
      text: 'Ratify 133.12',
    });
  });

  it('looks for a number in the first 300 characters only', () => {
    const long = 'word '.repeat(80);
    expect(passageOf(`${long}49.The Committee`, false).paragraph).toBeNull();
  });
});
