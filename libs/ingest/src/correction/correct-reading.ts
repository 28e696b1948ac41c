import { placeOf } from '#domain';
import type {
  OperativeVerb,
  ParagraphReading,
  ParsedDocument,
  ParsedItem,
  ParsedParagraph,
  ParsedRecommendation,
  ReadingCorrection,
} from '#domain';

import { sameWords } from './same-words.js';

export interface CorrectedReading {
  readonly reading: ParsedDocument;
  /** Places (`paragraph.14`) whose correction was followed, wholly or but for its division into letters. */
  readonly applied: readonly string[];
  /** Places that this text does not have. */
  readonly unplaced: readonly string[];
}

/**
 * The reading of a document with what people read otherwise. How a paragraph is divided is followed only where its words are
 * those of the text: a correction that was made for another wording or language says what a paragraph is, not what it says.
 */
export function correctReading(
  parsed: ParsedDocument,
  corrections: readonly ReadingCorrection[],
): CorrectedReading {
  let reading = parsed;
  const applied: string[] = [];
  const unplaced: string[] = [];
  for (const correction of corrections) {
    const corrected =
      correction.place === 'document'
        ? { ...reading, ...correction.reading, warnings: withoutWarningsOn(reading, null) }
        : correctParagraph(reading, correction.number, correction.reading);
    (corrected === null ? unplaced : applied).push(placeOf(correction));
    reading = corrected ?? reading;
  }
  return { reading, applied, unplaced };
}

function correctParagraph(
  parsed: ParsedDocument,
  number: number,
  wanted: ParagraphReading,
): ParsedDocument | null {
  const before = parsed.paragraphs.find((paragraph) => paragraph.number === number);
  if (before === undefined) return null;
  const isDivided = sameWords(before, wanted);
  const paragraph: ParsedParagraph = {
    number,
    kind: wanted.kind,
    verb: wanted.verb,
    chapeau: wanted.chapeau,
    text: isDivided ? wanted.text : before.text,
    items: isDivided ? wanted.items : before.items,
  };
  const elsewhere = (found: { readonly paragraph: number }): boolean => found.paragraph !== number;
  const inOrder = <T extends { readonly paragraph: number }>(others: readonly T[], own: readonly T[]): T[] =>
    [...others.filter(elsewhere), ...own].sort((a, b) => a.paragraph - b.paragraph);
  return {
    ...parsed,
    paragraphs: parsed.paragraphs.map((one) => (one === before ? paragraph : one)),
    recommendations: inOrder(
      parsed.recommendations,
      recommendationsOf(paragraph, verbsOf(parsed, number), wanted.concernParagraph),
    ),
    references: isDivided
      ? inOrder(
          parsed.references,
          wanted.references.map((one) => ({ ...one, paragraph: number })),
        )
      : parsed.references,
    articles: isDivided
      ? inOrder(
          parsed.articles,
          wanted.articles.map((one) => ({ ...one, paragraph: number })),
        )
      : parsed.articles,
    warnings: withoutWarningsOn(parsed, number),
  };
}

/** Whoever corrected a place has looked at it. */
function withoutWarningsOn(parsed: ParsedDocument, number: number | null): ParsedDocument['warnings'] {
  return parsed.warnings.filter(({ paragraph }) => paragraph !== number);
}

/** The verb of each letter as it was read: letters may have verbs of their own. */
function verbsOf(parsed: ParsedDocument, number: number): ReadonlyMap<string, OperativeVerb> {
  return new Map(
    parsed.recommendations.flatMap(({ paragraph, item, verb }) =>
      paragraph === number && item !== null ? [[item, verb] as const] : [],
    ),
  );
}

function recommendationsOf(
  { number, verb, chapeau, text, items }: ParsedParagraph,
  verbs: ReadonlyMap<string, OperativeVerb>,
  concernParagraph: number | null,
): readonly ParsedRecommendation[] {
  if (verb === null) return [];
  const whole = { id: String(number), paragraph: number, item: null, verb, text, concernParagraph };
  if (chapeau === null || items.length === 0)
    return [{ ...whole, text: wordsOf({ label: '', text, items }), role: 'paragraph' }];
  const lettered = items.map((item) => ({
    id: `${number}(${item.label})`,
    paragraph: number,
    item: item.label,
    role: 'item' as const,
    verb: verbs.get(item.label) ?? verb,
    text: wordsOf(item),
    concernParagraph,
  }));
  return chapeau === 'substantive' ? [{ ...whole, role: 'chapeau' }, ...lettered] : lettered;
}

/** Words with those of the letters nested in them, as one text. */
function wordsOf({ text, items }: ParsedItem): string {
  return [text, ...items.map((nested) => `(${nested.label}) ${wordsOf(nested)}`)].join(' ').trim();
}
