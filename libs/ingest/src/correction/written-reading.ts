import type { ArticleReference, DocumentReference, ParagraphReading } from '#domain';

type Reference = Omit<DocumentReference, 'paragraph'>;
type Article = Omit<ArticleReference, 'paragraph'>;

/** A paragraph as it stands in a form: letters, references and articles one to a line. */
export interface WrittenLists {
  readonly references: string;
  readonly articles: string;
}

/** `(a) CRC/C/PER/CO/4-5: 9, 10`; without a letter where the paragraph's own words cite it, without a colon where no number is cited. */
const REFERENCE = /^(?:\(([a-z]{1,4})\)\s+)?([A-Z][A-Z0-9]*(?:[/.][\w.-]+)+)(?:\s*:\s*([\d\s,]+))?$/;
/** `CRC-OP-SC 3(1)(a)`; without an instrument where the text does not name it. */
const ARTICLE = /^(?:([A-Z][A-Z-]*)\s+)?(\d[\w()–-]*)$/;

export function writeLists({ references, articles }: ParagraphReading): WrittenLists {
  return {
    references: references
      .map(
        ({ item, symbol, paragraphs }) =>
          `${lettered(item)}${symbol}${paragraphs === null ? '' : `: ${paragraphs.join(', ')}`}`,
      )
      .join('\n'),
    articles: articles
      .map(({ instrument, article }) => `${instrument === null ? '' : `${instrument} `}${article}`)
      .join('\n'),
  };
}

/**
 * Reads what `writeLists` wrote. What is printed for a reference that was read before stays. Null with the line that could not be
 * read.
 */
export function readLists(
  written: WrittenLists,
  before: ParagraphReading,
): { readonly references: Reference[]; readonly articles: Article[] } | { readonly unreadable: string } {
  const references: Reference[] = [];
  for (const line of linesOf(written.references)) {
    const [, item, symbol, numbers] = REFERENCE.exec(line) ?? [];
    if (symbol === undefined) return { unreadable: line };
    const printed = before.references.find((one) => one.symbol === symbol)?.printedAs ?? symbol;
    const paragraphs = numbers === undefined ? null : numbers.split(/[\s,]+/).flatMap(numberOf);
    references.push({ item: item ?? null, symbol, paragraphs, printedAs: printed });
  }
  const articles: Article[] = [];
  for (const line of linesOf(written.articles)) {
    const [, instrument, article] = ARTICLE.exec(line) ?? [];
    if (article === undefined) return { unreadable: line };
    articles.push({ instrument: instrument ?? null, article });
  }
  return { references, articles };
}

function lettered(item: string | null): string {
  return item === null ? '' : `(${item}) `;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function numberOf(text: string): number[] {
  return text === '' ? [] : [Number(text)];
}
