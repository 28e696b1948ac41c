// Sets concluding observations as a PDF and as a Word document with what the printed ones have: running heads, page numbers,
// footnotes, several fonts, justified lines, indented letters.
import { createRequire } from 'node:module';

import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';

const require = createRequire(import.meta.url);
const SYMBOL = 'CRC/C/OPSC/PER/CO/1';
const NOTES = {
  adopted: 'Adopted by the Committee at its seventy-first session (11–29 January 2016).',
  3: 'See the report of the Committee on its seventy-first session, chapter II. It was made available to the State party in the three languages in which the review was held and is not repeated here.',
  9: 'Available from www.ohchr.org. The State party should note that the Committee recommends nothing in a note.',
  20: 'United Nations, Treaty Series, vol. 2171, No. 27531.',
};

const isRecommendation = (paragraph) => paragraph.kind === 'recommendation';

/** Headings, paragraphs and letters in the order in which they are printed. */
function* blocksOf(parsed) {
  const paragraphs = new Map(parsed.paragraphs.map((one) => [one.number, one]));
  const printed = new Set();
  function* under(section, depth) {
    yield { kind: 'heading', depth, number: section.number, text: section.title };
    const inner = new Map(section.sections.map((one) => [one.paragraphs[0], one]));
    const covered = new Set(section.sections.flatMap((one) => one.paragraphs));
    for (const number of section.paragraphs) {
      const opening = inner.get(number);
      if (opening !== undefined) yield* under(opening, depth + 1);
      else if (!covered.has(number)) yield* paragraph(number);
    }
  }
  function* paragraph(number) {
    const one = paragraphs.get(number);
    printed.add(number);
    yield { kind: 'paragraph', number, text: one.text, bold: isRecommendation(one) };
    for (const item of one.items)
      yield { kind: 'item', label: item.label, text: item.text, bold: isRecommendation(one) };
  }
  const first = new Map(parsed.sections.map((one) => [one.paragraphs[0], one]));
  const inSections = new Set(parsed.sections.flatMap((one) => one.paragraphs));
  for (const { number } of parsed.paragraphs) {
    const section = first.get(number);
    if (section !== undefined) yield* under(section, 1);
    else if (!inSections.has(number)) yield* paragraph(number);
  }
}

