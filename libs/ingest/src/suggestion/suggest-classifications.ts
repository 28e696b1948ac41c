import { CLASSIFICATION_ASPECTS } from '#domain';
import type {
  ClassificationAspect,
  ClassifiedText,
  SuggestedClassification,
  TellingWord,
  WordPlace,
} from '#domain';

import { findPhrase, readPhrase, readText } from './phrase.js';
import type { Phrase, ReadText, Span } from './phrase.js';
import type { RuleWords, ValueWords } from './rule-words.js';
import { RULE_WORDS } from './words/words.js';

/** Ours: a strong phrase in the item itself is enough, a weak one is half of one, and what stands before the letters counts half. */
const POINTS = { strong: 2, weak: 1, nearestHeading: 3, outerHeading: 1 } as const;
const CHAPEAU_SHARE = 0.5;
const LEAST = 2;
/** A theme is what an item is mainly about: one with fewer points than this share of the first one's is left out. */
const SHARE_OF_FIRST: Readonly<Partial<Record<ClassificationAspect, number>>> = { theme: 0.5 };

interface Place {
  readonly place: WordPlace;
  readonly heading: number;
  readonly read: ReadText;
  /** Stretches that are names, in which nothing counts. */
  readonly names: readonly Span[];
  readonly points: (kind: 'strong' | 'weak') => number;
}

interface PreparedValue {
  readonly aspect: ClassificationAspect;
  readonly code: string;
  readonly strong: readonly Phrase[];
  readonly weak: readonly Phrase[];
  readonly heading: readonly Phrase[];
  readonly not: readonly Phrase[];
  /** Strong under one instrument, by its code. */
  readonly under: ReadonlyMap<string, readonly Phrase[]>;
}

interface PreparedWords {
  readonly names: readonly Phrase[];
  readonly goals: readonly Phrase[];
  readonly values: readonly PreparedValue[];
}

interface Weighed extends SuggestedClassification {
  readonly points: number;
}

const PREPARED: ReadonlyMap<string, PreparedWords> = new Map(
  Object.entries(RULE_WORDS).map(([language, words]) => [language, prepare(words)]),
);

/**
 * Which values the words of a recommendation speak for, each with those words; the best founded first within its aspect. The same
 * text always gives the same answer. Where nothing speaks for a value there is none, and a language without rules gives none at all.
 */
export function suggestClassifications(item: ClassifiedText): readonly SuggestedClassification[] {
  const prepared = PREPARED.get(item.language);
  return prepared === undefined ? [] : suggestWith(prepared, item);
}

/** The same with the words of a language that is not in the table. */
export function suggestInWords(words: RuleWords, item: ClassifiedText): readonly SuggestedClassification[] {
  return suggestWith(prepare(words), item);
}

function suggestWith(prepared: PreparedWords, item: ClassifiedText): readonly SuggestedClassification[] {
  const places = placesOf(item, prepared);
  const weighed = [
    ...prepared.values.map((value) => weigh(value, item.instrument, places)),
    ...printedTargets(places, prepared.goals),
  ];
  return CLASSIFICATION_ASPECTS.flatMap((aspect) => best(aspect, weighed)).map(({ aspect, code, words }) => ({
    aspect,
    code,
    words,
  }));
}

function prepare({ names, goals, values }: RuleWords): PreparedWords {
  const phrases = (list: readonly string[] = []): readonly Phrase[] => list.map(readPhrase);
  const valueOf = (aspect: ClassificationAspect, code: string, words: ValueWords): PreparedValue => ({
    aspect,
    code,
    strong: phrases(words.strong),
    weak: phrases(words.weak),
    heading: phrases(words.heading),
    not: phrases(words.not),
    under: new Map(
      Object.entries(words.under ?? {}).map(([instrument, list]) => [instrument, phrases(list)]),
    ),
  });
  return {
    names: phrases(names),
    goals: phrases(goals),
    values: CLASSIFICATION_ASPECTS.flatMap((aspect) =>
      Object.entries(values[aspect]).map(([code, words]) => valueOf(aspect, code, words)),
    ),
  };
}

