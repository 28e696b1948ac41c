import type { Grammar } from '../grammar/grammar.js';
import { COUNTRY_CODES } from './country-code.js';

const indexes = new WeakMap<Grammar, ReadonlyMap<string, string>>();

/** Words of the longest State's name, `United Kingdom of Great Britain and Northern Ireland` with room to spare. */
const LONGEST_NAME = 10;

/** Alpha-3 code of the State whose name stands in a title; of several, the longest name. */
export function stateNamedIn(text: string, grammar: Grammar): string | null {
  const names = namesIn(grammar);
  const words = normalise(text).split(' ').slice(0, 400);
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const code = names.get(words.slice(start, start + length).join(' '));
      if (code !== undefined) return code;
    }
  }
  return null;
}

function namesIn(grammar: Grammar): ReadonlyMap<string, string> {
  const known = indexes.get(grammar);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  const regions = new Intl.DisplayNames([grammar.language], { type: 'region', fallback: 'none' });
  for (const [alphaTwo, alphaThree] of COUNTRY_CODES) {
    const name = regions.of(alphaTwo);
    if (name !== undefined) names.set(normalise(name), alphaThree);
  }
  for (const [name, alphaThree] of Object.entries(grammar.names.states)) {
    names.set(normalise(name), alphaThree);
  }
  indexes.set(grammar, names);
  return names;
}

/** Lower case without accents, articles' apostrophes and punctuation. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
