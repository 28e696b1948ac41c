import { deriveDeadlines } from '#domain';
import type { AuditActor, DatedDocument, DerivedDeadline, Instant } from '#domain';
import type { AuditRepository, DeadlineRepository, DocumentDeadline, State } from '#persistence';

import { basisOf } from './deadline-basis.js';
import { deadlineFacts } from './review-deadlines.js';

/** Who read the document otherwise, and why. */
interface ReadOtherwise {
  readonly actor: AuditActor;
  readonly personId: number | null;
  readonly reason: string | null;
  readonly changedAt: Instant;
}

/**
 * Derives the dates of a document anew when it is read otherwise, as with another day of adoption. What a committee has
 * communicated and what a person entered stays; so does a date whose paragraphs are no longer asked about.
 */
export class MoveDeadlines {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** Within the transaction that saves the reading. Answers how many dates changed. */
  async move(
    state: State,
    documentId: number,
    document: DatedDocument,
    { actor, personId, reason, changedAt }: ReadOtherwise,
  ): Promise<number> {
    const rules = await this.deadlines.listRules();
    const derived = deriveDeadlines(document, rules);
    let moved = 0;
    for (const current of await this.deadlines.listOfDocument(state.id, documentId)) {
      const anew = derived.find((one) => isSameRequest(one, current));
      if (anew === undefined || current.origin === 'communicated' || current.origin === 'entered') continue;
      const { deadline, origin, rule } = anew;
      const basis = basisOf(anew, document.adoptedOn, rules);
      const { dueOn, dueYear } = dayAndYear(anew);
      if (
        deadline.certainty === current.certainty &&
        dueOn === current.dueOn &&
        dueYear === current.dueYear &&
        basis.en === current.basis.en
      )
        continue;
      const ruleCode = rule?.code ?? null;
      await this.deadlines.changeDeadline(state.id, current.id, {
        deadline,
        basis,
        origin,
        ruleCode,
        reason,
        personId,
        actor,
        changedAt,
      });
      await this.audit.append(state.id, {
        personId,
        actor,
        action: 'deadline.changed',
        subjectKind: 'document',
        subjectId: current.documentSlug,
        before: deadlineFacts(current),
        after: {
          duePurpose: current.purpose,
          certainty: deadline.certainty,
          dueOn,
          dueYear,
          basis: basis.en,
          rule: ruleCode,
        },
        ...(reason === null ? {} : { reason }),
        happenedAt: changedAt,
      });
      moved += 1;
    }
    return moved;
  }
}

function isSameRequest(derived: DerivedDeadline, current: DocumentDeadline): boolean {
  return derived.purpose === current.purpose && derived.paragraphs.join(',') === current.paragraphs.join(',');
}

function dayAndYear({ deadline }: DerivedDeadline): Pick<DocumentDeadline, 'dueOn' | 'dueYear'> {
  return {
    dueOn: deadline.certainty === 'confirmed' ? deadline.dueOn : null,
    dueYear: deadline.certainty === 'estimated' ? deadline.year : null,
  };
}
