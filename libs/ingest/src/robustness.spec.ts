import type { ParsedDocument, ParsedItem, ParsedSection } from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from './parse-document.js';

const root = new URL('../../../', import.meta.url);
const elsewhere = new URL('../shared/samples/CEDAW_C_GTM_CO_8-9.es.md', root);

/** Documents whose reading is held against itself, printed in another way. */
const SOURCES: readonly { readonly name: string; readonly committee: string; readonly url: URL }[] = [
  {
    name: 'Peru, in English',
    committee: 'Committee on the Rights of the Child',
    url: new URL('samples/CRC_C_OPSC_PER_CO_1.en.txt', root),
  },
  ...(existsSync(elsewhere)
    ? [
        {
          name: 'Guatemala, in Spanish',
          committee: 'Comité para la Eliminación de la Discriminación contra la Mujer',
          url: elsewhere,
        },
      ]
    : []),
];
if (!existsSync(elsewhere)) {
  process.stdout.write('Robustness in Spanish skipped: there is no ../shared/samples beside the project.\n');
}

/** How a document is printed. Everything here is layout: none of it may change what is read. */
interface Layout {
  readonly width: number;
  readonly blankLines: boolean;
  readonly doubleSpaced: boolean;
  readonly indent: string;
  readonly afterNumber: string;
  readonly afterLabel: string;
  readonly bold: boolean;
  readonly hyphenate: boolean;
  readonly linesPerPage: number;
  readonly formFeed: boolean;
  readonly footnotes: 'none' | 'ruled' | 'plain' | 'dotted';
  readonly lineEnd: string;
  readonly blank: string;
  readonly straightQuotes: boolean;
}

const PLAIN: Layout = {
  width: 90,
  blankLines: true,
  doubleSpaced: false,
  indent: '',
  afterNumber: ' ',
  afterLabel: ' ',
  bold: false,
  hyphenate: false,
  linesPerPage: 0,
  formFeed: false,
  footnotes: 'none',
  lineEnd: '\n',
  blank: ' ',
  straightQuotes: false,
};

interface Block {
  readonly text: string;
  readonly kind: 'heading' | 'paragraph' | 'item';
}

function blocksOf(document: ParsedDocument): readonly Block[] {
  const opened = new Map<number, string[]>();
  const open = (section: ParsedSection): void => {
    const first = section.paragraphs[0];
    if (first === undefined) return;
    const heading = section.number === null ? section.title : `${section.number}. ${section.title}`;
    opened.set(first, [...(opened.get(first) ?? []), heading]);
    section.sections.forEach(open);
  };
  document.sections.forEach(open);
  const items = (list: readonly ParsedItem[]): readonly Block[] =>
    list.flatMap((item) => [
      { kind: 'item' as const, text: `(${item.label})\u0001${item.text}` },
      ...items(item.items),
    ]);
  return document.paragraphs.flatMap((paragraph) => [
    ...(opened.get(paragraph.number) ?? []).map((text) => ({ kind: 'heading' as const, text })),
    { kind: 'paragraph' as const, text: `${paragraph.number}.\u0001${paragraph.text}` },
    ...items(paragraph.items),
  ]);
}

/** Words that may be broken: one whose halves are words of the text too would need a dictionary. */
function breakable(document: ParsedDocument): (head: string, tail: string) => boolean {
  const words = new Set(blocksOf(document).flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
  return (head, tail) => !words.has(head) || !words.has(tail);
}

function wrap(
  text: string,
  width: number,
  breaks: ((head: string, tail: string) => boolean) | null,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line === '') line = word;
    else if (line.length + word.length < width) line += ` ${word}`;
    else {
      const room = width - line.length - 2;
      const plain = /^(\p{Ll}{8,})[,.;:]?$/u.exec(word)?.[1] ?? '';
      const mayBreak = room >= 3 && plain.length - room >= 3;
      if (mayBreak && breaks?.(plain.slice(0, room), plain.slice(room)) === true) {
        lines.push(`${line} ${word.slice(0, room)}-`);
        line = word.slice(room);
      } else {
        lines.push(line);
        line = word;
      }
    }
  }
  return [...lines, line];
}

function print(document: ParsedDocument, committee: string, layout: Layout): string {
  const breaks = layout.hyphenate ? breakable(document) : null;
  const lines: string[] = [committee, '', document.title, ''];
  for (const block of blocksOf(document)) {
    const gap = block.kind === 'item' ? layout.afterLabel : layout.afterNumber;
    const text = block.text.replace('\u0001', gap);
    const bold = layout.bold && block.kind === 'item' ? text.replace(/^(\(\w+\)\s+)(.*)$/, '$1**$2**') : text;
    const printed = wrap(bold, layout.width, breaks);
    lines.push(
      ...printed.flatMap((line) =>
        layout.doubleSpaced ? [layout.indent + line, ''] : [layout.indent + line],
      ),
    );
    if (layout.blankLines && !layout.doubleSpaced) lines.push('');
  }
  const symbol = document.symbol ?? document.inferredSymbol ?? 'CRC/C/PER/CO/4-5';
  const paged = layout.linesPerPage > 0 ? paginate(lines, layout, symbol) : lines;
  const text = paged.join(layout.lineEnd).replaceAll(' ', layout.blank);
  return layout.straightQuotes ? text.replaceAll('’', "'").replace(/[“”]/g, '"') : text;
}

