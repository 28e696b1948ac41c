import type { CivilDate } from '#domain';
import type { PublicRecommendationRepository, RecommendationChoice } from '#persistence';

/** As long as anybody may keep a public answer. */
const KEPT_FOR_MS = 60_000;

interface Counted {
  readonly today: CivilDate;
  readonly until: number;
  readonly choices: Promise<RecommendationChoice[]>;
}

/** What the list can be narrowed to. Everything is counted for it, so that a State is counted once a minute and not once a reader. */
export class CountedChoices {
  private readonly counted = new Map<number, Counted>();

  read(
    recommendations: PublicRecommendationRepository,
    stateId: number,
    today: CivilDate,
    now: number,
  ): Promise<RecommendationChoice[]> {
    const before = this.counted.get(stateId);
    if (before?.today === today && now < before.until) return before.choices;
    const choices = recommendations.listChoices(stateId, today);
    this.counted.set(stateId, { today, until: now + KEPT_FOR_MS, choices });
    // What failed is asked again at once.
    choices.catch(() => this.counted.delete(stateId));
    return choices;
  }
}
