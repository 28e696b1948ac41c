import type { CivilDate, Clock } from '#domain';
import { OperationalError, UserError, civilDayOf } from '#domain';
import type { RecordDatabase, State, SweepCounts, SweepRepository } from '#persistence';

import type { CarryOutHandOvers } from '../hand-over/carry-out-hand-overs.js';
import type { ChangeInstitutions } from '../manage-institutions/change-institutions.js';
import type { RecordCompleteness } from '../record-completeness/record-completeness.js';
import type { MakeRounds } from '../watch-rules/make-rounds.js';
import type { SelectSubjects } from './select-subjects.js';
import type { SweepDecision, SweepPages } from './sweep-pages.js';
import { emptyTally } from './sweep-tally.js';

/** Recommendations read at once: few enough for an old machine's memory, enough that the queries do not count. */
const PAGE = 1_000;
/** A sweep that has not finished in this time is taken over by another worker. */
const LEASE_MS = 10 * 60_000;

export interface SweepOptions {
  readonly on?: CivilDate;
  /** Decides everything and writes nothing. */
  readonly dryRun?: boolean;
  /** Sweeps the day again although it is finished, as a person at the command line may want. */
  readonly again?: boolean;
  readonly worker: string;
}

export interface SweepOutcome {
  readonly on: CivilDate;
  /** `busy`: another worker has it. `done_before`: finished already. */
  readonly outcome: 'swept' | 'busy' | 'done_before' | 'dry_run';
  readonly counts: SweepCounts;
  /** What a dry run would do, alert by alert. */
  readonly decisions: readonly SweepDecision[];
}

/** One civil day of one State: checks, alerts, statuses and the ledger of notices, in one transaction. */
export class RunSweep {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: { readonly sweeps: SweepRepository },
    private readonly pages: SweepPages,
    private readonly subjects: SelectSubjects,
    /** What a person decided for a day that may have come: who answers is settled before anybody is reminded. */
    private readonly due: {
      /** What is owed again. */
      readonly rounds: MakeRounds;
      readonly successions: ChangeInstitutions;
      readonly handOvers: CarryOutHandOvers;
      /** The check of breakdowns reads the same series as everybody. */
      readonly completeness: RecordCompleteness;
    },
    private readonly clock: Clock,
  ) {}

  async run(state: State, options: SweepOptions): Promise<SweepOutcome> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const on = options.on ?? today;
    if (options.dryRun) return this.rehearse(state, on);
    if (on > today)
      throw new UserError(
        'invalid_input',
        'sweep.future_day',
        `${on} has not begun in ${state.timeZone}; only --dry-run may look ahead.`,
      );

    const claimed = await this.claim(state.id, on, options);
    if (claimed !== 'claimed') return { on, outcome: claimed, counts: emptyTally(), decisions: [] };
    try {
      return await this.record.runState(state.id, async () => {
        await this.settleWhatIsDue(state, on);
        await this.due.completeness.run(state.id);
        const { counts, decisions } = await this.sweepAll(state, on, true);
        const finished = await this.repositories.sweeps.finishSweep(
          state.id,
          on,
          options.worker,
          this.clock.now(),
          counts,
        );
        if (!finished)
          throw new OperationalError(
            'sweep.lease_lost',
            `The sweep of ${on} took longer than its lease and another worker has it now; nothing of this one was kept.`,
          );
        return { on, outcome: 'swept', counts, decisions };
      });
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown';
      await this.record.runState(state.id, () =>
        this.repositories.sweeps.failSweep(state.id, on, options.worker, code),
      );
      throw error;
    }
  }

  /** The claim commits before the work, so that others see it. */
  private claim(
    stateId: number,
    on: CivilDate,
    options: SweepOptions,
  ): Promise<'claimed' | 'busy' | 'done_before'> {
    const now = this.clock.now();
    return this.record.runState(stateId, async () => {
      const claim = { by: options.worker, now, leaseUntil: now + LEASE_MS, again: options.again ?? false };
      if (await this.repositories.sweeps.claimSweep(stateId, on, claim)) return 'claimed';
      const existing = await this.repositories.sweeps.findSweep(stateId, on);
      return existing === null || existing.finishedAt === null ? 'busy' : 'done_before';
    });
  }

  private async settleWhatIsDue(state: State, on: CivilDate): Promise<void> {
    await this.due.successions.moveWhatIsDue(state, on);
    await this.due.handOvers.carryOut(state, on);
    await this.due.rounds.make(state, on);
  }

  /** What comes with the day is there in a rehearsal too, and goes with it. */
  private rehearse(state: State, on: CivilDate): Promise<SweepOutcome> {
    return this.record.rehearse(state.id, async () => {
      await this.settleWhatIsDue(state, on);
      const { counts, decisions } = await this.sweepAll(state, on, false);
      return { on, outcome: 'dry_run', counts, decisions };
    });
  }

  private async sweepAll(
    state: State,
    on: CivilDate,
    write: boolean,
  ): Promise<{ counts: SweepCounts; decisions: SweepDecision[] }> {
    const rules = await this.pages.rulesOf(state, on);
    const counts = emptyTally();
    await this.pages.followSubjects(state.id, on, true);
    // A full sweep proves that following changes left nothing out: whoever has another answer was expected to.
    const expected = write ? await this.subjects.take(state, on, rules) : null;
    const wanted = { on, write, expected, limit: PAGE };
    return { counts, decisions: await this.pages.sweepAll(state.id, wanted, rules, counts) };
  }
}
