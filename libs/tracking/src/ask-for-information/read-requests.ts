import type { CivilDate, Clock, ReplyClock, RequestState, WorkCalendar } from '#domain';
import { UserError, replyClock, requestStateOf, workingDaysBetween } from '#domain';
import type {
  ActionReadingRepository,
  InformationRequest,
  InformationRequestRepository,
  Institution,
  InstitutionRepository,
  PublishedRequest,
  RecommendationRepository,
  RecordDatabase,
  RequestFilter,
  State,
} from '#persistence';

import { todayOf } from '../record-action/answering.js';
import { standing, unknownRequest } from './request-standing.js';
import type { ReplyRules } from './reply-rules.js';

/** More of one recommendation are not read at once. */
const MOST_OF_ONE = 100;
/** A chain of requests that is longer has other troubles. */
const LONGEST_CHAIN = 20;

export interface RequestReading extends InformationRequest {
  readonly state: RequestState;
  /** Working days of the State until its last day; those since, below zero. Null where it no longer waits. */
  readonly workingDaysLeft: number | null;
}

/** What the form offers. */
export interface RequestChoices {
  readonly today: CivilDate;
  readonly item: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  };
  readonly institutions: readonly Institution[];
  readonly indicators: readonly {
    readonly code: string;
    readonly name: { readonly en: string; readonly es: string };
  }[];
  /** Of a request that is sent today and says nothing else. */
  readonly usual: ReplyClock;
}

/** Requests as those read them who are concerned by them, and what everybody reads. */
export class ReadRequests {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly requests: InformationRequestRepository;
      readonly institutions: InstitutionRepository;
      readonly recommendations: RecommendationRepository;
      readonly actions: ActionReadingRepository;
    },
    private readonly replies: ReplyRules,
    private readonly clock: Clock,
  ) {}

  list(
    state: State,
    filter: Omit<RequestFilter, 'today'>,
  ): Promise<{
    readonly today: CivilDate;
    readonly requests: RequestReading[];
    readonly usual: ReplyClock;
    readonly institutions: readonly Institution[];
  }> {
    const today = todayOf(this.clock, state);
    return this.record.runState(state.id, async () => {
      const { calendar, workingDays } = await this.replies.of(state);
      const found = await this.rows.requests.listRequests(state.id, { ...filter, today });
      const institutions = await this.rows.institutions.listInstitutions(state.id);
      return {
        today,
        usual: replyClock(today, workingDays, calendar),
        institutions: [...institutions.values()],
        requests: found.map((request) => readingOf(request, today, calendar)),
      };
    });
  }

  /**
   * One request, with those that it asks again and those that ask it again, the oldest first.
   * @throws UserError `information_request.unknown`, also where it is another institution's.
   */
  read(
    state: State,
    id: number,
    institution: string | null,
  ): Promise<{
    readonly today: CivilDate;
    readonly request: RequestReading;
    readonly chain: RequestReading[];
    readonly usual: ReplyClock;
  }> {
    const today = todayOf(this.clock, state);
    return this.record.runState(state.id, async () => {
      const found = await this.rows.requests.findRequest(state.id, id);
      if (!found || (institution !== null && found.institution.code !== institution)) throw unknownRequest();
      const { calendar, workingDays } = await this.replies.of(state);
      const chain = [
        ...(await this.follow(state, found, ({ earlier }) => earlier)).reverse(),
        found,
        ...(await this.follow(state, found, ({ later }) => later)),
      ];
      return {
        today,
        usual: replyClock(today, workingDays, calendar),
        request: readingOf(found, today, calendar),
        chain: chain.map((one) => readingOf(one, today, calendar)),
      };
    });
  }

  /** @throws UserError `information_request.recommendation_unknown`. */
  async choices(state: State, recommendation: string): Promise<RequestChoices> {
    const offered = await this.rows.actions.findChoices(state.id, recommendation);
    const today = todayOf(this.clock, state);
    return this.record.runState(state.id, async () => {
      const item = await this.rows.recommendations.findByPublicId(state.id, recommendation);
      if (!item || !offered)
        throw new UserError(
          'not_found',
          'information_request.recommendation_unknown',
          `No recommendation "${recommendation}" is followed for ${state.iso3}.`,
        );
      const { calendar, workingDays } = await this.replies.of(state);
      const known = await this.rows.institutions.listInstitutions(state.id);
      return {
        today,
        item,
        institutions: [...known.values()],
        indicators: offered.indicators,
        usual: replyClock(today, workingDays, calendar),
      };
    });
  }

  /** What everybody reads about one recommendation. */
  async listPublished(
    state: State,
    recommendation: string,
  ): Promise<{
    readonly today: CivilDate;
    readonly requests: (PublishedRequest & { readonly state: RequestState })[];
  }> {
    const today = todayOf(this.clock, state);
    const requests = await this.rows.requests.listPublished(state.id, recommendation, MOST_OF_ONE);
    return {
      today,
      requests: requests.map((request) => ({ ...request, state: requestStateOf(request, today) })),
    };
  }

  private async follow(
    state: State,
    from: InformationRequest,
    next: (request: InformationRequest) => number | null,
  ): Promise<InformationRequest[]> {
    const chain: InformationRequest[] = [];
    for (let id = next(from); id !== null && chain.length < LONGEST_CHAIN;) {
      const found = await this.rows.requests.findRequest(state.id, id);
      if (!found) break;
      chain.push(found);
      id = next(found);
    }
    return chain;
  }
}

function readingOf(request: InformationRequest, today: CivilDate, calendar: WorkCalendar): RequestReading {
  const state = requestStateOf(standing(request), today);
  const waits = state === 'sent' || state === 'overdue';
  return { ...request, state, workingDaysLeft: waits ? daysLeft(request.dueOn, today, calendar) : null };
}

function daysLeft(dueOn: CivilDate, today: CivilDate, calendar: WorkCalendar): number {
  return dueOn >= today
    ? workingDaysBetween(today, dueOn, calendar)
    : -workingDaysBetween(dueOn, today, calendar);
}
