/** A word of a text with its place in it. */
interface PlacedWord {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Number of the clause it stands in: a phrase never reaches over the end of one. */
  readonly clause: number;
}

export interface ReadText {
  readonly text: string;
  readonly words: readonly PlacedWord[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A phrase of the tables, taken apart. Words stand for themselves without case and accents; `train*` is any word that begins so;
 * `law|policy` is either; `..` is up to four words of any kind.
 */
export interface Phrase {
  readonly source: string;
  readonly parts: readonly (readonly string[] | typeof GAP)[];
}

const GAP = '..';
const LONGEST_GAP = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const CLAUSE_END = /[.;:!?()[\]—]/;

function plainOf(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function readText(text: string): ReadText {
  const words: PlacedWord[] = [];
  let clause = 0;
  let before = 0;
  for (const match of text.matchAll(WORD)) {
    if (CLAUSE_END.test(text.slice(before, match.index))) clause += 1;
    before = match.index + match[0].length;
    words.push({ plain: plainOf(match[0]), start: match.index, end: before, clause });
  }
  return { text, words };
}

export function readPhrase(source: string): Phrase {
  return {
    source,
    parts: source.split(' ').map((part) => (part === GAP ? GAP : part.split('|').map(plainOf))),
  };
}

/** Where the phrase stands in the text, from left to right and never twice on the same words. */
export function findPhrase({ words }: ReadText, { parts }: Phrase): readonly Span[] {
  const found: Span[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const last = matchFrom(words, index, parts, 0);
    const [from, to] = [words[index], words[last ?? -1]];
    if (last === null || !from || !to) continue;
    found.push({ start: from.start, end: to.end });
    index = last;
  }
  return found;
}

/** Index of the last word of a match that begins at the given one. A phrase has few parts and gaps are short: the work is bounded. */
function matchFrom(
  words: readonly PlacedWord[],
  index: number,
  parts: Phrase['parts'],
  part: number,
): number | null {
  const expected = parts[part];
  if (expected === GAP || expected === undefined) return null;
  const word = words[index];
  if (!word || !expected.some((one) => isWord(word.plain, one))) return null;
  if (part === parts.length - 1) return index;
  const skipped = parts[part + 1] === GAP;
  for (let step = 1; step <= (skipped ? LONGEST_GAP + 1 : 1); step += 1) {
    if (words[index + step]?.clause !== word.clause) return null;
    const last = matchFrom(words, index + step, parts, part + (skipped ? 2 : 1));
    if (last !== null) return last;
  }
  return null;
}

function isWord(word: string, expected: string): boolean {
  return expected.endsWith('*') ? word.startsWith(expected.slice(0, -1)) : word === expected;
}
