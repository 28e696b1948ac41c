import type { CivilDate, WorkCalendar, EscalationStep } from '#domain';
import { alertChangesOn, earliestAfter, isSameEvidence } from '#domain';
import type { StatusToSave, StoredStatus } from '#persistence';

import { groupBy } from './group-by.js';
import type { StatusFound } from './judge-page.js';
import type { AlertPlan } from './plan-page.js';

/** What the clocks of alerts go by, beside their ladders. */
export interface ClockRules {
  readonly steps: readonly EscalationStep[];
  readonly calendar: WorkCalendar;
}

/** Statuses that are not as they are stored, with the first day on which facts or alerts ask for another look. Pure. */
export function statusesToSave(
  statuses: readonly StatusFound[],
  plans: readonly AlertPlan[],
  on: CivilDate,
  { steps, calendar }: ClockRules,
): StatusToSave[] {
  const plansOf = groupBy(plans, (plan) => plan.change.recommendationId);
  return statuses.flatMap(({ found, stored }) => {
    const days = (plansOf.get(found.recommendationId) ?? []).flatMap((plan) =>
      alertChangesOn({
        alert: plan.change.alert,
        today: on,
        ladder: plan.ladder,
        steps,
        calendar,
        writtenToday: isWrittenToday(plan, on),
      }),
    );
    const nextCheckOn = earliestAfter(on, [found.nextCheckOn, ...days]);
    return nextCheckOn !== stored.nextCheckOn || differs(found, stored) ? [{ ...found, nextCheckOn }] : [];
  });
}

function isWrittenToday({ decisions, ledger }: AlertPlan, on: CivilDate): boolean {
  return (
    decisions.some(({ outcome }) => outcome !== 'none') || ledger.some(({ writtenOn }) => writtenOn === on)
  );
}

function differs(status: StatusToSave, stored: StoredStatus): boolean {
  return (
    status.status !== stored.status ||
    status.reason !== stored.reason ||
    !isSameEvidence(status.parameters, stored.parameters)
  );
}
