import type { ObligationFacts } from './facts.js';

/**
 * Whether the institution has sent figures of the indicator that nobody has decided on. What is missing may be in them: until
 * they are accepted or returned it is nobody's delay but the reviewer's.
 */
export function isAwaitingReview(
  obligations: readonly ObligationFacts[],
  { indicatorId }: { readonly indicatorId?: number },
  institutionId: number | null,
): boolean {
  return obligations.some(
    (obligation) =>
      obligation.submittedOn !== null &&
      obligation.acceptedOn === null &&
      obligation.kind === 'data_submission' &&
      obligation.institutionId === institutionId &&
      (obligation.indicatorId ?? indicatorId) === indicatorId,
  );
}
