import { deriveDeadlines, sequenceCycles, suggestSuccessions } from '#domain';
import type { DatedDocument, ReportingCycle } from '#domain';
import type {
  CycleRepository,
  DeadlineRepository,
  RecommendationRepository,
  State,
  SuccessionRepository,
} from '#persistence';

import { basisOf } from '../derive-deadlines/deadline-basis.js';

/** What followed from a document, for the audit of what brought it. */
export interface Followed {
  readonly cycle: number;
  /** Slugs of the documents that it goes on from. */
  readonly continues: readonly string[];
  readonly deadlines: number;
  readonly suggestedLinks: number;
}

/**
 * What a new document brings with it, in the transaction that saves it: its place among the cycles, the dates it sets, and which
 * items of earlier cycles its own may take up.
 */
export class FollowDocument {
  constructor(
    private readonly repositories: {
      readonly cycles: CycleRepository;
      readonly deadlines: DeadlineRepository;
      readonly recommendations: RecommendationRepository;
      readonly successions: SuccessionRepository;
    },
  ) {}

  /** Within the transaction of the document; it neither begins one nor writes the audit. */
  async follow(
    state: State,
    documentId: number,
    document: DatedDocument,
    at: { readonly changedAt: number; readonly actor: string },
  ): Promise<Followed> {
    const { cycles } = this.repositories;
    const own = await this.sequenceOf(state, documentId);
    const goesOnFrom = own?.goesOnFrom ?? [];
    return {
      cycle: own?.number ?? 1,
      continues: await cycles.listSlugs(state.id, goesOnFrom),
      deadlines: await this.writeDeadlines(state, documentId, document, at),
      suggestedLinks: await this.suggestLinks(state, documentId, goesOnFrom),
    };
  }

  /** Puts the cycles of a State in sequence anew, within a transaction. Answers the number of the document's own. */
  async sequence(state: State, documentId: number): Promise<number> {
    return (await this.sequenceOf(state, documentId))?.number ?? 1;
  }

  private async sequenceOf(state: State, documentId: number): Promise<ReportingCycle | undefined> {
    const { cycles } = this.repositories;
    await cycles.lockSequence(state.id);
    const sequence = sequenceCycles(await cycles.listDocuments(state.id), await cycles.reportedWithin());
    await cycles.saveCycles(state.id, sequence);
    return sequence.find((cycle) => cycle.documentId === documentId);
  }

  /** Links that may be there, between the document and those that it goes on from. Answers how many are new. */
  private async suggestLinks(state: State, documentId: number, earlier: readonly number[]): Promise<number> {
    const { successions } = this.repositories;
    if (earlier.length === 0) return 0;
    const later = await successions.listCompared(state.id, documentId);
    let suggested = 0;
    for (const id of earlier) {
      const items = await successions.listCompared(state.id, id);
      suggested += await successions.suggest(state.id, documentId, suggestSuccessions(items, later));
    }
    return suggested;
  }

  /** A document whose record waited for its text has the date of its next report already: what the text prints changes it. */
  private async writeDeadlines(
    state: State,
    documentId: number,
    document: DatedDocument,
    { changedAt, actor }: { readonly changedAt: number; readonly actor: string },
  ): Promise<number> {
    const { deadlines, recommendations } = this.repositories;
    const rules = await deadlines.listRules();
    const there = await deadlines.listOfDocument(state.id, documentId);
    const derived = deriveDeadlines(document, rules);
    for (const { purpose, paragraphs, deadline, origin, rule, statement, year } of derived) {
      const basis = basisOf({ origin, rule, statement, year }, document.adoptedOn, rules);
      const ruleCode = rule?.code ?? null;
      const current = there.find((other) => purpose === 'next_report' && other.purpose === purpose);
      if (!current)
        await recommendations.saveDeadline(state.id, {
          documentId,
          purpose,
          deadline,
          timeZone: state.timeZone,
          basis,
          changedAt,
          origin,
          ruleCode,
          paragraphs,
          actor,
        });
      else if (origin.startsWith('printed'))
        await deadlines.changeDeadline(state.id, current.id, {
          deadline,
          basis,
          origin,
          ruleCode,
          reason: null,
          personId: null,
          actor,
          changedAt,
        });
    }
    return derived.length;
  }
}
