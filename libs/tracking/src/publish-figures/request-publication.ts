import type { StateRepository } from '#persistence';
import type { JobDispatcher } from '#queue';

/**
 * Asks the worker to publish what was accepted. For every use case that writes accepted figures, after its transaction: a job
 * that starts before it ends would not see them.
 * Whatever is lost on the way is made up for by the day's sweep, which publishes first.
 */
export class RequestPublication {
  constructor(
    private readonly states: StateRepository,
    private readonly dispatcher: JobDispatcher,
  ) {}

  async request(stateId: number): Promise<void> {
    const state = (await this.states.listStates()).find(({ id }) => id === stateId);
    if (state) await this.dispatcher.dispatch('figures.publish', { state: state.iso3 });
  }
}
