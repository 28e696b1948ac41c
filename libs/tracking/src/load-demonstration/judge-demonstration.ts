import type { CivilDate } from '#domain';
import { UnexpectedError, addDays } from '#domain';
import type {
  ImplementationRepository,
  PublicRecommendationRepository,
  RecordDatabase,
  State,
} from '#persistence';

import type { DecideImplementation } from '../assess/decide-implementation.js';
import type { RecordAssessment } from '../assess/record-assessment.js';
import type { DemonstrationFile } from './demonstration-file.js';

export interface JudgingUseCases {
  readonly decideImplementation: DecideImplementation;
  readonly recordAssessment: RecordAssessment;
  readonly implementations: ImplementationRepository;
  readonly publicRecommendations: PublicRecommendationRepository;
}

const BY = { personId: null, role: 'demonstration' } as const;
const ANY_DECISION = { decision: null, recommendation: null, search: null, language: 'en', before: null };

/**
 * Invented assessments and decisions, through the same doors as those of any State: where something stands in the way, the
 * decision is an override, as it would have to be. One transaction; nothing where they are there already.
 */
export function judgeDemonstration(
  record: RecordDatabase,
  judging: JudgingUseCases,
  state: State,
  today: CivilDate,
  file: DemonstrationFile,
): Promise<void> {
  return record.runState(state.id, async () => {
    const { decideImplementation, recordAssessment, implementations, publicRecommendations } = judging;
    const [decided] = await implementations.listDecisions(state.id, { ...ANY_DECISION, limit: 1 });
    if (!state.demonstration || decided) return;
    const items = await publicRecommendations.listRecommendations(state.id, {});
    const publicIdOf = (code: string): string => {
      const item = items.find((one) => one.code === code);
      if (item) return item.publicId;
      throw new UnexpectedError(
        'demonstration.recommendation',
        `The document has no recommendation ${code}.`,
      );
    };
    for (const { code, implemented } of file.recommendations) {
      if (!implemented) continue;
      const publicId = publicIdOf(code);
      const { inTheWay } = await decideImplementation.ground(state, publicId);
      const wish = {
        decision: inTheWay.length === 0 ? ('implemented' as const) : ('overridden' as const),
        decidedOn: addDays(today, -implemented.daysAgo),
        reason: implemented.reason,
        language: 'en' as const,
      };
      await decideImplementation.decide(state, publicId, wish, BY);
    }
    for (const { recommendation, daysAgo, ...said } of file.assessments)
      await recordAssessment.add(
        state,
        publicIdOf(recommendation),
        {
          ...said,
          scale: null,
          assessedOn: addDays(today, -daysAgo),
          symbol: null,
          paragraph: null,
          source: null,
          supersedes: null,
          reason: null,
        },
        BY,
      );
  });
}
