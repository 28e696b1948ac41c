import type { CivilDate } from '../calendar/clock.js';

/** Kinds of check. The key of the sentence in libs/messages and of the rule in the ledger. */
export const RULES = [
  'deadline',
  'figure_stale',
  'off_path',
  'regression',
  'disaggregation_gap',
  'budget_execution',
  'budget_cut',
  'budget_purpose',
  'prosecution_outcome',
  'prosecution_conversion',
  'prosecution_stage',
  'nobody_responsible',
  'action_late',
  'evidence_expired',
  'sources_disagree',
  'validation_broken',
  'mail_bouncing',
  'snooze_ending',
  'information_request',
] as const;
export type Rule = (typeof RULES)[number];

/** What each check can say, the milder first: whoever acknowledged a milder reason has not acknowledged a worse one. */
export const FINDING_REASONS: Readonly<Record<Rule, readonly string[]>> = {
  deadline: ['due_soon', 'due_today', 'overdue'],
  figure_stale: ['too_old', 'never_reported'],
  off_path: ['behind', 'moving_away'],
  regression: ['worse_than_before'],
  disaggregation_gap: ['dimensions_missing'],
  budget_execution: ['never_reported', 'behind_the_year'],
  budget_cut: ['in_prices', 'in_amounts'],
  budget_purpose: ['no_line'],
  prosecution_outcome: ['outcome_never_reported', 'no_conviction'],
  prosecution_conversion: ['falling'],
  prosecution_stage: ['never_reported'],
  nobody_responsible: [
    'not_mine',
    'unreachable',
    'membership_ended',
    'no_focal_point',
    'institution_ended',
    'no_lead',
  ],
  action_late: ['end_passed'],
  evidence_expired: ['nothing_in_its_place'],
  sources_disagree: ['unexplained'],
  validation_broken: ['stage_above_earlier'],
  mail_bouncing: ['some_mailboxes', 'every_mailbox'],
  snooze_ending: ['ends_soon'],
  information_request: ['asked', 'due_soon', 'due_today', 'overdue'],
};

export type SubjectKind =
  | 'recommendation'
  | 'obligation'
  | 'indicator'
  | 'budget_line'
  | 'case_series'
  | 'action'
  | 'evidence'
  | 'alert'
  | 'information_request'
  | 'institution';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: number;
}

export type Severity = 'notice' | 'warning' | 'critical';

/** Parameters of a sentence: numbers, codes, civil dates, and what people wrote as they wrote it; never prose of ours. */
export type Evidence = Readonly<Record<string, number | string | readonly string[] | null>>;

/** What was stored may come back with its keys in another order. */
export function isSameEvidence(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSameValue(left[key], right[key]));
}

function isSameValue(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((code, index) => code === right[index]);
}

/** What a check saw today. */
export interface Finding {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly severity: Severity;
  /** One of the rule's `FINDING_REASONS`. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Confirmed due day that its rungs count from; null for a condition, whose rungs count from the day it was first seen. */
  readonly dueOn: CivilDate | null;
  /** Institution that owes the answer; null when nobody does. */
  readonly institutionId: number | null;
}
