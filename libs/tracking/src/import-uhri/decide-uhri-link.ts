import { UserError, linkAnnotation } from '#domain';
import type { Clock, Role } from '#domain';
import type {
  AuditRepository,
  RecordDatabase,
  State,
  StoredUhriAnnotation,
  UhriAnnotationRepository,
  UhriVerdict,
} from '#persistence';

export interface DecidedUhriLinks {
  /** OHCHR's number of the annotation. */
  readonly annotationId: string;
  /** Public ids of recommendations. */
  readonly recommendations: readonly string[];
  readonly verdict: UhriVerdict;
  readonly by: { readonly personId: number; readonly role: Role };
}

/** Only a person says that an annotation of the Index is about a recommendation; what is confirmed is shown to the public. */
export class DecideUhriLink {
  constructor(
    private readonly record: RecordDatabase,
    private readonly annotations: UhriAnnotationRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Saying again what stands already changes nothing.
   * @throws UserError `uhri.annotation_unknown`; `uhri.link` where nothing joins the two.
   */
  decide(state: State, { annotationId, recommendations, verdict, by }: DecidedUhriLinks): Promise<void> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const found = await this.annotations.lockAnnotation(state.id, annotationId);
      if (found.length === 0)
        throw new UserError(
          'not_found',
          'uhri.annotation_unknown',
          `No annotation "${annotationId}" of the Index is on record for ${state.iso3}.`,
        );
      const standing = new Map(
        (await this.annotations.listDecisions(state.id, [annotationId])).map((one) => [
          one.recommendation,
          one.verdict,
        ]),
      );
      const joined = await this.listJoined(state, found);
      for (const recommendation of new Set(recommendations)) {
        const before = standing.get(recommendation);
        if (before === undefined && !joined.has(recommendation))
          throw new UserError(
            'invalid_input',
            'uhri.link',
            `recommendations: "${recommendation}" is neither linked with this annotation nor suggested for it.`,
          );
        if (before === verdict) continue;
        await this.annotations.decide(state.id, {
          annotationId,
          recommendation,
          verdict,
          personId: by.personId,
          decidedAt: now,
        });
        await this.audit.append(state.id, {
          personId: by.personId,
          actor: by.role,
          action: `uhri_link.${verdict}`,
          subjectKind: 'recommendation',
          subjectId: recommendation,
          after: { annotation: annotationId },
          happenedAt: now,
        });
      }
    });
  }

  /** What the rules join with the annotation now, in any language of it. */
  private async listJoined(
    state: State,
    found: readonly StoredUhriAnnotation[],
  ): Promise<ReadonlySet<string>> {
    const joined = new Set<string>();
    for (const { content, language } of found) {
      const passages = await this.annotations.listPassages(state.id, content.symbol);
      for (const one of linkAnnotation({ ...content, language }, passages)?.recommendations ?? [])
        joined.add(one);
    }
    return joined;
  }
}
