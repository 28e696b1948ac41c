import type { Alert, DisclaimerFacts, Recipient } from '#domain';

/**
 * The owner's focal points; where nobody answers for an item, or sources differ, those who can say who or which: the secretariat.
 * So it is with a due day that no institution owes: whether a committee has set its date is asked of the secretariat. A mailbox
 * that refuses is told to both, as far as mail reaches them.
 */
export function recipientsFor(
  alert: Pick<Alert, 'rule' | 'institutionId'>,
  people: readonly Recipient[],
): Recipient[] {
  const secretariat = people.filter((person) => person.role === 'secretariat');
  const isNobodys = alert.rule === 'deadline' && alert.institutionId === null;
  if (alert.rule === 'nobody_responsible' || alert.rule === 'sources_disagree' || isNobodys)
    return secretariat;
  const owners = ownersOf(alert.institutionId, people);
  if (alert.rule !== 'mail_bouncing') return owners;
  return [...owners.filter(({ reachable }) => reachable), ...secretariat];
}

/** Whoever heads an institution is reminded only where nobody else answers for it. */
function ownersOf(institutionId: number | null, people: readonly Recipient[]): Recipient[] {
  if (institutionId === null) return [];
  const own = people.filter(
    (person) => person.role === 'focal_point' && person.institutionId === institutionId,
  );
  const points = own.filter(({ isHead }) => !isHead);
  return points.length > 0 ? points : own;
}

/** "Not mine" quiets what the institution is asked about the recommendation; never the alert that says so. */
export function isDisowned(
  alert: Pick<Alert, 'rule' | 'institutionId'>,
  disclaimers: readonly DisclaimerFacts[],
): boolean {
  return (
    alert.rule !== 'nobody_responsible' &&
    disclaimers.some(({ institutionId }) => institutionId === alert.institutionId)
  );
}

/** Institutions with an overdue obligation, by recommendation. */
export function lateObligationOwners(
  changes: readonly { readonly recommendationId: number; readonly kind: string; readonly alert: Alert }[],
): Map<number, Set<number | null>> {
  const owners = new Map<number, Set<number | null>>();
  for (const { recommendationId, kind, alert } of changes) {
    if (alert.rule !== 'deadline' || alert.reason !== 'overdue' || kind === 'resolved') continue;
    const late = owners.get(recommendationId) ?? new Set();
    late.add(alert.institutionId);
    owners.set(recommendationId, late);
  }
  return owners;
}

/** What a submission that is missing would have contained. */
const PARTS_OF_SUBMISSION: ReadonlySet<string> = new Set([
  'figure_stale.too_old',
  'figure_stale.never_reported',
  'disaggregation_gap.dimensions_missing',
  'budget_execution.never_reported',
  'prosecution_outcome.outcome_never_reported',
  'prosecution_stage.never_reported',
]);

/** Whoever is reminded of the missing submission is not also told, item by item, what it would have contained. */
export function silencedByParent(alert: Alert, lateOwners: ReadonlySet<number | null> | undefined): boolean {
  if (!PARTS_OF_SUBMISSION.has(`${alert.rule}.${alert.reason}`)) return false;
  return lateOwners?.has(alert.institutionId) ?? false;
}
