import { UserError } from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parseDocument } from './parse-document.js';

const root = new URL('../../../', import.meta.url);
const sample = readFileSync(new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root), 'utf8');

/** Short documents written for these tests in the manner of several committees. */
function readStyle(name: string): ReturnType<typeof parseDocument> {
  return parseDocument(readFileSync(new URL(`test/fixtures/ingest/styles/${name}`, root), 'utf8'));
}

function codeOf(text: string): string {
  try {
    parseDocument(text);
    return 'read';
  } catch (error) {
    if (error instanceof UserError && error.kind === 'invalid_input') return error.code;
    throw error;
  }
}

describe('concluding observations printed in pages, in English', () => {
  const document = readStyle('cat.en.txt');

  it('take their symbol from the masthead and their dates from the first paragraph', () => {
    expect(document).toMatchObject({
      symbol: 'CAT/C/KIR/CO/2',
      inferredSymbol: null,
      title: 'Concluding observations on the second periodic report of Kiribati',
      mechanism: 'CAT',
      state: 'KIR',
      consideredOn: ['2023-11-08', '2023-11-09'],
      adoptedOn: '2023-11-22',
    });
  });

  it('lose running heads, page numbers and footnotes, and nothing else', () => {
    expect(document.paragraphs[2]?.items.map((item) => item.text)).toEqual([
      'The Convention on the Rights of Persons with Disabilities, on 4 May 2021;',
      'The Optional Protocol to the Convention, on 5 May 2021.',
    ]);
    expect(document.paragraphs).toHaveLength(11);
  });

  it('read "The State party should" as a recommendation, with nested points under their letter', () => {
    const six = document.paragraphs[5];
    expect(six).toMatchObject({ kind: 'recommendation', chapeau: 'substantive' });
    expect(six?.items[0]?.items.map((item) => item.label)).toEqual(['i', 'ii']);
    expect(document.recommendations.find((one) => one.id === '6(a)')?.text).toBe(
      'Guarantee access to a lawyer, in accordance with article 2 (1) of the Convention: (i) At the police station; (ii) In court;',
    );
  });

  it('do not begin a paragraph at a wrapped line that starts with a number and a full stop', () => {
    expect(document.paragraphs[5]?.items[1]?.text).toBe(
      'Keep a register, paying attention to paragraph 12. The register should be central;',
    );
  });

  it('ask for follow-up on listed paragraphs by a day, and for the next report by another', () => {
    expect(document.followUp).toEqual([
      expect.objectContaining({ paragraphs: ['6(a)', '6(b)', '8'], delay: null, dueOn: '2024-11-24' }),
    ]);
    expect(document.nextReport.dueOn).toBe('2027-11-24');
  });

  it('resolve "ibid." to the document cited before', () => {
    expect(document.references).toContainEqual({
      paragraph: 7,
      item: null,
      symbol: 'CAT/C/KIR/CO/1',
      paragraphs: [14],
      printedAs: 'ibid., para. 14',
    });
  });

  it('tell of a letter that is missing', () => {
    expect(document.warnings).toEqual([
      expect.objectContaining({ paragraph: 8, code: 'item_out_of_sequence' }),
    ]);
  });
});

describe('concluding observations with one line per paragraph, in English', () => {
  const document = readStyle('crc.en.txt');

  it('give each letter its own verb when the letters bring one', () => {
    const verbs = document.recommendations
      .filter((one) => one.paragraph === 7)
      .map(({ id, verb }) => [id, verb]);
    expect(verbs).toEqual([
      ['7(a)', 'urges'],
      ['7(b)', 'recommends'],
    ]);
  });

  it('cite articles of a treaty that is named, and leave open a protocol that is not', () => {
    expect(document.articles).toEqual([
      { paragraph: 5, instrument: 'CRC', article: '3(1)' },
      { paragraph: 5, instrument: null, article: '1' },
      { paragraph: 5, instrument: null, article: '2' },
    ]);
  });

  it('expand ranges of cited paragraphs and keep them as printed', () => {
    expect(document.references.at(-1)).toMatchObject({
      item: 'b',
      paragraphs: [17, 19, 20, 21],
      printedAs: 'CCPR/C/LAO/CO/1, paras. 17 (b)-(c) and 19-21',
    });
  });
});

describe('concluding observations in Spanish', () => {
  const document = readStyle('ccpr.es.txt');

  it('read "debe" as a recommendation and letters printed a)', () => {
    expect(document.recommendations.map((one) => one.id)).toEqual(['5', '7', '7(a)', '7(b)', '8', '9', '10']);
  });

  it('give no day for a next report that is due in a year, and say so', () => {
    expect(document.nextReport).toEqual({
      dueOn: null,
      statement: 'El Estado parte deberá presentar su próximo informe periódico en 2030.',
    });
    expect(document.warnings.map((one) => one.code)).toContain('next_report_day_missing');
  });

  it('name the State by its long name and its follow-up by paragraph', () => {
    expect(document).toMatchObject({ language: 'es', state: 'BOL', adoptedOn: '2022-03-22' });
    expect(document.followUp[0]).toMatchObject({ paragraphs: ['5', '7(a)', '7(b)'], dueOn: '2025-03-25' });
  });
});

