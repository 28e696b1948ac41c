import type { CivilDate, Thresholds } from '#domain';
import type {
  ChainLink,
  ConfirmedUhriAnnotation,
  CycleReading,
  PublicClassification,
  PublicDeadline,
  PublicDimension,
  PublicDocument,
  PublicFigure,
  PublicIndicator,
  PublicJudgement,
  PublicObligation,
  PublicPlainText,
  PublicRecommendation,
  PublicRecommendationRepository,
  PublicSource,
} from '#persistence';

export interface DocumentReading {
  readonly today: CivilDate;
  readonly document: PublicDocument;
  readonly recommendations: readonly PublicRecommendation[];
  readonly obligations: readonly PublicObligation[];
  readonly deadlines: readonly PublicDeadline[];
  readonly cycle: CycleReading | null;
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
  /** Indicators that a small chart can show, with all their totals. */
  readonly charted: IndicatorReading;
  /** In plain words, where a person confirmed them. */
  readonly plainTexts: readonly PublicPlainText[];
}
