import type { Grammar } from '../grammar/grammar.js';

/** A printed line that carries words. */
export interface Line {
  readonly text: string;
  readonly indent: number;
  readonly blankBefore: boolean;
  /** Markdown heading level, 0 for a line that is not marked as a heading. */
  readonly headingLevel: number;
  /** Whether a page ended before this line. */
  readonly opensPage: boolean;
}

const MARKED_HEADING = /^(#{1,6})\s+(?=\S)/;
/** Bold marks, and the marks of footnotes. Two stars and a blank at the beginning of a line are a footnote. */
const MARKUP = /(?<!^)\*\*|^\*\*(?!\*?\s)|(?<!_)__(?!_)|\[\^[^\]\s]{1,12}\](?!:)|<\/?(?:b|i|strong|em)>/g;
/** `*one phrase*` in italics; a star alone marks a footnote. */
const ITALIC = /(?<![*\p{L}])\*(?=[^\s*])([^*]{1,300})(?<=\S)\*(?![*\p{L}])/gu;
/** The mark of a footnote in the text. At the beginning of a line it is the footnote itself. */
const RAISED_MARK = /(?<=[\p{L}\d.,;:)\]”’"'»%])[¹²³⁰⁴-⁹]{1,3}/gu;
const RAISED = /[¹²³⁰⁴-⁹]/;
const RAISED_FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LINK = /\[([^\]]{1,200})\]\((?:https?:)[^)\s]{1,500}\)/g;
const ESCAPED = /\\([.()[\]*_#-])/g;

/** A character of one of the above, or of an apostrophe; most lines of a long text have none. */
const MARK = /[*_[\\<\u2019'¹²³⁰⁴-⁹]| {2}/;

/** Splits text into lines without blank ones, undoing markdown emphasis, footnote marks and odd spaces. */
export function toLines(text: string, { elided }: Pick<Grammar, 'elided'>): readonly Line[] {
  const apostrophe = elided === null ? null : new RegExp(`(?<=\\b${elided}) ?([’']) ?(?=\\p{L})`, 'gu');
  const lines: Line[] = [];
  let blankBefore = true;
  let opensPage = false;
  const printedText = text
    .replace(/[\uFEFF\u200B\u200E\u200F]/g, '')
    .replace(/\r\n|[\r\v\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/\f/g, '\n\f\n');
  for (const printed of printedText.split('\n')) {
    const plain = plainWords(printed, apostrophe);
    if (plain === '') {
      blankBefore = true;
      opensPage ||= printed === '\f';
      continue;
    }
    const level = MARKED_HEADING.exec(plain)?.[1]?.length ?? 0;
    lines.push({
      text: level === 0 ? plain : plain.slice(level).trim(),
      indent: printed.length - printed.trimStart().length,
      blankBefore,
      headingLevel: level,
      opensPage,
    });
    blankBefore = false;
    opensPage = false;
  }
  return lines;
}

function plainWords(printed: string, apostrophe: RegExp | null): string {
  const spaced = printed.trim();
  if (!MARK.test(spaced)) return spaced;
  const unmarked = spaced
    .replace(/ {2,}/g, ' ')
    .replace(LINK, '$1')
    .replace(MARKUP, '')
    .replace(ITALIC, '$1');
  const plain = (apostrophe === null ? unmarked : unmarked.replace(apostrophe, '$1')).replace(ESCAPED, '$1');
  return (RAISED.test(plain) ? plain.replace(RAISED_MARK, '') : plain)
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^[¹²³⁰⁴-⁹]{1,3}/, (mark) => `${[...mark].map((one) => RAISED_FIGURES.indexOf(one)).join('')} `);
}
