import type { CivilDate, Clock } from '#domain';
import { UserError, mayBeForms, parseSearch, soughtWords, wordsOf } from '#domain';
import type {
  ActionFilter,
  ActionReadingRepository,
  PublicAction,
  SearchRepository,
  State,
} from '#persistence';

import { todayOf } from './answering.js';

export interface ActionReading {
  readonly today: CivilDate;
  readonly actions: readonly PublicAction[];
  /** Words of them that are what was sought. */
  readonly hits: ReadonlySet<string>;
}

/** Actions as everybody reads them. */
export class ReadActions {
  constructor(
    private readonly actions: ActionReadingRepository,
    private readonly searches: SearchRepository,
    private readonly clock: Clock,
  ) {}

  async list(
    state: State,
    typed: string,
    filter: Omit<ActionFilter, 'search' | 'lateOn'> & { readonly lateOnly: boolean },
  ): Promise<ActionReading> {
    const today = todayOf(this.clock, state);
    const query = parseSearch(typed);
    const actions = await this.actions.listActions(state.id, {
      ...filter,
      search: query,
      lateOn: filter.lateOnly ? today : null,
    });
    if (!query) return { today, actions, hits: new Set() };
    const words = wordsOf(actions.map(({ title, description }) => `${title} ${description}`).join(' '));
    const sought = soughtWords(query);
    const hits = await this.searches.hits(state.id, mayBeForms(words, sought), sought, filter.language);
    return { today, actions, hits: new Set(hits) };
  }

  /** @throws UserError `action.unknown`. */
  async read(
    state: State,
    id: number,
  ): Promise<{ readonly today: CivilDate; readonly action: PublicAction }> {
    const action = await this.actions.findAction(state.id, id);
    if (!action) throw new UserError('not_found', 'action.unknown', 'There is no such action.');
    return { today: todayOf(this.clock, state), action };
  }

  /** What an action for it may move and draw on. @throws UserError `action.recommendation_unknown`. */
  async choices(
    state: State,
    recommendation: string,
  ): Promise<Pick<PublicAction, 'indicators' | 'budgetLines'> & { readonly today: CivilDate }> {
    const choices = await this.actions.findChoices(state.id, recommendation);
    if (!choices)
      throw new UserError(
        'not_found',
        'action.recommendation_unknown',
        `No recommendation "${recommendation}" is followed for ${state.iso3}.`,
      );
    return { ...choices, today: todayOf(this.clock, state) };
  }
}
