import { isDeepStrictEqual } from 'node:util';

import type { Addressee, AuditAction, AuditedFields, CivilDate, Clock, EscalationStep, Role } from '#domain';
import { DEFAULT_ESCALATION, DEFAULT_THRESHOLDS, UserError, addDays, civilDayOf, placesAfter } from '#domain';
import type {
  AuditRepository,
  DutyOnRecord,
  EscalationRepository,
  LadderOnRecord,
  RecordDatabase,
  RecurrenceRepository,
  State,
  WatchRuleRepository,
  WorkCalendarRepository,
} from '#persistence';

import type { WorkCalendars } from '../work-calendar/work-calendars.js';
import type { MakeRounds } from './make-rounds.js';
import type {
  DayWish,
  DutyWish,
  EscalationWish,
  LadderWish,
  ThresholdWish,
  WatchRuleWish,
  WeekWish,
} from './watch-rule-wish.js';
import { isThreshold, refuseFaults } from './wish-faults.js';

interface By {
  readonly personId: number | null;
  readonly role: Role;
}

/** What a change did, for the entry that tells it. */
interface Done {
  readonly id: number | null;
  readonly action: AuditAction;
  readonly before: AuditedFields | null;
  readonly after: AuditedFields;
}

/** The secretariat decides how its State is watched: working days, ladders, thresholds, duties that come again. */
export class ChangeWatchRules {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly calendars: WorkCalendarRepository;
      readonly rules: WatchRuleRepository;
      readonly recurrences: RecurrenceRepository;
      readonly escalation: EscalationRepository;
      readonly audit: AuditRepository;
    },
    private readonly workCalendars: WorkCalendars,
    private readonly rounds: MakeRounds,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `watch_rule.*`, `work_week.weekend`, `ladder.*`, `threshold.*`, `duty.*` or `escalation.*`. */
  async change(state: State, wish: WatchRuleWish, by: By): Promise<number | null> {
    refuseFaults(wish);
    return this.record.runState(state.id, async () => {
      const at = this.clock.now();
      const said = { reason: wish.reason, personId: by.personId, recordedAt: at };
      const done = await this.carryOut(state, wish, said);
      await this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: done.action,
        subjectKind: 'state',
        subjectId: state.iso3,
        before: done.before,
        after: done.after,
        reason: wish.reason,
        happenedAt: at,
      });
      // The sweep of the day is over: a round that is open already does not wait for the next one.
      if (wish.rule === 'duty') await this.rounds.make(state, civilDayOf(at, state.timeZone));
      return done.id;
    });
  }

  private carryOut(state: State, wish: WatchRuleWish, said: Said): Promise<Done> {
    switch (wish.rule) {
      case 'day':
        return this.setWorkDay(state, wish, said);
      case 'week':
        return this.setWorkWeek(state, wish, said);
      case 'ladder':
        return this.setLadder(state, wish, said);
      case 'threshold':
        return this.setThreshold(state, wish, said);
      case 'duty':
        return this.setDuty(state, wish);
      case 'escalation':
        return this.setSteps(state, wish, said);
    }
  }

  private async setWorkDay(state: State, { on, standing }: DayWish, said: Said): Promise<Done> {
    const days = await this.rows.calendars.listDays(state.id);
    const before = days.find((day) => day.on === on) ?? null;
    if (standing === (before?.standing ?? 'as_listed'))
      throw new UserError('conflict', 'work_day.unchanged', `on: nothing else is said of ${on} already.`);
    await this.rows.calendars.addDay(state.id, { on, standing, ...said });
    return {
      id: null,
      action: 'calendar.day_set',
      before: before && { workDay: on, dayStanding: before.standing },
      after: { workDay: on, dayStanding: standing },
    };
  }

  private async setWorkWeek(state: State, wish: WeekWish, said: Said): Promise<Done> {
    const { weekend } = await this.workCalendars.calendarOf(state);
    const sorted = [...wish.weekend].sort();
    await this.rows.calendars.addWeek(state.id, { weekend: sorted, ...said });
    return {
      id: null,
      action: 'calendar.week_set',
      before: { weekend: weekdays([...weekend]) },
      after: { weekend: weekdays(sorted) },
    };
  }

  private async setLadder(state: State, wish: LadderWish, said: Said): Promise<Done> {
    const { rules, recurrences } = this.rows;
    const validFrom = firstDayOf(wish, civilDayOf(said.recordedAt, state.timeZone));
    const institutionId = await institutionOf(recurrences, state, wish.institution);
    const { kind, rungs, monthlyAfter, validUntil } = wish;
    const before = (await rules.listLadders(state.id)).findLast(
      (ladder) => ladder.kind === kind && ladder.institutionId === institutionId,
    );
    const ladder = rungs === null ? null : { rungs, monthlyAfter };
    const id = await rules.addLadder(state.id, {
      kind,
      institutionId,
      ladder,
      validFrom,
      validUntil: ladder === null ? null : validUntil,
      ...said,
    });
    await rules.lookAgain(state.id);
    return {
      id,
      action: 'ladder.set',
      before: before ? ladderFields(before, wish.institution) : null,
      after: ladderFields({ kind, ladder, validFrom, validUntil }, wish.institution),
    };
  }

  private async setThreshold(state: State, { name, value }: ThresholdWish, said: Said): Promise<Done> {
    const { rules } = this.rows;
    const set = (await rules.listThresholds(state.id)).find((one) => one.name === name)?.value;
    const before = set ?? (isThreshold(name) ? DEFAULT_THRESHOLDS[name] : value);
    await rules.addThreshold(state.id, { name, value, ...said });
    await rules.lookAgain(state.id);
    return {
      id: null,
      action: 'threshold.set',
      before: { threshold: name, thresholdValue: before },
      after: { threshold: name, thresholdValue: value },
    };
  }

  private async setSteps(state: State, wish: EscalationWish, said: Said): Promise<Done> {
    const { escalation, rules } = this.rows;
    const own = await escalation.listSteps(state.id);
    const steps = wish.steps && [OWNER_FIRST, ...wish.steps];
    const before = own.length > 0 ? own : DEFAULT_ESCALATION;
    const after = steps ?? DEFAULT_ESCALATION;
    if (isDeepStrictEqual(stepFields(before), stepFields(after)))
      throw new UserError(
        'conflict',
        'escalation.unchanged',
        'steps: they are as they are asked for already.',
      );
    await escalation.addSetting(state.id, { steps, ...said });
    await escalation.moveAlerts(state.id, placesAfter(before, after));
    await rules.lookAgain(state.id);
    return { id: null, action: 'escalation.set', before: stepFields(before), after: stepFields(after) };
  }

  private async setDuty(state: State, wish: DutyWish): Promise<Done> {
    const { recurrences } = this.rows;
    const named = await recurrences.findNamed(state.id, wish);
    const { recommendationId } = named;
    if (recommendationId === null) throw unknown('recommendation', wish.recommendation);
    if (wish.institution !== null && named.institutionId === null)
      throw unknown('institution', wish.institution);
    if (wish.indicator !== null && named.indicatorId === null) throw unknown('indicator', wish.indicator);
    const duty = { ...wish, ...named, recommendationId };
    const after = dutyFields(wish);
    if (wish.id === null) {
      const id = await recurrences.saveDuty(state.id, duty, civilDayOf(this.clock.now(), state.timeZone));
      return { id, action: 'duty.added', before: null, after };
    }
    const before = await recurrences.findDuty(state.id, wish.id);
    if (before === null)
      throw new UserError('not_found', 'duty.unknown', `No duty that comes again has the number ${wish.id}.`);
    await recurrences.changeDuty(state.id, wish.id, duty);
    return { id: wish.id, action: 'duty.changed', before: dutyFields(before), after };
  }
}

