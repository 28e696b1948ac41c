import type { BudgetPhase, CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { readDeflators } from './read-deflators.js';
import type { SourcedDeflator } from './read-deflators.js';
import type { Bilingual } from './state-repository.js';

/** An amount of a line as it is public: its attributable share, up to the day that it speaks of. */
export interface PublicBudgetAmount {
  readonly lineId: number;
  readonly indicatorCode: string;
  readonly purpose: string;
  readonly level: string;
  readonly institutionCode: string | null;
  readonly institutionName: Bilingual | null;
  readonly currency: string;
  readonly attributableShare: number;
  readonly sourceCode: string;
  readonly fiscalYear: number;
  readonly phase: BudgetPhase;
  readonly amount: number;
  readonly throughOn: CivilDate;
}

export interface PublicBudgetRecord {
  readonly amounts: readonly PublicBudgetAmount[];
  /** By currency. */
  readonly deflators: ReadonlyMap<string, SourcedDeflator>;
  /** Indicators of a budget that are asked for purposes, and the one that counts registered victims. */
  readonly indicators: readonly {
    readonly code: string;
    readonly requiredPurposes: readonly string[];
    readonly countsVictims: boolean;
  }[];
}

export class PublicBudgetRepository {
  constructor(private readonly record: RecordDatabase) {}

  read(stateId: number): Promise<PublicBudgetRecord> {
    return this.record.runPublic(stateId, async (sql) => ({
      amounts: await sql.rows<PublicBudgetAmount>(
        `SELECT a.budget_line_id AS "lineId", a.indicator_code AS "indicatorCode", a.purpose, a.level, t.code AS "institutionCode",
           t.name AS "institutionName", a.currency, a.attributable_share AS "attributableShare", a.source_code AS "sourceCode",
           a.fiscal_year AS "fiscalYear", a.phase, a.amount, a.through_on AS "throughOn"
         FROM public_budget_amount a LEFT JOIN public_institution t ON t.state_id = a.state_id AND t.id = a.institution_id
         WHERE a.state_id = $1 ORDER BY a.indicator_code, a.budget_line_id, a.source_code, a.fiscal_year, a.phase, a.through_on`,
        [stateId],
      ),
      deflators: await readDeflators(sql, 'public_deflator', stateId),
      indicators: await sql.rows<PublicBudgetRecord['indicators'][number]>(
        `SELECT code, required_purposes AS "requiredPurposes", counts_victims AS "countsVictims" FROM public_budget_indicator
         WHERE state_id = $1 ORDER BY code`,
        [stateId],
      ),
    }));
  }
}
