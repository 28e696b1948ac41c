import type {
  CivilDate,
  Clock,
  EscalationStep,
  Ladder,
  LadderKind,
  LadderRule,
  LadderSchedule,
  Round,
  Thresholds,
} from '#domain';
import {
  DEFAULT_ESCALATION,
  DEFAULT_THRESHOLDS,
  addDays,
  civilDayOf,
  comingRungs,
  ladderScheduleFor,
  roundsToMake,
  rungDay,
  thresholdsOf,
} from '#domain';
import { alphaTwoOf } from '#ingest';
import type {
  DutyOnRecord,
  EscalationOnRecord,
  EscalationRepository,
  LadderOnRecord,
  RecordDatabase,
  RecurrenceRepository,
  RemindedDeadline,
  StandingDayOnRecord,
  State,
  ThresholdOnRecord,
  WatchRuleRepository,
  WorkCalendarRepository,
} from '#persistence';

import { publicHolidaysOf } from '../work-calendar/public-holidays.js';
import type { PublicHoliday } from '../work-calendar/public-holidays.js';
import { weekendOf } from '../work-calendar/work-calendars.js';
import { firstDayOf, institutionOf } from './change-watch-rules.js';
import type { LadderWish } from './watch-rule-wish.js';
import { refuseFaults } from './wish-faults.js';

export interface WatchRulesReading {
  readonly today: CivilDate;
  readonly year: number;
  readonly calendar: {
    /** False: no list of this State's holidays is known. */
    readonly listKnown: boolean;
    readonly weekend: readonly number[];
    /** Why the weekend is another than that of the locale data; null where it is not. */
    readonly weekReason: string | null;
    readonly holidays: readonly PublicHoliday[];
    readonly days: readonly StandingDayOnRecord[];
  };
  readonly ladders: readonly LadderOnRecord[];
  /** What holds today for every institution, by kind. */
  readonly standing: readonly { readonly kind: LadderKind; readonly ladder: Ladder }[];
  readonly thresholds: Thresholds;
  readonly thresholdsSet: readonly ThresholdOnRecord[];
  readonly steps: readonly EscalationStep[];
  /** What was said of them last; null where they are those of a State that sets none. */
  readonly stepsSet: EscalationOnRecord | null;
  readonly duties: readonly (DutyOnRecord & { readonly coming: readonly Round[] })[];
}

/** When one thing would be reminded of, by a ladder that is not set yet and by the one that holds. */
export interface LadderPreview {
  readonly about: RemindedDeadline | null;
  /** The due day, or the day a condition would be seen first. */
  readonly anchor: CivilDate;
  readonly now: readonly CivilDate[];
  readonly then: readonly CivilDate[];
}

const KINDS: readonly LadderKind[] = [
  'deadline',
  'data_submission',
  'report',
  'committee_date_query',
  'condition',
];
const ROUNDS_SHOWN = 3;
const PREVIEWED = 5;
const DAYS_SHOWN = 6;
/** Later than every window: what comes is asked for, not what is open. */
const FAR_DAY = '9999-12-31';

/** How a State is watched, and what a change would bring. */
export class ReadWatchRules {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly calendars: WorkCalendarRepository;
      readonly rules: WatchRuleRepository;
      readonly recurrences: RecurrenceRepository;
      readonly escalation: EscalationRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @param year of the holidays; null: the present one */
  read(state: State, wanted: number | null): Promise<WatchRulesReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const year = wanted ?? Number(today.slice(0, 4));
    return this.record.runState(state.id, async () => {
      const { calendars, rules, recurrences, escalation } = this.rows;
      const iso2 = alphaTwoOf(state.iso3);
      const listed = await publicHolidaysOf(iso2);
      const week = await calendars.findWeek(state.id);
      const ladders = await rules.listLadders(state.id);
      const thresholdsSet = await rules.listThresholds(state.id);
      const duties = await recurrences.listDuties(state.id);
      const stepsSet = await escalation.findSetting(state.id);
      return {
        today,
        year,
        calendar: {
          listKnown: listed.known,
          weekend: week?.weekend ?? weekendOf(iso2),
          weekReason: week?.reason ?? null,
          holidays: listed.ofYear(year),
          days: (await calendars.listDays(state.id)).filter(({ on }) => on.startsWith(`${year}-`)),
        },
        ladders,
        standing: KINDS.map((kind) => ({ kind, ladder: standingLadder(ladders, kind, today) })),
        thresholds: thresholdsOf(thresholdsSet),
        thresholdsSet: thresholdsSet.filter(
          ({ name, value }) => DEFAULT_THRESHOLDS[name as keyof Thresholds] !== value,
        ),
        steps: stepsSet?.steps ?? DEFAULT_ESCALATION,
        stepsSet: stepsSet?.steps ? stepsSet : null,
        duties: duties.map((duty) => ({ ...duty, coming: comingRounds(duty, today) })),
      };
    });
  }

  /** @throws UserError `ladder.*` or `watch_rule.*`, as setting it would. */
  async preview(state: State, wish: LadderWish): Promise<LadderPreview[]> {
    refuseFaults(wish);
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const validFrom = firstDayOf(wish, today);
    return this.record.runState(state.id, async () => {
      const { rules, recurrences } = this.rows;
      const institutionId = await institutionOf(recurrences, state, wish.institution);
      const ladders = await rules.listLadders(state.id);
      const wished: LadderRule = {
        id: Number.MAX_SAFE_INTEGER,
        kind: wish.kind,
        institutionId,
        validFrom,
        validUntil: wish.validUntil,
        ladder: wish.rungs === null ? null : { rungs: wish.rungs, monthlyAfter: wish.monthlyAfter },
      };
      const daysOf = (schedule: LadderSchedule, anchor: CivilDate): CivilDate[] =>
        comingRungs(schedule, anchor, today, DAYS_SHOWN).map((rung) => rungDay(anchor, rung));
      const compare = (about: RemindedDeadline | null, anchor: CivilDate): LadderPreview => {
        const what = {
          kind: about?.kind ?? null,
          institutionId: about?.institutionId ?? institutionId,
        };
        return {
          about,
          anchor,
          now: daysOf(ladderScheduleFor(ladders, what), anchor),
          then: daysOf(ladderScheduleFor([...ladders, wished], what), anchor),
        };
      };
      if (wish.kind === 'condition') return [compare(null, validFrom)];
      const reminded = await rules.listReminded(state.id, {
        kind: wish.kind,
        institutionId,
        from: today,
        limit: PREVIEWED,
      });
      return reminded.map((about) => compare(about, about.dueOn));
    });
  }
}

function standingLadder(ladders: readonly LadderRule[], kind: LadderKind, today: CivilDate): Ladder {
  const what = { kind: kind === 'condition' ? null : kind, institutionId: null };
  const schedule = ladderScheduleFor(ladders, what);
  return schedule.findLast(({ from }) => from === null || from <= addDays(today, 1))!.ladder;
}

function comingRounds(duty: DutyOnRecord, today: CivilDate): Round[] {
  const { lastDueOn, since } = duty;
  const all = roundsToMake(duty, { lastDueOn, since, today: FAR_DAY });
  return all.filter(({ dueOn }) => dueOn >= today).slice(0, ROUNDS_SHOWN);
}
