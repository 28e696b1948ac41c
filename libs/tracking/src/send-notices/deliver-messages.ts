import type { Clock, Instant } from '#domain';
import type { Mailer, ReturnPaths } from '#mail';
import type {
  ClaimedMessage,
  DeliveryResult,
  MessageRepository,
  PeopleRepository,
  RecordDatabase,
} from '#persistence';

import type { DropSubscriber } from '../follow-by-mail/drop-subscriber.js';
import type { SendingOffer } from './close-digest.js';
import { DeliveryRun } from './delivery-run.js';
import type { Ended, Turn } from './delivery-run.js';
import { MailNotWritten, reasonOf } from './mail-not-written.js';
import type { RefreshMail } from './refresh-mail.js';
import { settle } from './retry.js';
import type { PresentOfMail } from './write-digest.js';

/** One on each connection and one ready for it: the most that are repeated when a process dies (promise R1). */
const MAILS_PER_CONNECTION = 2;
const WAIT_FOR_A_LINE_MS = 5_000;
const LEDGER_BACK_AFTER_MS = [500, 2_000, 5_000];
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

/** Sends what is due in the ledger. Mails are claimed under a lease, sent outside any transaction, and their outcomes recorded at once. */
export class DeliverMessages {
  /** Of each State the newest delivery of this process. */
  private readonly newest = new Map<number, Promise<unknown>>();

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
      readonly connections: number;
      readonly leaseForMs?: number;
    },
  ) {}

  /** One delivery of a State at a time: the bound on repeats holds for the process, whoever asks. */
  deliver(stateId: number, signal?: AbortSignal): Promise<DeliveryTally> {
    const before = this.newest.get(stateId) ?? Promise.resolve();
    return this.asNewest(
      stateId,
      before.then(async () => this.run(stateId, await this.fresh.present(stateId), signal)),
    );
  }

  /**
   * Offers to send what is about to be written, as long as no other mail of the State is on its way, and as many as have a connection
   * each: they leave from the hands of their writer, and are asked of the ledger only once each has ended.
   * @param write writes in a transaction of its own, and answers what it claimed by the offer
   * @returns what was written, and how its delivery ends, where anything was claimed
   */
  deliverAsWritten<T extends { readonly claimed: readonly ClaimedMessage[] }>(
    stateId: number,
    write: (offer: SendingOffer | null) => Promise<T>,
    signal: AbortSignal,
  ): { readonly written: Promise<T>; readonly delivered: Promise<unknown> } {
    if (signal.aborted || this.newest.has(stateId))
      return { written: write(null), delivered: Promise.resolve() };
    const { worker: by, connections: atMost } = this.options;
    const written = write({ by, leaseUntil: this.leaseUntil(), atMost });
    const delivered = written.then(
      ({ claimed }) => (claimed.length > 0 ? this.run(stateId, null, signal, claimed) : undefined),
      () => undefined,
    );
    return { written, delivered: this.asNewest(stateId, delivered) };
  }

  private asNewest<T>(stateId: number, run: Promise<T>): Promise<T> {
    const over = run
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => {
        if (this.newest.get(stateId) === over) this.newest.delete(stateId);
      });
    this.newest.set(stateId, over);
    return run;
  }

  private leaseUntil(): Instant {
    return this.clock.now() + (this.options.leaseForMs ?? LEASE_MS);
  }

  /** @param handed claimed already; what else is due is left to others */
  private async run(
    stateId: number,
    present: PresentOfMail | null,
    signal?: AbortSignal,
    handed: readonly ClaimedMessage[] = [],
  ): Promise<DeliveryTally> {
    const tally: DeliveryTally = { accepted: 0, temporary: 0, permanent: 0, in_doubt: 0, failed: 0 };
    const { connections } = this.options;
    const run = new DeliveryRun(
      {
        settle: (turn) => this.settle(stateId, turn, present, tally),
        send: (message) => this.send(stateId, message),
        now: () => this.clock.now(),
        stopped: () => signal?.aborted ?? false,
      },
      {
        connections,
        inFlight: MAILS_PER_CONNECTION * connections,
        waitAtMostMs: WAIT_FOR_A_LINE_MS,
        ledgerBackAfterMs: LEDGER_BACK_AFTER_MS,
      },
    );
    await run.run(handed);
    return tally;
  }

  private async settle(
    stateId: number,
    turn: Turn,
    present: PresentOfMail | null,
    tally: DeliveryTally,
  ): Promise<{ claimed: ClaimedMessage[]; drained: boolean }> {
    const { messages } = this.rows;
    const { claimed, drained, buried } = await this.record.runState(stateId, async () => {
      await this.recordEnded(stateId, turn.ended);
      await messages.giveBack(stateId, this.options.worker, turn.unsent, this.clock.now());
      return this.claim(stateId, turn.claim, present);
    });
    // Counted once they are on record.
    for (const ended of turn.ended) tally['outcome' in ended ? ended.outcome.kind : 'failed'] += 1;
    tally.failed += buried;
    return { claimed, drained };
  }

  private async recordEnded(stateId: number, ended: readonly Ended[]): Promise<void> {
    const { messages } = this.rows;
    const results: DeliveryResult[] = [];
    for (const end of ended) {
      if ('notWritten' in end) await messages.bury(stateId, end.message, end.notWritten, end.at);
      else results.push(settle(end.message, end.outcome, end.at));
    }
    await messages.recordDeliveries(stateId, this.options.worker, results);
    for (const end of ended)
      if ('outcome' in end && end.outcome.kind === 'permanent')
        await this.cannotReach(stateId, end.message, end.at);
  }

  /** The next mails as they hold now. One that cannot be written keeps no other from leaving. */
  private async claim(
    stateId: number,
    limit: number,
    present: PresentOfMail | null,
  ): Promise<{ claimed: ClaimedMessage[]; drained: boolean; buried: number }> {
    if (limit === 0) return { claimed: [], drained: false, buried: 0 };
    const now = this.clock.now();
    const due = await this.rows.messages.claimMessages(stateId, {
      by: this.options.worker,
      now,
      leaseUntil: this.leaseUntil(),
      limit,
    });
    const drained = due.length < limit;
    if (present === null) return { claimed: due, drained, buried: 0 };
    const carried = await this.fresh.carriedBy(stateId, due);
    const claimed: ClaimedMessage[] = [];
    let buried = 0;
    for (const message of due) {
      try {
        const mail = await this.fresh.refresh(message, carried.get(message.id) ?? [], present);
        if (mail !== null) claimed.push(mail);
      } catch (error) {
        if (!(error instanceof MailNotWritten)) throw error;
        await this.rows.messages.bury(stateId, message, error.message, now);
        buried += 1;
      }
    }
    return { claimed, drained, buried };
  }

  private async cannotReach(
    stateId: number,
    { personId, subscriberId }: ClaimedMessage,
    at: Instant,
  ): Promise<void> {
    if (personId !== null) await this.rows.people.markUnreachable(personId, at);
    if (subscriberId !== null) await this.rows.subscribers.drop(stateId, subscriberId, 'mail_relay');
  }

  /** A mailer answers for whatever a relay does: what it throws, it threw over the mail itself. */
  private async send(stateId: number, message: ClaimedMessage): Promise<Ended> {
    try {
      const outcome = await this.mailer.send({
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
      return { message, outcome, at: this.clock.now() };
    } catch (error) {
      return { message, notWritten: reasonOf(error), at: this.clock.now() };
    }
  }
}
