import type { Instant } from '../calendar/clock.js';
import { CLASSIFICATION_ASPECTS, classificationName } from './classification.js';
import type {
  Classification,
  ClassificationVerdict,
  SuggestedClassification,
  TellingWord,
} from './classification.js';

/** The newest decision on one value of one recommendation. */
export interface ClassificationDecision extends Classification {
  readonly verdict: ClassificationVerdict;
  /** The value in whose place a person put this one. */
  readonly insteadOf: string | null;
  readonly personName: string;
  readonly decidedAt: Instant;
}

/** A value as it stands for a recommendation: with why it was suggested, and what a person said of it. */
export interface StandingClassification extends Classification {
  readonly state: 'undecided' | ClassificationVerdict;
  /** Empty where the rules do not suggest it: a person chose it. */
  readonly words: readonly TellingWord[];
  /** Null where nobody decided on it here: undecided, or recorded with the document. */
  readonly decision: ClassificationDecision | null;
}

interface Known {
  readonly suggested: readonly SuggestedClassification[];
  readonly decisions: readonly ClassificationDecision[];
  /** The theme on record. It stands as confirmed also where it was recorded before suggestions were made. */
  readonly theme: string | null;
}

/** Suggestions in their order, then what people chose without one; aspect by aspect. */
export function standingClassifications({
  suggested,
  decisions,
  theme,
}: Known): readonly StandingClassification[] {
  const decisionOn = new Map(decisions.map((decision) => [classificationName(decision), decision]));
  const recorded: readonly Classification[] = theme === null ? [] : [{ aspect: 'theme', code: theme }];
  const wordsOf = new Map(suggested.map((one) => [classificationName(one), one.words]));
  const all = new Map<string, Classification>(
    [...suggested, ...recorded, ...decisions].map(({ aspect, code }) => [
      classificationName({ aspect, code }),
      { aspect, code },
    ]),
  );
  const standing = [...all].map(([name, value]): StandingClassification => {
    const decision = decisionOn.get(name) ?? null;
    const isRecorded = value.aspect === 'theme' && value.code === theme;
    return {
      ...value,
      words: wordsOf.get(name) ?? [],
      decision,
      state: decision?.verdict ?? (isRecorded ? 'confirmed' : 'undecided'),
    };
  });
  return CLASSIFICATION_ASPECTS.flatMap((aspect) => standing.filter((one) => one.aspect === aspect));
}
