import { createHash, randomUUID } from 'node:crypto';

import { OperationalError } from '#domain';
import type { Instant } from '#domain';
import type { AccessMailWish, JobDispatcher } from '#queue';

/** Whether a mail will be sent. What becomes of it stands in the log of security. */
export type AccessMailAsked = 'queued' | 'not_queued';

type Appointment = Extract<AccessMailWish, { kind: 'appointment' }>;
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

  /**
   * The mail that tells somebody of having been entered. It has one name however often it is asked for, so that the queue holds it
   * once, and a mailbox that gets it twice shows it once.
   * @param enteredAt milliseconds since 1970
   * @throws OperationalError `queue.unreachable`.
   */
  async askAppointment(wish: Omit<Appointment, 'mail' | 'kind'>, enteredAt: Instant): Promise<void> {
    const mail = nameOf(`appointment.${wish.state}.${wish.personId}.${enteredAt}`);
    await this.dispatcher.dispatch('access.mail', { ...wish, kind: 'appointment', mail });
  }

  /** As `tryToAsk`. */
  tryToAskAppointment(
    wish: Omit<Appointment, 'mail' | 'kind'>,
    enteredAt: Instant,
  ): Promise<AccessMailAsked> {
    return whetherQueued(() => this.askAppointment(wish, enteredAt));
  }

  /** For whoever has changed something already, which holds whether or not the queue answers. */
  tryToAsk(wish: WithoutName<AccessMailWish>): Promise<AccessMailAsked> {
    return whetherQueued(() => this.ask(wish));
  }
}

async function whetherQueued(ask: () => Promise<void>): Promise<AccessMailAsked> {
  try {
    await ask();
    return 'queued';
  } catch (error) {
    if (error instanceof OperationalError) return 'not_queued';
    throw error;
  }
}

/** A UUID of version 8 (RFC 9562, 5.8): the same for the same text. */
function nameOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
