/** Numbers behind statuses and checks. Data, so that an installation can differ and say so. */
export interface Thresholds {
  /** Days before a confirmed due day from which an open obligation puts its item at risk. */
  readonly dueSoonDays: number;
  /** Days that must have passed since the end of the period: before that nobody can have the figures. */
  readonly daysAfterPeriod: number;
  /** Percent of the expected path below which a value is off it. */
  readonly pathPercent: number;
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
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  dueSoonDays: 30,
  daysAfterPeriod: 30,
  pathPercent: 75,
  completenessPercent: 80,
  budgetPoints: 20,
  budgetCutPercent: 10,
  stalePeriods: 2,
  cohortYears: 1,
  conversionCohortYears: 2,
  conversionFallPercent: 20,
  conversionCases: 30,
};
