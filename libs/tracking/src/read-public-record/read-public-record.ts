import type { CivilDate, Clock, IndicatorTrack } from '#domain';
import { UserError, civilDayOf, thresholdsOf } from '#domain';
import type {
  PublicDimension,
  PublicDocument,
  PublicDocumentRepository,
  PublicFigureRepository,
  PublicIndicator,
  PublicRecommendation,
  PublicRecommendationRepository,
  RecommendationChoice,
  RecommendationFilter,
  State,
  StateRepository,
  UhriAnnotationRepository,
} from '#persistence';

import type { DatedJudgement, DocumentReading, IndicatorReading, RecommendationReading } from './readings.js';
import { CountedChoices } from './recommendation-choices.js';

type IndicatorFilter = NonNullable<Parameters<PublicFigureRepository['listIndicators']>[1]>;

/** Of one item: what stands beside each other in a row. */
const MOST_CHARTS = 3;

/** Everything that may be read without signing in, through the public role of the database. */
export class ReadPublicRecord {
  private readonly choices = new CountedChoices();

  constructor(
    private readonly states: StateRepository,
    private readonly recommendations: PublicRecommendationRepository,
    private readonly figures: PublicFigureRepository,
    private readonly documents: PublicDocumentRepository,
    private readonly annotations: UhriAnnotationRepository,
    private readonly clock: Clock,
  ) {}

  listStates(): Promise<State[]> {
    return this.states.listStates();
  }

  listDimensions(state: State): Promise<PublicDimension[]> {
    return this.figures.listDimensions(state.id);
  }

  getState(iso3: string): Promise<State> {
    return this.states.getState(iso3);
  }

