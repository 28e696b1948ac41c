/** Letters that a statement may have. */
export const STATEMENT_BOUNDS = { title: 200, text: 20_000, correction: 1000 } as const;

/** What is done to a statement. A draft is saved, published or thrown away; what is public is corrected or withdrawn, in the open. */
export type StatementAct = 'save' | 'publish' | 'discard' | 'correct' | 'withdraw';

/** Why an act cannot be done to a statement as it stands. */
export type StatementRefusal = 'withdrawn' | 'not_published' | 'draft_exists' | 'no_draft' | 'changed';

/** How a statement stands. */
export interface StatementStanding {
  /** Whether a version of it is public. */
  readonly published: boolean;
  readonly withdrawn: boolean;
  /** How often its draft was written; null where it has none. */
  readonly draft: number | null;
}

/**
 * Whether something may be done to a statement. Whoever saves or publishes a draft names the writing that they read, so that nobody
 * publishes what somebody else changed meanwhile.
 * @param read writing of the draft that was read; only of acts on a draft
 */
export function statementRefusal(
  act: StatementAct,
  statement: StatementStanding,
  read: number | null = null,
): StatementRefusal | null {
  const { published, withdrawn, draft } = statement;
  if (act === 'correct' || act === 'withdraw') {
    if (!published) return 'not_published';
    if (withdrawn) return 'withdrawn';
    return act === 'correct' && draft !== null ? 'draft_exists' : null;
  }
  if (draft === null) return 'no_draft';
  if (act === 'discard') return null;
  if (withdrawn) return 'withdrawn';
  return draft === read ? null : 'changed';
}