export async function layOutPdf(parsed, { columns = false, copies = 1, password, compress = true } = {}) {
  const pdfmake = require('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setFonts({ ...require('pdfmake/standard-fonts/Times'), ...require('pdfmake/fonts/Roboto') });
  const once = [
    { text: 'Committee on the Rights of the Child', fontSize: 14, bold: true, margin: [0, 30, 0, 14] },
    {
      text: [parsed.title.replace(/\*$/, ''), { text: '*', sup: true }],
      fontSize: 13,
      bold: true,
      margin: [40, 0, 60, 14],
    },
    ...[...blocksOf(parsed)].map((block) => setBlock(block, columns)),
  ];
  const content = Array.from({ length: copies }, () => structuredClone(once)).flat();
  const bytes = await pdfmake
    .createPdf({
      ...(password === undefined ? {} : { userPassword: password }),
      compress,
      pageSize: 'A4',
      pageMargins: [60, 70, 60, 90],
      defaultStyle: { font: 'Times', fontSize: columns ? 8 : 10, lineHeight: 1.1 },
      header: (page) => ({
        text: SYMBOL,
        bold: true,
        font: 'Roboto',
        fontSize: 9,
        alignment: page % 2 === 0 ? 'left' : 'right',
        margin: [60, 30, 60, 0],
      }),
      footer: (page) => ({
        margin: [60, 8, 60, 0],
        stack: [
          ...(page === 1 ? [note('* ', NOTES.adopted), note('1', NOTES[3])] : []),
          ...(page === 2 ? [note('2', NOTES[9])] : []),
          ...(page === 3 ? [note('3', NOTES[20])] : []),
          page === 1
            ? {
                columns: [{ text: 'GE.16-03232 (E)' }, { text: '1', alignment: 'right' }],
                fontSize: 9,
                margin: [0, 8, 0, 0],
              }
            : { text: String(page), bold: true, fontSize: 9, font: 'Roboto', margin: [0, 14, 0, 0] },
        ],
      }),
      content: columns ? [{ ...columnsOf(content) }] : content,
    })
    .getBuffer();
  return new Uint8Array(bytes);
}

/** Snaking columns: the left one of a page is filled before the right one. */
const columnsOf = (content) => ({
  snakingColumns: true,
  columnGap: 24,
  columns: [{ stack: content }, { text: '' }],
});

const note = (mark, text) => ({
  text: [mark.startsWith('*') ? mark : { text: mark, sup: true }, ` ${text}`],
  fontSize: 7.5,
  margin: [20, 0, 0, 2],
});

function setBlock(block, columns) {
  if (block.kind === 'heading') {
    const text = block.number === null ? block.text : `${block.number}.   ${block.text}`;
    const fontSize = (columns ? 8 : 10) + (block.depth === 1 ? 3 : 1);
    return { text, bold: true, font: 'Roboto', fontSize, margin: [block.depth === 1 ? 0 : 30, 10, 60, 6] };
  }
  const { bold } = block;
  const margin = [columns ? 0 : 40, 0, 0, 6];
  if (block.kind === 'item')
    return {
      text: `(${block.label})   ${block.text}`,
      bold,
      alignment: 'justify',
      margin,
      leadingIndent: 24,
    };
  const mark = { 3: '1', 9: '2', 20: '3' }[block.number];
  const text = [
    `${block.number}.   `,
    block.text,
    ...(mark === undefined ? [] : [{ text: mark, sup: true }]),
  ];
  return { text, bold, alignment: 'justify', margin };
}

export async function layOutDocx(parsed, numbers, copies = 1) {
  const automatic = numbers === 'automatic';
  const level = (at, format, text) => ({ level: at, format, text, alignment: AlignmentType.START });
  let letters = 0;
  const blocks = Array.from({ length: copies }, () => [...blocksOf(parsed)]).flat();
  const children = blocks.flatMap((block, index) => {
    if (block.kind === 'paragraph') letters += 1;
    const paragraph = docxBlock(block, automatic, letters);
    return index === 20 ? [paragraph, new Paragraph({ children: [new PageBreak()] })] : [paragraph];
  });
  const document = new Document({
    numbering: {
      config: [
        { reference: 'paragraphs', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
        {
          reference: 'letters',
          levels: [level(0, LevelFormat.LOWER_LETTER, '(%1)'), level(1, LevelFormat.LOWER_ROMAN, '(%2)')],
        },
        {
          reference: 'headings',
          levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.'), level(1, LevelFormat.UPPER_LETTER, '%2.')],
        },
      ],
    },
    footnotes: Object.fromEntries(
      [NOTES[3], NOTES[9], NOTES[20]].map((text, index) => [index + 1, { children: [new Paragraph(text)] }]),
    ),
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(SYMBOL)] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [
          new Paragraph({ text: 'Committee on the Rights of the Child' }),
          new Paragraph({ text: parsed.title, heading: HeadingLevel.TITLE }),
          ...children,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function docxBlock(block, automatic, letters) {
  const { bold } = block;
  if (block.kind === 'heading') {
    const heading = block.depth === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    if (block.number === null) return new Paragraph({ text: block.text, heading });
    return automatic
      ? new Paragraph({ text: block.text, heading, numbering: { reference: 'headings', level: 0 } })
      : new Paragraph({ text: `${block.number}.\t${block.text}`, heading });
  }
  // Word splits a sentence into runs wherever somebody edited it.
  const words = block.text.split(/(?<= )/);
  const runs = [words.slice(0, 3), words.slice(3)].map((some) => new TextRun({ text: some.join(''), bold }));
  const label = block.kind === 'item' ? `(${block.label})` : `${block.number}.`;
  const mark = { 3: 1, 9: 2, 20: 3 }[block.number];
  const children = mark === undefined ? runs : [...runs, new FootnoteReferenceRun(mark)];
  if (!automatic)
    return new Paragraph({ children: [new TextRun({ children: [label, new Tab()] }), ...children] });
  const numbering =
    block.kind === 'item'
      ? { reference: 'letters', level: 0, instance: letters }
      : { reference: 'paragraphs', level: 0 };
  return new Paragraph({ children, numbering });
}
