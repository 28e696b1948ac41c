import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';

/** A paragraph, or one of its letters, as a text cites it. */
export interface ParagraphMention {
  readonly paragraph: number;
  readonly item: string | null;
}

/** Characters of the longest list of paragraphs that is read. */
const WINDOW = 600;
/** A range printed wider than this is a misprint. */
const WIDEST_RANGE = 60;
const NUMBER = /^(\d{1,3})(?![\d/])/;
const LETTER = /^\(?(\p{Ll})(?:\)|\.(?=[\s,;)]|$))|^\((\p{Ll})\)/u;
const COMMENT = /^\([^()]{2,120}\)/;

export interface ParagraphList {
  readonly mentions: readonly ParagraphMention[];
  /** Characters that the list takes up. */
  readonly length: number;
}

/** Reads a list such as `17 (b)–(c) and (e)–(f), 21` from the beginning of a text, until something else comes. */
export function readParagraphList(text: string, grammar: Grammar): ParagraphList {
  const connector = new RegExp(`^\\s*(?:[,;]\\s*)?(?:(?:${grammar.and})\\s+)?`, 'i');
  const topic = new RegExp(
    `^,?\\s*(?:${grammar.about})\\s[^;.\\d()]{2,100}?(?=,?\\s*(?:(?:${grammar.and})\\s+)?\\d{1,3}(?![\\d/]))`,
    'iu',
  );
  const window = text.slice(0, WINDOW);
  const mentions: ParagraphMention[] = [];
  let rest = window.trimStart();
  let length = 0;
  let range = false;
  let isDirect = false;
  for (;;) {
    const last = mentions.at(-1);
    const number = NUMBER.exec(rest);
    const letter = last === undefined ? null : LETTER.exec(rest);
    const printed =
      number ?? letter ?? (last === undefined ? null : (COMMENT.exec(rest) ?? topic.exec(rest)));
    if (printed === null) return { mentions, length };
    if (number !== null) addNumber(mentions, Number(number[1]), range);
    else if (
      letter !== null &&
      last !== undefined &&
      !(isDirect && isNested(letter[1] ?? letter[2] ?? '', last))
    )
      addLetter(mentions, letter[1] ?? letter[2] ?? '', last, range);
    rest = rest.slice(printed[0].length);
    if (number !== null || letter !== null) length = window.length - rest.length;
    const through = printedWords(grammar).range.exec(rest);
    range = through !== null;
    const joint = (through ?? connector.exec(rest))?.[0] ?? '';
    isDirect = joint.trim() === '';
    rest = rest.slice(joint.length).trimStart();
  }
}

/** `15(a)`, or `15`. */
export function mentionId(mention: ParagraphMention): string {
  return mention.item === null ? String(mention.paragraph) : `${mention.paragraph}(${mention.item})`;
}

/** The numbers of a list, each once. */
export function paragraphNumbers(mentions: readonly ParagraphMention[]): readonly number[] {
  return [...new Set(mentions.map((mention) => mention.paragraph))];
}

/** `(i)` directly after `11 (a)` is a point of that letter. */
function isNested(letter: string, last: ParagraphMention): boolean {
  return last.item !== null && /^[ivx]$/.test(letter) && letter.charCodeAt(0) !== last.item.charCodeAt(0) + 1;
}

function addNumber(mentions: ParagraphMention[], number: number, range: boolean): void {
  const from = mentions.at(-1)?.paragraph;
  const expands = range && from !== undefined && number > from && number - from <= WIDEST_RANGE;
  for (let between = expands ? from + 1 : number; between <= number; between += 1) {
    mentions.push({ paragraph: between, item: null });
  }
}

function addLetter(
  mentions: ParagraphMention[],
  letter: string,
  last: ParagraphMention,
  range: boolean,
): void {
  if (last.item === null) {
    mentions.splice(-1, 1, { paragraph: last.paragraph, item: letter });
    return;
  }
  const from = range ? last.item.charCodeAt(0) + 1 : letter.charCodeAt(0);
  for (let code = from; code < letter.charCodeAt(0); code += 1) {
    mentions.push({ paragraph: last.paragraph, item: String.fromCharCode(code) });
  }
  mentions.push({ paragraph: last.paragraph, item: letter });
}
