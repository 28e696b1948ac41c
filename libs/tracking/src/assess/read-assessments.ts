import type { AssessmentScale, CivilDate, Clock, InTheWay, StatusDecision } from '#domain';
import { UserError, besideDecision, civilDayOf, mayBeForms, soughtWords, wordsOf } from '#domain';
import type { SearchQuery } from '#domain';
import type {
  AssessedItem,
  Assessment,
  AssessmentFilter,
  AssessmentRepository,
  Bilingual,
  DecisionFilter,
  DecisionOnItem,
  ImplementationRepository,
  RecommendationRepository,
  RecordDatabase,
  SearchRepository,
  State,
} from '#persistence';

import type { DecideImplementation } from './decide-implementation.js';

/** More of one recommendation are not read at once: the list has the rest. */
const MOST_OF_ONE = 200;

export interface Found<T> {
  readonly items: readonly T[];
  /** Words of the items that are what was sought. */
  readonly hits: ReadonlySet<string>;
}

export interface ItemReading {
  readonly item: Omit<AssessedItem, 'documentSlug'>;
  readonly today: CivilDate;
  /** Treaty body of the recommendation. */
  readonly mechanism: string;
  readonly assessments: readonly Assessment[];
  readonly decisions: readonly DecisionOnItem[];
  /** Null where there is no decision, or nothing to be said against it. */
  readonly beside: StatusDecision | null;
  /** What stands in the way today; null where nobody asked for it. */
  readonly inTheWay: readonly InTheWay[] | null;
  /** Of everything that stood or stands in the way. */
  readonly indicatorNames: IndicatorNames;
}

/** What indicators are called, by code. */
export type IndicatorNames = Readonly<Record<string, Bilingual>>;

/** Assessments and decisions, as everybody reads them, and the ombudsperson's own. */
export class ReadAssessments {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly assessments: AssessmentRepository;
      readonly implementations: ImplementationRepository;
      readonly recommendations: RecommendationRepository;
      readonly searches: SearchRepository;
    },
    private readonly decisions: DecideImplementation,
    private readonly clock: Clock,
  ) {}

  listScales(): Promise<AssessmentScale[]> {
    return this.rows.assessments.listScales();
  }

  async list(state: State, filter: AssessmentFilter): Promise<Found<Assessment>> {
    return this.marked(state, filter, await this.rows.assessments.listPublished(state.id, filter));
  }

  /** The ombudsperson's, confidential ones too. */
  async listOwn(state: State, filter: AssessmentFilter): Promise<Found<Assessment>> {
    const items = await this.record.runState(state.id, () => this.rows.assessments.listOwn(state.id, filter));
    return this.marked(state, filter, items);
  }

  async listOverrides(
    state: State,
    filter: Omit<DecisionFilter, 'decision' | 'recommendation'>,
  ): Promise<Found<DecisionOnItem> & { readonly indicatorNames: IndicatorNames }> {
    const items = await this.rows.implementations.listDecisions(state.id, {
      ...filter,
      decision: 'overridden',
      recommendation: null,
    });
    const indicatorNames = await this.namesIn(
      state,
      items.flatMap(({ inTheWay }) => inTheWay),
    );
    return { ...(await this.marked(state, filter, items)), indicatorNames };
  }

  /**
   * What was said of one recommendation, the three assessors apart, and what was decided.
   * @param withHindrances whether what stands in the way today is asked for, decided or not
   * @throws UserError `recommendation.unknown`.
   */
  async readItem(state: State, publicId: string, withHindrances: boolean): Promise<ItemReading> {
    const all = { recommendation: publicId, search: null, language: 'en', before: null, limit: MOST_OF_ONE };
    const assessments = await this.rows.assessments.listPublished(state.id, {
      ...all,
      assessor: null,
      grade: null,
      document: null,
    });
    const decisions = await this.rows.implementations.listDecisions(state.id, { ...all, decision: null });
    const reading = await this.record.runState(state.id, async () => {
      const item = await this.rows.recommendations.findByPublicId(state.id, publicId);
      const subject = await this.rows.assessments.findItem(state.id, publicId);
      if (!item || !subject)
        throw new UserError(
          'not_found',
          'recommendation.unknown',
          `No recommendation "${publicId}" is followed for ${state.iso3}.`,
        );
      const stands = decisions[0] !== undefined && decisions[0].decision !== 'reopened';
      const ground = stands || withHindrances ? await this.decisions.ground(state, publicId) : null;
      return {
        item,
        mechanism: subject.mechanism,
        today: civilDayOf(this.clock.now(), state.timeZone),
        assessments,
        decisions,
        beside: ground && besideDecision(ground.facts, ground.today, ground.context.thresholds),
        inTheWay: ground?.inTheWay ?? null,
      };
    });
    const hindrances = [...decisions.flatMap(({ inTheWay }) => inTheWay), ...(reading.inTheWay ?? [])];
    return { ...reading, indicatorNames: await this.namesIn(state, hindrances) };
  }

  private namesIn({ id }: State, hindrances: readonly InTheWay[]): Promise<IndicatorNames> {
    const codes = hindrances.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]));
    return this.rows.implementations.listIndicatorNames(id, codes);
  }

  private async marked<T extends Assessment | DecisionOnItem>(
    { id }: State,
    { search, language }: { readonly search: SearchQuery | null; readonly language: string },
    items: readonly T[],
  ): Promise<Found<T>> {
    if (!search) return { items, hits: new Set() };
    const words = wordsOf(items.map((item) => ('text' in item ? item.text : item.reason)).join(' '));
    const sought = soughtWords(search);
    const hits = await this.rows.searches.hits(id, mayBeForms(words, sought), sought, language);
    return { items, hits: new Set(hits) };
  }
}
