import type { Clock } from '#domain';
import { isDigestClosed } from '#domain';
import type { State } from '#persistence';
import type { JobDispatcher } from '#queue';

import type { CloseDigest } from './close-digest.js';
import type { DeliverMessages } from './deliver-messages.js';

/** Carries on at once what a job has just written; whatever is left lying, the next tick finds. */
export class PassOnMail {
  private readonly stopping = new AbortController();
  private readonly underway = new Set<Promise<void>>();

  constructor(
    private readonly closeDigest: CloseDigest,
    private readonly delivery: DeliverMessages,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
    private readonly options: {
      readonly closeAtOnce: boolean;
      /** As many as have a connection each leave without a job. */
      readonly connections: number;
    },
  ) {}

  /** Notices were written: where the mails of the day have been closed, whoever may still get one does not wait for it. */
  async afterNotices(state: State): Promise<void> {
    if (this.options.closeAtOnce || isDigestClosed(this.clock.now(), state.timeZone))
      await this.closeDay(state);
  }

  /**
   * Closes the mails of the day and has what was written delivered: a few by this process, beside the job that wrote them, which does
   * not wait for the relay; many by a job that any worker may take.
   */
  async closeDay(state: State): Promise<void> {
    const { messages } = await this.closeDigest.close(state);
    if (messages === 0) return;
    if (messages > this.options.connections || this.stopping.signal.aborted)
      await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
    else this.deliverBeside(state);
  }

  /** Nothing new leaves; resolves once the outcome of what is on its way stands in the ledger. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underway);
  }

  private deliverBeside(state: State): void {
    const run = this.delivery
      .deliver(state.id, this.stopping.signal)
      .then(
        () => undefined,
        () => this.dispatcher.dispatch('mail.deliver', { state: state.iso3 }),
      )
      // The mails lie in the ledger.
      .catch(() => undefined)
      .finally(() => this.underway.delete(run));
    this.underway.add(run);
  }
}
