import type {
  ArticleReference,
  ChapeauKind,
  DocumentReference,
  OperativeVerb,
  ParagraphKind,
  ParsedDocument,
  ParsedItem,
} from './parsed-document.js';

/** What the text says of the document itself. */
export type DocumentFacts = Pick<
  ParsedDocument,
  | 'symbol'
  | 'title'
  | 'reportConsidered'
  | 'consideredOn'
  | 'adoptedOn'
  | 'nextReport'
  | 'followUp'
  | 'importance'
  | 'sections'
>;

/** How one paragraph is to be read: all of it, so that a correction never depends on an earlier reading. */
export interface ParagraphReading {
  readonly kind: ParagraphKind;
  /** Null where nothing is asked of the State. */
  readonly verb: OperativeVerb | null;
  /** Null where there are no letters, or where they belong to one undivided recommendation. */
  readonly chapeau: ChapeauKind | null;
  /** The paragraph's own words, without its letters. */
  readonly text: string;
  readonly items: readonly ParsedItem[];
  /** Number of the paragraph whose concern this one answers. */
  readonly concernParagraph: number | null;
  readonly references: readonly Omit<DocumentReference, 'paragraph'>[];
  readonly articles: readonly Omit<ArticleReference, 'paragraph'>[];
}

/** What a person reads otherwise than the parser, at one place of a document. */
export type ReadingCorrection =
  | { readonly place: 'document'; readonly reading: DocumentFacts }
  | { readonly place: 'paragraph'; readonly number: number; readonly reading: ParagraphReading };

/** `document`, `paragraph.14`: where a correction stands, as it is stored. */
export function placeOf(correction: ReadingCorrection): string {
  return correction.place === 'document' ? 'document' : `paragraph.${correction.number}`;
}

/** The facts of a document as they are read now, for a form to start from. */
export function documentFactsOf(parsed: ParsedDocument): DocumentFacts {
  const { symbol, title, reportConsidered, consideredOn, adoptedOn } = parsed;
  const { nextReport, followUp, importance, sections } = parsed;
  return {
    symbol,
    title,
    reportConsidered,
    consideredOn,
    adoptedOn,
    nextReport,
    followUp,
    importance,
    sections,
  };
}

/** The reading of a paragraph as it is now, for a form to start from; null where there is no such paragraph. */
export function paragraphReadingOf(parsed: ParsedDocument, number: number): ParagraphReading | null {
  const paragraph = parsed.paragraphs.find((one) => one.number === number);
  if (paragraph === undefined) return null;
  const { kind, verb, chapeau, text, items } = paragraph;
  const asked = parsed.recommendations.find((one) => one.paragraph === number);
  const here = (one: { readonly paragraph: number }): boolean => one.paragraph === number;
  return {
    kind,
    verb,
    chapeau,
    text,
    items,
    concernParagraph: asked?.concernParagraph ?? null,
    references: parsed.references
      .filter(here)
      .map(({ item, symbol, paragraphs, printedAs }) => ({ item, symbol, paragraphs, printedAs })),
    articles: parsed.articles.filter(here).map(({ instrument, article }) => ({ instrument, article })),
  };
}
