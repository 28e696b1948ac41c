import type { Grammar } from './grammar.js';

/** Characters that are read to tell the language. */
const SAMPLE_LENGTH = 60_000;
/** Share of a language's frequent words below which the text is in none of them. */
const LEAST_SHARE = 0.08;

/** The grammar of the language that a text is written in, or null. */
export function detectLanguage(text: string, grammars: readonly Grammar[]): Grammar | null {
  const words =
    text
      .slice(0, SAMPLE_LENGTH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: Grammar | null = null;
  let bestShare = LEAST_SHARE;
  for (const grammar of grammars) {
    const hits = grammar.commonWords.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    const share = words.length === 0 ? 0 : hits / words.length;
    if (share > bestShare) [best, bestShare] = [grammar, share];
  }
  return best;
}
