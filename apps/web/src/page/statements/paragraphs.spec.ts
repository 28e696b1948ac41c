import { describe, expect, it } from '@jest/globals';

import { openingOf, paragraphsOf } from './paragraphs.js';

describe('a plain text', () => {
  it.each<[string, string, string[]]>([
    ['of one paragraph is one', 'One.', ['One.']],
    ['is parted by an empty line', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['is parted by an empty line as browsers send it', 'One.\r\n\r\nTwo.', ['One.', 'Two.']],
    ['is parted by a line of blanks, and by many lines', 'One.\n  \n\n\nTwo.', ['One.', 'Two.']],
    ['keeps single line ends within a paragraph', 'One\nline.', ['One\nline.']],
    ['has no empty paragraphs', '\n\nOne.\n\n', ['One.']],
    ['of nothing has none', ' ', []],
  ])('%s', (_what, text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });

  it('is opened by its first paragraph, cut at a word where it is long', () => {
    expect(openingOf('Short.\n\nMore.', 40)).toBe('Short.');
    expect(openingOf('A longer sentence than fits', 20)).toBe('A longer sentence …');
  });
});
