/** A printed line that carries words. */
export interface Line {
  readonly text: string;
  readonly indent: number;
  readonly blankBefore: boolean;
  /** Markdown heading level, 0 for a line that is not marked as a heading. */
  readonly headingLevel: number;
}

const MARKED_HEADING = /^(#{1,6})\s+(?=\S)/;
/** Bold marks, and the marks of footnotes. */
const MARKUP = /\*\*|__|\[\^[^\]\s]{1,12}\](?!:)/g;
const LINK = /\[([^\]]{1,200})\]\((?:https?:)[^)\s]{1,500}\)/g;
/** An apostrophe that a conversion set apart: `l ’ homme`. */
const LOOSE_APOSTROPHE = /(?<=\b[dlnsDLNS]) ?([’']) ?(?=\p{L})/gu;
const ESCAPED = /\\([.()[\]*_#-])/g;

/** Splits text into lines without blank ones, undoing markdown emphasis, footnote marks and odd spaces. */
export function toLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  for (const raw of text
    .replace(/\uFEFF|\u200B|\u200E|\u200F/g, '')
    .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)) {
    const printed = raw.replace(/[\t\u00A0\u2000-\u200A\u202F\u3000]/g, ' ');
    const plain = printed
      .replace(LINK, '$1')
      .replace(MARKUP, '')
      .replace(LOOSE_APOSTROPHE, '$1')
      .replace(ESCAPED, '$1')
      .replace(/ {2,}/g, ' ')
      .trim();
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
    });
    blankBefore = false;
  }
  return lines;
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
