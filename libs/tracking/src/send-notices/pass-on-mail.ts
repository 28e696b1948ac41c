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
    private readonly options: { readonly closeAtOnce: boolean },
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
    const { written, delivered } = this.delivery.deliverAsWritten(
      state.id,
      (offer) => this.closeDigest.close(state, offer),
      this.stopping.signal,
    );
    this.leaveBeside(state, delivered);
    const { messages, claimed } = await written;
    if (messages > 0 && claimed.length === 0)
      await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
  }

  /** Nothing new leaves; resolves once the outcome of what is on its way stands in the ledger. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.underway);
  }

  /** What fails lies in the ledger: a job tries again, and if there is none, the next tick finds it. */
  private leaveBeside(state: State, delivered: Promise<unknown>): void {
    const run = delivered
      .then(
        () => undefined,
        () => this.dispatcher.dispatch('mail.deliver', { state: state.iso3 }),
      )
      .catch(() => undefined)
      .finally(() => this.underway.delete(run));
    this.underway.add(run);
  }
}
