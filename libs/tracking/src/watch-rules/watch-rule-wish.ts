import type { CivilDate, DayStanding, EscalationStep, LadderKind, ReferencePeriod } from '#domain';
import type { Bilingual, RecurringKind } from '#persistence';

/** A day that is closed or worked, against the list. */
export interface DayWish {
  readonly rule: 'day';
  readonly on: CivilDate;
  readonly standing: DayStanding;
  readonly reason: string;
}

/** ISO weekdays on which offices are closed. */
export interface WeekWish {
  readonly rule: 'week';
  readonly weekend: readonly number[];
  readonly reason: string;
}

export interface LadderWish {
  readonly rule: 'ladder';
  readonly kind: LadderKind;
  /** Code; null: every institution. */
  readonly institution: string | null;
  /** Null: none of its own any more. */
  readonly rungs: readonly number[] | null;
  readonly monthlyAfter: boolean;
  /** Null: from tomorrow, the earliest day there is. */
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  readonly reason: string;
}

export interface ThresholdWish {
  readonly rule: 'threshold';
  readonly name: string;
  readonly value: number;
  readonly reason: string;
}

export interface DutyWish {
  readonly rule: 'duty';
  /** Null: a new one. */
  readonly id: number | null;
  readonly recommendation: string;
  readonly institution: string | null;
  readonly indicator: string | null;
  readonly kind: RecurringKind;
  readonly title: Bilingual;
  readonly required: boolean;
  readonly firstDueOn: CivilDate;
  readonly everyMonths: number;
  readonly until: CivilDate | null;
  readonly opensDaysBefore: number;
  readonly firstPeriod: ReferencePeriod | null;
  readonly reason: string;
}

/** Who hears of what nobody answers. */
export interface EscalationWish {
  readonly rule: 'escalation';
  /** Those above the owner, who is always asked first; null: as where a State sets none. */
  readonly steps: readonly EscalationStep[] | null;
  readonly reason: string;
}

export type WatchRuleWish = DayWish | WeekWish | LadderWish | ThresholdWish | DutyWish | EscalationWish;
