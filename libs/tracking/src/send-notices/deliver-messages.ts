import type { Clock } from '#domain';
import type { Mailer, OutgoingMail, ReturnPaths, SendOutcome } from '#mail';
import type { ClaimedMessage, MessageRepository, PeopleRepository, RecordDatabase } from '#persistence';

import type { DropSubscriber } from '../follow-by-mail/drop-subscriber.js';
import { MailNotWritten } from './mail-not-written.js';
import type { RefreshMail } from './refresh-mail.js';
import { settle } from './retry.js';
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

/** Sends what is due in the ledger. Each mail is claimed under a lease, sent outside any transaction, and its outcome recorded at once. */
export class DeliverMessages {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
      readonly subscribers: DropSubscriber;
    },
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
    const lane = async (): Promise<void> => {
      while (!signal?.aborted) {
        const taken = await this.take(stateId, present);
        if (taken === null) return;
        if (taken.fault === 'not_written') tally.failed += 1;
        if (taken.mail) await this.carry(stateId, taken.mail, tally);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, lane));
    return tally;
  }

  /** Claims the next mail as it holds now; null where none is due. A mail that cannot be written keeps no other from leaving. */
  private take(stateId: number, present: PresentOfMail | null): Promise<Taken | null> {
    const now = this.clock.now();
    return this.record.runState(stateId, async () => {
      const [claimed] = await this.rows.messages.claimMessages(stateId, {
        by: this.options.worker,
        now,
        leaseUntil: now + (this.options.leaseForMs ?? LEASE_MS),
        limit: 1,
      });
      if (!claimed) return null;
      if (present === null) return { mail: claimed, fault: null };
      try {
        return { mail: await this.fresh.refresh(claimed, present), fault: null };
      } catch (error) {
        if (!(error instanceof MailNotWritten)) throw error;
        await this.rows.messages.bury(stateId, claimed, error.message, now);
        return { mail: null, fault: 'not_written' };
      }
    });
  }

  private async carry(stateId: number, message: ClaimedMessage, tally: DeliveryTally): Promise<void> {
    try {
      await this.sendOne(stateId, message, tally);
    } catch (error) {
      if (!(error instanceof MailNotWritten)) throw error;
      tally.failed += 1;
      await this.record.runState(stateId, () =>
        this.rows.messages.bury(stateId, message, error.message, this.clock.now()),
      );
    }
  }

  private async sendOne(stateId: number, message: ClaimedMessage, tally: DeliveryTally): Promise<void> {
    const outcome = await this.handOver({
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
    tally[outcome.kind] += 1;
    await this.record.runState(stateId, async () => {
      const result = settle(message, outcome, this.clock.now());
      await this.rows.messages.recordDelivery(stateId, this.options.worker, result);
      if (outcome.kind === 'permanent') await this.cannotReach(stateId, message);
    });
  }

  private async cannotReach(stateId: number, { personId, subscriberId }: ClaimedMessage): Promise<void> {
    if (personId !== null) await this.rows.people.markUnreachable(personId, this.clock.now());
    if (subscriberId !== null) await this.rows.subscribers.drop(stateId, subscriberId, 'mail_relay');
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