const OWNER_FIRST: EscalationStep = { addressee: 'owner', workingDays: 0 };

interface Said {
  readonly reason: string;
  readonly personId: number | null;
  readonly recordedAt: number;
}

/** Today's reminders are decided: a ladder holds from tomorrow at the earliest, so that it never changes what has been. */
export function firstDayOf({ validFrom, validUntil }: LadderWish, today: CivilDate): CivilDate {
  const tomorrow = addDays(today, 1);
  const from = validFrom ?? tomorrow;
  if (from < tomorrow)
    throw new UserError(
      'invalid_input',
      'ladder.past',
      `validFrom: expected a day from tomorrow on (${tomorrow}), got ${from}: what was due until today was decided by the ladder that held.`,
    );
  if (validUntil !== null && validUntil < from)
    throw new UserError(
      'invalid_input',
      'ladder.until',
      `validUntil: expected a day from ${from} on, got ${validUntil}.`,
    );
  return from;
}

export async function institutionOf(
  recurrences: RecurrenceRepository,
  state: State,
  code: string | null,
): Promise<number | null> {
  if (code === null) return null;
  const { institutionId } = await recurrences.findNamed(state.id, {
    recommendation: '',
    institution: code,
    indicator: null,
  });
  if (institutionId === null) throw unknown('institution', code);
  return institutionId;
}

function unknown(field: string, value: string): UserError {
  return new UserError(
    'invalid_input',
    `watch_rule.${field}_unknown`,
    `${field}: expected one that this State has, got "${value}".`,
  );
}

const weekdays = (days: readonly number[]): string[] => [...days].sort().map(String);

function ladderFields(
  {
    kind,
    ladder,
    validFrom,
    validUntil,
  }: Omit<LadderOnRecord, 'id' | 'institutionId' | 'institution' | 'reason' | 'person' | 'recordedAt'>,
  institution: string | null,
): AuditedFields {
  return {
    ladderKind: kind,
    institution,
    rungs: ladder === null ? null : [...ladder.rungs.map(String), ...(ladder.monthlyAfter ? ['+30…'] : [])],
    startsOn: validFrom,
    endsOn: validUntil,
  };
}

/** Null: nobody there is told. */
function stepFields(steps: readonly EscalationStep[]): AuditedFields {
  const after = (wanted: Addressee): number | null =>
    steps.find(({ addressee }) => addressee === wanted)?.workingDays ?? null;
  return {
    daysToHead: after('head'),
    daysToCoordinatingBody: after('coordinating_body'),
    daysToDocket: after('docket'),
  };
}

function dutyFields(duty: DutyWish | DutyOnRecord): AuditedFields {
  return {
    recommendation: duty.recommendation,
    institution: duty.institution,
    name: duty.title,
    dueOn: duty.firstDueOn,
    everyMonths: duty.everyMonths,
    endsOn: duty.until,
    opensDaysBefore: duty.opensDaysBefore,
    ...(duty.firstPeriod === null ? {} : { period: `${duty.firstPeriod.startOn}/${duty.firstPeriod.endOn}` }),
  };
}
