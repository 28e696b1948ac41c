import type { CivilDate } from '../calendar/clock.js';

/** OHCHR, Human Rights Indicators (HR/PUB/12/5): commitment, effort, enjoyment. */
export const INDICATOR_CLASSES = ['structural', 'process', 'outcome'] as const;
export type IndicatorClass = (typeof INDICATOR_CLASSES)[number];

/** Which of the three tracks of a recommendation an indicator belongs to. */
export const INDICATOR_TRACKS = ['data', 'budget', 'prosecutions'] as const;
export type IndicatorTrack = (typeof INDICATOR_TRACKS)[number];

export type ValueType = 'boolean' | 'date' | 'stage' | 'count' | 'ratio' | 'amount' | 'index';

/** How a figure may become public. `null` on an indicator means that it is never published. */
export type FigureKind = 'person_count' | 'derived_rate' | 'plain' | 'citation';

/** Which way is better. */
export type Direction = 'increase' | 'decrease';

/** `below_threshold`: the source itself printed a bound, such as "<5". `missing`: asked for, not received. */
export type ValueState = 'reported' | 'below_threshold' | 'missing' | 'not_applicable';

/** A reference period; both days belong to it. */
export interface ReferencePeriod {
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
}

/** One category per dimension, `{ sex: 'female', age: '0-17' }`; empty for the total. */
export type SeriesKey = Readonly<Record<string, string>>;

export interface FigureValue {
  readonly state: ValueState;
  /** The value, or the bound for `below_threshold`; null for `missing` and `not_applicable`. */
  readonly value: number | null;
  readonly provisional: boolean;
}

export interface Target {
  readonly value: number;
  readonly dueOn: CivilDate;
}

export interface Baseline {
  readonly value: number;
  readonly on: CivilDate;
}
