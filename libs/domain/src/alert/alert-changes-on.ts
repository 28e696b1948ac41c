import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/clock.js';
import { addWorkingDays } from '../calendar/working-day.js';
import type { WorkCalendar } from '../calendar/working-day.js';
import { comingRungs, isSchedule, rungDay } from '../notice/ladder.js';
import type { LadderSchedule } from '../notice/ladder.js';
import type { Ladder } from '../notice/notice.js';
import type { Alert } from './alert.js';
import { clockStart } from './escalation.js';
import type { EscalationStep } from './escalation.js';

/** An alert as it stands when a day was swept, and what its own clocks go by. */
export interface AlertClocks {
  readonly alert: Alert;
  readonly today: CivilDate;
  readonly ladder: Ladder | LadderSchedule;
  readonly steps: readonly EscalationStep[];
  readonly calendar: WorkCalendar;
  /** A notice of it entered the ledger today: tomorrow the answer to "why did it go out" is that it went out before. */
  readonly writtenToday: boolean;
}

/**
 * Days on which something is to be done about an alert although no fact changed: its next rung, monthly repeats too, its next step
 * up, the end of its snooze. As with checks, whoever leaves a day out is late.
 */
export function alertChangesOn(clocks: AlertClocks): CivilDate[] {
  const { alert, today, ladder } = clocks;
  if (alert.state === 'resolved') return [];
  const schedule: LadderSchedule = isSchedule(ladder) ? ladder : [{ from: null, ladder }];
  const anchor = alert.dueOn ?? alert.openedOn;
  const rungs = comingRungs(schedule, anchor, today, 1).map((rung) => rungDay(anchor, rung));
  const turns = schedule.flatMap(({ from }) => from ?? []);
  const snoozeEnds = alert.snoozedUntil === null ? [] : [addDays(alert.snoozedUntil, 1)];
  return [
    ...rungs,
    ...turns,
    ...snoozeEnds,
    ...nextStep(clocks),
    ...(clocks.writtenToday ? [addDays(today, 1)] : []),
  ].filter((day) => day > today);
}

function nextStep({ alert, steps, calendar }: AlertClocks): CivilDate[] {
  const step = steps[alert.escalationStep + 1];
  if (alert.state !== 'open' || step === undefined) return [];
  return [addWorkingDays(clockStart(alert), step.workingDays, calendar)];
}
