import { CHAIN_START } from '#domain';
import type { AuditDayHead, AuditHead, AuditTrailRepository, State, StateRepository } from '#persistence';

/** Heads shown in the feed: a reader who comes once a quarter misses none. */
const DAYS_IN_FEED = 100;

/** Where each State's audit ends: public, so that whoever keeps a head can hold the installation to it. */
export class ReadAuditHeads {
  constructor(
    private readonly states: StateRepository,
    private readonly trail: AuditTrailRepository,
  ) {}

  async head(iso3: string): Promise<{ readonly state: State; readonly head: AuditHead }> {
    const state = await this.states.getState(iso3);
    return {
      state,
      head: (await this.trail.findPublicHead(state.id)) ?? { ...CHAIN_START, happenedAt: null },
    };
  }

  async days(iso3: string): Promise<{ readonly state: State; readonly days: readonly AuditDayHead[] }> {
    const state = await this.states.getState(iso3);
    return { state, days: await this.trail.listPublicDayHeads(state.id, DAYS_IN_FEED) };
  }
}
