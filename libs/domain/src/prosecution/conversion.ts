import type { FigureValue } from '../indicator/indicator.js';
import type { CaseStage, CohortRule, Offence } from './prosecution.js';

/** Cases that one cohort brought to one stage. */
export interface StageCount {
  readonly stage: CaseStage;
  readonly offence: Offence;
  readonly cohortRule: CohortRule;
  readonly cohortYear: number;
  readonly figure: FigureValue;
}

/** A share of 0 to 1, or why there is none. */
export type Conversion =
  | { readonly outcome: 'share'; readonly share: number }
  | { readonly outcome: 'refused'; readonly reason: ConversionRefusal };

export type ConversionRefusal =
  /** A stage is absent, missing, only a bound, or does not apply. */
  | 'not_reported'
  /** Other cases were counted: another offence, year or rule. Their quotient would mean nothing. */
  | 'different_cohorts'
  /** Nothing entered the first stage, so that no share of it exists. */
  | 'no_cases'
  /** More came out than went in: the stages do not count the same thing (persons and cases, for one). */
  | 'different_units';

/** Share of the cases at stage `from` that also reached stage `to`. Both stages must be of one cohort. */
export function conversion(stages: readonly StageCount[], from: CaseStage, to: CaseStage): Conversion {
  const start = stages.find(({ stage }) => stage === from);
  const end = stages.find(({ stage }) => stage === to);
  if (start === undefined || end === undefined) return refused('not_reported');
  if (!isSameCohort(start, end)) return refused('different_cohorts');
  const entered = countOf(start);
  const reached = countOf(end);
  if (entered === null || reached === null) return refused('not_reported');
  if (entered === 0) return refused('no_cases');
  return reached > entered ? refused('different_units') : { outcome: 'share', share: reached / entered };
}

function refused(reason: ConversionRefusal): Conversion {
  return { outcome: 'refused', reason };
}

function isSameCohort(left: StageCount, right: StageCount): boolean {
  return (
    left.offence === right.offence &&
    left.cohortRule === right.cohortRule &&
    left.cohortYear === right.cohortYear
  );
}

function countOf({ figure }: StageCount): number | null {
  return figure.state === 'reported' ? figure.value : null;
}