function placesOf({ text, chapeau, headings }: ClassifiedText, { names }: PreparedWords): readonly Place[] {
  const placed = (
    place: WordPlace,
    heading: number,
    words: string,
    points: (kind: 'strong' | 'weak') => number,
  ): Place => {
    const read = readText(words);
    return { place, heading, read, points, names: names.flatMap((name) => findPhrase(read, name)) };
  };
  return [
    placed('text', 0, text, (kind) => POINTS[kind]),
    ...(chapeau === null ? [] : [placed('chapeau', 0, chapeau, (kind) => POINTS[kind] * CHAPEAU_SHARE)]),
    ...headings.map((heading, index) =>
      placed('heading', index, heading, () =>
        index === headings.length - 1 ? POINTS.nearestHeading : POINTS.outerHeading,
      ),
    ),
  ];
}

/** Each phrase counts once in each place, however often it stands there. */
function weigh(value: PreparedValue, instrument: string, places: readonly Place[]): Weighed {
  const alwaysStrong = [...value.strong, ...(value.under.get(instrument) ?? [])];
  const words: TellingWord[] = [];
  let points = 0;
  for (const place of places) {
    const elsewhere = [...place.names, ...value.not.flatMap((phrase) => findPhrase(place.read, phrase))];
    const found = (phrases: readonly Phrase[]): readonly (readonly Span[])[] =>
      phrases
        .map((phrase) => findPhrase(place.read, phrase).filter((span) => !within(span, elsewhere)))
        .filter((spans) => spans.length > 0);
    const inHeading = place.place === 'heading';
    const strong = found(inHeading ? [...alwaysStrong, ...value.heading] : alwaysStrong);
    const weak = inHeading ? [] : found(value.weak);
    const sum = strong.length * place.points('strong') + weak.length * place.points('weak');
    // What stands around an item is one statement, however many phrases fit it.
    points += place.place === 'text' ? sum : Math.min(sum, place.points('strong'));
    words.push(...merged([...strong, ...weak].flat()).map((span) => telling(place, span)));
  }
  return { aspect: value.aspect, code: value.code, points, words };
}

/** A text that prints "targets 3.1 and 3.7 of the Sustainable Development Goals" says itself which ones it means. */
function printedTargets(places: readonly Place[], goals: readonly Phrase[]): readonly Weighed[] {
  const own = places.filter(({ place }) => place === 'text');
  return own.flatMap((place) => {
    const spoken = goals.flatMap((goal) => findPhrase(place.read, goal));
    if (spoken.length === 0) return [];
    return [
      ...place.read.text.matchAll(/(?<![\d./])(?:1[0-7]|[1-9])\.(?:\d{1,2}|[a-d])(?![\d.]\d|\p{L})/gu),
    ].map((match): Weighed => ({
      aspect: 'sdg_target',
      code: match[0],
      points: POINTS.strong * 2,
      words: merged([{ start: match.index, end: match.index + match[0].length }, ...spoken]).map((span) =>
        telling(place, span),
      ),
    }));
  });
}

function best(aspect: ClassificationAspect, weighed: readonly Weighed[]): readonly Weighed[] {
  const byCode = new Map<string, Weighed>();
  for (const one of weighed) {
    if (one.aspect !== aspect) continue;
    const known = byCode.get(one.code);
    byCode.set(one.code, known ? joined(known, one) : one);
  }
  const enough = [...byCode.values()]
    .filter(({ points }) => points >= LEAST)
    .sort((left, right) => right.points - left.points);
  const most = enough[0]?.points ?? 0;
  return enough.filter(({ points }) => points >= most * (SHARE_OF_FIRST[aspect] ?? 0));
}

function joined(one: Weighed, other: Weighed): Weighed {
  return { ...one, points: one.points + other.points, words: [...other.words, ...one.words] };
}

function within({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => start >= span.start && end <= span.end);
}

/** Stretches that overlap become one: a screen can mark a letter only once. */
function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (last && span.start < last.end)
      kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else kept.push(span);
  }
  return kept;
}

function telling({ place, heading, read }: Place, { start, end }: Span): TellingWord {
  return { place, heading, start, end, words: read.text.slice(start, end) };
}
