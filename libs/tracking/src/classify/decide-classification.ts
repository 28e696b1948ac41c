import { UserError, civilDayOf, classificationName } from '#domain';
import type { Classification, ClassificationVerdict, Clock, Role, StandingClassification } from '#domain';
import type { AuditRepository, ClassificationRepository, RecordDatabase, State } from '#persistence';

import { suggestibleOn, suggestionsFor } from './read-suggestions.js';

export interface DecidedClassifications {
  /** Public address of the recommendation. */
  readonly recommendation: string;
  readonly values: readonly Classification[];
  readonly verdict: ClassificationVerdict;
  /** A code of the same aspect that is right instead of the only value given, which is dismissed. */
  readonly instead: string | null;
  readonly by: { readonly personId: number; readonly role: Role };
}

interface Decision extends Classification {
  readonly verdict: ClassificationVerdict;
  readonly insteadOf: string | null;
}

/** Only a person says what a recommendation is about. Each word is kept, with who said it and what the rules had gone by. */
export class DecideClassification {
  constructor(
    private readonly record: RecordDatabase,
    private readonly classifications: ClassificationRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Saying again what stands already changes nothing. Answers the slug of the document.
   * @throws UserError `recommendation.unknown`, `classification.value` or `classification.instead`.
   */
  async decide(state: State, decided: DecidedClassifications): Promise<string> {
    const now = this.clock.now();
    const suggestible = suggestibleOn(
      await this.classifications.listValues(),
      civilDayOf(now, state.timeZone),
    );
    return this.record.runState(state.id, async () => {
      await this.classifications.lockItem(state.id, decided.recommendation);
      const item = await this.classifications.findItem(state.id, decided.recommendation);
      if (!item)
        throw new UserError(
          'not_found',
          'recommendation.unknown',
          `No recommendation "${decided.recommendation}" is followed for ${state.iso3}.`,
        );
      const { standing } = suggestionsFor(item, suggestible);
      const stateOf = new Map(standing.map((one) => [classificationName(one), one]));
      const decisions = decisionsOf(decided).filter(
        (one) => stateOf.get(classificationName(one))?.state !== one.verdict || isRecordedOnly(stateOf, one),
      );
      for (const one of decisions)
        if (one.verdict === 'confirmed' && !suggestible(one.aspect, one.code)) throw unknownValue(one);
        else if (one.verdict === 'dismissed' && !stateOf.has(classificationName(one)))
          throw unknownValue(one);
      if (decisions.length === 0) return item.documentSlug;
      for (const one of decisions)
        await this.classifications.append(state.id, {
          ...one,
          publicId: item.publicId,
          words: stateOf.get(classificationName(one))?.words ?? [],
          personId: decided.by.personId,
          decidedAt: now,
        });
      await this.classifications.settleThemes(state.id, item.documentId);
      const names = (verdict: ClassificationVerdict): readonly string[] =>
        decisions.filter((one) => one.verdict === verdict).map(classificationName);
      await this.audit.append(state.id, {
        personId: decided.by.personId,
        actor: decided.by.role,
        action: 'classification.decided',
        subjectKind: 'recommendation',
        subjectId: item.publicId,
        before: { classifications: confirmedIn(standing) },
        after: { confirmed: names('confirmed'), dismissed: names('dismissed') },
        happenedAt: now,
      });
      return item.documentSlug;
    });
  }
}

function decisionsOf({ values, verdict, instead }: DecidedClassifications): readonly Decision[] {
  if (instead === null) return values.map((value) => ({ ...value, verdict, insteadOf: null }));
  const [value, ...others] = values;
  if (!value || others.length > 0 || value.code === instead)
    throw new UserError(
      'invalid_input',
      'classification.instead',
      'instead: expected another value of the same kind, in the place of exactly one.',
    );
  return [
    { ...value, verdict: 'dismissed', insteadOf: null },
    { aspect: value.aspect, code: instead, verdict: 'confirmed', insteadOf: value.code },
  ];
}

/** A theme that came with the document stands without anybody's word: confirming it gives it one. */
function isRecordedOnly(
  stateOf: ReadonlyMap<string, StandingClassification>,
  value: Classification,
): boolean {
  const standing = stateOf.get(classificationName(value));
  return standing?.state === 'confirmed' && standing.decision === null;
}

function confirmedIn(standing: readonly StandingClassification[]): readonly string[] {
  return standing.filter(({ state }) => state === 'confirmed').map(classificationName);
}

function unknownValue(value: Classification): UserError {
  return new UserError(
    'invalid_input',
    'classification.value',
    `values: "${classificationName(value)}" is no value that can be chosen today; GET /api/v1/classifications lists them.`,
  );
}
