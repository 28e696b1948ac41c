import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { documentFactsOf, paragraphReadingOf } from '#domain';
import type { ParagraphReading, ParsedDocument, ReadingCorrection } from '#domain';

import { parseDocument } from '../parse-document.js';
import { correctReading } from './correct-reading.js';
import { readLettered, writeLettered } from './lettered-text.js';
import { excerptByParagraph } from './source-excerpt.js';
import { readOutline, readRequests, writeOutline, writeRequests } from './written-outline.js';
import { readLists, writeLists } from './written-reading.js';

let text: string;
let parsed: ParsedDocument;

beforeAll(() => {
  text = readFileSync('samples/CRC_C_OPSC_PER_CO_1.en.txt', 'utf8');
  parsed = parseDocument(text);
});

const paragraph = (number: number, changes: Partial<ParagraphReading> = {}): ReadingCorrection => ({
  place: 'paragraph',
  number,
  reading: { ...paragraphReadingOf(parsed, number)!, ...changes },
});
const idsOf = ({ recommendations }: ParsedDocument): string[] => recommendations.map(({ id }) => id);

describe('a corrected reading', () => {
  it('is the same when every paragraph is confirmed as it was read', () => {
    const confirmed = parsed.paragraphs.map(({ number }) => paragraph(number));
    const { reading, applied } = correctReading(parsed, confirmed);
    expect(applied).toHaveLength(38);
    expect({ ...reading, warnings: [] }).toEqual({ ...parsed, warnings: [] });
  });

  it('takes a concern for a recommendation when a person says so', () => {
    const { reading } = correctReading(parsed, [
      paragraph(19, { kind: 'recommendation', verb: 'urges', chapeau: 'bare', concernParagraph: null }),
    ]);
    expect(idsOf(reading)).toEqual(expect.arrayContaining(['19(a)', '19(b)']));
    expect(reading.recommendations.find(({ id }) => id === '19(a)')).toMatchObject({
      verb: 'urges',
      role: 'item',
    });
  });

  it('no longer holds what a person says is none', () => {
    const { reading } = correctReading(parsed, [
      paragraph(38, { kind: 'procedural', verb: null, chapeau: null }),
    ]);
    expect(idsOf(reading)).not.toContain('38');
    expect(idsOf(reading)).toHaveLength(32);
  });

  it('counts a lead-in as a recommendation of its own, or not', () => {
    const { reading } = correctReading(parsed, [paragraph(14, { chapeau: 'bare' })]);
    expect(idsOf(reading)).not.toContain('14');
    const undivided = correctReading(parsed, [paragraph(14, { chapeau: null })]).reading;
    expect(idsOf(undivided).filter((id) => id.startsWith('14'))).toEqual(['14']);
    expect(undivided.recommendations.find(({ id }) => id === '14')?.text).toContain('(d) ');
  });

  it('divides a paragraph otherwise, in the words that stand there', () => {
    const before = paragraphReadingOf(parsed, 8)!;
    const at = before.text.indexOf(' ', 40);
    const written = `${before.text.slice(0, at)}\n(a) ${before.text.slice(at + 1)}`;
    const { reading } = correctReading(parsed, [paragraph(8, { ...readLettered(written), chapeau: 'bare' })]);
    // The added label is no word of the text, so the division is not followed.
    expect(reading.paragraphs.find(({ number }) => number === 8)?.items).toEqual([]);
    const joined = correctReading(parsed, [
      paragraph(26, { text: writeLettered(paragraphReadingOf(parsed, 26)!), items: [], chapeau: null }),
    ]).reading;
    expect(idsOf(joined).filter((id) => id.startsWith('26'))).toEqual(['26']);
  });

  it('never changes the words of the Committee', () => {
    const before = paragraphReadingOf(parsed, 10)!;
    const { reading, applied } = correctReading(parsed, [paragraph(10, { text: `${before.text} Not.` })]);
    expect(applied).toEqual(['paragraph.10']);
    expect(reading.paragraphs.find(({ number }) => number === 10)?.text).toBe(before.text);
  });

  it('says which places this text does not have', () => {
    const { reading, unplaced } = correctReading(parsed, [
      { place: 'paragraph', number: 99, reading: paragraphReadingOf(parsed, 10)! },
    ]);
    expect(unplaced).toEqual(['paragraph.99']);
    expect(reading).toBe(parsed);
  });

  it('follows what a person says of the document and takes its doubts as settled', () => {
    const { reading } = correctReading(parsed, [
      { place: 'document', reading: { ...documentFactsOf(parsed), symbol: 'CRC/C/OPSC/PER/CO/1' } },
    ]);
    expect(reading.symbol).toBe('CRC/C/OPSC/PER/CO/1');
    expect(parsed.warnings.some((warning) => warning.paragraph === null)).toBe(true);
    expect(reading.warnings.some((warning) => warning.paragraph === null)).toBe(false);
  });
});

