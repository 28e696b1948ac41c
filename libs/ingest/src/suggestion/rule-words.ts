import type { ClassificationAspect } from '#domain';

/** Phrases that speak for one value, in the notation of `phrase.ts`. */
export interface ValueWords {
  /** Each is enough by itself. */
  readonly strong?: readonly string[];
  /** Two different ones are needed. */
  readonly weak?: readonly string[];
  /** Count in headings only. Strong phrases count there too. */
  readonly heading?: readonly string[];
  /** Longer phrases in which those above mean something else. */
  readonly not?: readonly string[];
  /** Strong in documents under one instrument only: "the Optional Protocol" is another one elsewhere. */
  readonly under?: Readonly<Record<string, readonly string[]>>;
}

/** What the rules know of one language. A value without words there is never suggested in it. */
export interface RuleWords {
  /** Names of treaties and bodies: what they are called says nothing about what is asked. */
  readonly names: readonly string[];
  /** How the goals of the 2030 Agenda are called, where a text prints the number of a target. */
  readonly goals: readonly string[];
  readonly values: Readonly<Record<ClassificationAspect, Readonly<Record<string, ValueWords>>>>;
}
