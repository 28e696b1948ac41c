import { parseDocument } from '#ingest';

import { inPairs } from '../pairs.mjs';

/** Characters of the long text; a text of half of them tells whether the work grows with the length alone. */
const LENGTH = 900_000;
/** Ends the head in enough words to tell the language. */
const WORDS = 'It is one of the wells that the land has. '.repeat(1_500);
const HEAD = `CRC/C/PER/CO/4-5
Committee on the Rights of the Child
Concluding observations on the combined fourth and fifth periodic reports of Peru

1. The Committee considered the report of Peru (CRC/C/PER/4-5) on 20 January 2016, and adopted the present observations.

2. The Committee is concerned. ${WORDS}

3. The Committee recommends that the State party build wells.

`;

/** Lines made to cost the reader as much as they can, by what they are made of. */
const SHAPES = {
  'numbered lines': (index) => `${(index % 999) + 1}. A\n`,
  'pages of footnotes': (index) => `word${index + 1} and more.\n${index + 1} See CRC/C/PER/1.\n\f`,
  'blanks, quotes, brackets': (index) => ['      ', '“”"', '(((', ')))', '[['][index % 5],
};

/** Reading hostile texts, against splitting the same texts into lines; and the same at half the length. */
export async function hostileRow() {
  const rows = [];
  for (const [name, line] of Object.entries(SHAPES)) {
    const text = hostile(line, LENGTH);
    const half = hostile(line, LENGTH / 2);
    const splitHalf = () => half.split(/\r\n|[\n\r\v\f]/).map((one) => one.trim());
    const split = () => text.split(/\r\n|[\n\r\v\f]/).map((one) => one.trim());
    const whole = await inPairs(() => parseDocument(text), split);
    const halved = await inPairs(() => parseDocument(half), splitHalf);
    rows.push({
      what: `hostile ${name}, ${(whole.product / halved.product).toFixed(1)} × half`,
      figure: `${(text.length / 1_000 / whole.product).toFixed(2)} MB/s`,
      against: 'split the same text into lines',
      limit: `${(text.length / 1_000 / whole.floor).toFixed(0)} MB/s`,
      ratio: whole.floor / whole.product,
    });
  }
  return rows;
}

function hostile(line, length) {
  const parts = [HEAD];
  for (let index = 0, size = HEAD.length; size < length; index += 1) {
    const part = line(index);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}
