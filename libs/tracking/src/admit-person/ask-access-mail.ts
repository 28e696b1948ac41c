import { randomUUID } from 'node:crypto';

import { OperationalError } from '#domain';
import type { AccessMailWish, JobDispatcher } from '#queue';

/** Whether a mail will be sent. What becomes of it stands in the log of security. */
export type AccessMailAsked = 'queued' | 'not_queued';

type WithoutName<W> = W extends unknown ? Omit<W, 'mail'> : never;

/**
 * Asks for mails about the way into an account. They do not go through the ledger of mails: that one keeps bodies, and a link
 * that opens an account should not be kept. The job holds ids alone; the worker writes the mail when it sends it.
 */
export class AskAccessMail {
  constructor(private readonly dispatcher: JobDispatcher) {}

  /** @throws OperationalError `queue.unreachable`. */
  async ask(wish: WithoutName<AccessMailWish>): Promise<void> {
    await this.dispatcher.dispatch('access.mail', { ...wish, mail: randomUUID() });
  }

  /** For whoever has changed something already, which holds whether or not the queue answers. */
  async tryToAsk(wish: WithoutName<AccessMailWish>): Promise<AccessMailAsked> {
    try {
      await this.ask(wish);
      return 'queued';
    } catch (error) {
      if (error instanceof OperationalError) return 'not_queued';
      throw error;
    }
  }
}