  today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }

  async readDocument(state: State, slug?: string): Promise<DocumentReading> {
    const document = await this.getDocument(state, slug);
    const recommendations = await this.recommendations.listRecommendations(state.id, {
      documentId: document.id,
      today: this.today(state),
    });
    const obligations = await this.recommendations.listObligations(
      state.id,
      recommendations.map((recommendation) => recommendation.id),
    );
    const [deadlines, cycle] = await Promise.all([
      this.recommendations.listDocumentDeadlines(state.id, document.id),
      this.documents.findDocument(state.id, document.slug),
    ]);
    return { today: this.today(state), document, recommendations, obligations, deadlines, cycle };
  }

  /** Those of one document where its slug is given; a slug that nobody knows has none. */
  async listRecommendations(
    state: State,
    { document, ...filter }: RecommendationFilter & { readonly document?: string | undefined },
  ): Promise<PublicRecommendation[]> {
    const of =
      document === undefined ? undefined : await this.recommendations.findDocument(state.id, document);
    if (of === null) return [];
    return this.recommendations.listRecommendations(state.id, {
      today: this.today(state),
      ...filter,
      ...(of && { documentId: of.id }),
    });
  }

  /** What the list can be narrowed to, with how many each leaves. */
  listRecommendationChoices(state: State): Promise<RecommendationChoice[]> {
    return this.choices.read(this.recommendations, state.id, this.today(state), this.clock.now());
  }

  async readRecommendation(
    state: State,
    publicId: string,
    /** Of which the words of the Index are wanted first. */
    language = 'en',
  ): Promise<RecommendationReading> {
    const [recommendation] = await this.recommendations.listRecommendations(state.id, {
      publicId,
      today: this.today(state),
    });
    if (!recommendation)
      throw new UserError(
        'not_found',
        'recommendation.unknown',
        `No recommendation "${publicId}" is followed for ${state.iso3}.`,
      );
    const { id, paragraphId, concernParagraphId, documentSlug, documentId } = recommendation;
    // None of these waits for another: a page is as slow as the slowest of them.
    const [
      document,
      neighbours,
      paragraph,
      concern,
      references,
      responsibilities,
      classifications,
      uhri,
      obligations,
      indicators,
      cycle,
      chain,
      plainTexts,
    ] = await Promise.all([
      this.getDocument(state, documentSlug),
      this.recommendations.listRecommendations(state.id, { documentId }),
      this.recommendations.findParagraph(state.id, paragraphId),
      concernParagraphId === null ? null : this.recommendations.findParagraph(state.id, concernParagraphId),
      this.recommendations.listReferences(state.id, paragraphId),
      this.recommendations.listResponsibilities(state.id, [id], this.today(state)),
      this.recommendations.listClassifications(state.id, id),
      this.annotations.listConfirmed(state.id, id, language),
      this.recommendations.listObligations(state.id, [id]),
      this.summarise(state, { recommendationId: id }),
      this.documents.findDocument(state.id, documentSlug),
      this.documents.listChain(state.id, id),
      this.recommendations.listPlainTexts(state.id, id),
    ]);
    return {
      today: this.today(state),
      document,
      recommendation,
      neighbours,
      paragraph,
      concern,
      references: references ?? { references: [], articles: [] },
      responsibilities,
      classifications,
      uhri,
      obligations,
      indicators,
      charted: await this.chart(state, indicators),
      cycle,
      chain,
      plainTexts,
    };
  }

  /** Indicators with their newest published total. */
  listIndicators(state: State, page: IndicatorFilter): Promise<IndicatorReading> {
    return this.summarise(state, page);
  }

  /** Every published cell of the given indicators. */
  async readIndicators(state: State, codes: readonly string[]): Promise<IndicatorReading> {
    const found = await Promise.all(codes.map((code) => this.figures.listIndicators(state.id, { code })));
    return this.withAllFigures(state, found.flat(), codes);
  }

  /** The indicators of the overview with all their cells. */
  async readHighlights(state: State): Promise<IndicatorReading> {
    return this.readIndicators(state, await this.figures.listHighlights(state.id));
  }

  async getIndicator(state: State, code: string): Promise<IndicatorReading> {
    const reading = await this.readIndicators(state, [code]);
    if (reading.indicators.length === 0)
      throw new UserError(
        'not_found',
        'indicator.unknown',
        `No indicator "${code}" is followed for ${state.iso3}.`,
      );
    return reading;
  }

  /** Every published cell of one track. */
  async readTrack(state: State, track: IndicatorTrack): Promise<IndicatorReading> {
    const indicators = await this.figures.listIndicators(state.id, { track });
    return this.withAllFigures(
      state,
      indicators,
      indicators.map(({ code }) => code),
    );
  }

  private async withAllFigures(
    state: State,
    indicators: readonly PublicIndicator[],
    codes: readonly string[],
  ): Promise<IndicatorReading> {
    return {
      iso3: state.iso3,
      indicators,
      figures: await this.figures.listFigures(state.id, codes),
      sinceBreaks: [],
      judgements: await this.judgements(state, codes),
      sources: await this.figures.listSources(state.id),
      dimensions: await this.figures.listDimensions(state.id),
      thresholds: thresholdsOf(await this.figures.listThresholds(state.id)),
    };
  }

  private async summarise(state: State, filter: IndicatorFilter): Promise<IndicatorReading> {
    const indicators = await this.figures.listIndicators(state.id, filter);
    const codes = indicators.map((indicator) => indicator.code);
    const judgements = await this.judgements(state, codes);
    const broken = judgements.flatMap(({ judgement, indicatorCode }) =>
      judgement === 'break' ? [indicatorCode] : [],
    );
    const [figures, sinceBreaks, sources, dimensions, thresholds] = await Promise.all([
      this.figures.listNewestTotals(state.id, codes),
      broken.length === 0 ? [] : this.figures.listTotalsSinceBreaks(state.id, broken),
      this.figures.listSources(state.id),
      this.figures.listDimensions(state.id),
      this.figures.listThresholds(state.id),
    ]);
    return {
      iso3: state.iso3,
      indicators,
      figures,
      sinceBreaks,
      judgements,
      sources,
      dimensions,
      thresholds: thresholdsOf(thresholds),
    };
  }

  /** The first indicators of an item of which there is more than one number: one says no more than its line does. */
  private async chart(state: State, reading: IndicatorReading): Promise<IndicatorReading> {
    const asked = reading.indicators.filter(({ track }) => track === 'data').map(({ code }) => code);
    const figures = asked.length === 0 ? [] : await this.figures.listTotals(state.id, asked);
    const numbers = figures.filter(({ value }) => value !== null);
    const periodsOf = (code: string): number =>
      new Set(numbers.filter((one) => one.indicatorCode === code).map(({ periodEndOn }) => periodEndOn)).size;
    const indicators = reading.indicators.filter(({ code }) => periodsOf(code) > 1).slice(0, MOST_CHARTS);
    return { ...reading, indicators, figures, sinceBreaks: [] };
  }

  private async judgements(state: State, codes: readonly string[]): Promise<DatedJudgement[]> {
    const said = await this.figures.listJudgements(state.id, codes);
    return said.map((one) => ({ ...one, recordedOn: civilDayOf(one.recordedAt, state.timeZone) }));
  }

  private async getDocument(state: State, slug?: string): Promise<PublicDocument> {
    const document = await this.recommendations.findDocument(state.id, slug);
    if (document) return document;
    throw new UserError(
      'not_found',
      'document.none',
      `No concluding observations have been taken in for ${state.iso3} yet; use "vigia ingest FILE --state ${state.iso3}".`,
    );
  }
}
