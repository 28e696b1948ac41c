import type { CivilDate, Clock } from '#domain';
import type { RecordDatabase, State, SweepCounts, SweepRepository } from '#persistence';

import type { SelectSubjects } from './select-subjects.js';
import type { SweepPages } from './sweep-pages.js';
import { emptyTally } from './sweep-tally.js';

/** Recommendations looked at by one round of queries. */
const PAGE = 1_000;

export interface FollowOutcome {
  /** `not_swept`: the day's sweep has not been finished. `busy`: another worker follows. `nothing`: no day came and nothing changed. */
  readonly outcome: 'followed' | 'nothing' | 'busy' | 'not_swept';
  readonly counts: SweepCounts;
}

/**
 * After the day's sweep: what changed since, and nothing else. It decides as the sweep does, in one transaction; the next full
 * sweep proves that nothing was left out.
 */
export class FollowChanges {
  constructor(
    private readonly record: RecordDatabase,
    private readonly sweeps: SweepRepository,
    private readonly subjects: SelectSubjects,
    private readonly pages: SweepPages,
    private readonly clock: Clock,
  ) {}

  follow(state: State, on: CivilDate): Promise<FollowOutcome> {
    return this.record.runState(state.id, async () => {
      const counts = emptyTally();
      const held = await this.sweeps.holdFinished(state.id, on);
      if (held !== 'held') return { outcome: held, counts };
      const rules = await this.pages.rulesOf(state, on);
      await this.pages.followSubjects(state.id, on, false);
      const expected = await this.subjects.take(state, on, rules);
      if (expected?.size === 0) return { outcome: 'nothing', counts };
      const wanted = { on, write: true, expected };
      if (expected === null) await this.pages.sweepAll(state.id, { ...wanted, limit: PAGE }, rules, counts);
      else {
        const ids = [...expected].sort((left, right) => left - right);
        for (let from = 0; from < ids.length; from += PAGE)
          await this.pages.sweepThese(state.id, ids.slice(from, from + PAGE), wanted, rules, counts);
      }
      await this.sweeps.recordFollowed(state.id, on, this.clock.now(), counts);
      return { outcome: 'followed', counts };
    });
  }

  /** Whether following would look at anything. In the transaction of whoever calls. */
  isDue(state: State, on: CivilDate): Promise<boolean> {
    return this.subjects.isAnything(state, on, () => this.pages.rulesOf(state, on));
  }
}
