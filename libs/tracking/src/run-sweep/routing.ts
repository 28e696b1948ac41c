import type { Alert, Ladder, Recipient } from '#domain';
import { CONDITION_LADDER, DEADLINE_LADDER } from '#domain';

/** Deadlines count from the due day; conditions from the day they were first seen. */
export function ladderFor(alert: Pick<Alert, 'dueOn'>): Ladder {
  return alert.dueOn === null ? CONDITION_LADDER : DEADLINE_LADDER;
}

/** The owner's focal points; where nobody answers for an item, or sources differ, those who can say who or which: the secretariat. */
export function recipientsFor(alert: Alert, people: readonly Recipient[]): Recipient[] {
  if (alert.rule === 'nobody_responsible' || alert.rule === 'sources_disagree')
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
