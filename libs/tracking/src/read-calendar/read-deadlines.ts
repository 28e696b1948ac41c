import type { CivilDate, Clock, YearOfDuties } from '#domain';
import { civilDayOf, timelinessByYear } from '#domain';
import type {
  DutyCounts,
  DutyFilter,
  DutyPage,
  PublicDeadlineRepository,
  PublicDuty,
  PublicInstitution,
  State,
} from '#persistence';

export interface DeadlinesReading {
  readonly today: CivilDate;
  readonly duties: readonly PublicDuty[];
  readonly counts: DutyCounts;
  /** Those that the list can be narrowed to. */
  readonly debtors: readonly PublicInstitution[];
}

/** Everything that is due in a State, coming and past, with its certainty and what came of it. */
export class ReadDeadlines {
  constructor(
    private readonly deadlines: PublicDeadlineRepository,
    private readonly clock: Clock,
  ) {}

  /** By year, the newest first. Empty where it owes nothing by a confirmed day, or is not known. */
  async readTimeliness(state: State, institution: string): Promise<YearOfDuties[]> {
    const owed = await this.deadlines.listOwed(state.id, institution);
    return timelinessByYear(
      owed.map(({ dueOn, ...duty }) => ({
        ...duty,
        followed: true,
        deadline: { certainty: 'confirmed', dueOn, basis: '' },
      })),
      civilDayOf(this.clock.now(), state.timeZone),
    );
  }

  async read(state: State, filter: Omit<DutyFilter, 'today'>, page: DutyPage): Promise<DeadlinesReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const asked = { ...filter, today };
    return {
      today,
      duties: await this.deadlines.listDuties(state.id, asked, page),
      counts: await this.deadlines.countDuties(state.id, asked),
      debtors: await this.deadlines.listDebtors(state.id),
    };
  }
}
