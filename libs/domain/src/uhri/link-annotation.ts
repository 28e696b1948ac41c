import { likenessOf } from '../cycle/suggest-successions.js';
import { haveSameWords } from './word-difference.js';

/** What of our record may be the same passage: one paragraph, or one letter of it. */
export interface LinkedPassage {
  /** Public ids of the recommendations that stand in it. */
  readonly recommendations: readonly string[];
  readonly paragraph: string;
  readonly language: string;
  readonly text: string;
}

export interface LinkedAnnotation {
  readonly paragraph: string | null;
  readonly language: string;
  readonly text: string;
}

/**
 * `paragraph`: the same document and the same number of the paragraph. `suggested`: the same document and like words; nothing is
 * joined by that, a person looks.
 */
export interface UhriLink {
  readonly basis: 'paragraph' | 'suggested';
  readonly recommendations: readonly string[];
  readonly paragraph: string;
  /** Between 0 and 1; null where we have no words in the language of the export. */
  readonly likeness: number | null;
  /** Null where there are no words to compare. */
  readonly sameWords: boolean | null;
  /** Our words. */
  readonly text: string | null;
}

/** From here on, like words of the same document are suggested. Ours: chosen, not measured on real exports. */
export const UHRI_SUGGESTED_FROM = 0.6;
/** Below this, the same number is taken for a slip of the export and only suggested. */
export const UHRI_SAME_NUMBER_FROM = 0.2;

/** The passage of our document that an annotation of the same document is about; null where none is like it. */
export function linkAnnotation(
  annotation: LinkedAnnotation,
  passages: readonly LinkedPassage[],
): UhriLink | null {
  const numbered = passages.filter(({ paragraph }) => paragraph === annotation.paragraph);
  const own = numbered.find(({ language }) => language === annotation.language);
  if (own) {
    const likeness = compare(annotation, own);
    return {
      basis: likeness >= UHRI_SAME_NUMBER_FROM ? 'paragraph' : 'suggested',
      ...linkTo(own, annotation, likeness),
    };
  }
  const [other] = numbered;
  if (other) {
    const { recommendations, paragraph } = other;
    return { basis: 'paragraph', recommendations, paragraph, likeness: null, sameWords: null, text: null };
  }
  const [best] = passages
    .filter(({ language }) => language === annotation.language)
    .map((passage) => ({ passage, likeness: compare(annotation, passage) }))
    .filter(({ likeness }) => likeness >= UHRI_SUGGESTED_FROM)
    .sort((left, right) => right.likeness - left.likeness);
  return best ? { basis: 'suggested', ...linkTo(best.passage, annotation, best.likeness) } : null;
}

function linkTo(
  { recommendations, paragraph, text }: LinkedPassage,
  annotation: LinkedAnnotation,
  likeness: number,
): Omit<UhriLink, 'basis'> {
  return { recommendations, paragraph, likeness, sameWords: haveSameWords(annotation.text, text), text };
}

function compare(one: LinkedAnnotation, other: LinkedPassage): number {
  if (haveSameWords(one.text, other.text)) return 1;
  const item = (text: string) => ({ id: 0, language: one.language, text, theme: null, articles: [] });
  return likenessOf(item(one.text), item(other.text)).score;
}
