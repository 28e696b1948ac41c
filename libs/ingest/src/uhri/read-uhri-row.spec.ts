import { describe, expect, it } from '@jest/globals';

import { readUhriRow } from './read-uhri-row.js';

const ROW = {
  Text: 'Data 9.The Committee recommends.',
  'Countries Concerned': '- Peru',
  'Reccomending Body': '- CRC-OP-SC',
  'Document Symbol': 'CRC/C/OPSC/PER/CO/1',
  Themes: '- Statistics &amp; indicators\n- Rights of the child',
  'Affected Persons': '- Children',
  Sdgs: '',
  'Document Publication Date': 42_430,
  Type: '- Recommendations',
  'OHCHR Annotation Id': 'AAAAAAAA-0000-4000-8000-000000000001',
};
const read = (changes: Readonly<Record<string, unknown>> = {}) => readUhriRow({ ...ROW, ...changes }, 'PER');

describe('a row of the Index', () => {
  it('is read as an annotation, lists in order and each entry once', () => {
    expect(read({ Themes: '- B\n- A\n- B' })).toMatchObject({
      kind: 'annotation',
      annotation: {
        annotationId: 'aaaaaaaa-0000-4000-8000-000000000001',
        heading: 'Data',
        paragraph: '9',
        text: 'The Committee recommends.',
        themes: ['A', 'B'],
        sdgs: [],
        publishedOn: '2016-03-01',
        uprPosition: null,
      },
    });
  });

  it.each([
    [
      'as the JSON names them',
      { annotation_id: ROW['OHCHR Annotation Id'], 'OHCHR Annotation Id': undefined },
    ],
    ['with the misspelling mended', { 'Recommending Body': 'CRC-OP-SC', 'Reccomending Body': undefined }],
  ])('knows its columns %s', (_, changes) => {
    const row = Object.fromEntries(
      Object.entries({ ...ROW, ...changes }).filter(([, cell]) => cell !== undefined),
    );
    expect(readUhriRow(row, 'PER')).toMatchObject({ kind: 'annotation', annotation: { body: 'CRC-OP-SC' } });
  });

  it.each([
    ['about another State only', '- Chile', { kind: 'other_state' }],
    ['about a State nobody knows', '- Atlantis', { kind: 'unknown_country', names: ['Atlantis'] }],
    ['about two States, one of them ours', '- Chile\n- Perú', { kind: 'annotation' }],
  ])('is told apart where it is %s', (_, countries, expected) => {
    expect(read({ 'Countries Concerned': countries })).toMatchObject(expected);
  });

  it.each([
    ['Text', '', 'text'],
    ['Text', '<p> </p>', 'text'],
    ['Text', 'x'.repeat(60_001), 'text'],
    ['Reccomending Body', '- XYZ', 'body'],
    ['Reccomending Body', '- CRC\n- CAT', 'body'],
    ['Document Symbol', 'no symbol', 'symbol'],
    ['Type', '- Something', 'kind'],
    ['Type', 'constructor', 'kind'],
    ['OHCHR Annotation Id', '12', 'annotation_id'],
    ['Document Publication Date', 'yesterday', 'day'],
    ['Themes', [{ name: 'a' }], 'list'],
    ['UPR Position', 'perhaps', 'position'],
    ['UPR Session', 'the third', 'session'],
    ['Countries Concerned', '', 'country'],
  ])('is rejected with column and expectation where %s is %j', (column, cell, expected) => {
    const row = read({ [column]: cell });
    expect(row).toMatchObject({ kind: 'rejected', rejections: [{ column, expected }] });
  });

  it('names everything that is wrong at once, and what the file calls it', () => {
    expect(read({ Type: '', 'Document Symbol': '?' })).toMatchObject({
      kind: 'rejected',
      annotationId: 'aaaaaaaa-0000-4000-8000-000000000001',
      rejections: [
        { column: 'Document Symbol', value: '?', expected: 'symbol' },
        { column: 'Type', value: '', expected: 'kind' },
      ],
    });
  });

  it.each([['text'], [null], [[]], [7]])('is rejected whole where it is no record but %j', (value) => {
    expect(readUhriRow(value, 'PER')).toMatchObject({
      kind: 'rejected',
      annotationId: null,
      rejections: [{ column: '', expected: 'row' }],
    });
  });

  it('shortens the value that it shows, without signs that nobody sees', () => {
    const row = read({ Type: `\u0007${'long '.repeat(60)}` });
    expect(row.kind === 'rejected' && row.rejections[0]?.value).toMatch(/^long .{100,115}…$/);
  });
});