describe('letters in a form', () => {
  it('come back as they were written', () => {
    for (const { text: own, items } of parsed.paragraphs)
      expect(readLettered(writeLettered({ text: own, items }))).toEqual({ text: own, items });
  });

  it('may be nested, marked otherwise, and broken over lines', () => {
    expect(readLettered('Asks to:\na) first\ngoes on\n  i. deep\n  ii. deeper\n(b)\tsecond')).toEqual({
      text: 'Asks to:',
      items: [
        {
          label: 'a',
          text: 'first goes on',
          items: [
            { label: 'i', text: 'deep', items: [] },
            { label: 'ii', text: 'deeper', items: [] },
          ],
        },
        { label: 'b', text: 'second', items: [] },
      ],
    });
  });
});

describe('the lines of a file', () => {
  it('are shown beside the paragraph that was read from them', () => {
    const numbers = parsed.paragraphs.map(({ number }) => number);
    const excerpts = excerptByParagraph(text, numbers);
    expect([...excerpts.keys()]).toEqual(numbers);
    expect(excerpts.get(38)).toMatch(/^\s*38\./);
    expect(excerpts.get(3)?.split('\n').length).toBeGreaterThan(1);
  });
});

describe('references in a form', () => {
  it('come back as they were written', () => {
    let found = 0;
    for (const { number } of parsed.paragraphs) {
      const reading = paragraphReadingOf(parsed, number)!;
      expect(readLists(writeLists(reading), reading)).toEqual({
        references: reading.references,
        articles: reading.articles,
      });
      found += reading.references.length + reading.articles.length;
    }
    expect(found).toBeGreaterThan(9);
  });

  it('are refused with the line that cannot be read', () => {
    const reading = paragraphReadingOf(parsed, 10)!;
    expect(readLists({ references: 'CRC/C/PER/CO/4-5: 9\nsee above', articles: '' }, reading)).toEqual({
      unreadable: 'see above',
    });
    expect(readLists({ references: '', articles: 'CRC-OP-SC first' }, reading)).toEqual({
      unreadable: 'CRC-OP-SC first',
    });
  });
});

describe('the outline of a document in a form', () => {
  it('comes back as it was written', () => {
    const known = parsed.paragraphs.map(({ number }) => number);
    expect(readOutline(writeOutline(parsed.sections), known)).toEqual(parsed.sections);
    expect(readOutline('I. Data', known)).toEqual({ unreadable: 'I. Data' });
    expect(readOutline('', known)).toEqual([]);
  });

  it('has follow-up with a delay, a date, or neither', () => {
    const requests = [
      { paragraphs: ['18', '36(a)'], delay: 'P2Y', dueOn: null, statement: 'within two years' },
      { paragraphs: ['9'], delay: null, dueOn: '2027-01-31', statement: 'by 31 January 2027' },
      { paragraphs: ['40'], delay: null, dueOn: null, statement: '' },
    ];
    expect(readRequests(writeRequests(requests), requests)).toEqual(requests);
    expect(readRequests('18: soon', [])).toEqual({ unreadable: '18: soon' });
  });
});
