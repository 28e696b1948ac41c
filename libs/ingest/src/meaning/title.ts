import type { Grammar } from '../grammar/grammar.js';
import { joinLines } from '../text/join-lines.js';
import type { Line } from '../text/line.js';

/** Lines of the longest title. */
const LONGEST_TITLE = 8;
const LEADING_NUMBER = /^\d{1,3}\s?[º°ª.)]\s*/;
const FOOTNOTE_MARKS = /[\s*†‡]+$/;

/** The title among the lines above the first paragraph, without footnote marks; empty when there is none. */
export function findTitle(header: readonly Line[], grammar: Grammar): string {
  const start = header.findIndex((line) => grammar.documentTitle.test(line.text));
  const first = header[start];
  if (first === undefined) return '';
  const lines = [first.text];
  for (const line of header.slice(start + 1, start + LONGEST_TITLE)) {
    const isOver =
      line.headingLevel > 0 || /^[*[(_]/.test(line.text) || (line.blankBefore && /^\p{Lu}/u.test(line.text));
    if (isOver || /[*†‡]$/.test(lines.at(-1) ?? '')) break;
    lines.push(line.text);
  }
  return joinLines(lines, grammar)
    .replace(LEADING_NUMBER, '')
    .replace(FOOTNOTE_MARKS, '')
    .replace(/(?<=\p{L})\.$/u, '');
}
