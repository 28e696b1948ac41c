import type { CaseSeriesFacts } from './facts.js';

/** Cohorts that may be held against each other: of one indicator and offence, counted by one rule. The oldest first. */
export function cohortGroups(series: readonly CaseSeriesFacts[]): CaseSeriesFacts[][] {
  const groups = new Map<string, CaseSeriesFacts[]>();
  for (const one of series) {
    const key = [one.indicatorId, one.offence, one.cohortRule].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => group.sort((left, right) => left.cohortYear - right.cohortYear));
}
