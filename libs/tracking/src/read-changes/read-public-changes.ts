import type { PublicChange, PublicChangeRepository, State, StateRepository } from '#persistence';

/** As many as readers of feeds look at; the record itself has the rest. */
const NEWEST = 50;

/** What was published lately about a State, for readers of feeds. */
export class ReadPublicChanges {
  constructor(
    private readonly states: StateRepository,
    private readonly changes: PublicChangeRepository,
  ) {}

  /** The newest first. @throws UserError `state.unknown` */
  async read(iso3: string): Promise<{ readonly state: State; readonly changes: readonly PublicChange[] }> {
    const state = await this.states.getState(iso3);
    return { state, changes: await this.changes.listChanges(state.id, NEWEST) };
  }
}
