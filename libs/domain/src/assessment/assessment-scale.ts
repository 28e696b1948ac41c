import type { CivilDate } from '../calendar/clock.js';
import type { Assessor } from './assessment.js';

interface Bilingual {
  readonly en: string;
  readonly es: string;
}

/**
 * One version of a scale. Committees change theirs, and the same letter then means something else: a version never changes, a
 * change is a further version.
 */
export interface AssessmentScale {
  readonly code: string;
  /** The treaty body whose scale it is; null: ours, which is nobody's at the United Nations. */
  readonly mechanism: string | null;
  readonly version: string;
  readonly name: Bilingual;
  /** Null: as long as is known. */
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  /** The source settles the wording or the days only in part. */
  readonly doubtful: boolean;
  readonly source: string;
  /** Best first. */
  readonly grades: readonly { readonly code: string; readonly name: Bilingual }[];
}

export interface GradeQuestion {
  readonly assessor: Assessor;
  /** Treaty body of the recommendation. */
  readonly mechanism: string;
  readonly on: CivilDate;
  /** Code of the scale; null: the assessor's own. */
  readonly scale: string | null;
  /** Null: none is given. */
  readonly grade: string | null;
}

export type GradeAnswer =
  | { readonly kind: 'graded'; readonly scale: AssessmentScale; readonly grade: string }
  | { readonly kind: 'no_grade' }
  /** No such grade: `valid` are the scales that may be used on that day. */
  | { readonly kind: 'refused'; readonly valid: readonly AssessmentScale[] };

export function isValidOn({ validFrom, validUntil }: AssessmentScale, on: CivilDate): boolean {
  return (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil);
}

/**
 * Scales that the assessor may use on that day, the assessor's own first. A committee has its own only; the State and the
 * ombudsperson have ours, and may say where an item stands on the committee's.
 */
export function scalesFor(
  scales: readonly AssessmentScale[],
  { assessor, mechanism, on }: Pick<GradeQuestion, 'assessor' | 'mechanism' | 'on'>,
): readonly AssessmentScale[] {
  const valid = scales.filter((scale) => isValidOn(scale, on));
  const ofMechanism = valid.filter((scale) => scale.mechanism === mechanism);
  if (assessor === 'committee') return ofMechanism;
  return [...valid.filter((scale) => scale.mechanism === null), ...ofMechanism];
}

/**
 * Whether a grade is one of a scale that is valid on its day. A committee without a scale (the Committee on the Rights of the
 * Child has none) gives no grade: its words are recorded alone. Everybody else grades.
 */
export function gradeOn(scales: readonly AssessmentScale[], question: GradeQuestion): GradeAnswer {
  const valid = scalesFor(scales, question);
  if (question.grade === null && question.scale === null && valid.length === 0) return { kind: 'no_grade' };
  const scale = question.scale === null ? valid[0] : valid.find(({ code }) => code === question.scale);
  const grade = scale?.grades.find(({ code }) => code === question.grade);
  return scale && grade ? { kind: 'graded', scale, grade: grade.code } : { kind: 'refused', valid };
}
