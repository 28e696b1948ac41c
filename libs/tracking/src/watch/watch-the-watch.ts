import type { CivilDate, Clock, Followed, StateSigns, Trouble } from '#domain';
import {
  OperationalError,
  RELAY_SILENT_AFTER_MS,
  civilDayOf,
  followTroubles,
  isDigestClosed,
  troublesOf,
} from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { Mailer, SendOutcome } from '#mail';
import type {
  MailRhythmRepository,
  NoticeRepository,
  RecordDatabase,
  State,
  StateRepository,
  SweepRepository,
  TroubleToTell,
  WatchTroubleRepository,
} from '#persistence';

import { backOffFor } from '../send-notices/retry.js';

/** Longer than the ten minutes a relay may take after DATA (RFC 5321, 4.5.3.2.6). */
const LEASE_MS = 12 * 60_000;

/** A part that stands still for so long that somebody has to look. */
export interface Incident extends Trouble {
  readonly since: number;
}

/**
 * The second signal (promise R23): whether the sweep finishes, the mails of the day are written and leave, and a scheduler asks. It goes neither through the
 * queue nor the ledger of mails, and every process asks it, so that the one that stands still is not the one that has to say so.
 */
export class WatchTheWatch {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly states: StateRepository;
      readonly sweeps: SweepRepository;
      readonly notices: NoticeRepository;
      readonly rhythms: MailRhythmRepository;
      readonly troubles: WatchTroubleRepository;
    },
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly options: {
      readonly publicUrl: string;
      readonly mailFrom: string;
      readonly worker: string;
      /** Null: nobody is written to. */
      readonly operatorEmail: string | null;
      /** The mail day has no hour, as in the demonstration. */
      readonly closeAtOnce: boolean;
    },
  ) {}

  /** A scheduler of this process has asked what is due. */
  async beat(): Promise<void> {
    await this.record.runShared(() => this.rows.troubles.beat(this.options.worker, this.clock.now()));
  }

  /** Looks, keeps what is seen, and tells of what has begun or ended. Any number of processes may. */
  async look(): Promise<void> {
    const seen = await this.troubles();
    await this.record.runShared(async () => {
      const now = this.clock.now();
      const known = await this.rows.troubles.listStanding({ forChange: true });
      await this.rows.troubles.keep(followTroubles(known, seen, now), now);
    });
    await this.tell();
  }

  /** What is an incident at this moment, also where nobody has kept it yet. Writes nothing. */
  async incidents(): Promise<Incident[]> {
    const seen = await this.troubles();
    const followed = await this.record.runShared(async (): Promise<Followed> =>
      followTroubles(await this.rows.troubles.listStanding({ forChange: false }), seen, this.clock.now()),
    );
    return followed.standing
      .filter(({ openedAt }) => openedAt !== null)
      .map(({ part, state, firstSeenAt }) => ({ part, state, since: firstSeenAt }));
  }

  /** Seconds since a scheduler of any process last asked what is due; null where none ever has. */
  async secondsSinceTick(): Promise<number | null> {
    const [newest] = await this.record.runShared(() => this.rows.troubles.listBeats());
    return newest ? Math.max(0, (this.clock.now() - newest.tickedAt) / 1000) : null;
  }

  private async troubles(): Promise<Trouble[]> {
    const [newest] = await this.record.runShared(() => this.rows.troubles.listBeats());
    const states: StateSigns[] = [];
    for (const state of await this.rows.states.listStates())
      states.push(await this.signsOf(state).catch((error: unknown) => unread(state, error)));
    return troublesOf({ now: this.clock.now(), tickedAt: newest?.tickedAt ?? null, states });
  }

  private signsOf(state: State): Promise<StateSigns> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const on = civilDayOf(now, state.timeZone);
      const found = await this.rows.sweeps.findSweep(state.id, on);
      const swept = found !== null && found.finishedAt !== null;
      const mail = await this.rows.troubles.mailSigns(state.id, now, now - RELAY_SILENT_AFTER_MS);
      const unfollowedSince = await this.rows.troubles.unfollowedSince(state.id, on);
      const isOver = swept && isDigestClosed(now, state.timeZone);
      const unwritten = isOver && (await this.isUnwritten(state.id, on));
      return { state: state.iso3, swept, unfollowedSince, unwritten, ...mail };
    });
  }

  private async isUnwritten(stateId: number, on: CivilDate): Promise<boolean> {
    if (await this.rows.notices.hasUndigested(stateId, on)) return true;
    return !this.options.closeAtOnce && !(await this.rows.rhythms.isClosed(stateId, on));
  }

  private async tell(): Promise<void> {
    const { operatorEmail, worker } = this.options;
    if (operatorEmail === null) return;
    for (;;) {
      const now = this.clock.now();
      const told = await this.record.runShared(() =>
        this.rows.troubles.claimTold({ by: worker, now, leaseUntil: now + LEASE_MS }),
      );
      if (told === null) return;
      const outcome = await this.send(told, operatorEmail);
      const settled = outcome.kind === 'accepted' || outcome.kind === 'permanent';
      const next = settled ? null : this.clock.now() + backOffFor(told.attempt);
      await this.record.runShared(() => this.rows.troubles.settleTold(told, worker, next));
    }
  }

  private send(told: TroubleToTell, operatorEmail: string): Promise<SendOutcome> {
    const { publicUrl, mailFrom } = this.options;
    const { id, part, state, firstSeenAt, recoveredAt } = told;
    const kind = recoveredAt === null ? 'opened' : 'recovered';
    return this.mailer.send({
      ...MAILS.incident({ part, state, since: firstSeenAt, recoveredAt, publicUrl }),
      from: mailFrom,
      to: { name: '', address: operatorEmail },
      messageId: messageIdFor(`incident.${id}.${firstSeenAt}.${kind}`, publicUrl),
    });
  }
}

/** A State of which nobody can tell whether its day was swept stands still, and keeps nobody from telling of the others. */
function unread({ iso3 }: State, error: unknown): StateSigns {
  if (error instanceof OperationalError) throw error;
  return {
    state: iso3,
    swept: false,
    unfollowedSince: null,
    unwritten: false,
    dueSince: null,
    answered: 0,
    untaken: { people: 0, unanswered: 0 },
  };
}
