import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import { joinLines } from '../text/join-lines.js';
import type { Line } from '../text/line.js';
import type { PageShape } from '../text/page-shape.js';

export interface Heading {
  readonly number: string | null;
  readonly title: string;
  /** Smaller ranks enclose greater ones. */
  readonly rank: number;
}

const ROMAN_RANK = 1;
const LETTER_RANK = 2;
const FIGURE_RANK = 3;
const PLAIN_RANK = 4;

const NUMBER = /^(?:([IVXL]{1,7}|[A-Z]|\d{1,2})\.(?:\s+(?=\S)|(?=\p{Lu}\p{Ll}))|([IVXL]{1,7}|[A-Z])\.$)/u;
const OPENS_TITLE = /^["“«¿¡]?[\p{Lu}]/u;
/** Characters of a bold line, as a share of a plain one's. */
const BOLD_SHARE = 0.9;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** Whether a line can be the first of a heading. */
export function opensHeading(line: Line): boolean {
  return line.headingLevel > 0 || NUMBER.test(line.text) || OPENS_TITLE.test(line.text);
}

/** Whether a line is numbered or marked as a heading, so that it is one without regard to what follows. */
export function isMarkedHeading(line: Line): boolean {
  return line.headingLevel > 0 || NUMBER.test(line.text);
}

/** Whether a line is the number of a heading, whose title stands on the next line. */
export function isLoneNumber(line: Line): boolean {
  return /^(?:[IVXL]{1,7}|[A-Z])\.$/.test(line.text);
}

/** Puts headings together out of the lines between two paragraphs. One heading may take several lines. */
export function groupHeadingLines(
  lines: readonly Line[],
  shape: PageShape,
  grammar: Grammar,
): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || startsAnother(group, line, { shape, grammar })) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function startsAnother(
  group: readonly Line[],
  line: Line,
  { shape, grammar }: { readonly shape: PageShape; readonly grammar: Grammar },
): boolean {
  if (isMarkedHeading(line)) return true;
  const last = group.at(-1);
  const printed = group.map((one) => one.text).join(' ');
  const open = count(printed, '(') > count(printed, ')');
  if (!OPENS_TITLE.test(line.text) || open || printedWords(grammar).unfinishedHeading.test(printed))
    return false;
  if (last !== undefined && last.headingLevel > 0) return line.blankBefore;
  if (shape.blanksSeparate && (line.blankBefore || !shape.isSolid)) return line.blankBefore;
  const mayBeFlush = line.indent > 0 || (group[0]?.indent ?? 0) === 0;
  return mayBeFlush && hadRoom(last?.text ?? '', line.text, shape.width);
}

/** Whether the next line's first word would have stood on the last one: then it was not wrapped. Bold letters are wider. */
function hadRoom(last: string, next: string, width: number): boolean {
  return last.length + 1 + next.search(/\s|$/) < BOLD_SHARE * width;
}

/** Reads headings in order; a letter such as `I.` is told from a Roman number by what came before. */
export class HeadingReader {
  private lastRoman = 0;
  private lastLetter = '';

  constructor(private readonly grammar: Grammar) {}

  read(lines: readonly Line[]): Heading {
    const printed = joinLines(
      lines.map((line) => line.text),
      this.grammar,
    );
    const token = NUMBER.exec(printed);
    const level = (lines[0]?.headingLevel ?? 0) / 10;
    const number = token?.[1] ?? token?.[2];
    if (token === null || number === undefined)
      return { number: null, title: printed, rank: PLAIN_RANK + level };
    return { number, title: printed.slice(token[0].length), rank: this.rankOf(number) };
  }

  private rankOf(number: string): number {
    if (/^\d/.test(number)) return FIGURE_RANK;
    const roman = romanValue(number);
    const nextLetter = this.lastLetter === '' ? 'A' : String.fromCharCode(this.lastLetter.charCodeAt(0) + 1);
    const isRoman =
      roman !== null && (number.length > 1 || roman === this.lastRoman + 1 || number !== nextLetter);
    if (roman !== null && isRoman && !(number === 'L' && this.lastRoman === 0)) {
      this.lastRoman = roman;
      this.lastLetter = '';
      return ROMAN_RANK;
    }
    this.lastLetter = number;
    return LETTER_RANK;
  }
}

function romanValue(text: string): number | null {
  let total = 0;
  for (const [index, digit] of [...text].entries()) {
    const value = ROMAN_VALUES[digit];
    if (value === undefined) return null;
    total += value < (ROMAN_VALUES[text[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
