import type { FigureValue } from '../indicator/indicator.js';
import { CASE_COUNTS } from './prosecution.js';
import type { CaseCohort, CaseCount } from './prosecution.js';

/** Cases that one cohort brought to one stage. */
export interface StageCount extends CaseCohort {
  readonly stage: CaseCount;
  readonly figure: FigureValue;
}

/** A share of 0 to 1, or why there is none. */
export type Conversion =
  | { readonly outcome: 'share'; readonly share: number }
  | { readonly outcome: 'refused'; readonly reason: ConversionRefusal };

export const CONVERSION_REFUSALS = [
  /** A stage is absent, missing, only a bound, or does not apply. */
  'not_reported',
  /** Counted by another year or another rule. Their quotient would mean nothing. */
  'different_cohorts',
  /** Another offence, region or kind of case was counted. */
  'different_cases',
  /** The later stage was asked for as the earlier one. */
  'wrong_order',
  /** Nothing entered the first stage, so that no share of it exists. */
  'no_cases',
  /** More came out than went in: the stages do not count the same thing (persons and cases, for one). */
  'different_units',
] as const;
export type ConversionRefusal = (typeof CONVERSION_REFUSALS)[number];

/** Share of the cases at stage `from` that also reached stage `to`. Both stages must be of one cohort. */
export function conversion(stages: readonly StageCount[], from: CaseCount, to: CaseCount): Conversion {
  return rateBetween(
    stages.find(({ stage }) => stage === from),
    stages.find(({ stage }) => stage === to),
  );
}

/** The same of two counts that somebody chose: what cannot be compared is refused, and why. */
export function rateBetween(start: StageCount | undefined, end: StageCount | undefined): Conversion {
  if (start === undefined || end === undefined) return refused('not_reported');
  if (start.cohortRule !== end.cohortRule || start.cohortYear !== end.cohortYear)
    return refused('different_cohorts');
  if (!areSameCases(start, end)) return refused('different_cases');
  const entered = countOf(start);
  const reached = countOf(end);
  if (entered === null || reached === null) return refused('not_reported');
  if (CASE_COUNTS.indexOf(start.stage) >= CASE_COUNTS.indexOf(end.stage)) return refused('wrong_order');
  if (entered === 0) return refused('no_cases');
  return reached > entered ? refused('different_units') : { outcome: 'share', share: reached / entered };
}

function refused(reason: ConversionRefusal): Conversion {
  return { outcome: 'refused', reason };
}

function areSameCases(left: CaseCohort, right: CaseCohort): boolean {
  return (
    left.indicator === right.indicator &&
    left.offence === right.offence &&
    left.region === right.region &&
    left.facet === right.facet
  );
}

function countOf({ figure }: StageCount): number | null {
  return figure.state === 'reported' ? figure.value : null;
}
