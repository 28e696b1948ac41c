import type { CivilDate, Clock, Instant } from '#domain';
import { civilDayOf } from '#domain';
import type {
  MessageRepository,
  RecordDatabase,
  StandInRepository,
  StateRepository,
  SweepRecord,
  SweepRepository,
} from '#persistence';
import type { JobDispatcher } from '#queue';

export interface WatchReading {
  readonly today: CivilDate;
  readonly sweeps: readonly SweepRecord[];
  readonly mail: Record<string, number>;
  readonly queues: Record<string, Record<string, number>>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly database: 'reachable' | 'unreachable';
  readonly queue: 'reachable' | 'unreachable';
  /** Mails that wait to leave. */
  readonly mailWaiting: number | null;
  /** Periods whose counts of persons could not be published: a fault, which stands in the log; their former form stays. */
  readonly periodsNotPublished: number | null;
}

const NEWEST_SWEEPS = 30;

/** Whether the watch itself is awake. */
export class ReadWatch {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly sweeps: SweepRepository;
      readonly messages: MessageRepository;
      readonly standIns: StandInRepository;
    },
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<WatchReading> {
    const states = await this.repositories.states.listStates();
    const sweeps = await Promise.all(
      states.map((state) =>
        this.record.runState(state.id, () => this.repositories.sweeps.listSweeps(state.id, NEWEST_SWEEPS)),
      ),
    );
    const mail: Record<string, number> = {};
    for (const { delivery, count } of await this.messageCounts())
      mail[delivery] = (mail[delivery] ?? 0) + count;
    return {
      today: civilDayOf(this.clock.now(), states[0]?.timeZone ?? 'UTC'),
      sweeps: sweeps.flat(),
      mail,
      queues: await this.dispatcher.counts(),
    };
  }

  async readiness(): Promise<Readiness> {
    const database = await reachable(() => this.record.ping());
    const queue = await reachable(() => this.dispatcher.counts());
    const waiting = database
      ? (await this.messageCounts()).filter((row) => row.delivery === 'pending')
      : null;
    return {
      ready: database && queue,
      database: database ? 'reachable' : 'unreachable',
      queue: queue ? 'reachable' : 'unreachable',
      mailWaiting: waiting?.reduce((sum, row) => sum + row.count, 0) ?? null,
      periodsNotPublished: database
        ? (await this.heldPeriods()).reduce((sum, { failed }) => sum + failed, 0)
        : null,
    };
  }

  /** By State: periods whose changes are held, and periods that could not be published. */
  async heldPeriods(): Promise<
    { readonly state: string; readonly waiting: number; readonly failed: number }[]
  > {
    const states = await this.repositories.states.listStates();
    return Promise.all(
      states.map(async ({ id, iso3 }) => {
        const held = await this.record.runState(id, () => this.repositories.standIns.countHeld(id));
        return { state: iso3, ...held };
      }),
    );
  }

  async secondsSinceSweep(): Promise<{ readonly state: string; readonly seconds: number }[]> {
    const now: Instant = this.clock.now();
    const states = await this.repositories.states.listStates();
    const newest = await Promise.all(
      states.map(async (state) => {
        const sweeps = await this.record.runState(state.id, () =>
          this.repositories.sweeps.listSweeps(state.id, NEWEST_SWEEPS),
        );
        const finished = sweeps.map((sweep) => sweep.finishedAt ?? 0);
        return { state: state.iso3, finishedAt: Math.max(0, ...finished) };
      }),
    );
    return newest
      .filter((sweep) => sweep.finishedAt > 0)
      .map(({ state, finishedAt }) => ({ state, seconds: Math.max(0, (now - finishedAt) / 1000) }));
  }

  /** Of the newest finished sweep of each State. */
  async missedBySweeps(): Promise<{ readonly state: string; readonly missed: number }[]> {
    const states = await this.repositories.states.listStates();
    const newest = await Promise.all(
      states.map(async ({ id, iso3 }) => {
        const missed = await this.record.runState(id, () => this.repositories.sweeps.findMissed(id));
        return missed === null ? [] : [{ state: iso3, missed }];
      }),
    );
    return newest.flat();
  }

  async messageCounts(): Promise<
    { readonly state: string; readonly delivery: string; readonly count: number }[]
  > {
    const states = await this.repositories.states.listStates();
    const counts = await Promise.all(
      states.map(async (state) => {
        const byState = await this.record.runState(state.id, () =>
          this.repositories.messages.countByState(state.id),
        );
        return Object.entries(byState).map(([delivery, count]) => ({ state: state.iso3, delivery, count }));
      }),
    );
    return counts.flat();
  }
}

async function reachable(probe: () => Promise<unknown>): Promise<boolean> {
  try {
    await probe();
    return true;
  } catch {
    return false;
  }
}
