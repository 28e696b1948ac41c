/**
 * What a recommendation is about, in the vocabularies that are shared with others: the headings of the reporting guidelines
 * (CRC/C/156), who is affected, the target of the 2030 Agenda, and the indicators that would show progress (OHCHR, HR/PUB/12/5).
 */
export const CLASSIFICATION_ASPECTS = [
  'theme',
  'affected_group',
  'sdg_target',
  'indicator_class',
  'indicator_track',
] as const;
export type ClassificationAspect = (typeof CLASSIFICATION_ASPECTS)[number];

/** One value of one aspect: `sdg_target` `16.2`. */
export interface Classification {
  readonly aspect: ClassificationAspect;
  readonly code: string;
}

/** Where words stand that speak for a value: in the item itself, before its letters, or in a heading above it. */
export type WordPlace = 'text' | 'chapeau' | 'heading';

/** A stretch of a text that speaks for a value, so that a screen can mark it. */
export interface TellingWord {
  readonly place: WordPlace;
  /** Of a heading, counted from the outside in; 0 for the other places. */
  readonly heading: number;
  /** UTF-16 units from the beginning of that text; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface SuggestedClassification extends Classification {
  readonly words: readonly TellingWord[];
}

/** A recommendation as the rules read it, in one language. */
export interface ClassifiedText {
  readonly language: string;
  /** `CRC-OP-SC`: some words mean another thing under another treaty. */
  readonly instrument: string;
  readonly text: string;
  /** The words before the letters, for a lettered item. */
  readonly chapeau: string | null;
  /** From the outside in. */
  readonly headings: readonly string[];
}

/** What a person said of a value. The newest word counts; none is ever taken away. */
export type ClassificationVerdict = 'confirmed' | 'dismissed';

/** `sdg_target:16.2`, as forms and audit entries write it. */
export function classificationName({ aspect, code }: Classification): string {
  return `${aspect}:${code}`;
}

/** Null where it is none. */
export function readClassification(name: string): Classification | null {
  const [prefix, ...code] = name.split(':');
  const aspect = CLASSIFICATION_ASPECTS.find((one) => one === prefix);
  return aspect === undefined || code.join(':') === '' ? null : { aspect, code: code.join(':') };
}
