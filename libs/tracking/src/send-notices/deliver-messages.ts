import type { Clock, Instant } from '#domain';
import type { Mailer, OutgoingMail, ReturnPaths, SendOutcome } from '#mail';
import type { ClaimedMessage, MessageRepository, PeopleRepository, RecordDatabase } from '#persistence';

import { MailNotWritten } from './mail-not-written.js';
import type { RefreshMail } from './refresh-mail.js';
import { settle } from './retry.js';
import { Together } from './together.js';
import type { PresentOfMail } from './write-digest.js';

/** As many as are sent at once over kept connections: the bound on repeats when a process dies. */
const CONNECTIONS = 5;
/** Longer than the ten minutes a relay may take after DATA (RFC 5321, 4.5.3.2.6), so that no second worker repeats a slow one. */
const LEASE_MS = 12 * 60_000;

export interface DeliveryTally {
  accepted: number;
  temporary: number;
  permanent: number;
  in_doubt: number;
  /** Could not be written: dead letters. */
  failed: number;
}

/** A claimed mail; none where nothing of it holds any more, or where it could not be written. */
interface Taken {
  readonly mail: ClaimedMessage | null;
  readonly fault: 'not_written' | null;
}

/** How a mail fared that was handed to the relay. */
interface Sent {
  readonly message: ClaimedMessage;
  readonly outcome: SendOutcome;
}

/**
 * Sends what is due in the ledger. Each mail is claimed under a lease, sent outside any transaction, and its outcome recorded at once:
 * together with what the other connections ask for meanwhile, so that a commit serves several.
 */
export class DeliverMessages {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly messages: MessageRepository; readonly people: PeopleRepository },
    private readonly mailer: Mailer,
    private readonly fresh: RefreshMail,
    private readonly clock: Clock,
    private readonly options: {
      readonly from: string;
      /** Null: what comes back goes to the sender. */
      readonly returnPaths: ReturnPaths | null;
      readonly worker: string;
      readonly leaseForMs?: number;
    },
  ) {}

  async deliver(stateId: number, signal?: AbortSignal): Promise<DeliveryTally> {
    const tally: DeliveryTally = { accepted: 0, temporary: 0, permanent: 0, in_doubt: 0, failed: 0 };
    const present = await this.fresh.present(stateId);
    const claims = new Together<null, Taken | null>((asked) => this.take(stateId, present, asked.length));
    const outcomes = new Together<Sent, null>((sent) => this.recordAll(stateId, sent));
    const lane = async (): Promise<void> => {
      while (!signal?.aborted) {
        const taken = await claims.ask(null);
        if (taken === null) return;
        if (taken.fault === 'not_written') tally.failed += 1;
        if (taken.mail) await this.carry(stateId, taken.mail, outcomes, tally);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, lane));
    return tally;
  }

  /**
   * Claims the next mails as they hold now, as many as can be sent at once and no more; null where none is due. A mail that cannot
   * be written keeps no other from leaving.
   */
  private take(
    stateId: number,
    present: PresentOfMail | null,
    limit: number,
  ): Promise<readonly (Taken | null)[]> {
    const now = this.clock.now();
    return this.record.runState(stateId, async () => {
      const claimed = await this.rows.messages.claimMessages(stateId, {
        by: this.options.worker,
        now,
        leaseUntil: now + (this.options.leaseForMs ?? LEASE_MS),
        limit,
      });
      const taken: (Taken | null)[] = [];
      for (const mail of claimed) taken.push(await this.asItHolds(stateId, mail, present, now));
      while (taken.length < limit) taken.push(null);
      return taken;
    });
  }

  private async asItHolds(
    stateId: number,
    claimed: ClaimedMessage,
    present: PresentOfMail | null,
    now: Instant,
  ): Promise<Taken> {
    if (present === null) return { mail: claimed, fault: null };
    try {
      return { mail: await this.fresh.refresh(claimed, present), fault: null };
    } catch (error) {
      if (!(error instanceof MailNotWritten)) throw error;
      await this.rows.messages.bury(stateId, claimed, error.message, now);
      return { mail: null, fault: 'not_written' };
    }
  }

  private async carry(
    stateId: number,
    message: ClaimedMessage,
    outcomes: Together<Sent, null>,
    tally: DeliveryTally,
  ): Promise<void> {
    try {
      const outcome = await this.send(stateId, message);
      tally[outcome.kind] += 1;
      await outcomes.ask({ message, outcome });
    } catch (error) {
      if (!(error instanceof MailNotWritten)) throw error;
      tally.failed += 1;
      await this.record.runState(stateId, () =>
        this.rows.messages.bury(stateId, message, error.message, this.clock.now()),
      );
    }
  }

  private send(stateId: number, message: ClaimedMessage): Promise<SendOutcome> {
    return this.handOver({
      from: this.options.from,
      returnPath: this.options.returnPaths?.pathFor({ stateId, messageId: message.id }, message.to),
      to: { name: message.toName, address: message.to },
      messageId: message.messageId,
      subject: message.subject,
      text: message.body.text,
      html: message.body.html,
      headers: message.body.headers,
      attachments: message.body.attachments,
    });
  }

  private recordAll(stateId: number, sent: readonly Sent[]): Promise<null[]> {
    const now = this.clock.now();
    return this.record.runState(stateId, async () => {
      const results = sent.map(({ message, outcome }) => settle(message, outcome, now));
      await this.rows.messages.recordDeliveries(stateId, this.options.worker, results);
      for (const { message, outcome } of sent)
        if (outcome.kind === 'permanent') await this.rows.people.markUnreachable(message.personId, now);
      return sent.map(() => null);
    });
  }

  /** A mailer answers for whatever a relay does: what it throws, it threw over the mail itself. */
  private async handOver(mail: OutgoingMail): Promise<SendOutcome> {
    try {
      return await this.mailer.send(mail);
    } catch (cause) {
      throw new MailNotWritten(cause);
    }
  }
}
