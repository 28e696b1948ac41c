import { parseSearch, soughtWords, wordsOf } from '#domain';
import type { FoundSubject, SearchFilter, SearchRepository, State, StateRepository } from '#persistence';

export interface SearchReading {
  readonly state: State;
  readonly found: readonly FoundSubject[];
  /** Words of the found texts that are what was sought. */
  readonly hits: ReadonlySet<string>;
}

/** Finds what is public of a State by its words. */
export class SearchPublicRecord {
  constructor(
    private readonly states: StateRepository,
    private readonly searches: SearchRepository,
  ) {}

  /** @param typed anything; where no word is in it, nothing is found. */
  async search(iso3: string, typed: string, filter: Omit<SearchFilter, 'query'>): Promise<SearchReading> {
    const state = await this.states.getState(iso3);
    const query = parseSearch(typed);
    if (!query) return { state, found: [], hits: new Set() };
    const found = await this.searches.search(state.id, { ...filter, query });
    const words = wordsOf(
      found.flatMap(({ titles, texts }) => [...Object.values(titles), ...Object.values(texts)]).join(' '),
    );
    return { state, found, hits: new Set(await this.searches.hits(state.id, words, soughtWords(query))) };
  }
}
