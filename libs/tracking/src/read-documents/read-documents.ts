import { UserError, civilDayOf } from '#domain';
import type { CivilDate, Clock } from '#domain';
import type {
  CycleReading,
  DeadlineReading,
  PublicDocumentRepository,
  PublicRecommendation,
  PublicRecommendationRepository,
  State,
  StoredRule,
} from '#persistence';

export interface DocumentCycleReading {
  readonly today: CivilDate;
  readonly document: CycleReading;
  readonly deadlines: readonly DeadlineReading[];
  readonly recommendations: readonly PublicRecommendation[];
}

/** Documents of a State in their cycles, as everybody may read them. */
export class ReadDocuments {
  constructor(
    private readonly documents: PublicDocumentRepository,
    private readonly recommendations: PublicRecommendationRepository,
    private readonly clock: Clock,
  ) {}

  async list(
    state: State,
    page: Parameters<PublicDocumentRepository['listDocuments']>[1],
  ): Promise<{
    readonly today: CivilDate;
    readonly documents: readonly {
      readonly document: CycleReading;
      readonly deadlines: readonly DeadlineReading[];
    }[];
  }> {
    const found = await this.documents.listDocuments(state.id, page);
    const documents = [];
    for (const document of found)
      documents.push({ document, deadlines: await this.documents.listDeadlines(state.id, document.id) });
    return { today: this.today(state), documents };
  }

  /** @throws UserError `document.unknown`. */
  async read(state: State, slug: string): Promise<DocumentCycleReading> {
    const document = await this.documents.findDocument(state.id, slug);
    if (!document)
      throw new UserError(
        'not_found',
        'document.unknown',
        `No document "${slug}" has been recorded for ${state.iso3}.`,
      );
    return {
      today: this.today(state),
      document,
      deadlines: await this.documents.listDeadlines(state.id, document.id),
      recommendations: await this.recommendations.listRecommendations(state.id, { documentId: document.id }),
    };
  }

  listRules(): Promise<StoredRule[]> {
    return this.documents.listRules();
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}
