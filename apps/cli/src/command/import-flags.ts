import type { ImportProblemCode } from '#domain';

/** By which option of the command line a person says what the words of a problem ask for. */
export const PROBLEM_FLAGS: Partial<Record<ImportProblemCode, string>> = {
  'import.column_unknown': '--map "Column=field", or --map "Column=ignore"',
  'import.category_unknown': '--category "Text=code"',
  'import.codes_ambiguous': '--codes inei or --codes reniec',
  'import.number_ambiguous': '--decimal',
  'import.revision_unreasoned': '--reason',
  'import.part_above_whole': '--override "reason"',
  'import.several_indicators': '--indicator-column "Text"',
  'import.stage_above_earlier': '--override "reason"',
  'import.executed_above_budget': '--override "reason"',
};

/** The same for a file that is refused as a whole. */
export const REFUSAL_FLAGS: Readonly<Record<string, string>> = {
  'import.no_header': '--map "Column=field"',
  'import.no_indicator': '--indicator CODE',
  'import.no_source': '--source CODE',
  'import.no_cohort_rule': '--cohort-rule',
  'import.no_month_meaning': '--months cumulative or --months of_month',
  'import.no_base_year': '--base-year YEAR',
  'import.no_currency': '--currency CODE',
};
