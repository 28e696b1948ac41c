import type { SuccessionKind } from './succession.js';
import { stemsOf } from './word-stem.js';
import type { StemmedWord } from './word-stem.js';

/** An item as it is compared: its official text with its opening words, in one language. */
export interface ComparedItem {
  readonly id: number;
  readonly language: string;
  readonly text: string;
  readonly theme: string | null;
  /** `CRC-OP-SC 3(1)(a)`. */
  readonly articles: readonly string[];
}

/** Why two items look alike. Each part is between 0 and 1; null where there is nothing to compare, and then it does not count. */
export interface Likeness {
  readonly score: number;
  readonly words: number;
  /** Pairs of telling words that follow one another. */
  readonly phrases: number;
  readonly theme: number | null;
  readonly articles: number | null;
  /** Shared words as the later text writes them, the rarest first. */
  readonly sharedWords: readonly string[];
  readonly sharedArticles: readonly string[];
}

export interface SuggestedSuccession {
  readonly earlier: number;
  readonly later: number;
  readonly kind: Extract<SuccessionKind, 'repeated' | 'narrowed' | 'absorbed'>;
  readonly likeness: Likeness;
}

/** Ours: half the words, a third of the phrases. Found by trying on the sample; a person decides in any case. */
const WEIGHTS = { words: 0.5, phrases: 0.3, theme: 0.1, articles: 0.1 } as const;
const SUGGESTED_FROM = 0.3;
const MOST_PER_ITEM = 3;
const WORDS_SHOWN = 8;
/** A text holds another when this share of the other's telling words is in it, weighed by how rare they are. */
const HELD_FROM = 0.6;

type Rarity = (stem: string) => number;

/** Which items of a later document may take up those of an earlier one, the likest first. Texts in two languages are not compared. */
export function suggestSuccessions(
  earlier: readonly ComparedItem[],
  later: readonly ComparedItem[],
): readonly SuggestedSuccession[] {
  const rarity = rarityIn([...earlier, ...later]);
  const laterItems = later.map(prepare);
  return earlier.map(prepare).flatMap((item) =>
    laterItems
      .filter((other) => other.item.language === item.item.language)
      .map((other) => compare(item, other, rarity))
      .filter(({ likeness }) => likeness.score >= SUGGESTED_FROM)
      .sort((left, right) => right.likeness.score - left.likeness.score || left.later - right.later)
      .slice(0, MOST_PER_ITEM),
  );
}

/** The same for two items alone, every word weighing the same. */
export function likenessOf(earlier: ComparedItem, later: ComparedItem): Likeness {
  return compare(prepare(earlier), prepare(later), () => 1).likeness;
}

interface Prepared {
  readonly item: ComparedItem;
  readonly words: readonly StemmedWord[];
  readonly stems: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

function prepare(item: ComparedItem): Prepared {
  const words = stemsOf(item.text, item.language);
  return {
    item,
    words,
    stems: new Set(words.map(({ stem }) => stem)),
    phrases: new Set(words.slice(1).map(({ stem }, index) => `${words[index]?.stem} ${stem}`)),
  };
}

/** What stands in every item tells nothing: a word weighs the logarithm of how few items have it. */
function rarityIn(items: readonly ComparedItem[]): Rarity {
  const counts = new Map<string, number>();
  for (const { stems } of items.map(prepare))
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + items.length / (counts.get(stem) ?? 1));
}

function compare(earlier: Prepared, later: Prepared, rarity: Rarity): SuggestedSuccession {
  const shared = [...earlier.stems].filter((stem) => later.stems.has(stem));
  const weigh = (stems: Iterable<string>): number => [...stems].reduce((sum, stem) => sum + rarity(stem), 0);
  const weights = { shared: weigh(shared), earlier: weigh(earlier.stems), later: weigh(later.stems) };
  const words = ratio(2 * weights.shared, weights.earlier + weights.later);
  const phrases = dice(earlier.phrases, later.phrases);
  const theme =
    earlier.item.theme === null || later.item.theme === null
      ? null
      : Number(earlier.item.theme === later.item.theme);
  const both = [new Set(earlier.item.articles), new Set(later.item.articles)] as const;
  const articles = both[0].size === 0 && both[1].size === 0 ? null : dice(...both);
  const sharedArticles = [...both[0]].filter((article) => both[1].has(article));
  return {
    earlier: earlier.item.id,
    later: later.item.id,
    kind: kindOf(ratio(weights.shared, weights.earlier), ratio(weights.shared, weights.later)),
    likeness: {
      score: rounded(scoreOf({ words, phrases, theme, articles })),
      words: rounded(words),
      phrases: rounded(phrases),
      theme,
      articles: articles === null ? null : rounded(articles),
      sharedWords: shownWords(shared, later, rarity),
      sharedArticles,
    },
  };
}

function scoreOf(parts: Readonly<Record<keyof typeof WEIGHTS, number | null>>): number {
  const counted = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).filter((part) => parts[part] !== null);
  const total = counted.reduce((sum, part) => sum + WEIGHTS[part], 0);
  return counted.reduce((sum, part) => sum + WEIGHTS[part] * (parts[part] ?? 0), 0) / total;
}

/** Wholly held by a broader text: absorbed. A later text that keeps only a part: narrowed. */
function kindOf(earlierHeld: number, laterHeld: number): SuggestedSuccession['kind'] {
  if (earlierHeld >= HELD_FROM && laterHeld < HELD_FROM) return 'absorbed';
  if (laterHeld >= HELD_FROM && earlierHeld < HELD_FROM) return 'narrowed';
  return 'repeated';
}

function shownWords(shared: readonly string[], later: Prepared, rarity: Rarity): readonly string[] {
  return [...shared]
    .sort((left, right) => rarity(right) - rarity(left) || left.localeCompare(right))
    .slice(0, WORDS_SHOWN)
    .map((stem) => later.words.find((word) => word.stem === stem)?.word ?? stem);
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return ratio(2 * [...left].filter((one) => right.has(one)).length, left.size + right.size);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
