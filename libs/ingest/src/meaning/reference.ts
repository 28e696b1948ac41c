import type { DocumentReference } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { findSymbols } from '../nations/symbol.js';
import { paragraphNumbers, readParagraphList } from './paragraph-list.js';
import type { Passage } from './passage.js';

/** Characters before a symbol in which "paragraph 26 of its previous concluding observations (" is looked for. */
const LOOK_BACK = 160;
/** Meetings of the longest range that is printed. */
const MOST_MEETINGS = 12;

const IBID = /\bib[ií]d(?:em|\.)?/gi;

interface Mention {
  readonly symbol: string;
  readonly index: number;
  readonly end: number;
}

interface CitedParagraphs {
  readonly numbers: readonly number[];
  readonly end: number;
}

/** Documents cited in the text, with the paragraphs named. `ibid.` stands for the symbol before it. */
export function findReferences(passages: readonly Passage[], grammar: Grammar): readonly DocumentReference[] {
  let last: string | null = null;
  return passages.flatMap((passage) => {
    const references: DocumentReference[] = [];
    let from = 0;
    for (const mention of mentionsIn(passage.text, last, grammar)) {
      const { reference, end } = toReference(passage, mention, from, grammar);
      references.push(reference);
      last = mention.symbol;
      from = end;
    }
    return references;
  });
}

function mentionsIn(text: string, last: string | null, grammar: Grammar): readonly Mention[] {
  const repeated = [...text.matchAll(IBID)].map((match) => ({
    symbol: null,
    index: match.index,
    length: match[0].length,
  }));
  const mentions: Mention[] = [];
  for (const one of [...findSymbols(text), ...repeated].sort((a, b) => a.index - b.index)) {
    const symbol = one.symbol ?? mentions.at(-1)?.symbol ?? last;
    if (symbol === null) continue;
    const end = one.index + one.length;
    mentions.push({ symbol, index: one.index, end }, ...furtherMeetings(text, symbol, end, grammar));
  }
  return mentions;
}

/** `CRC/C/SR.2300 and 2301` cites two records, `SR.40 to 42` three. */
function furtherMeetings(text: string, symbol: string, from: number, grammar: Grammar): readonly Mention[] {
  const record = /^(.+\/SR\.)(\d{1,4})$/.exec(symbol);
  if (record === null) return [];
  const next = new RegExp(
    `^(?:,|\\s(?:${grammar.and})|(\\s?[-–]|\\s(?:${grammar.through})))\\s?(?:SR\\.)?(\\d{1,4})(?![\\d/.])`,
    'i',
  );
  const meetings: Mention[] = [];
  let figures = record[2]?.length ?? 0;
  let last = Number(record[2]);
  let end = from;
  for (;;) {
    const further = next.exec(text.slice(end, end + 20));
    const meeting = further?.[2] ?? '';
    // A meeting's number has about as many figures as the one before; another number is not one.
    if (further === null || meeting.length < figures - 1) return meetings;
    const index = end + further[0].search(/SR|\d/);
    end += further[0].length;
    figures = meeting.length;
    const first = further[1] === undefined ? Number(meeting) : last + 1;
    for (let number = first; number <= Number(meeting) && number < first + MOST_MEETINGS; number += 1)
      meetings.push({ symbol: `${record[1]}${number}`, index, end });
    last = Number(meeting);
  }
}

function toReference(
  passage: Passage,
  mention: Mention,
  from: number,
  grammar: Grammar,
): { readonly reference: DocumentReference; readonly end: number } {
  const { paragraph, item, text } = passage;
  const after = paragraphsAfter(text, mention.end, grammar);
  const before = text.slice(Math.max(from, mention.index - LOOK_BACK), mention.index);
  const end = after?.end ?? mention.end;
  const reference = {
    paragraph,
    item,
    symbol: mention.symbol,
    paragraphs: after?.numbers ?? paragraphsBefore(before, grammar),
    printedAs: text.slice(mention.index, end),
  };
  return { reference, end };
}

function paragraphsAfter(text: string, end: number, grammar: Grammar): CitedParagraphs | null {
  const opening = new RegExp(`^,?\\s*${grammar.paragraphWord}\\s*(?=\\d)`, 'i').exec(
    text.slice(end, end + 30),
  );
  if (opening === null) return null;
  const start = end + opening[0].length;
  const { mentions, length } = readParagraphList(text.slice(start), grammar);
  return { numbers: paragraphNumbers(mentions), end: start + length };
}

function paragraphsBefore(text: string, grammar: Grammar): readonly number[] | null {
  const source = `\\b${grammar.paragraphWord}\\s+(\\d{1,3}\\b[^;:]*?)\\s${grammar.ofWord}[^;:.]*\\(\\s*$`;
  const list = new RegExp(source, 'i').exec(text)?.[1];
  return list === undefined ? null : paragraphNumbers(readParagraphList(list, grammar).mentions);
}
