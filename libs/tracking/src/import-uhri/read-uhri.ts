import { civilDayOf, linkAnnotation } from '#domain';
import type { CivilDate, Clock, LinkedPassage, SearchQuery, UhriLink } from '#domain';
import type {
  RecordDatabase,
  State,
  StoredUhriAnnotation,
  UhriAnnotationRepository,
  UhriChange,
  UhriCounts,
  UhriDifference,
  UhriImport,
  UhriImportRepository,
  UhriLinkDecision,
} from '#persistence';

import { RETENTION_RULES } from '../retention/retention-rules.js';
import { hasChanges, importOf, seenAs, unknownImport } from './import-uhri.js';
import type { StageExport } from './stage-export.js';

const DAY_MS = 86_400_000;

export interface UhriImportPage {
  readonly imports: readonly (UhriImport & { readonly expired: boolean })[];
  readonly next: number | null;
  readonly today: CivilDate;
}

export interface UhriImportReading {
  readonly found: UhriImport;
  readonly expired: boolean;
  /** Last day on which it can be saved. */
  readonly until: CivilDate;
  /** As saving would do now; what was done once it is saved; null once it is discarded or has expired. */
  readonly counts: UhriCounts | null;
  /** What `save` wants to be shown again; null where there is nothing to save. */
  readonly seen: string | null;
  readonly change: UhriChange;
  readonly differences: readonly UhriDifference[];
  readonly next: number | null;
  readonly today: CivilDate;
}

export interface UhriAnnotationPage {
  readonly annotations: readonly (StoredUhriAnnotation & {
    readonly link: UhriLink | null;
    /** What people said of it, by recommendation. */
    readonly decisions: readonly UhriLinkDecision[];
  })[];
  readonly next: number | null;
  readonly today: CivilDate;
}

/** Imports with what they would change, and what is on record of the Index beside our own documents. */
export class ReadUhri {
  constructor(
    private readonly record: RecordDatabase,
    private readonly imports: UhriImportRepository,
    private readonly annotations: UhriAnnotationRepository,
    private readonly staging: StageExport,
    private readonly clock: Clock,
  ) {}

  list(state: State, below: number | null, limit: number): Promise<UhriImportPage> {
    return this.record.runState(state.id, async () => {
      const found = await this.imports.list(state.id, below, limit + 1);
      const imports = found.slice(0, limit).map((one) => ({ ...one, expired: this.isExpired(one) }));
      return {
        imports,
        next: found.length > limit ? (imports.at(-1)?.id ?? null) : null,
        today: this.today(state),
      };
    });
  }

  /**
   * One kind of difference, page by page.
   * @throws UserError `uhri.unknown`
   */
  read(
    state: State,
    id: number,
    page: { readonly change: UhriChange | null; readonly after: number | null; readonly limit: number },
  ): Promise<UhriImportReading> {
    return this.record.runState(state.id, async () => {
      const found = await this.imports.find(state.id, id);
      if (found === null || found.state === 'reading') throw unknownImport();
      const expired = this.isExpired(found);
      const open = found.state === 'open' && !expired;
      const counts = open ? await this.imports.count(importOf(state, found)) : (found.tally.saved ?? null);
      const change = page.change ?? (counts === null ? 'new' : firstOf(counts));
      const rows = open
        ? await this.imports.listDifferences(importOf(state, found), change, page.after, page.limit + 1)
        : [];
      const differences = rows.slice(0, page.limit);
      return {
        found,
        expired,
        until: civilDayOf(found.openedAt + RETENTION_RULES.uhri_import.days * DAY_MS, state.timeZone),
        counts,
        seen: open && counts !== null && hasChanges(counts) ? seenAs(counts) : null,
        change,
        differences,
        next: rows.length > page.limit ? (differences.at(-1)?.key ?? null) : null,
        today: this.today(state),
      };
    });
  }

  /** What is on record of the Index, each with the paragraph of ours that it is about. */
  listAnnotations(
    state: State,
    page: {
      readonly search: SearchQuery | undefined;
      readonly language: string;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<UhriAnnotationPage> {
    return this.record.runState(state.id, async () => {
      const rows = await this.annotations.list(state.id, { ...page, limit: page.limit + 1 });
      const shown = rows.slice(0, page.limit);
      const passages = new Map<string, readonly LinkedPassage[]>();
      for (const symbol of new Set(shown.map(({ content }) => content.symbol)))
        passages.set(symbol, await this.annotations.listPassages(state.id, symbol));
      const decisions = await this.annotations.listDecisions(
        state.id,
        shown.map(({ annotationId }) => annotationId),
      );
      return {
        annotations: shown.map((annotation) => ({
          ...annotation,
          decisions: decisions.filter(({ annotationId }) => annotationId === annotation.annotationId),
          link: linkAnnotation(
            { ...annotation.content, language: annotation.language },
            passages.get(annotation.content.symbol) ?? [],
          ),
        })),
        next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
        today: this.today(state),
      };
    });
  }

  private isExpired({ state, openedAt }: UhriImport): boolean {
    return state === 'open' && this.staging.isExpired(openedAt, RETENTION_RULES.uhri_import.days);
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}

/** The first kind of difference of which there is one, what needs a look before what does not. */
function firstOf(counts: UhriCounts): UhriChange {
  const order = ['changed', 'absent', 'new', 'rejected', 'unchanged'] as const;
  return order.find((change) => counts[change] > 0) ?? 'new';
}
