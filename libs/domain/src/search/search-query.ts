/** What a reader asks for, as a tree. `words` stand next to each other, in this order. */
export type SearchQuery =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'not'; readonly of: SearchQuery }
  | { readonly kind: 'all' | 'any'; readonly of: readonly SearchQuery[] };

/** Beyond these a text is pasted, not asked; what is too long is cut off and still answered. */
const LONGEST_QUERY = 300;
const MOST_WORDS = 24;

/** Upper case only: "o" and "ou" are ordinary words of their languages. */
const OR = /^(?:OR|O|OU|\|+)$/u;
const AND = /^(?:AND|Y|ET|&+)$/u;
const PART = /-?["“”«»][^"“”«»]*["“”«»]?|[^\s"“”«»]+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Reads words (all must occur), OR between two of them, "words in a row" and -not. A code or symbol such as 14(a) or
 * CRC/C/OPSC/PER/CO/1 is its parts in a row. OR joins its two neighbours only: `child OR girl trafficking` wants trafficking
 * either way. Nothing that can be typed is an error; null when no word is left.
 */
export function parseSearch(typed: string): SearchQuery | null {
  const groups: SearchQuery[][] = [];
  let joining = false;
  let left = MOST_WORDS;
  for (const part of typed.slice(0, LONGEST_QUERY).match(PART) ?? []) {
    if (groups.length > 0 && OR.test(part)) {
      joining = true;
      continue;
    }
    if (groups.length > 0 && AND.test(part)) continue;
    const words = (part.match(WORD) ?? []).slice(0, left);
    if (words.length === 0) continue;
    left -= words.length;
    const term: SearchQuery = { kind: 'words', words };
    const read: SearchQuery = part.startsWith('-') ? { kind: 'not', of: term } : term;
    if (joining) groups.at(-1)?.push(read);
    else groups.push([read]);
    joining = false;
  }
  const all = groups.map((group): SearchQuery =>
    group.length === 1 ? group[0]! : { kind: 'any', of: group },
  );
  if (all.length === 0) return null;
  return all.length === 1 ? all[0]! : { kind: 'all', of: all };
}

/** Words whose occurrences show why a text was found: those that are asked for, not those that are excluded. */
export function soughtWords(query: SearchQuery): string[] {
  switch (query.kind) {
    case 'words':
      return [...query.words];
    case 'not':
      return [];
    case 'all':
    case 'any':
      return query.of.flatMap(soughtWords);
  }
}
