import { REPLY_BOUNDS } from '../information-request/information-request.js';

/** Numbers behind statuses and checks. Data, so that an installation can differ and say so. */
export interface Thresholds {
  /** Days before a confirmed due day from which an open obligation puts its item at risk. */
  readonly dueSoonDays: number;
  /** Days that must have passed since the end of the period: before that nobody can have the figures. */
  readonly daysAfterPeriod: number;
  /** Percent of the expected path below which a value is off it. */
  readonly pathPercent: number;
  /** Percent by which a figure must be worse than that of the period before to count as going back. */
  readonly regressionPercent: number;
  /** Percent of asked-for dimensions that must have been received (DHIS2's practice). */
  readonly completenessPercent: number;
  /** Points by which execution may trail the elapsed share of the fiscal year. */
  readonly budgetPoints: number;
  /** Percent less than the year before from which a budget line counts as cut. */
  readonly budgetCutPercent: number;
  /** Periods after which the newest figure no longer says anything. */
  readonly stalePeriods: number;
  /** Years after which a cohort of complaints should show an outcome. */
  readonly cohortYears: number;
  /** Full years that a cohort must have had before its share of convictions is held against that of an earlier one. */
  readonly conversionCohortYears: number;
  /** Percent by which that share must have fallen. */
  readonly conversionFallPercent: number;
  /** Complaints below which a cohort is too small for its share to be compared. */
  readonly conversionCases: number;
  /** Working days for the answer to a formal information request, where the request says nothing else. */
  readonly replyWorkingDays: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  dueSoonDays: 30,
  daysAfterPeriod: 30,
  pathPercent: 75,
  regressionPercent: 10,
  completenessPercent: 80,
  budgetPoints: 20,
  budgetCutPercent: 10,
  stalePeriods: 2,
  cohortYears: 1,
  conversionCohortYears: 2,
  conversionFallPercent: 20,
  conversionCases: 30,
  replyWorkingDays: 10,
};

/** What each may be set to; whole numbers. Outside of it a check would never speak, or always. */
export const THRESHOLD_BOUNDS: Readonly<
  Record<keyof Thresholds, { readonly from: number; readonly to: number }>
> = {
  dueSoonDays: { from: 1, to: 365 },
  daysAfterPeriod: { from: 0, to: 365 },
  pathPercent: { from: 1, to: 100 },
  regressionPercent: { from: 1, to: 100 },
  completenessPercent: { from: 1, to: 100 },
  budgetPoints: { from: 1, to: 100 },
  budgetCutPercent: { from: 1, to: 100 },
  stalePeriods: { from: 1, to: 10 },
  cohortYears: { from: 1, to: 10 },
  conversionCohortYears: { from: 1, to: 10 },
  conversionFallPercent: { from: 1, to: 100 },
  conversionCases: { from: 1, to: 10_000 },
  replyWorkingDays: REPLY_BOUNDS,
};

export const THRESHOLD_NAMES = Object.keys(DEFAULT_THRESHOLDS) as (keyof Thresholds)[];

/** The thresholds of a State: what it set, and what everybody has elsewhere. */
export function thresholdsOf(set: readonly { readonly name: string; readonly value: number }[]): Thresholds {
  const own = new Map(set.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    THRESHOLD_NAMES.map((name) => [name, own.get(name) ?? DEFAULT_THRESHOLDS[name]]),
  ) as unknown as Thresholds;
}
