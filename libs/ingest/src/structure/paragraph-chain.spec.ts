import { describe, expect, it } from '@jest/globals';
import { en } from '../grammar/en.js';
import { toLines } from '../text/line.js';
import { findParagraphStarts } from './paragraph-chain.js';

function numbersIn(text: string): readonly number[] {
  return [...findParagraphStarts(toLines(text, en), en)]
    .sort(([a], [b]) => a - b)
    .map(([, number]) => number);
}

describe('numbered paragraphs', () => {
  it('follow one another', () => {
    expect(numbersIn('1. One.\n\n2. Two.\n\n3. Three.')).toEqual([1, 2, 3]);
  });

  it('may be missing where the text was shortened', () => {
    expect(numbersIn('1. One.\n\n(…)\n\n10. Ten.\n\n11. Eleven.')).toEqual([1, 10, 11]);
  });

  it('are not begun by a number that a wrapped line starts with', () => {
    expect(numbersIn('1. As said in paragraph\n9. The State did so.\n\n2. Two.\n\n3. Three.')).toEqual([
      1, 2, 3,
    ]);
  });

  it('are not begun by footnotes that restart the count', () => {
    expect(numbersIn('1. One.\n\n2. Two.\n\n1. See the report.\n\n3. Three.\n\n4. Four.')).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('are not begun by years', () => {
    expect(numbersIn('1. In the census of\n2018. It was late.\n\n2. Two.')).toEqual([1, 2]);
  });
});
