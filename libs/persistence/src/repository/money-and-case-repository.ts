import type {
  BudgetPhase,
  CaseCount,
  CaseFacet,
  CaseStage,
  CivilDate,
  CohortRule,
  FigureValue,
  Instant,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface AcceptedAmount {
  readonly budgetLineId: number;
  readonly sourceId: number;
  readonly fiscalYear: number;
  readonly phase: BudgetPhase;
  readonly throughOn: CivilDate;
  readonly amount: number;
  readonly revision: number;
}

export interface AcceptedStage extends FigureValue {
  readonly caseSeriesId: number;
  readonly sourceId: number;
  readonly stage: CaseCount;
  readonly revision: number;
}

export interface CaseSeries {
  readonly indicatorId: number;
  readonly offence: string;
  /** `all`: the whole country. */
  readonly region: string;
  readonly facet: CaseFacet;
  readonly cohortRule: CohortRule;
  readonly cohortYear: number;
}

export interface Brought {
  readonly importId: number;
  readonly at: Instant;
}
interface Reasoned {
  readonly revisionReason: string | null;
}

/** Amounts of budget lines and counts of cases, as files and the demonstration bring them: every change a revision of its own. */
export class MoneyAndCaseRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest revision of each. */
  listAmounts(stateId: number): Promise<AcceptedAmount[]> {
    return this.record.current().rows(
      `SELECT DISTINCT ON (budget_line_id, fiscal_year, phase, through_on) budget_line_id AS "budgetLineId", source_id AS "sourceId",
         fiscal_year AS "fiscalYear", phase, through_on AS "throughOn", amount, revision
       FROM budget_figure WHERE state_id = $1 ORDER BY budget_line_id, fiscal_year, phase, through_on, revision DESC`,
      [stateId],
    );
  }

  listStages(stateId: number): Promise<AcceptedStage[]> {
    return this.record.current().rows(
      `SELECT DISTINCT ON (case_series_id, stage) case_series_id AS "caseSeriesId", source_id AS "sourceId", stage, value_state AS state, value,
         provisional, revision
       FROM case_stage WHERE state_id = $1 ORDER BY case_series_id, stage, revision DESC`,
      [stateId],
    );
  }

  listCaseSeries(stateId: number): Promise<(CaseSeries & { readonly id: number })[]> {
    return this.record.current().rows(
      `SELECT id, indicator_id AS "indicatorId", offence, region, facet, cohort_rule AS "cohortRule", cohort_year AS "cohortYear" FROM case_series
       WHERE state_id = $1 ORDER BY id`,
      [stateId],
    );
  }

  async addBudgetLine(
    stateId: number,
    line: {
      readonly indicatorId: number;
      readonly purpose: string;
      readonly institutionId: number | null;
      readonly level: string;
      readonly currency: string;
      readonly attributableShare: number;
    },
  ): Promise<number> {
    const saved = await this.record
      .current()
      .row<{ id: number }>(
        `INSERT INTO budget_line (state_id, indicator_id, purpose, institution_id, level, currency, attributable_share) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [
          ...[stateId, line.indicatorId, line.purpose, line.institutionId, line.level, line.currency],
          line.attributableShare,
        ],
      );
    return saved!.id;
  }

  async addAmounts(
    stateId: number,
    amounts: readonly (AcceptedAmount & Reasoned)[],
    { importId, at }: Brought,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, revision, revision_reason, import_id, recorded_at)
       SELECT $1, g."budgetLineId", g."sourceId", g."fiscalYear", g.phase, g.amount, g."throughOn", g.revision, g."revisionReason", $3,
         to_timestamp($4::float8 / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS g("budgetLineId" integer, "sourceId" integer, "fiscalYear" smallint, phase text, amount numeric,
         "throughOn" date, revision smallint, "revisionReason" text)`,
      [stateId, JSON.stringify(amounts), importId, at],
    );
    await this.touch(
      stateId,
      'SELECT b.indicator_id FROM budget_line b JOIN budget_figure f ON f.state_id = b.state_id AND f.budget_line_id = b.id',
      importId,
    );
  }

  async addStages(
    stateId: number,
    stages: readonly (AcceptedStage & Reasoned)[],
    { importId, at }: Brought,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, provisional, revision, revision_reason, import_id, recorded_at)
       SELECT $1, g."caseSeriesId", g."sourceId", g.stage, g.state, g.value, g.provisional, g.revision, g."revisionReason", $3,
         to_timestamp($4::float8 / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS g("caseSeriesId" integer, "sourceId" integer, stage text, state text, value integer, provisional boolean,
         revision smallint, "revisionReason" text)`,
      [stateId, JSON.stringify(stages), importId, at],
    );
    await this.touch(
      stateId,
      'SELECT c.indicator_id FROM case_series c JOIN case_stage f ON f.state_id = c.state_id AND f.case_series_id = c.id',
      importId,
    );
  }

  async saveBudgetLine(
    stateId: number,
    line: {
      readonly indicatorId: number;
      readonly purpose: string;
      readonly institutionId: number | null;
      readonly currency: string;
    },
  ): Promise<number> {
    const saved = await this.record
      .current()
      .row<{ id: number }>(
        `INSERT INTO budget_line (state_id, indicator_id, purpose, institution_id, currency) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [stateId, line.indicatorId, line.purpose, line.institutionId, line.currency],
      );
    return saved!.id;
  }

  async saveBudgetFigure(
    stateId: number,
    figure: {
      readonly budgetLineId: number;
      readonly sourceId: number;
      readonly fiscalYear: number;
      readonly phase: BudgetPhase;
      readonly amount: number;
      readonly throughOn: CivilDate;
      readonly recordedAt: number;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
      [
        stateId,
        figure.budgetLineId,
        figure.sourceId,
        figure.fiscalYear,
        figure.phase,
        figure.amount,
        figure.throughOn,
        figure.recordedAt,
      ],
    );
  }

  async saveCaseSeries(
    stateId: number,
    series: {
      readonly indicatorId: number;
      readonly offence: string;
      /** `all`: the whole country. */
      readonly region: string;
      readonly facet: CaseFacet;
      readonly cohortRule: CohortRule;
      readonly cohortYear: number;
      readonly institutionId: number | null;
    },
  ): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO case_series (state_id, indicator_id, offence, region, facet, cohort_rule, cohort_year, institution_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        stateId,
        series.indicatorId,
        series.offence,
        series.region,
        series.facet,
        series.cohortRule,
        series.cohortYear,
        series.institutionId,
      ],
    );
    return saved!.id;
  }

  async saveCaseStage(
    stateId: number,
    caseSeriesId: number,
    sourceId: number,
    stage: CaseCount,
    value: FigureValue,
    recordedAt: number,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, provisional, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
      [stateId, caseSeriesId, sourceId, stage, value.state, value.value, value.provisional, recordedAt],
    );
  }

  async saveCaseDuration(
    stateId: number,
    duration: {
      readonly caseSeriesId: number;
      readonly sourceId: number;
      readonly since: CaseStage;
      readonly stage: CaseStage;
      readonly days: number;
      readonly cases: number | null;
      readonly recordedAt: number;
    },
  ): Promise<void> {
    const { caseSeriesId, sourceId, since, stage, days, cases, recordedAt } = duration;
    await this.record.current().execute(
      `INSERT INTO case_duration (state_id, case_series_id, source_id, since_stage, stage, median_days, cases, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
      [stateId, caseSeriesId, sourceId, since, stage, days, cases, recordedAt],
    );
  }

  /** What the sweep thinks of their recommendations is stale from here on. */
  private async touch(stateId: number, indicators: string, importId: number): Promise<void> {
    await this.record.current().execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (SELECT ri.recommendation_id FROM recommendation_indicator ri
         WHERE ri.state_id = $1 AND ri.indicator_id IN (${indicators} WHERE f.state_id = $1 AND f.import_id = $2))`,
      [stateId, importId],
    );
  }
}
