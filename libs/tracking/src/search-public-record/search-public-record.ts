import { mayBeForms, parseSearch, soughtWords, wordsOf } from '#domain';
import type {
  FoundSubject,
  ListSearch,
  SearchFilter,
  SearchRepository,
  State,
  StateRepository,
} from '#persistence';

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
    const texts = found.map((subject) => [subject.titles, subject.texts]);
    const hits = await this.soughtIn(state, { query, language: filter.language }, texts);
    return { state, found, hits: new Set(hits) };
  }

  /**
   * Words of what a list shows that are what was sought: to be marked.
   * @param shown anything; every text in it counts
   */
  async soughtIn(state: State, search: ListSearch | undefined, shown: unknown): Promise<string[]> {
    if (!search) return [];
    const sought = soughtWords(search.query);
    const words = wordsOf(textsOf(shown).join(' '));
    return this.searches.hits(state.id, mayBeForms(words, sought), sought, search.language);
  }
}

function textsOf(shown: unknown): string[] {
  if (typeof shown === 'string') return [shown];
  return typeof shown === 'object' && shown !== null ? Object.values(shown).flatMap(textsOf) : [];
}
