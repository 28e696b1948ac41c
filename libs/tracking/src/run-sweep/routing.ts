import type { Alert, Recipient } from '#domain';

/**
 * The owner's focal points; where nobody answers for an item, or sources differ, those who can say who or which: the secretariat.
 * So it is with a due day that no institution owes: whether a committee has set its date is asked of the secretariat.
 */
export function recipientsFor(alert: Alert, people: readonly Recipient[]): Recipient[] {
  const isNobodys = alert.rule === 'deadline' && alert.institutionId === null;
  if (alert.rule === 'nobody_responsible' || alert.rule === 'sources_disagree' || isNobodys)
    return people.filter((person) => person.role === 'secretariat');
  const owners = people.filter(
    (person) =>
      person.role === 'focal_point' &&
      person.institutionId === alert.institutionId &&
      alert.institutionId !== null,
  );
  return owners;
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

/** Whoever is reminded of the missing submission is not also told, item by item, what it would have contained. */
export function silencedByParent(alert: Alert, lateOwners: ReadonlySet<number | null> | undefined): boolean {
  if (alert.rule !== 'figure_stale' && alert.rule !== 'disaggregation_gap') return false;
  return lateOwners?.has(alert.institutionId) ?? false;
}
