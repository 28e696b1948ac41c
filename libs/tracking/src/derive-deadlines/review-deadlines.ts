import { deriveByRule } from '#domain';
import type { AuditedFields, Clock } from '#domain';
import type {
  AuditRepository,
  DeadlineRepository,
  DocumentDeadline,
  RecordDatabase,
  State,
} from '#persistence';

import { basisOf } from './deadline-basis.js';

/**
 * Derives anew what a rule gave, so that a changed rule changes its dates. What a document prints and what a committee has
 * communicated stays. Nothing changed writes nothing.
 */
export class ReviewDeadlines {
  constructor(
    private readonly record: RecordDatabase,
    private readonly deadlines: DeadlineRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Answers how many dates changed. */
  review(state: State): Promise<number> {
    return this.record.runState(state.id, async () => {
      const rules = await this.deadlines.listRules();
      let changed = 0;
      for (const current of await this.deadlines.listByRule(state.id)) {
        const derived = deriveByRule(current, rules, current.purpose);
        // A rule that is taken away leaves the date as it was: only another one can say better.
        if (!derived || (derived.origin === 'no_rule' && current.origin === 'rule')) continue;
        const basis = basisOf(derived, current.adoptedOn, rules);
        const year = derived.deadline.certainty === 'estimated' ? derived.deadline.year : null;
        if (
          derived.deadline.certainty === current.certainty &&
          year === current.dueYear &&
          basis.en === current.basis.en &&
          basis.es === current.basis.es
        )
          continue;
        const ruleCode = derived.rule?.code ?? null;
        await this.deadlines.changeDeadline(state.id, current.id, {
          deadline: derived.deadline,
          basis,
          origin: derived.origin,
          ruleCode,
          reason: null,
          personId: null,
          actor: 'rule',
          changedAt: this.clock.now(),
        });
        await this.audit.append(state.id, {
          personId: null,
          actor: 'rule',
          action: 'deadline.changed',
          subjectKind: 'document',
          subjectId: current.documentSlug,
          before: deadlineFacts(current),
          after: {
            duePurpose: current.purpose,
            certainty: derived.deadline.certainty,
            dueOn: null,
            dueYear: year,
            basis: basis.en,
            rule: ruleCode,
          },
          happenedAt: this.clock.now(),
        });
        changed += 1;
      }
      return changed;
    });
  }
}

/** A date as the audit keeps it. */
export function deadlineFacts(deadline: DocumentDeadline): AuditedFields {
  return {
    duePurpose: deadline.purpose,
    certainty: deadline.certainty,
    dueOn: deadline.dueOn,
    dueYear: deadline.dueYear,
    basis: deadline.basis.en,
    rule: deadline.ruleCode,
  };
}
