import type { SearchQuery } from '#domain';

/**
 * What a query asks of a row's words, as SQL. Everything that was typed is a parameter: only the shape of the question is
 * written into the text. A word that says nothing in the reader's language ("the", "de") is left out, unless it is excluded,
 * stands in a row of words, or is all that was asked.
 */
export function searchCondition(
  column: string,
  query: SearchQuery,
  stateId: number,
  language: string,
  parameters: unknown[],
): string {
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
  const asked =
    sparing === whole ? whole : `CASE numnode(${sparing}) WHEN 0 THEN ${whole} ELSE ${sparing} END`;
  return `${column} @@ (${parameter(`'~${stateId}'`, 'tsquery')} && ${asked})`;
}
