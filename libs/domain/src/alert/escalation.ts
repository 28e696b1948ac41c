import type { CivilDate } from '../calendar/clock.js';
import { addWorkingDays } from '../calendar/working-day.js';
import type { WorkCalendar } from '../calendar/working-day.js';
import type { Recipient } from '../institution/institution.js';
import type { Alert } from './alert.js';
import { occasionOf } from './occasion.js';

/** Who hears of an alert that nobody answers, in the order in which they hear of it. */
export const ADDRESSEES = ['owner', 'head', 'coordinating_body', 'docket'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export interface EscalationStep {
  readonly addressee: Addressee;
  /** Working days without an answer, counted from the day after `unansweredSince`. */
  readonly workingDays: number;
}

/** Where a State has not set its own. The owner is asked by the ladder of reminders. */
export const DEFAULT_ESCALATION: readonly EscalationStep[] = [
  { addressee: 'owner', workingDays: 0 },
  { addressee: 'head', workingDays: 7 },
  { addressee: 'coordinating_body', workingDays: 14 },
  { addressee: 'docket', workingDays: 30 },
];

/** Working days without an answer after which a step may be taken. */
export const ESCALATION_BOUNDS = { from: 1, to: 365 } as const;

export type StepsFault = 'empty' | 'out_of_range' | 'not_rising';

/** What is wrong with the steps above the owner; null when nothing is. Whoever comes later is told later, in the order of `ADDRESSEES`. */
export function faultOfSteps(above: readonly EscalationStep[]): StepsFault | null {
  if (above.length === 0) return 'empty';
  const { from, to } = ESCALATION_BOUNDS;
  if (
    above.some(({ workingDays }) => !Number.isInteger(workingDays) || workingDays < from || workingDays > to)
  )
    return 'out_of_range';
  const isRising = above.every((step, place) => {
    const before = above[place - 1];
    return (
      before === undefined ||
      (before.workingDays < step.workingDays && rankOf(before.addressee) < rankOf(step.addressee))
    );
  });
  return isRising ? null : 'not_rising';
}

/**
 * Where an alert stands after the steps of a State have changed, by where it stood: at the highest of the new steps that is not
 * above whoever had heard of it. So nobody is told a second time, and nobody above is passed over.
 */
export function placesAfter(before: readonly EscalationStep[], after: readonly EscalationStep[]): number[] {
  return before.map(({ addressee }) =>
    Math.max(
      0,
      after.findLastIndex((step) => rankOf(step.addressee) <= rankOf(addressee)),
    ),
  );
}

function rankOf(addressee: Addressee): number {
  return ADDRESSEES.indexOf(addressee);
}

/** Why a step was taken. */
export const ESCALATION_REASONS = [
  'unanswered',
  /** Its day had passed when the watch looked again. */
  'unanswered_late',
  /** There is nobody at this step, or nobody who can be reached: the next one hears of it at once. */
  'nobody_there',
  'unreachable',
  /** Whoever is at this step is the one who was asked. */
  'asked_already',
  /** Because there was nobody at the step before. */
  'nobody_before',
] as const;
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

export interface EscalationTaken {
  /** Place in the State's steps. */
  readonly step: number;
  readonly addressee: Addressee;
  readonly reason: EscalationReason;
  readonly workingDays: number;
  /** The day on which its working days are over. */
  readonly dueOn: CivilDate;
  readonly recipients: readonly Recipient[];
}

export interface EscalationPlan {
  readonly alert: Alert;
  readonly today: CivilDate;
  readonly steps: readonly EscalationStep[];
  readonly calendar: WorkCalendar;
  /** Whom the reminders go to. */
  readonly owners: readonly Recipient[];
  /** Everybody to whom a notice of the State can go. */
  readonly people: readonly Recipient[];
  /** Its institution said that the matter is not its own, and nobody has decided on that: an answer, which stops the clock. */
  readonly disowned: boolean;
}

/** Between the occasion of the reminders and the day from which the steps count. */
const STEP_UP = '>';

/** Nobody is late before the due day is over, however early the first reminder was. */
export function clockStart(alert: Pick<Alert, 'unansweredSince' | 'dueOn'>): CivilDate {
  return alert.dueOn !== null && alert.dueOn > alert.unansweredSince ? alert.dueOn : alert.unansweredSince;
}

/** Steps count from the day on which an answer was waited for, and go out once for each such day: an occasion of their own. */
export function escalationOccasion(
  alert: Pick<Alert, 'dueOn' | 'openedOn' | 'episode' | 'unansweredSince'>,
): string {
  return `${occasionOf(alert)}${STEP_UP}${clockStart(alert)}`;
}

export function isEscalationOccasion(occasion: string): boolean {
  return occasion.includes(STEP_UP);
}

/**
 * Steps whose working days are over and that were not taken yet. Each has its own addressee, so that after an outage each of
 * them is told. A step where nobody can be told passes it on at once: a missing head is no delay.
 */
export function escalationSteps(plan: EscalationPlan): EscalationTaken[] {
  const { alert, today, steps, calendar } = plan;
  if (alert.state !== 'open' || plan.disowned) return [];
  const start = clockStart(alert);
  const taken: EscalationTaken[] = [];
  let passedOn = false;
  for (let step = alert.escalationStep + 1; step < steps.length; step += 1) {
    const { addressee, workingDays } = steps[step]!;
    const dueOn = addWorkingDays(start, workingDays, calendar);
    if (dueOn > today && !passedOn) break;
    const { recipients, hindrance } = reachedBy(addressee, plan);
    const reason =
      hindrance ?? (passedOn ? 'nobody_before' : dueOn < today ? 'unanswered_late' : 'unanswered');
    taken.push({ step, addressee, reason, workingDays, dueOn, recipients });
    // Whoever was asked already is at no fault of a gap: the next step waits for its own day.
    passedOn = hindrance !== null && hindrance !== 'asked_already';
  }
  return taken;
}

/** Whom a step is for. */
export function addresseesOf(
  addressee: Addressee,
  alert: Pick<Alert, 'institutionId'>,
  people: readonly Recipient[],
): Recipient[] {
  return people.filter((person) => {
    if (addressee === 'head')
      return person.isHead && alert.institutionId !== null && person.institutionId === alert.institutionId;
    return person.role === (addressee === 'docket' ? 'ombudsperson' : 'secretariat') && addressee !== 'owner';
  });
}

function reachedBy(
  addressee: Addressee,
  { alert, people, owners }: EscalationPlan,
): { readonly recipients: Recipient[]; readonly hindrance: EscalationReason | null } {
  const meant = addresseesOf(addressee, alert, people);
  const asked = new Set(owners.map(({ personId }) => personId));
  const fresh = meant.filter(({ personId }) => !asked.has(personId));
  const recipients = fresh.filter(({ reachable }) => reachable);
  // The docket is a page: it holds the alert also where no mail can tell of it.
  if (recipients.length > 0 || addressee === 'docket') return { recipients, hindrance: null };
  if (meant.length > fresh.length) return { recipients, hindrance: 'asked_already' };
  return { recipients, hindrance: fresh.length > 0 ? 'unreachable' : 'nobody_there' };
}
