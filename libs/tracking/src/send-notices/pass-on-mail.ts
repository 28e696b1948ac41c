import type { Clock } from '#domain';
import { isDigestClosed } from '#domain';
import type { State } from '#persistence';
import type { JobDispatcher } from '#queue';

import type { CloseDigest } from './close-digest.js';

/** Carries on at once what a job has just written; whatever is left lying, the next tick finds. */
export class PassOnMail {
  constructor(
    private readonly closeDigest: CloseDigest,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
    private readonly options: { readonly closeAtOnce: boolean },
  ) {}

  /** Notices were written: where the mails of the day have been closed, whoever may still get one does not wait for it. */
  async afterNotices(state: State): Promise<void> {
    if (this.options.closeAtOnce || isDigestClosed(this.clock.now(), state.timeZone))
      await this.closeDay(state);
  }

  /** Closes the mails of the day and has what was written delivered. */
  async closeDay(state: State): Promise<void> {
    const { messages } = await this.closeDigest.close(state);
    if (messages > 0) await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
  }
}
