import type { CivilDate } from '../calendar/clock.js';

/** Purposes of spending; the first four are those that paragraph 18 of CRC/C/OPSC/PER/CO/1 names. */
export type BudgetPurpose =
  | 'criminal_investigation'
  | 'legal_assistance'
  | 'compensation'
  | 'recovery'
  | 'prevention'
  | 'information_systems'
  | 'coordination'
  | 'training'
  | 'awareness'
  | 'other';

/** In Peru: PIA, PIM, devengado. */
export type BudgetPhase = 'approved' | 'revised' | 'executed';

/** One line in one fiscal year; amounts in the currency's main unit. Null: not reported. */
export interface BudgetExecution {
  readonly fiscalYear: number;
  readonly approved: number | null;
  readonly revised: number | null;
  readonly executed: number | null;
  /** Last day that the executed amount covers. */
  readonly executedThrough: CivilDate | null;
  /** Share that was executed by the same day a year before, 0 to 1; only where that year was reported by month. */
  readonly shareYearBefore?: number | null;
}
