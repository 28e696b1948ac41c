import type { CivilDate, Clock, IndicatorTrack, Thresholds } from '#domain';
import { UserError, civilDayOf, thresholdsOf } from '#domain';
import type {
  ChainLink,
  ConfirmedUhriAnnotation,
  CycleReading,
  PublicClassification,
  PublicDeadline,
  PublicDimension,
  PublicDocument,
  PublicDocumentRepository,
  PublicFigure,
  PublicFigureRepository,
  PublicIndicator,
  PublicJudgement,
  PublicObligation,
  PublicPlainText,
  PublicRecommendation,
  PublicRecommendationRepository,
  PublicSource,
  RecommendationChoice,
  RecommendationFilter,
  State,
  StateRepository,
  UhriAnnotationRepository,
} from '#persistence';

import { CountedChoices } from './recommendation-choices.js';

export interface DocumentReading {
  readonly today: CivilDate;
  readonly document: PublicDocument;
  readonly recommendations: readonly PublicRecommendation[];
  readonly obligations: readonly PublicObligation[];
  readonly deadlines: readonly PublicDeadline[];
}

/** With the day of the State on which it was said. */
export interface DatedJudgement extends PublicJudgement {
  readonly recordedOn: CivilDate;
}

export interface IndicatorReading {
  /** State that it was read of. */
  readonly iso3: string;
  readonly indicators: readonly PublicIndicator[];
  readonly figures: readonly PublicFigure[];
  /** Totals since the oldest break of each indicator, where `figures` are not all of them. */
  readonly sinceBreaks: readonly PublicFigure[];
  readonly judgements: readonly DatedJudgement[];
  readonly sources: readonly PublicSource[];
  readonly dimensions: readonly PublicDimension[];
  /** By which progress is measured in this State. */
  readonly thresholds: Thresholds;
}

type IndicatorFilter = NonNullable<Parameters<PublicFigureRepository['listIndicators']>[1]>;
type Paragraph = NonNullable<Awaited<ReturnType<PublicRecommendationRepository['findParagraph']>>>;
type References = NonNullable<Awaited<ReturnType<PublicRecommendationRepository['listReferences']>>>;
type Responsibilities = Awaited<ReturnType<PublicRecommendationRepository['listResponsibilities']>>;

export interface RecommendationReading {
  readonly today: CivilDate;
  readonly document: PublicDocument;
  readonly recommendation: PublicRecommendation;
  /** Every recommendation of the document, for what stands before, after and beside it. */
  readonly neighbours: readonly PublicRecommendation[];
  readonly paragraph: Paragraph | null;
  readonly concern: Paragraph | null;
  readonly references: References;
  readonly responsibilities: Responsibilities;
  readonly classifications: readonly PublicClassification[];
  /** What people confirmed to be about it in the Universal Human Rights Index. */
  readonly uhri: readonly ConfirmedUhriAnnotation[];
  readonly obligations: readonly PublicObligation[];
  readonly indicators: IndicatorReading;
  /** The cycle that the document opened. */
  readonly cycle: CycleReading | null;
  /** Confirmed links to items of other cycles. */
  readonly chain: readonly ChainLink[];
  /** In plain words, where a person confirmed them. */
  readonly plainTexts: readonly PublicPlainText[];
}

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
    const deadlines = await this.recommendations.listDocumentDeadlines(state.id, document.id);
    return { today: this.today(state), document, recommendations, obligations, deadlines };
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
    return {
      iso3: state.iso3,
      indicators: found.flat(),
      figures: await this.figures.listFigures(state.id, codes),
      sinceBreaks: [],
      judgements: await this.judgements(state, codes),
      sources: await this.figures.listSources(state.id),
      dimensions: await this.figures.listDimensions(state.id),
      thresholds: thresholdsOf(await this.figures.listThresholds(state.id)),
    };
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
    const codes = indicators.map((indicator) => indicator.code);
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
