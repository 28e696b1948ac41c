import type { Clock, Instant } from '#domain';
import { CHAIN_START, civilDayOf } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { Mailer, SendOutcome } from '#mail';
import type {
  AuditHeadMailRepository,
  AuditTrailRepository,
  RecordDatabase,
  StateRepository,
} from '#persistence';

import { backOffFor } from '../send-notices/retry.js';

/** Longer than the ten minutes a relay may take after DATA (RFC 5321, 4.5.3.2.6). */
const LEASE_MS = 12 * 60_000;
/** The installation serves many States: its own day is that of UTC. */
const ZONE = 'UTC';
/** Within the day; tomorrow's mail carries the same chain further. */
const MOST_ATTEMPTS = 8;

/**
 * Sends the operator the heads of all audit chains once a day. A mailbox outside of the installation is what a superuser of the
 * database cannot rewrite.
 */
export class MailAuditHeads {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly trail: AuditTrailRepository;
      readonly mails: AuditHeadMailRepository;
    },
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly options: {
      readonly publicUrl: string;
      readonly mailFrom: string;
      readonly worker: string;
      /** Null: nobody is written to. */
      readonly operatorEmail: string | null;
    },
  ) {}

  /** Whether today's mail waits to be sent. */
  async isDue(): Promise<boolean> {
    if (this.options.operatorEmail === null) return false;
    const now = this.clock.now();
    return this.record.runShared(() => this.repositories.mails.isDue(civilDayOf(now, ZONE), now));
  }

  /** Claims today's mail, sends it outside any transaction, and records how that ended. Null where there is nothing to do. */
  async sendDue(): Promise<SendOutcome['kind'] | null> {
    const { operatorEmail, publicUrl, mailFrom, worker } = this.options;
    if (operatorEmail === null) return null;
    const now = this.clock.now();
    const on = civilDayOf(now, ZONE);
    const { mails } = this.repositories;
    const attempt = await this.record.runShared(() =>
      mails.claim(on, { by: worker, now, leaseUntil: now + LEASE_MS }),
    );
    if (attempt === null) return null;
    const outcome = await this.mailer.send({
      ...MAILS.auditHeads({ on, publicUrl, heads: await this.readHeads() }),
      from: mailFrom,
      to: { name: '', address: operatorEmail },
      messageId: messageIdFor(`audit-heads.${on}`, publicUrl),
    });
    const at = this.clock.now();
    await this.record.runShared(() =>
      mails.settle(on, worker, {
        outcome: outcome.kind,
        response: outcome.response,
        at,
        nextAttemptAt: nextAttemptAt(outcome, attempt, at),
      }),
    );
    return outcome.kind;
  }

  private async readHeads() {
    const heads = [];
    for (const state of await this.repositories.states.listStates()) {
      const head = await this.repositories.trail.findPublicHead(state.id);
      const { position, hash } = head ?? CHAIN_START;
      heads.push({ state: state.iso3, position, hash });
    }
    return heads;
  }
}

/** What was not answered is sent again under the same Message-ID: a head that comes twice does no harm, one that is lost does. */
function nextAttemptAt(outcome: SendOutcome, attempt: number, now: Instant): Instant | null {
  if (outcome.kind === 'accepted' || outcome.kind === 'permanent' || attempt >= MOST_ATTEMPTS) return null;
  return now + backOffFor(attempt);
}
