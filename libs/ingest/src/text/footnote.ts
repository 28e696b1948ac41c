import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import type { Line } from './line.js';
import { toPages } from './running-head.js';

/** The line above footnotes. */
const RULE = /^_{3,}$/;
const NUMBERED_NOTE = /^(\d{1,3})[.)]?\s+(?=www\.|https?:|[^\p{Ll}\s])/u;
const STARRED_NOTE = /^\*{1,3}\s*\S/;
/** Lines at the end of a page among which its footnotes begin. */
const DEEPEST = 40;
const MOST_LOST = 4;

export interface Footnoted {
  readonly lines: readonly Line[];
  /** Lines of the footnotes, in order. */
  readonly footnotes: readonly string[];
}

/**
 * Takes footnotes out: numbered on from page to page, at the end of a page or of the text. A wrapped line may begin
 * with a number too, so a footnote needs its mark in the text above, a rule, or the words of a source.
 */
export function withoutFootnotes(lines: readonly Line[], grammar: Grammar): Footnoted {
  const source = new RegExp(
    `^\\d{1,3}[.)]?\\s+(?:[A-Z]{1,5}/|(?:${grammar.opensFootnote})(?![\\p{L}]))`,
    'u',
  );
  let last = 0;
  const footnotes: string[] = [];
  const body = toPages(lines).flatMap((page) => {
    const start = findNotes(page, last, { source, grammar });
    const text = page.slice(0, start).filter((line) => !RULE.test(line.text));
    footnotes.push(...page.slice(start).map((line) => line.text));
    const notes: number[] = [];
    for (const line of page.slice(start)) {
      const number = noteNumber(line);
      if (number === null || !mayFollow(number, last)) continue;
      notes.push(number);
      last = number;
    }
    return withoutMarks(text, notes, grammar);
  });
  return { lines: body, footnotes };
}

/** Where the footnotes of a page begin: the page's length when it has none. */
function findNotes(
  page: readonly Line[],
  last: number,
  { source, grammar }: { readonly source: RegExp; readonly grammar: Grammar },
): number {
  const from = Math.max(0, page.length - DEEPEST);
  for (let index = from; index < page.length; index += 1) {
    const line = page[index];
    if (line === undefined) continue;
    const next = page[index + 1];
    if (RULE.test(line.text) && next !== undefined && isNote(next, last)) return index;
    const number = noteNumber(line);
    if (number === null || !mayFollow(number, last) || !runsOn(page.slice(index), number)) continue;
    const mark = markOf(number, grammar);
    const isMarked = page.slice(0, index).some((above) => mark.test(above.text));
    if (isMarked || (line.blankBefore && source.test(line.text))) return index;
  }
  return page.length;
}

function isNote(line: Line, last: number): boolean {
  const number = noteNumber(line);
  return STARRED_NOTE.test(line.text) || (number !== null && mayFollow(number, last));
}

/** Footnotes are numbered on; a few may have been lost. */
function mayFollow(number: number, last: number): boolean {
  return number > last && number <= last + MOST_LOST;
}

function noteNumber(line: Line): number | null {
  const number = NUMBERED_NOTE.exec(line.text)?.[1];
  return number === undefined || line.headingLevel > 0 ? null : Number(number);
}

/** Whether the numbers at the beginnings of the lines after a first footnote are those of further footnotes. */
function runsOn(lines: readonly Line[], first: number): boolean {
  let expected = first;
  for (const line of lines) {
    const number = noteNumber(line);
    if (number === expected) expected += 1;
    else if (number === first) return false;
    else if (/^\d{1,3}\.\s+\p{Lu}/u.test(line.text)) return false;
  }
  return true;
}

/** A footnote's number after the end of a word, as a plain text prints what was raised. */
function markOf(number: number, grammar: Grammar): RegExp {
  const after = '(?:[”’"\')»]?[.,;:]?)';
  return new RegExp(
    `(?<=\\p{L}{2}${after})${printedWords(grammar).beforeNumber}${number}(?=[\\s,;:)]|\\.?$)`,
    'u',
  );
}

/** Takes each mark out once, where it stands first. */
function withoutMarks(lines: readonly Line[], numbers: readonly number[], grammar: Grammar): readonly Line[] {
  const marks = numbers.map((number) => markOf(number, grammar));
  return lines.map((line) => {
    let text = line.text;
    while (marks[0]?.test(text) === true) text = text.replace(marks.shift() ?? '', '');
    return text === line.text ? line : { ...line, text };
  });
}