describe('concluding observations in French', () => {
  const document = readStyle('cedaw.fr.md');

  it('read markdown headings, links and bold letters', () => {
    expect(document).toMatchObject({
      language: 'fr',
      state: 'BFA',
      mechanism: 'CEDAW',
      consideredOn: ['2017-11-01'],
    });
    expect(document.sections.map((one) => one.number)).toEqual(['A', 'B', 'C']);
    expect(document.recommendations.map(({ id, verb }) => `${id} ${verb}`)).toEqual([
      '5(a) recommends',
      '5(b) recommends',
      '7 urges',
      '8 requests',
      '9 requests',
    ]);
  });

  it('read the delay of the follow-up', () => {
    expect(document.followUp[0]).toMatchObject({
      paragraphs: ['5(a)', '5(b)', '7'],
      delay: 'P2Y',
      dueOn: null,
    });
  });
});

describe('concluding observations copied from a web page, without spaces after numbers', () => {
  const document = readStyle('crc-web.es.txt');

  it('take their symbol from a line of its own above the title', () => {
    expect(document).toMatchObject({ symbol: 'CRC/C/AND/CO/3-4', state: 'AND', adoptedOn: '2023-02-03' });
  });

  it('list the areas of urgent measures as important, in a paragraph that asks for nothing itself', () => {
    expect(document.importance).toEqual(['5', '7']);
    expect(document.paragraphs[2]).toMatchObject({ kind: 'procedural', verb: null });
  });

  it('do not take a request for data in the next report for the next report', () => {
    expect(document.paragraphs[6]).toMatchObject({ kind: 'recommendation', verb: 'recommends' });
    expect(document.nextReport.dueOn).toBe('2028-02-01');
  });
});

describe('concluding observations taken out of a page layout, with numbers on lines of their own', () => {
  const document = readStyle('cerd-broken.en.txt');

  it('keep sections, paragraphs and letters', () => {
    expect(document.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      'A Introduction',
      'B Positive measures',
      'C Concerns and recommendations',
      'D Follow-up',
    ]);
    expect(document.paragraphs.map((one) => one.items.length)).toEqual([0, 0, 2, 0, 0, 0]);
  });

  it('tell follow-up within a year from paragraphs of particular importance', () => {
    expect(document.followUp[0]).toMatchObject({ paragraphs: ['4'], delay: 'P1Y' });
    expect(document.importance).toEqual(['4', '5']);
  });

  it('write symbols with plain hyphens and keep them as printed', () => {
    expect(document.references[0]).toMatchObject({ symbol: 'CERD/C/TUV/1-2', printedAs: 'CERD/C/TUV/1–2' });
  });
});

describe('a text that is no such document', () => {
  it.each([
    ['', 'ingest.empty_text'],
    [' \n\t ', 'ingest.empty_text'],
    [
      'Комитет рассмотрел доклад государства-участника на своих заседаниях.',
      'ingest.language_not_recognised',
    ],
    [
      'The quick brown fox jumps over the lazy dog, and that is the end of it.',
      'ingest.not_concluding_observations',
    ],
    ['x'.repeat(1_000_001), 'ingest.too_large'],
  ])('is refused with a reason that can be acted on', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is refused with the list of what was looked for', () => {
    expect(() => parseDocument('The minutes of the meeting of the board and of its members.')).toThrow(
      /Looked for and not found: the title “Concluding observations”.*; paragraphs numbered in sequence/,
    );
  });

  it('is recognised as information on follow-up although its title names concluding observations', () => {
    const reply = sample.replace(
      'Committee on the Rights of the Child',
      'Information received from Peru on follow-up to the concluding observations',
    );
    expect(codeOf(reply)).toBe('ingest.other_kind_of_document');
  });
});

describe('damaged and hostile text', () => {
  it('is read or refused, and never breaks the reader', () => {
    const damage = fc.record({
      from: fc.nat(sample.length),
      to: fc.nat(sample.length),
      text: fc.oneof(
        fc.string({ maxLength: 40 }),
        fc.constantFrom('\u0000', '(a) ', '12. The ', '\n\n', '# ', ')))', '\ud800'),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const garbled = damages.reduce(
          (text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to),
          sample,
        );
        expect(typeof codeOf(garbled.slice(0, 200_000))).toBe('string');
      }),
      { numRuns: 150 },
    );
  });

  it('is read to its end when it is as long as may be', () => {
    // Long enough that the language is told by real text, so that the hostile part is read and not refused.
    const start = `${sample}\n`.repeat(3);
    const hostile = [
      '999. A\n',
      'A\n',
      '(a) B: ',
      'ibid. CRC/C/PER/1 ',
      'urges State party ',
      'article 1 (1), 2, ',
      'paragraph 1 (a), ',
      'Heading\n\n',
      '# x\n',
      'CRC/C/PER/CO/',
      '1 January ',
      '((((',
      'ends. And ',
      ':\n',
      'x\f',
      `${'\t '.repeat(400_000)}x\n`,
      `${'** '.repeat(100)}\n`,
    ].map((piece) => start + piece.repeat(Math.floor(900_000 / piece.length)));
    for (const text of hostile) {
      expect(codeOf(text)).toBe('read');
    }
  });
});
