import type { Grammar } from './grammar.js';

/** Patterns of how a language is printed, made of the words in its grammar. */
export interface PrintedWords {
  /** The end of a text whose full stop belongs to an abbreviation or an initial. */
  readonly abbreviation: RegExp;
  /** What follows the hyphen of `pre- and post-`, which is not the second half of its word. */
  readonly afterHyphen: RegExp;
  /** What follows a first half whose second is shared: `and post-school` after `pre-`. */
  readonly sharedTail: RegExp;
  /** The end of a line after which another item of a list may begin. */
  readonly closesItem: RegExp;
  /** Where a further item begins on the same line, as where line ends were lost: `; (b) Train`. */
  readonly furtherItem: RegExp;
  /** The end of a heading that goes on in the next line. */
  readonly unfinishedHeading: RegExp;
  /** Between the first and the last of a range of paragraphs. */
  readonly range: RegExp;
  /** A line that only tells the number of its page. */
  readonly pageNumber: RegExp;
  /** Before a number that belongs to the word before it, and is no mark of a footnote. */
  readonly beforeNumber: string;
}

const known = new WeakMap<Grammar, PrintedWords>();

/** Built once for a grammar: a long text asks for them at every line. */
export function printedWords(grammar: Grammar): PrintedWords {
  const found = known.get(grammar);
  if (found !== undefined) return found;
  const { abbreviations, and, through, pageWord, pageOf, unfinished } = grammar;
  const made: PrintedWords = {
    abbreviation: new RegExp(`(?:^|[\\s(])(?:${abbreviations}|[A-Z])\\.$`),
    afterHyphen: new RegExp(`^(?:${and}|${through})(?![\\p{L}])`, 'u'),
    sharedTail: new RegExp(`^(?:${and})\\s+\\p{L}+[-\\u2010\\u2011]\\p{L}`, 'u'),
    closesItem: new RegExp(`[;:.,)][“”"'»]?(?:\\s?(?:${and}))?$`),
    furtherItem: new RegExp(`(?<=[;:.,]|[;,] (?:${and})) (?=\\(?[a-z]{1,4}\\) ?["“«]?\\p{Lu})`, 'u'),
    unfinishedHeading: new RegExp(
      `(?:[,(\\-–—]|^(?:[IVXL]{1,7}|[A-Z])\\.|(?<![\\p{L}])(?:${unfinished}))$`,
      'u',
    ),
    range: new RegExp(`^\\s*[-–—]\\s*|^\\s+(?:${through})\\s+(?=[\\d(])`),
    pageNumber: new RegExp(`^${pageWord}\\s+\\d{1,3}(?:\\s(?:${pageOf})\\s\\d{1,3})?$`),
    beforeNumber: `(?<!(?<![\\p{L}])(?:Add|Rev|Corr|SR|Doc|${abbreviations})\\.)`,
  };
  known.set(grammar, made);
  return made;
}