const FOOTNOTES = [
  'CRC/C/PER/4-5, paras. 10–12.',
  'See General Assembly resolution 68/268, annex.',
  'The Committee on the Rights of Persons with Disabilities, general comment No. 2 (2014).',
  'Available at www.ohchr.org.',
];

function paginate(lines: readonly string[], layout: Layout, symbol: string): readonly string[] {
  const pages: string[] = [];
  let footnote = 0;
  for (let start = 0, page = 1; start < lines.length; start += layout.linesPerPage, page += 1) {
    const body = lines.slice(start, start + layout.linesPerPage);
    if (start + layout.linesPerPage >= lines.length) return [...pages, ...body];
    const notes: string[] = [];
    if (layout.footnotes !== 'none') {
      const last = body.findLastIndex((line) => /(?<!paras)(?<=\p{Ll}{5})\.$/u.test(line));
      if (last > 4) {
        footnote += 1;
        body[last] = `${body[last]}${footnote}`;
        if (layout.footnotes === 'ruled') notes.push('', '__________________');
        else notes.push('');
        notes.push(
          `${footnote}${layout.footnotes === 'dotted' ? '.' : ''} ${FOOTNOTES[footnote % FOOTNOTES.length]}`,
        );
      }
    }
    pages.push(...body, ...notes, '');
    const running =
      page % 2 === 0
        ? [`${page}`, '', 'GE.16-02000 (E)', '', symbol]
        : ['', `GE.16-02000`, `${page}`, '', symbol];
    pages.push(...running.slice(0, 3), ...(layout.formFeed ? ['\f'] : []), ...running.slice(3), '');
  }
  return pages;
}

/** What must not change: ids, kinds, verbs, and texts up to white space and the shape of quotes. */
function facts(document: ParsedDocument): unknown {
  const bare = (text: string): string => text.replace(/\s/g, '').replaceAll('’', "'").replace(/[“”]/g, '"');
  const itemFacts = (item: ParsedItem): unknown => [item.label, bare(item.text), item.items.map(itemFacts)];
  return {
    recommendations: document.recommendations.map(({ id, role, verb }) => `${id} ${role} ${verb}`),
    paragraphs: document.paragraphs.map(({ number, kind, text, items }) => [
      number,
      kind,
      bare(text),
      items.map(itemFacts),
    ]),
  };
}

const LAYOUTS: readonly { readonly name: string; readonly change: fc.Arbitrary<Partial<Layout>> }[] = [
  { name: 'lines of another width', change: fc.record({ width: fc.integer({ min: 45, max: 160 }) }) },
  {
    name: 'lines of another width without blank lines between paragraphs',
    change: fc.record({ width: fc.integer({ min: 45, max: 120 }), blankLines: fc.constant(false) }),
  },
  {
    name: 'double spacing',
    change: fc.record({ width: fc.integer({ min: 60, max: 110 }), doubleSpaced: fc.constant(true) }),
  },
  {
    name: 'page breaks with running heads and page numbers',
    change: fc.record({
      width: fc.integer({ min: 60, max: 110 }),
      linesPerPage: fc.integer({ min: 18, max: 60 }),
      formFeed: fc.boolean(),
      blankLines: fc.boolean(),
    }),
  },
  {
    name: 'words broken at line ends',
    change: fc.record({ width: fc.integer({ min: 50, max: 110 }), hyphenate: fc.constant(true) }),
  },
  {
    name: 'words broken over page ends',
    change: fc.record({
      width: fc.integer({ min: 50, max: 110 }),
      hyphenate: fc.constant(true),
      linesPerPage: fc.integer({ min: 18, max: 60 }),
    }),
  },
  {
    name: 'tabs for blanks',
    change: fc.record({
      width: fc.integer({ min: 60, max: 110 }),
      indent: fc.constantFrom('\t', '\t\t', ''),
      afterNumber: fc.constantFrom('\t', ' \t'),
      afterLabel: fc.constantFrom('\t', '\t '),
      blank: fc.constantFrom('\t', ' '),
    }),
  },
  {
    name: 'blanks that do not break',
    change: fc.record({
      width: fc.integer({ min: 60, max: 110 }),
      blank: fc.constantFrom('\u00A0', '\u202F', '\u2009'),
    }),
  },
  { name: 'straight quotes', change: fc.record({ straightQuotes: fc.constant(true) }) },
  { name: 'other line ends', change: fc.record({ lineEnd: fc.constantFrom('\r\n', '\r', '\u2028') }) },
  {
    name: 'bold letters',
    change: fc.record({ bold: fc.constant(true), width: fc.integer({ min: 60, max: 400 }) }),
  },
  {
    name: 'no blank after numbers and letters',
    change: fc.record({ afterNumber: fc.constant(''), afterLabel: fc.constant('') }),
  },
  ...(['ruled', 'plain', 'dotted'] as const).map((footnotes) => ({
    name: `footnotes at the end of pages, ${footnotes}`,
    change: fc.record({
      width: fc.integer({ min: 60, max: 110 }),
      linesPerPage: fc.integer({ min: 18, max: 60 }),
      footnotes: fc.constant(footnotes),
      formFeed: fc.boolean(),
    }),
  })),
];

describe.each(SOURCES)('a document printed in another way: $name', ({ url, committee }) => {
  const original = parseDocument(readFileSync(url, 'utf8'));
  const expected = facts(original);

  it.each(LAYOUTS)('reads the same with $name', ({ change }) => {
    fc.assert(
      fc.property(change, (changed) => {
        expect(facts(parseDocument(print(original, committee, { ...PLAIN, ...changed })))).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
