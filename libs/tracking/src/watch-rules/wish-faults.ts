import type { CivilDate, LadderFault, StepsFault, Thresholds } from '#domain';
import {
  ESCALATION_BOUNDS,
  MOST_RUNGS,
  RECURRENCE_BOUNDS,
  RUNG_BOUNDS,
  THRESHOLD_BOUNDS,
  THRESHOLD_NAMES,
  UserError,
  faultOfLadder,
  faultOfSteps,
  isCivilDate,
} from '#domain';
import { findPersonalData } from '#ingest';

import type {
  DutyWish,
  EscalationWish,
  LadderWish,
  ThresholdWish,
  WatchRuleWish,
} from './watch-rule-wish.js';

const LADDER_FAULTS: Readonly<Record<LadderFault, string>> = {
  empty: 'at least one day',
  too_many: `at most ${MOST_RUNGS} days`,
  not_whole: 'whole numbers of days',
  out_of_range: `days from ${RUNG_BOUNDS.from} to ${RUNG_BOUNDS.to}`,
  not_sorted: 'days in order, each once: the earliest first',
  before_seen: 'no day before 0: a condition has no day before it was first seen',
};

const STEPS_FAULTS: Readonly<Record<StepsFault, string>> = {
  empty: 'at least one of head, coordinating_body and docket',
  out_of_range: `whole numbers of working days from ${ESCALATION_BOUNDS.from} to ${ESCALATION_BOUNDS.to}`,
  not_rising:
    'head before coordinating_body before docket, each once, and each after more working days than the one before',
};

/** Before anything is read: what can be said of the wish alone. The words of a reason are in no message and no log. */
export function refuseFaults(wish: WatchRuleWish): void {
  refusePersonalData(wish);
  switch (wish.rule) {
    case 'day':
      return refuseNoDay('on', wish.on);
    case 'week':
      return refuseWeek(wish.weekend);
    case 'ladder':
      return refuseLadder(wish);
    case 'threshold':
      return refuseThreshold(wish);
    case 'duty':
      return refuseDuty(wish);
    case 'escalation':
      return refuseSteps(wish);
  }
}

function refusePersonalData(wish: WatchRuleWish): void {
  const written = wish.rule === 'duty' ? [wish.reason, wish.title.en, wish.title.es] : [wish.reason];
  const kinds = findPersonalData(written.join('\n'));
  if (kinds.length > 0)
    throw new UserError(
      'invalid_input',
      'watch_rule.personal_data',
      `reason: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
      { details: { field: 'reason', kinds } },
    );
}

function refuseWeek(weekend: readonly number[]): void {
  const fits =
    weekend.length < 7 &&
    new Set(weekend).size === weekend.length &&
    weekend.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!fits)
    throw new UserError(
      'invalid_input',
      'work_week.weekend',
      'weekend: expected weekdays from 1 (Monday) to 7 (Sunday), each once, and at least one day to work.',
    );
}

function refuseLadder({ kind, rungs, validFrom, validUntil }: LadderWish): void {
  if (validFrom !== null) refuseNoDay('validFrom', validFrom);
  if (validUntil !== null) refuseNoDay('validUntil', validUntil);
  if (rungs === null) return;
  const fault = faultOfLadder(kind, rungs);
  if (fault !== null)
    throw new UserError(
      'invalid_input',
      `ladder.${fault}`,
      `rungs: expected ${LADDER_FAULTS[fault]}, got ${rungs.join(' ')}.`,
    );
}

function refuseSteps({ steps }: EscalationWish): void {
  const fault = steps === null ? null : faultOfSteps(steps);
  if (fault !== null)
    throw new UserError(
      'invalid_input',
      `escalation.${fault}`,
      `steps: expected ${STEPS_FAULTS[fault]}, got ${steps?.map(({ addressee, workingDays }) => `${addressee} ${workingDays}`).join(', ') || 'none'}.`,
    );
}

function refuseThreshold({ name, value }: ThresholdWish): void {
  if (!isThreshold(name))
    throw new UserError(
      'invalid_input',
      'threshold.unknown',
      `name: expected one of ${THRESHOLD_NAMES.join(', ')}, got "${name}".`,
    );
  const { from, to } = THRESHOLD_BOUNDS[name];
  if (!Number.isInteger(value) || value < from || value > to)
    throw new UserError(
      'invalid_input',
      'threshold.bounds',
      `value: expected a whole number from ${from} to ${to} for ${name}, got ${value}.`,
    );
}

export function isThreshold(name: string): name is keyof Thresholds {
  return Object.hasOwn(THRESHOLD_BOUNDS, name);
}

function refuseDuty({ firstDueOn, until, everyMonths, opensDaysBefore, firstPeriod }: DutyWish): void {
  refuseNoDay('firstDueOn', firstDueOn);
  if (until !== null) {
    refuseNoDay('until', until);
    if (until < firstDueOn)
      throw new UserError(
        'invalid_input',
        'duty.until',
        `until: expected a day not before the first due day ${firstDueOn}, got ${until}.`,
      );
  }
  for (const [field, value] of Object.entries({ everyMonths, opensDaysBefore })) {
    const { from, to } = RECURRENCE_BOUNDS[field as keyof typeof RECURRENCE_BOUNDS];
    if (!Number.isInteger(value) || value < from || value > to)
      throw new UserError(
        'invalid_input',
        'duty.bounds',
        `${field}: expected a whole number from ${from} to ${to}, got ${value}.`,
      );
  }
  if (firstPeriod === null) return;
  refuseNoDay('firstPeriod.startOn', firstPeriod.startOn);
  refuseNoDay('firstPeriod.endOn', firstPeriod.endOn);
  if (firstPeriod.startOn > firstPeriod.endOn)
    throw new UserError(
      'invalid_input',
      'duty.period',
      'firstPeriod: expected its first day before its last.',
    );
}

function refuseNoDay(field: string, day: CivilDate): void {
  if (!isCivilDate(day))
    throw new UserError(
      'invalid_input',
      'watch_rule.day',
      `${field}: expected a day such as 2026-11-27, got "${day}".`,
    );
}
