import type { WrittenFigure } from './figure-reading.js';

/** One line of a pasted table: a category as it was written, and its figure. */
export interface PastedFigure extends WrittenFigure {
  readonly category: string;
}

/** What people write for "nobody has it" and "the question does not arise", in the languages of the form. */
const ABSENT: Readonly<Record<string, 'missing' | 'not_applicable'>> = {
  missing: 'missing',
  'not known': 'missing',
  falta: 'missing',
  'sin dato': 'missing',
  'no se conoce': 'missing',
  'n. a.': 'not_applicable',
  'n.a.': 'not_applicable',
  'n. c.': 'not_applicable',
  'n.c.': 'not_applicable',
  'does not apply': 'not_applicable',
  'no procede': 'not_applicable',
  'no corresponde': 'not_applicable',
};
/** As in every published table. */
const PROVISIONAL = /(?:^|[\s;])\(?p\)?\.?$/iu;
/** A value at the end of a line that has no separator: digits, a bound, a part of a whole. */
const AT_END = /^(.*?\D)\s+([<‹＜]?\s*-?[\d][\d.,\u00A0\u202F]*%?(?:\s*\/\s*[\d][\d.,\u00A0\u202F]*)?)$/u;

/**
 * Reads lines of "category value", as they are copied from a spreadsheet or typed: a tab or a semicolon between the two, or only
 * spaces before a number; "7/12" is a part of a whole, a "p" at the end says provisional. A line without a value is a category
 * that nobody filled in: it is no figure, and no zero.
 */
export function readPastedFigures(text: string): PastedFigure[] {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/[ \u00A0]+$/u, '').replace(/^\s+/u, ''))
    .filter((line) => line !== '')
    .flatMap(readLine);
}

function readLine(line: string): PastedFigure[] {
  const provisional = PROVISIONAL.test(line) && /[\t;\d]/u.test(line);
  const told = provisional ? line.replace(PROVISIONAL, '').trim() : line;
  const [category, value] = partsOf(told);
  if (value === '') return [];
  const state = ABSENT[value.toLowerCase()];
  if (state !== undefined) return [{ category, value: '', state, provisional }];
  const [numerator, denominator] = value.split('/');
  if (denominator === undefined) return [{ category, value, provisional }];
  return [
    {
      category,
      value: '',
      numerator: (numerator ?? '').trim(),
      denominator: denominator.trim(),
      provisional,
    },
  ];
}

function partsOf(line: string): [category: string, value: string] {
  const separated = /^([^\t;]*)[\t;](.*)$/u.exec(line);
  if (separated) return [separated[1]!.trim(), separated[2]!.replace(/[\t;]+$/u, '').trim()];
  const atEnd = AT_END.exec(line);
  return atEnd ? [atEnd[1]!.trim(), atEnd[2]!.trim()] : [line.trim(), ''];
}

/** Without case, accents and marks: how a name is compared with one that somebody typed. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}+<>-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
