import { INDICATOR_CLASSES, INDICATOR_TRACKS, UserError, civilDayOf, standingClassifications } from '#domain';
import type { CivilDate, ClassificationAspect, Clock, StandingClassification } from '#domain';
import { suggestClassifications } from '#ingest';
import type {
  ClassificationRepository,
  ClassificationValue,
  ClassifiedItem,
  CycleReading,
  ListSearch,
  PublicDocumentRepository,
  State,
  RecordDatabase,
} from '#persistence';

/** One recommendation with the values that the rules suggest for it and those that people chose. */
export interface ItemSuggestions {
  readonly item: ClassifiedItem;
  readonly standing: readonly StandingClassification[];
}

export interface DocumentSuggestions {
  readonly today: CivilDate;
  readonly document: CycleReading;
  readonly items: readonly ItemSuggestions[];
  /** How many recommendations of the document stand before the end of this page, and how many it has. */
  readonly progress: { readonly through: number; readonly of: number };
  /** Position after which the next page begins; null on the last one. */
  readonly next: number | null;
}

interface Page {
  /** Only items on which something is still undecided. */
  readonly undecided: boolean;
  readonly search?: ListSearch | undefined;
  readonly after: number | null;
  readonly limit: number;
}

/** Suggestions are computed as they are read, so that better rules speak at once; only what people said is kept. */
export class ReadSuggestions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly classifications: ClassificationRepository,
    private readonly documents: PublicDocumentRepository,
    private readonly clock: Clock,
  ) {}

  /** Everything that may be chosen, with its validity. */
  listValues(): Promise<ClassificationValue[]> {
    return this.classifications.listValues();
  }

  today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }

  /** @throws UserError `recommendation.unknown`. */
  async readItem(state: State, publicId: string): Promise<ItemSuggestions> {
    const suggestible = await this.listSuggestible(state);
    const item = await this.record.runState(state.id, () =>
      this.classifications.findItem(state.id, publicId),
    );
    if (item) return suggestionsFor(item, suggestible);
    throw new UserError(
      'not_found',
      'recommendation.unknown',
      `No recommendation "${publicId}" is followed for ${state.iso3}.`,
    );
  }

  /** @throws UserError `document.unknown`. */
  async readDocument(state: State, slug: string, page: Page): Promise<DocumentSuggestions> {
    const document = await this.documents.findDocument(state.id, slug);
    if (!document)
      throw new UserError(
        'not_found',
        'document.unknown',
        `No document "${slug}" has been recorded for ${state.iso3}.`,
      );
    const suggestible = await this.listSuggestible(state);
    return this.record.runState(state.id, async () => {
      const found = await this.collect(state, document.id, page, suggestible);
      const items = found.slice(0, page.limit);
      const next = found.length > page.limit ? (items.at(-1)?.item.position ?? null) : null;
      const progress = await this.classifications.countItems(state.id, document.id, next);
      return { today: this.today(state), document, items, progress, next };
    });
  }

  /** One more than a page. What is undecided is known only after the rules have read an item, so that several reads may be needed. */
  private async collect(
    state: State,
    documentId: number,
    { undecided, search, after, limit }: Page,
    suggestible: Suggestible,
  ): Promise<readonly ItemSuggestions[]> {
    const found: ItemSuggestions[] = [];
    for (let position = after; found.length <= limit;) {
      const read = await this.classifications.listItems(state.id, documentId, {
        search,
        after: position,
        limit: limit + 1,
      });
      const suggestions = read.map((item) => suggestionsFor(item, suggestible));
      found.push(...suggestions.filter(({ standing }) => !undecided || standing.some(isUndecided)));
      if (read.length <= limit) break;
      position = read.at(-1)?.position ?? null;
    }
    return found;
  }

  private async listSuggestible(state: State): Promise<Suggestible> {
    return suggestibleOn(await this.listValues(), this.today(state));
  }
}

export function isUndecided({ state }: StandingClassification): boolean {
  return state === 'undecided';
}

/** Whether a value may be chosen today. */
export type Suggestible = (aspect: ClassificationAspect, code: string) => boolean;

const KINDS: Readonly<Partial<Record<ClassificationAspect, readonly string[]>>> = {
  indicator_class: INDICATOR_CLASSES,
  indicator_track: INDICATOR_TRACKS,
};

export function suggestibleOn(values: readonly ClassificationValue[], day: CivilDate): Suggestible {
  const valid = new Set(
    values
      .filter(({ validFrom, validUntil }) => (validFrom ?? day) <= day && day <= (validUntil ?? day))
      .map(({ aspect, code }) => `${aspect}:${code}`),
  );
  return (aspect, code) => KINDS[aspect]?.includes(code) ?? valid.has(`${aspect}:${code}`);
}

export function suggestionsFor(item: ClassifiedItem, suggestible: Suggestible): ItemSuggestions {
  const suggested = suggestClassifications(item.reading).filter(({ aspect, code }) =>
    suggestible(aspect, code),
  );
  return {
    item,
    standing: standingClassifications({ suggested, decisions: item.decisions, theme: item.theme }),
  };
}
