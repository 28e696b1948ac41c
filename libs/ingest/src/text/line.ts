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
/** Bold marks, and the marks of footnotes. */
const MARKUP = /\*\*|(?<!_)__(?!_)|\[\^[^\]\s]{1,12}\](?!:)|<\/?(?:b|i|strong|em)>/g;
/** `*one phrase*` in italics; a star alone marks a footnote. */
const ITALIC = /(?<![*\p{L}])\*(?=[^\s*])([^*]{1,300})(?<=\S)\*(?![*\p{L}])/gu;
/** The mark of a footnote in the text. At the beginning of a line it is the footnote itself. */
const RAISED_MARK = /(?<=[\p{L}\d.,;:)\]”’"'»%])[¹²³⁰⁴-⁹]{1,3}/gu;
const RAISED_FIGURES = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LINK = /\[([^\]]{1,200})\]\((?:https?:)[^)\s]{1,500}\)/g;
/** An apostrophe that a conversion set apart: `l ’ homme`. */
const LOOSE_APOSTROPHE = /(?<=\b[dlnsDLNS]) ?([’']) ?(?=\p{L})/gu;
const ESCAPED = /\\([.()[\]*_#-])/g;

/** Splits text into lines without blank ones, undoing markdown emphasis, footnote marks and odd spaces. */
export function toLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  let opensPage = false;
  for (const raw of text
    .replace(/\uFEFF|\u200B|\u200E|\u200F/g, '')
    .split(/\r\n|[\n\r\v\u0085\u2028\u2029]|(\f)/)) {
    if (raw === undefined) continue;
    if (raw === '\f') opensPage = true;
    if (raw.trim() === '') {
      blankBefore = true;
      continue;
    }
    const printed = raw.replace(/[\t\f\u00A0\u2000-\u200A\u202F\u3000]/g, ' ');
    const plain = plainWords(printed);
    if (plain === '') {
      blankBefore = true;
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

function plainWords(printed: string): string {
  return printed
    .replace(LINK, '$1')
    .replace(MARKUP, '')
    .replace(ITALIC, '$1')
    .replace(LOOSE_APOSTROPHE, '$1')
    .replace(ESCAPED, '$1')
    .replace(RAISED_MARK, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^[¹²³⁰⁴-⁹]{1,3}/, (mark) => `${[...mark].map((one) => RAISED_FIGURES.indexOf(one)).join('')} `);
}

/** Share of lines with a blank one before, above which wrapped text is double-spaced and a blank line says nothing. */
const DOUBLE_SPACED = 0.8;
/** Characters of a line that no page is wide enough for, and the share of such lines in text that is not wrapped. */
const UNWRAPPED_LENGTH = 160;
const UNWRAPPED = 0.1;

/** Whether blank lines separate paragraphs in this text. */
export function blanksSeparate(lines: readonly Line[]): boolean {
  const blanks = lines.filter((line) => line.blankBefore).length;
  const long = lines.filter((line) => line.text.length > UNWRAPPED_LENGTH).length;
  return blanks < DOUBLE_SPACED * lines.length || long > UNWRAPPED * lines.length;
}
