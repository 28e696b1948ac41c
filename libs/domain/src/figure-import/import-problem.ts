import type { FigureProblemCode } from '../indicator/figure-reading.js';

/** What a file brings. A further kind is a reader in ingest and a line here. */
export type ImportKind = 'observations' | 'budget' | 'prosecutions' | 'deflator';

/** Why a row of a file cannot be taken in; what is expected is in the words of the code. */
export type ImportProblemCode =
  | FigureProblemCode
  | 'import.column_unknown'
  | 'import.column_twice'
  | 'import.indicator_missing'
  | 'import.indicator_unknown'
  | 'import.indicator_of_other_track'
  | 'import.source_missing'
  | 'import.source_unknown'
  | 'import.institution_unknown'
  | 'import.category_unknown'
  | 'import.category_not_valid'
  | 'import.codes_ambiguous'
  | 'import.period_missing'
  | 'import.period_unreadable'
  | 'import.period_reversed'
  | 'import.state_unknown'
  | 'import.mark_unknown'
  | 'import.number_ambiguous'
  | 'import.personal_data'
  | 'import.row_longer'
  | 'import.repeated'
  | 'import.revision_unreasoned'
  | 'import.part_above_whole'
  | 'import.several_indicators'
  | 'import.filter_unknown'
  | 'import.purpose_unknown'
  | 'import.level_unknown'
  | 'import.phase_unknown'
  | 'import.currency_unknown'
  | 'import.month_unreadable'
  | 'import.month_missing'
  | 'import.share_unreadable'
  | 'import.share_differs'
  | 'import.index_unreadable'
  | 'import.offence_unknown'
  | 'import.cohort_rule_missing'
  | 'import.cohort_rule_unknown'
  | 'import.stage_unknown'
  | 'import.region_unknown'
  | 'import.facet_unknown'
  | 'import.since_not_earlier'
  | 'import.days_expected'
  | 'import.stage_above_earlier'
  | 'import.regions_above_country'
  | 'import.executed_above_budget';

/** Problems that a person may overrule, with a reason: the figures can be right although they look wrong. */
export const OVERRULABLE_PROBLEMS: ReadonlySet<ImportProblemCode> = new Set<ImportProblemCode>([
  'import.part_above_whole',
  'import.stage_above_earlier',
  'import.regions_above_country',
  'import.executed_above_budget',
]);

export interface ImportProblem {
  /** As a spreadsheet numbers it: the first row of the file is 1. */
  readonly row: number;
  /** As the file heads it; empty where the row as a whole is meant. */
  readonly column: string;
  /** As the file has it, shortened; empty where it may not be repeated. */
  readonly given: string;
  readonly code: ImportProblemCode;
  /** What the sentence of the code is filled with: another row, the figure of the whole. */
  readonly other?: string;
}

/** Problems that are kept with their details; beyond it they are only counted. */
export const MOST_PROBLEMS = 1_000;
const LONGEST_GIVEN = 120;

/** Collects what is wrong with a file: the first thousand with their details, and how many there are. */
export class ProblemList {
  readonly kept: ImportProblem[] = [];
  count = 0;

  add(problem: ImportProblem): void {
    this.count += 1;
    if (this.kept.length < MOST_PROBLEMS) this.kept.push({ ...problem, given: shortened(problem.given) });
  }
}

/** On one line, and no longer than it takes to find it again. */
function shortened(value: string): string {
  const text = value
    .slice(0, 4 * LONGEST_GIVEN)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();
  return text.length <= LONGEST_GIVEN ? text : `${text.slice(0, LONGEST_GIVEN).trimEnd()}…`;
}
