import type { CivilDate } from '../calendar/clock.js';

/** Kinds of check. The key of the sentence in libs/messages and of the rule in the ledger. */
export const RULES = [
  'deadline',
  'figure_stale',
  'disaggregation_gap',
  'budget_execution',
  'prosecution_outcome',
  'nobody_responsible',
] as const;
export type Rule = (typeof RULES)[number];

export type SubjectKind = 'recommendation' | 'obligation' | 'indicator' | 'budget_line' | 'case_series';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: number;
}

export type Severity = 'notice' | 'warning' | 'critical';

/** Parameters of a sentence: numbers, codes and civil dates, never prose. */
export type Evidence = Readonly<Record<string, number | string | readonly string[] | null>>;

/** What a check saw today. */
export interface Finding {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly severity: Severity;
  /** Named reason, unique within the rule: `due_soon`, `overdue`, `never_reported` … */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Confirmed due day that its rungs count from; null for a condition, whose rungs count from the day it was first seen. */
  readonly dueOn: CivilDate | null;
  /** Institution that owes the answer; null when nobody does. */
  readonly institutionId: number | null;
}
