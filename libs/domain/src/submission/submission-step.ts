export const SUBMISSION_STATES = ['draft', 'submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Who wrote it: an institution answers what it owes; all others contribute to a recommendation. */
export const AUTHOR_KINDS = ['institution', 'civil_society', 'monitoring_body', 'public'] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

export const SUBMISSION_STEPS = [
  'begin',
  'edit',
  'submit',
  'accept',
  'return',
  'reopen',
  'withdraw',
  'take_down',
  'undo_submit',
  'undo_withdraw',
  'undo_accept',
  'undo_return',
  'undo_take_down',
] as const;
export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

/** Where a submission stands. A revision is what was, or will be, handed in at once; the first is 1. */
export interface SubmissionStand {
  readonly state: SubmissionState;
  readonly revision: number;
}

interface Step {
  readonly from: SubmissionState | null;
  readonly to: SubmissionState;
  /** `undo`: whoever took the step that it undoes. */
  readonly by: 'author' | 'reviewer' | 'undo';
  /** A text that was published by mistake is taken down; an institution's accepted answer stays, its period is unlocked instead. */
  readonly onlyContributions?: true;
  /** It follows on this one directly, or not at all. */
  readonly undoes?: SubmissionStep;
}

const STEPS: Readonly<Record<SubmissionStep, Step>> = {
  begin: { from: null, to: 'draft', by: 'author' },
  edit: { from: 'draft', to: 'draft', by: 'author' },
  submit: { from: 'draft', to: 'submitted', by: 'author' },
  withdraw: { from: 'draft', to: 'withdrawn', by: 'author' },
  reopen: { from: 'returned', to: 'draft', by: 'author' },
  accept: { from: 'submitted', to: 'accepted', by: 'reviewer' },
  return: { from: 'submitted', to: 'returned', by: 'reviewer' },
  take_down: { from: 'accepted', to: 'returned', by: 'reviewer', onlyContributions: true },
  undo_submit: { from: 'submitted', to: 'draft', by: 'undo', undoes: 'submit' },
  undo_withdraw: { from: 'withdrawn', to: 'draft', by: 'undo', undoes: 'withdraw' },
  undo_accept: { from: 'accepted', to: 'submitted', by: 'undo', undoes: 'accept' },
  undo_return: { from: 'returned', to: 'submitted', by: 'undo', undoes: 'return' },
  undo_take_down: {
    from: 'returned',
    to: 'accepted',
    by: 'undo',
    undoes: 'take_down',
    onlyContributions: true,
  },
};

/** Where a step leads; null where it cannot be taken from there. */
export function afterStep(
  stand: SubmissionStand | null,
  step: SubmissionStep,
  author: AuthorKind,
): SubmissionStand | null {
  const { from, to, onlyContributions } = STEPS[step];
  if (from !== (stand?.state ?? null)) return null;
  if (onlyContributions && author === 'institution') return null;
  const revision = stand?.revision ?? 1;
  return { state: to, revision: step === 'reopen' ? revision + 1 : revision };
}

/** Where a history leads; null where it holds a step that could not be taken. */
export function replaySteps(steps: readonly SubmissionStep[], author: AuthorKind): SubmissionStand | null {
  let stand: SubmissionStand | null = null;
  for (const [index, step] of steps.entries()) {
    stand = mayFollow(step, steps[index - 1]) ? afterStep(stand, step, author) : null;
    if (stand === null) return null;
  }
  return stand;
}

/** Which step a step undoes; null where it undoes none. */
export function undoneBy(step: SubmissionStep): SubmissionStep | null {
  return STEPS[step].undoes ?? null;
}

/** The step that undoes it; null where it stays. */
export function undoingStep(step: SubmissionStep): SubmissionStep | null {
  return SUBMISSION_STEPS.find((undoing) => undoneBy(undoing) === step) ?? null;
}

/** Only what was done last is undone. */
function mayFollow(step: SubmissionStep, last: SubmissionStep | undefined): boolean {
  const undone = undoneBy(step);
  return undone === null || undone === last;
}

/** A step as the history keeps it, with what it says of itself. */
export interface RecordedStep {
  readonly step: SubmissionStep;
  /** Counted from 1, without a gap. */
  readonly version: number;
  readonly from: SubmissionState | null;
  readonly to: SubmissionState;
  readonly revision: number;
}

/** Whether a history, replayed, leads step by step to where the submission stands. */
export function leadsTo(
  stand: SubmissionStand & { readonly version: number },
  history: readonly RecordedStep[],
  author: AuthorKind,
): boolean {
  let reached: SubmissionStand | null = null;
  for (const [index, { step, version, from, to, revision }] of history.entries()) {
    const before: SubmissionStand | null = reached;
    reached = afterStep(before, step, author);
    if (version !== index + 1 || from !== (before?.state ?? null)) return false;
    if (!mayFollow(step, history[index - 1]?.step)) return false;
    if (reached?.state !== to || reached.revision !== revision) return false;
  }
  return (
    reached?.state === stand.state && reached.revision === stand.revision && history.length === stand.version
  );
}

/** Steps that can be taken from there, by authors or by reviewers. */
export function openSteps(
  stand: SubmissionStand,
  author: AuthorKind,
  by: 'author' | 'reviewer',
): SubmissionStep[] {
  return SUBMISSION_STEPS.filter((step) => STEPS[step].by === by && afterStep(stand, step, author) !== null);
}

export interface StepTaken {
  readonly step: SubmissionStep;
  readonly personId: number | null;
}

/**
 * Four eyes: whoever had a hand in a text does not decide on it, in none of its revisions. Taking a published text down needs
 * no second person: what was published by mistake must not stay up for want of one.
 */
export function mayReview(
  personId: number | null,
  step: SubmissionStep,
  history: readonly StepTaken[],
): boolean {
  if (STEPS[step].by !== 'reviewer' || personId === null) return false;
  if (step === 'take_down') return true;
  return !history.some((taken) => STEPS[taken.step].by === 'author' && taken.personId === personId);
}
