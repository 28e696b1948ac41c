import type { CivilDate, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  AuditTrailRepository,
  HistoryEntry,
  HistoryFilter,
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

export interface RecommendationHistoryReading extends HistoryReading {
  readonly recommendation: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  };
}

/** More than that nobody reads through; the newest are shown. */
const MOST_OF_ONE_ITEM = 200;

/** Who did what, for those who may know: the secretariat and the ombudsperson. */
export class ReadHistory {
  constructor(
    private readonly record: RecordDatabase,
    private readonly states: StateRepository,
    private readonly trail: AuditTrailRepository,
    private readonly recommendations: RecommendationRepository,
    private readonly clock: Clock,
  ) {}

  async ofState(iso3: string, filter: HistoryFilter): Promise<HistoryReading> {
    const state = await this.states.getState(iso3);
    const entries = await this.record.runState(state.id, () => this.trail.listHistory(state.id, filter));
    return { state, today: this.today(state), entries };
  }

  /** @throws UserError when the State has no such recommendation. */
  async ofRecommendation(iso3: string, publicId: string): Promise<RecommendationHistoryReading> {
    const state = await this.states.getState(iso3);
    return this.record.runState(state.id, async () => {
      const recommendation = await this.recommendations.findByPublicId(state.id, publicId);
      if (!recommendation)
        throw new UserError(
          'not_found',
          'recommendation.unknown',
          `${iso3} has no recommendation "${publicId}".`,
        );
      const entries = await this.trail.listOfRecommendation(state.id, publicId, MOST_OF_ONE_ITEM);
      return { state, today: this.today(state), recommendation, entries };
    });
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}
