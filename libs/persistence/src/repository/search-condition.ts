import type { SearchQuery } from '#domain';

/** What a list is searched for. */
export interface ListSearch {
  readonly query: SearchQuery;
  /** Of the reader: whose empty words are left out. */
  readonly language: string;
}

/**
 * What a query asks of a row's words, as SQL. Everything that was typed is a parameter: only the shape of the question is
 * written into the text. A word that says nothing in the reader's language ("the", "de") is left out, unless it is excluded,
 * stands in a row of words, or is all that was asked.
 */
export function searchCondition(
  column: string,
  search: ListSearch,
  stateId: number,
  parameters: unknown[],
): string {
  const asked = askedOf(search, parameters);
  return `${column} @@ ($${parameters.push(`'~${stateId}'`)}::tsquery && ${asked})`;
}

/**
 * The same of a list that has no words of its own in the index: they are made row by row, so it is for lists as long as what one
 * State writes by hand. Empty where nothing is sought.
 * @param texts SQL of what the rows show
 * @param vector SQL of words that are in the index already
 */
export function andHolds(
  texts: readonly string[],
  search: ListSearch | undefined,
  parameters: unknown[],
  vector?: string,
): string {
  if (!search) return '';
  const own = `search_words(concat_ws(' ', ${texts.join(', ')}))`;
  return `AND (${vector === undefined ? own : `${vector} || ${own}`}) @@ ${askedOf(search, parameters)}`;
}

/** Words of a recommendation as the index has them, for lists that show more than that. $1 is the State. */
export function wordsOfRecommendation(id: string): string {
  return `coalesce((SELECT f.vector FROM public_search f WHERE f.state_id = $1 AND f.kind = 'recommendation' AND f.subject_id = ${id}), '')`;
}

function askedOf({ query, language }: ListSearch, parameters: unknown[]): string {
  const parameter = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const reader = parameter(language, 'text');
  const word = (text: string, always: boolean): string =>
    `search_word(${parameter(text, 'text')}, ${reader}, ${always})`;
  const ask = (part: SearchQuery, always: boolean): string => {
    switch (part.kind) {
      case 'words':
        return part.words.length === 1
          ? word(part.words[0]!, always)
          : `(${part.words.map((text) => word(text, true)).join(' <-> ')})`;
      case 'not':
        return `(!! ${ask(part.of, true)})`;
      case 'all':
        return `(${part.of.map((one) => ask(one, always)).join(' && ')})`;
      case 'any':
        return `(${part.of.map((one) => ask(one, true)).join(' || ')})`;
    }
  };
  const [sparing, whole] = [ask(query, false), ask(query, true)];
  return sparing === whole ? whole : `(CASE numnode(${sparing}) WHEN 0 THEN ${whole} ELSE ${sparing} END)`;
}

/**
 * Rows that are looked through in their order before the index of words is asked. Words that many rows hold fill a page within
 * few of them, where the index of words would have to fetch and sort all; what does not is rare enough for it.
 */
export const LOOKED_THROUGH = 500;
