import type { CivilDate, Clock } from '#domain';
import { civilDayOf } from '#domain';
import type {
  CycleComparisonRepository,
  CycleItemFilter,
  CycleItemRow,
  CycleTally,
  RecordDatabase,
  State,
} from '#persistence';

/** Reporting cycles beside each other, and what became of each item in the next. */
export class CompareCycles {
  constructor(
    private readonly record: RecordDatabase,
    private readonly cycles: CycleComparisonRepository,
    private readonly clock: Clock,
  ) {}

  cyclesOf(state: State): Promise<{ readonly today: CivilDate; readonly cycles: readonly CycleTally[] }> {
    return this.record.runState(state.id, async () => ({
      today: this.today(state),
      cycles: await this.cycles.listCycles(state.id),
    }));
  }

  itemsOf(
    state: State,
    filter: CycleItemFilter,
  ): Promise<{ readonly today: CivilDate; readonly items: readonly CycleItemRow[] }> {
    return this.record.runState(state.id, async () => ({
      today: this.today(state),
      items: await this.cycles.listItems(state.id, filter),
    }));
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}
