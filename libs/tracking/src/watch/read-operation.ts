import type { CivilDate, Clock, Instant, SeenTrouble } from '#domain';
import { addDays, civilDayOf } from '#domain';
import { redactAddresses } from '#mail';
import type {
  Backlog,
  DeadLetterRepository,
  OperationRepository,
  OutcomeCount,
  RecordDatabase,
  State,
  StateRepository,
  SweepRun,
  WatchTroubleRepository,
  WorkerBeat,
} from '#persistence';
import type { FailedJob, JobDispatcher } from '#queue';

const NEWEST_RUNS = 8;
const NEWEST_INCIDENTS = 20;
const NEWEST_FAILED = 20;

export interface StateOperation {
  readonly state: State;
  readonly today: CivilDate;
  /** Newest first. */
  readonly runs: readonly SweepRun[];
  readonly next: { readonly on: CivilDate; readonly due: boolean };
  readonly backlog: Backlog;
  readonly outcomes: readonly OutcomeCount[];
  readonly deadLetters: number;
}

export interface OperationReading {
  readonly now: Instant;
  readonly states: readonly StateOperation[];
  readonly workers: readonly WorkerBeat[];
  readonly incidents: readonly (SeenTrouble & { readonly recoveredAt: Instant | null })[];
  /** Null: the queue does not answer. */
  readonly queues: Record<string, Record<string, number>> | null;
  readonly failedJobs: readonly FailedJob[];
}

/** Everything that whoever runs the installation has to see at a glance; no figure of any State. */
export class ReadOperation {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly states: StateRepository;
      readonly operation: OperationRepository;
      readonly letters: DeadLetterRepository;
      readonly troubles: WatchTroubleRepository;
    },
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<OperationReading> {
    const states: StateOperation[] = [];
    for (const state of await this.rows.states.listStates()) states.push(await this.ofState(state));
    const { workers, incidents } = await this.record.runShared(async () => ({
      workers: await this.rows.troubles.listBeats(),
      incidents: await this.rows.troubles.listIncidents(NEWEST_INCIDENTS),
    }));
    return { now: this.clock.now(), states, workers, incidents, ...(await this.ofQueues()) };
  }

  /** Dead letters by State. */
  async deadLetters(): Promise<{ readonly state: string; readonly count: number }[]> {
    const counts = [];
    for (const { id, iso3 } of await this.rows.states.listStates())
      counts.push({ state: iso3, count: await this.record.runState(id, () => this.rows.letters.count(id)) });
    return counts;
  }

  private ofState(state: State): Promise<StateOperation> {
    const now = this.clock.now();
    const today = civilDayOf(now, state.timeZone);
    const { operation, letters } = this.rows;
    return this.record.runState(state.id, async () => {
      const runs = await operation.listRuns(state.id, NEWEST_RUNS);
      const swept = runs.some(({ sweptOn, finishedAt }) => sweptOn === today && finishedAt !== null);
      return {
        state,
        today,
        runs,
        next: { on: swept ? addDays(today, 1) : today, due: !swept },
        backlog: await operation.readBacklog(state.id),
        outcomes: await operation.countOutcomes(state.id, now),
        deadLetters: await letters.count(state.id),
      };
    });
  }

  /** The room has to open also while the queue is away: that is when it is looked at. */
  private async ofQueues(): Promise<Pick<OperationReading, 'queues' | 'failedJobs'>> {
    try {
      const failed = await this.dispatcher.failed(NEWEST_FAILED);
      return {
        queues: await this.dispatcher.counts(),
        failedJobs: failed.map((job) => ({ ...job, reason: redactAddresses(job.reason) })),
      };
    } catch {
      return { queues: null, failedJobs: [] };
    }
  }
}
