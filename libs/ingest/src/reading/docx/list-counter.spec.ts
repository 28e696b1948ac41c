import { describe, expect, it } from '@jest/globals';

import { ListCounter } from './list-counter.js';
import { ListDefinitions } from './list-definition.js';
import { formatNumber } from './number-format.js';
import { readXml } from './xml-reader.js';

async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

async function counterOf(levels: string, lists: string): Promise<ListCounter> {
  const definitions = new ListDefinitions();
  const xml = `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}</w:numbering>`;
  await readXml(whole(xml), definitions);
  return new ListCounter(definitions);
}

const LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

/** Labels of the levels as they come, without the blank after them. */
function labels(counter: ListCounter, levels: readonly number[], list = '1'): readonly string[] {
  return levels.map((at) => counter.label(list, at).trim());
}

describe('numbers that Word counts', () => {
  it('start anew under each number above them', async () => {
    const counter = await counterOf(
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)') + level(2, 'lowerRoman', '(%3)'),
      LIST,
    );
    expect(labels(counter, [0, 1, 1, 2, 2, 1, 0, 1])).toEqual([
      '1.',
      '(a)',
      '(b)',
      '(i)',
      '(ii)',
      '(c)',
      '2.',
      '(a)',
    ]);
  });

  it('name the levels above them, in figures where they are legal numbers', async () => {
    const counter = await counterOf(
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%1.%2') +
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      LIST,
    );
    expect(labels(counter, [0, 1, 1, 2])).toEqual(['I.', 'I.1', 'I.2', '1.2.1']);
  });

  it('go on in another list of the same definition, unless that list names its start', async () => {
    const counter = await counterOf(
      level(0, 'decimal', '%1.'),
      `${LIST}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>` +
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
    );
    expect([
      ...labels(counter, [0, 0], '1'),
      ...labels(counter, [0], '2'),
      ...labels(counter, [0, 0], '3'),
    ]).toEqual(['1.', '2.', '3.', '7.', '8.']);
  });

  it('never start anew where the list says so', async () => {
    const counter = await counterOf(
      level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)', '<w:lvlRestart w:val="0"/>'),
      LIST,
    );
    expect(labels(counter, [0, 1, 0, 1])).toEqual(['1.', '(a)', '2.', '(b)']);
  });

  it('are none for a list that is not defined', async () => {
    expect(labels(await counterOf('', ''), [0, 3], '9')).toEqual(['', '']);
  });

  it.each([
    [1, 'lowerLetter', 'a'],
    [26, 'lowerLetter', 'z'],
    [27, 'upperLetter', 'AA'],
    [53, 'lowerLetter', 'aaa'],
    [4, 'lowerRoman', 'iv'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [0, 'lowerRoman', '0'],
    [5, 'decimalZero', '05'],
    [12, 'chicago', '12'],
    [2_147_483_647, 'lowerLetter', '2147483647'],
  ])('are printed as Word prints them: %s as %s', (value, format, printed) => {
    expect(formatNumber(value, format)).toBe(printed);
  });
});
