import type { BudgetPhase, CivilDate, MonthMeaning } from '#domain';

import type { FigureVocabulary } from './reading-context.js';

export interface KnownBudgetLine {
  readonly id: number;
  readonly indicatorId: number;
  readonly purpose: string;
  readonly institutionId: number | null;
  readonly level: string;
  readonly currency: string;
  /** Part of its money that is for the purpose: 1 where the line is earmarked. */
  readonly attributableShare: number;
}

export interface BudgetVocabulary extends FigureVocabulary {
  readonly budgetLines: readonly KnownBudgetLine[];
}

/** An amount of a line; the line may not be on record yet. */
export interface ReadBudgetFigure extends Omit<KnownBudgetLine, 'id'> {
  readonly row: number;
  readonly sourceId: number;
  readonly fiscalYear: number;
  readonly phase: BudgetPhase;
  readonly amount: number;
  /** Last day that the amount speaks of. */
  readonly throughOn: CivilDate;
  /** Where the file tells it by month; `meaning` is null for every phase but the executed one. */
  readonly month: number | null;
  readonly meaning: MonthMeaning | null;
  readonly revisionReason: string | null;
}
