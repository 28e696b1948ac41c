import { civilDayOf } from '#domain';
import type { CivilDate, Clock } from '#domain';
import type { RecordDatabase, State, Succession, SuccessionFilter, SuccessionRepository } from '#persistence';

export interface SuccessionsReading {
  readonly today: CivilDate;
  readonly successions: readonly Succession[];
}

/** Pairs of items over cycles, suggested and decided. */
export class ReadSuccessions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly successions: SuccessionRepository,
    private readonly clock: Clock,
  ) {}

  read(state: State, filter: SuccessionFilter): Promise<SuccessionsReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => ({
      today,
      successions: await this.successions.listSuccessions(state.id, filter),
    }));
  }
}
