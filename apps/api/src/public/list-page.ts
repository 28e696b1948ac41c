import type { Language } from '#messages';
import { parseSearch } from '#domain';
import type { ListSearch } from '#tracking';

import { encodeCursor } from './cursor.js';

/** One more row than is shown was read: whether there is a next page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (number | string)[],
): { readonly shown: T[]; readonly nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}

/** What a list is searched for; undefined where no word was typed. */
export function searchOf(q: string, language: Language): ListSearch | undefined {
  const query = parseSearch(q);
  return query ? { query, language } : undefined;
}
