import { undoneBy, undoingStep } from './submission-step.js';
import type { SubmissionStep } from './submission-step.js';

/** The steps that still count, in their order: what was undone, and the undoing, are left out. */
export function standingSteps<T extends { readonly step: SubmissionStep }>(history: readonly T[]): T[] {
  const standing: T[] = [];
  for (const taken of history)
    if (undoneBy(taken.step) === null) standing.push(taken);
    else standing.pop();
  return standing;
}

/** What undoes the newest step, and what then counts of those before it; null where that step stays. */
export function undoNewest<T extends { readonly step: SubmissionStep }>(
  history: readonly T[],
): {
  readonly step: SubmissionStep;
  readonly undone: SubmissionStep;
  /** When it was handed in, if it was. */
  readonly submitted: T | null;
  /** The decision that it then has. */
  readonly decided: T | null;
} | null {
  const newest = history.at(-1);
  const step = newest ? undoingStep(newest.step) : null;
  if (!newest || step === null) return null;
  const before = standingSteps(history).slice(0, -1);
  const newestOf = (...steps: readonly SubmissionStep[]): T | null =>
    before.findLast((taken) => steps.includes(taken.step)) ?? null;
  return {
    step,
    undone: newest.step,
    submitted: newestOf('submit'),
    decided: newestOf('accept', 'return', 'take_down'),
  };
}
