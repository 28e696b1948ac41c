import type { SweepCounts } from '#persistence';

/** Recommendations whose answer may be another one than the last time; null: all of the State. */
export type Expected = ReadonlySet<number> | null;

/** Counts of a sweep while it runs. */
export type SweepTally = { -readonly [K in keyof SweepCounts]: number };

export function emptyTally(): SweepTally {
  return {
    recommendations: 0,
    findings: 0,
    alertsOpened: 0,
    alertsChanged: 0,
    alertsResolved: 0,
    noticesWritten: 0,
    noticesSkipped: 0,
    statusesChanged: 0,
    expected: 0,
    missed: 0,
  };
}
