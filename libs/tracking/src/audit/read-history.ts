import type { CivilDate, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  AuditTrailRepository,
  HistoryEntry,
  HistoryFilter,
  HistoryPerson,
  ItemHistoryEntry,
  ItemHistoryKey,
  RecommendationRepository,
  RecordDatabase,
  State,
  StateRepository,
} from '#persistence';

export interface HistoryReading {
  readonly state: State;
  readonly today: CivilDate;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
}

export interface StateHistoryReading extends HistoryReading {
  readonly people: readonly HistoryPerson[];
}

export interface RecommendationHistoryReading extends HistoryReading {
  readonly entries: readonly ItemHistoryEntry[];
  readonly recommendation: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  };
}

const ENTRIES_AT_ONCE = 1_000;

/** Who did what, for those who may know: the secretariat and the ombudsperson. */
export class ReadHistory {
  constructor(
    private readonly record: RecordDatabase,
    private readonly states: StateRepository,
    private readonly trail: AuditTrailRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError when the days are the wrong way round. */
  async ofState(iso3: string, filter: HistoryFilter): Promise<StateHistoryReading> {
    refuseDaysReversed(filter);
    const state = await this.states.getState(iso3);
    return this.record.runState(state.id, async () => ({
      state,
      today: this.today(state),
      entries: await this.trail.listHistory(state.id, filter),
      people: await this.trail.listPeople(state.id),
    }));
  }

  /**
   * All entries that fit, newest first, some at a time: a long history is never in memory at once.
   * @throws UserError when the days are the wrong way round.
   */
  async allOfState(
    iso3: string,
    filter: Omit<HistoryFilter, 'before' | 'limit'>,
  ): Promise<{ readonly state: State; readonly pages: AsyncGenerator<readonly HistoryEntry[]> }> {
    refuseDaysReversed(filter);
    const state = await this.states.getState(iso3);
    return { state, pages: this.pagesOf(state, filter) };
  }

  private async *pagesOf(
    { id }: State,
    filter: Omit<HistoryFilter, 'before' | 'limit'>,
  ): AsyncGenerator<readonly HistoryEntry[]> {
    let before: number | undefined;
    for (;;) {
      const page = { ...filter, before, limit: ENTRIES_AT_ONCE };
      const entries = await this.record.runState(id, () => this.trail.listHistory(id, page));
      yield entries;
      if (entries.length < ENTRIES_AT_ONCE) return;
      before = entries.at(-1)?.position ?? 0;
    }
  }

  /** @throws UserError when the State has no such recommendation. */
  async ofRecommendation(
    iso3: string,
    publicId: string,
    page: { readonly before?: ItemHistoryKey | undefined; readonly limit: number },
  ): Promise<RecommendationHistoryReading> {
    const state = await this.states.getState(iso3);
    return this.record.runState(state.id, async () => {
      const recommendation = await this.recommendations.findByPublicId(state.id, publicId);
      if (!recommendation)
        throw new UserError(
          'not_found',
          'recommendation.unknown',
          `${iso3} has no recommendation "${publicId}".`,
        );
      const entries = await this.trail.listOfRecommendation(state.id, publicId, page);
      return { state, today: this.today(state), recommendation, entries };
    });
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}

function refuseDaysReversed({ from, to }: Pick<HistoryFilter, 'from' | 'to'>): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new UserError(
    'invalid_input',
    'history.days',
    `from: expected a day that is not after "to", which is ${to}, not ${from}.`,
  );
}
