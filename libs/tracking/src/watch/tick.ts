import type { CivilDate, Clock } from '#domain';
import { OperationalError, civilDayOf, isDigestClosed } from '#domain';
import type {
  MailRhythmRepository,
  MessageRepository,
  NoticeRepository,
  RecordDatabase,
  State,
  StateRepository,
  SweepRepository,
} from '#persistence';
import type { JobDispatcher } from '#queue';

import type { CheckLinks } from '../check-links/check-links.js';
import type { TellUntold } from '../admit-person/tell-untold.js';
import type { AskAgainForImports } from '../import-figures/ask-again-for-imports.js';
import type { TellFollowers } from '../follow-by-mail/tell-followers.js';
import type { TellDecision } from '../submit/tell-decision.js';
import type { FollowChanges } from '../run-sweep/follow-changes.js';
import type { MailAuditHeads } from '../audit/mail-audit-heads.js';

export interface TickOptions {
  /** Closes the mail day as soon as there is something to say, for the demonstration. */
  readonly closeAtOnce: boolean;
}

/**
 * Asks, for every State, what is due on or before now and not done: a sweep of this civil day or changes since, a mail day to close, a mail to deliver, links to ask;
 * and for the installation: the operator's mail of the day. It only enqueues intentions. Any number of processes may tick; the claims in the database decide who works.
 */
export class Tick {
  /** Civil day (UTC) on which this process last asked for what is kept too long to be let go. */
  private retentionAskedOn: CivilDate | null = null;

  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly sweeps: SweepRepository;
      readonly notices: NoticeRepository;
      readonly messages: MessageRepository;
      readonly rhythms: MailRhythmRepository;
    },
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
    private readonly options: TickOptions,
    private readonly more: {
      readonly auditHeads: MailAuditHeads;
      readonly links: CheckLinks;
      readonly untold: TellUntold;
      readonly lostImports: AskAgainForImports;
      readonly followChanges: FollowChanges;
      readonly followers: TellFollowers;
      readonly decisions: TellDecision;
    },
  ) {}

  /** What keeps one State from being asked for keeps no other; it is thrown at the end, so that the tick counts as failed. */
  async tick(): Promise<void> {
    const faults: unknown[] = [];
    for (const state of await this.repositories.states.listStates())
      await this.tickState(state).catch((error: unknown) => {
        // The database or the queue is away: for the next State too.
        if (error instanceof OperationalError) throw error;
        faults.push(error);
      });
    if (await this.more.auditHeads.isDue()) await this.dispatcher.dispatch('audit.mail', {});
    await this.tickRetention();
    if (faults.length > 0) throw faults[0];
  }

  /** Whether a tick would find nothing to do for any State, and no mail is on its way. */
  async isAtRest(): Promise<boolean> {
    for (const state of await this.repositories.states.listStates()) {
      const { sweep, digest, delivery } = await this.whatIsDue(state);
      if (sweep || digest || delivery) return false;
      const onTheWay = await this.record.runState(state.id, () =>
        this.repositories.messages.isAnyClaimed(state.id),
      );
      if (onTheWay) return false;
    }
    return true;
  }

  /** Once a day and at each start. Several processes ask for the same job, and a second run finds nothing to do. */
  private async tickRetention(): Promise<void> {
    const on = civilDayOf(this.clock.now(), 'UTC');
    if (this.retentionAskedOn === on) return;
    await this.dispatcher.dispatch('retention.apply', { on });
    this.retentionAskedOn = on;
  }

  private async tickState(state: State): Promise<void> {
    const { on, sweep, digest, news, delivery, links } = await this.whatIsDue(state);
    if (sweep) await this.dispatcher.dispatch('sweep.run', { state: state.iso3, on });
    if (digest) await this.dispatcher.dispatch('digest.close', { state: state.iso3, on });
    if (news) await this.dispatcher.dispatch('news.tell', { state: state.iso3, on });
    if (delivery) await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
    await this.more.untold.tell(state);
    await this.more.decisions.answerPublic(state);
    await this.more.lostImports.ask(state);
    if (links) await this.dispatcher.dispatch('links.check', { state: state.iso3 });
  }

  private whatIsDue(state: State): Promise<Due> {
    const now = this.clock.now();
    const on = civilDayOf(now, state.timeZone);
    return this.record.runState(state.id, async () => {
      const found = await this.repositories.sweeps.findSweep(state.id, on);
      const swept = found !== null && found.finishedAt !== null;
      const closed = this.options.closeAtOnce || isDigestClosed(now, state.timeZone);
      return {
        on,
        // After the day's sweep the same job follows what changed since.
        sweep: !swept || (await this.more.followChanges.isDue(state, on)),
        digest: swept && closed && (await this.isDigestDue(state, on)),
        news: swept && closed && (await this.more.followers.isDue(state, on)),
        delivery: await this.repositories.messages.hasDue(state.id, now),
        links: await this.more.links.isDue(state),
      };
    });
  }

  /** A mail day is closed also where there is nothing to say: what is written later waits for the next one. */
  private async isDigestDue(state: State, on: CivilDate): Promise<boolean> {
    if (await this.repositories.notices.hasUndigested(state.id, on)) return true;
    return !this.options.closeAtOnce && !(await this.repositories.rhythms.isClosed(state.id, on));
  }
}

interface Due {
  readonly on: CivilDate;
  readonly sweep: boolean;
  readonly digest: boolean;
  readonly news: boolean;
  readonly delivery: boolean;
  readonly links: boolean;
}
