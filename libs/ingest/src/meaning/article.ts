import type { ArticleReference } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { printedWords } from '../grammar/printed-words.js';
import type { Committee } from '../nations/committee.js';
import type { Passage } from './passage.js';

/** Which treaty the words "the Convention" or "the Optional Protocol" mean in a document. */
export interface TreatyContext {
  readonly committee: Committee;
  readonly instrument: string;
}

/** Characters of the longest list of articles that is read. */
const WINDOW = 240;
const WIDEST_RANGE = 30;
const NUMBER = /^(\d{1,3})(?:\s(bis|ter))?(?![\d/])/;
const SUBDIVISIONS = /^\s?\(([^()]{1,40})\)/;
const BARE_LETTER = /^\s([a-z])[.)](?=[\s,;.)]|$)/;

/** Articles cited in the text. A code of domestic law has no instrument. */
export function findArticles(
  passages: readonly Passage[],
  grammar: Grammar,
  context: TreatyContext,
): readonly ArticleReference[] {
  const word = new RegExp(`(?<![\\p{L}])${grammar.articleWord}\\s+(?=\\d)`, 'giu');
  return passages.flatMap(({ paragraph, text }) =>
    [...text.matchAll(word)].flatMap((match) => {
      const start = match.index + match[0].length;
      const { articles, rest } = readArticleList(text.slice(start, start + WINDOW), grammar);
      const instrument = instrumentAfter(rest, grammar, context);
      return articles.map((article) => ({ paragraph, instrument, article }));
    }),
  );
}

function readArticleList(text: string, grammar: Grammar): { articles: readonly string[]; rest: string } {
  const connector = new RegExp(
    `^\\s*(?:,\\s*(?:(?:${grammar.and})\\s+)?|(?:${grammar.and})\\s+)(?=\\d)`,
    'i',
  );
  const articles: string[] = [];
  let rest = text;
  let range = false;
  for (;;) {
    const number = NUMBER.exec(rest);
    if (number === null) return { articles, rest };
    const name = number[2] === undefined ? (number[1] ?? '') : `${number[1]} ${number[2]}`;
    const parts = readSubdivisions(rest.slice(number[0].length), grammar);
    if (range) articles.push(...between(articles.at(-1), name));
    articles.push(...parts.suffixes.map((suffix) => name + suffix));
    rest = parts.rest;
    const through = printedWords(grammar).range.exec(rest);
    range = through !== null;
    const next = through ?? connector.exec(rest);
    if (next === null) return { articles, rest };
    rest = rest.slice(next[0].length);
  }
}

/** `(1) (a)` → `(1)(a)`; `(3 and 4)` → `(3)`, `(4)`; `, párrafo 1` → `(1)`; ` b.` → `(b)`. */
function readSubdivisions(text: string, grammar: Grammar): { suffixes: readonly string[]; rest: string } {
  const separator = new RegExp(`\\s*(?:,|\\b(?:${grammar.and})\\b)\\s*`, 'i');
  const inWords = new RegExp(
    `^,?\\s${grammar.articleParagraphWord}\\s+([\\da-z]{1,2})\\)?(?![\\p{L}\\d])`,
    'iu',
  );
  let suffixes: readonly string[] = [''];
  let rest = text;
  for (;;) {
    const printed = SUBDIVISIONS.exec(rest) ?? inWords.exec(rest) ?? BARE_LETTER.exec(rest);
    const parts = printed?.[1]?.split(separator).filter((part) => part !== '') ?? [];
    if (
      printed === null ||
      parts.length === 0 ||
      !parts.every((part) => /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/.test(part))
    ) {
      return { suffixes, rest };
    }
    suffixes = suffixes.flatMap((suffix) => parts.map((part) => `${suffix}(${part})`));
    rest = rest.slice(printed[0].length);
  }
}

function between(from: string | undefined, to: string): readonly string[] {
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > WIDEST_RANGE) return [];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, step) => String(first + step + 1));
}

function instrumentAfter(rest: string, grammar: Grammar, context: TreatyContext): string | null {
  const opening = new RegExp(`^,?\\s*${grammar.ofWord}`, 'i').exec(rest);
  if (opening === null) return null;
  const name = rest.slice(opening[0].length);
  const { optionalProtocol, convention, covenant } = grammar.genericInstrument;
  const { committee, instrument } = context;
  const named = Object.entries(grammar.names.treaties).find(([, pattern]) => pattern.test(name));
  if (named !== undefined) return named[0];
  if (optionalProtocol.test(name)) return instrument === committee.mechanism ? null : instrument;
  const generic = committee.treaty === 'convention' ? convention : covenant;
  return generic.test(name) ? committee.mechanism : null;
}
