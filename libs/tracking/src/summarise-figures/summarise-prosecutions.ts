import type { CaseStage, CohortRule } from '#domain';
import { CASE_STAGES, COHORT_RULES } from '#domain';
import type { PublicFigure } from '#persistence';

export interface OffenceStages {
  readonly offence: string;
  readonly indicator: string;
  /** False where the law does not know the offence: every stage is not applicable, which is not zero. */
  readonly countable: boolean;
  readonly stages: readonly { readonly stage: CaseStage; readonly figure: PublicFigure | null }[];
}

export interface ProsecutionSummary {
  readonly cohortRule: CohortRule | null;
  /** Every rule by which something is counted; only one is shown at a time. */
  readonly cohortRules: readonly CohortRule[];
  readonly cohortYear: number | null;
  readonly cohortYears: readonly number[];
  readonly offences: readonly OffenceStages[];
}

/** Cohorts are ever counted under one rule: where sources use several, the one that is asked for, else the one with most cells. */
export function summariseProsecutions(
  figures: readonly PublicFigure[],
  wanted: number | null,
  rule: CohortRule | null,
): ProsecutionSummary {
  const cells = figures.filter((figure) => figure.categories['stage'] !== undefined);
  const counted = cells.map((figure) => figure.categories['cohort']);
  const cohortRules = COHORT_RULES.filter((one) => counted.includes(one));
  const cohortRule =
    cohortRules.find((one) => one === rule) ??
    (mostFrequent(counted.map((one) => one ?? '')) as CohortRule | undefined);
  const comparable = cells.filter((figure) => figure.categories['cohort'] === cohortRule);
  const cohortYears = [...new Set(comparable.map(yearOf))].sort((left, right) => left - right);
  const cohortYear = wanted !== null && cohortYears.includes(wanted) ? wanted : (cohortYears[0] ?? null);
  const ofCohort = comparable.filter((figure) => yearOf(figure) === cohortYear);
  return {
    cohortRule: cohortRule ?? null,
    cohortRules,
    cohortYear,
    cohortYears,
    offences: byOffence(ofCohort),
  };
}

function byOffence(figures: readonly PublicFigure[]): OffenceStages[] {
  const keys = new Map<string, PublicFigure[]>();
  for (const figure of figures) {
    const key = `${figure.indicatorCode} ${figure.categories['offence']}`;
    const group = keys.get(key);
    if (group) group.push(figure);
    else keys.set(key, [figure]);
  }
  return [...keys.values()].map((group) => {
    const first = group[0]!;
    return {
      offence: first.categories['offence'] ?? 'all',
      indicator: first.indicatorCode,
      countable: group.some((figure) => figure.flag !== 'not_applicable'),
      stages: CASE_STAGES.map((stage) => ({
        stage,
        figure: group.find((figure) => figure.categories['stage'] === stage) ?? null,
      })),
    };
  });
}

function yearOf(figure: PublicFigure): number {
  return Number(figure.periodStartOn.slice(0, 4));
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.entries()].sort((left, right) => right[1] - left[1])[0]?.[0];
}
