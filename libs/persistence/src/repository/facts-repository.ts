import type {
  BudgetLineFacts,
  CaseSeriesFacts,
  CaseStage,
  Deadline,
  FigureValue,
  IndicatorFacts,
  ItemStatus,
  ObligationFacts,
  RecommendationFacts,
  ResponsibilityFacts,
} from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';

export interface StoredStatus {
  readonly status: ItemStatus;
  readonly reason: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly nextCheckOn: string | null;
}

export interface RecommendationWithFacts {
  readonly facts: RecommendationFacts;
  readonly stored: StoredStatus;
}

interface RecommendationRow {
  readonly id: number;
  readonly code: string;
  readonly implementedOn: string | null;
  readonly status: ItemStatus;
  readonly reason: string;
  readonly parameters: Record<string, unknown>;
  readonly nextCheckOn: string | null;
}

type Owned<T> = T & { readonly recommendationId: number };

/** Ids that bound one page of recommendations, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads what the checks look at, in pages of recommendations: a fixed number of queries a page, whatever its size. */
export class FactsRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Next page after the id `after`, ordered by id; empty at the end. */
  async listFacts(
    stateId: number,
    today: string,
    after: number,
    limit: number,
  ): Promise<RecommendationWithFacts[]> {
    const sql = this.record.current();
    const recommendations = await sql.rows<RecommendationRow>(
      `SELECT id, code, implemented_on AS "implementedOn", status, status_reason AS reason, status_parameters AS parameters,
              next_check_on AS "nextCheckOn"
       FROM recommendation WHERE state_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
      [stateId, after, limit],
    );
    const first = recommendations[0];
    const last = recommendations.at(-1);
    if (!first || !last) return [];
    const span = { from: first.id, to: last.id };
    const obligations = byRecommendation(await listObligations(sql, stateId, span));
    const indicators = byRecommendation(await listIndicators(sql, stateId, span));
    const budgetLines = byRecommendation(await listBudgetLines(sql, stateId, span));
    const caseSeries = byRecommendation(await listCaseSeries(sql, stateId, span));
    const responsibilities = byRecommendation(await listResponsibilities(sql, stateId, span, today));
    return recommendations.map((row) => ({
      facts: {
        recommendationId: row.id,
        code: row.code,
        implementedOn: row.implementedOn,
        obligations: obligations.get(row.id) ?? [],
        indicators: indicators.get(row.id) ?? [],
        budgetLines: budgetLines.get(row.id) ?? [],
        caseSeries: caseSeries.get(row.id) ?? [],
        responsibilities: responsibilities.get(row.id) ?? [],
      },
      stored: {
        status: row.status,
        reason: row.reason,
        parameters: row.parameters,
        nextCheckOn: row.nextCheckOn,
      },
    }));
  }
}

function byRecommendation<T extends { recommendationId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.recommendationId);
    if (group) group.push(row);
    else groups.set(row.recommendationId, [row]);
  }
  return groups;
}

interface ObligationRow {
  readonly recommendationId: number;
  readonly obligationId: number;
  readonly kind: string;
  readonly required: boolean;
  readonly institutionId: number | null;
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  readonly certainty: Deadline['certainty'];
  readonly dueOn: string | null;
  readonly dueYear: number | null;
  readonly submittedOn: string | null;
  readonly acceptedOn: string | null;
}

async function listObligations(sql: Sql, stateId: number, span: Span): Promise<Owned<ObligationFacts>[]> {
  const rows = await sql.rows<ObligationRow>(
    `SELECT o.recommendation_id AS "recommendationId", o.id AS "obligationId", o.kind, o.required, o.institution_id AS "institutionId",
            o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn", d.certainty, d.due_on AS "dueOn", d.due_year AS "dueYear",
            s.submitted_on AS "submittedOn", s.accepted_on AS "acceptedOn"
     FROM obligation o
     JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
     LEFT JOIN LATERAL (
       SELECT submitted_on, CASE WHEN outcome = 'accepted' THEN decided_on END AS accepted_on FROM submission
       WHERE state_id = o.state_id AND obligation_id = o.id AND outcome <> 'returned' ORDER BY id DESC LIMIT 1) s ON true
     WHERE o.state_id = $1 AND o.recommendation_id BETWEEN $2 AND $3 ORDER BY o.recommendation_id, o.id`,
    [stateId, span.from, span.to],
  );
  return rows.map((row) => ({
    recommendationId: row.recommendationId,
    obligationId: row.obligationId,
    kind: row.kind,
    required: row.required,
    institutionId: row.institutionId,
    period:
      row.periodStartOn !== null && row.periodEndOn !== null
        ? { startOn: row.periodStartOn, endOn: row.periodEndOn }
        : null,
    deadline: deadlineOf(row.certainty, row.dueOn, row.dueYear),
    submittedOn: row.submittedOn,
    acceptedOn: row.acceptedOn,
  }));
}

/** The basis is prose for people; checks never read it. */
function deadlineOf(
  certainty: Deadline['certainty'],
  dueOn: string | null,
  dueYear: number | null,
): Deadline {
  if (certainty === 'confirmed' && dueOn !== null) return { certainty, dueOn, basis: '' };
  if (certainty === 'estimated' && dueYear !== null) return { certainty, year: dueYear, basis: '' };
  return { certainty: 'awaiting_committee', basis: '' };
}

interface IndicatorRow extends Omit<IndicatorFacts, 'newest' | 'baseline' | 'target'> {
  readonly recommendationId: number;
  readonly valueState: FigureValue['state'] | null;
  readonly value: number | null;
  readonly provisional: boolean | null;
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  readonly baselineValue: number | null;
  readonly baselineOn: string | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
}

/**
 * A status is public, so its value is the published one: an unpublished or "<10" figure counts as received, without a number.
 */
async function listIndicators(sql: Sql, stateId: number, span: Span): Promise<Owned<IndicatorFacts>[]> {
  const rows = await sql.rows<IndicatorRow>(
    `SELECT ri.recommendation_id AS "recommendationId", i.id AS "indicatorId", i.code, i.track, ri.required, ri.is_home AS "isHome",
            i.value_type AS "valueType", i.direction, i.periodicity_months AS "periodicityMonths", i.institution_id AS "institutionId",
            i.baseline_value AS "baselineValue", i.baseline_on AS "baselineOn", i.target_value AS "targetValue", i.target_on AS "targetOn",
            i.required_dimensions AS "requiredDimensions", coalesce(r.dimensions, '{}') AS "receivedDimensions",
            n.value_state AS "valueState", p.value, n.provisional, n.period_start_on AS "periodStartOn", n.period_end_on AS "periodEndOn"
     FROM recommendation_indicator ri
     JOIN indicator i ON i.state_id = ri.state_id AND i.id = ri.indicator_id
     LEFT JOIN LATERAL (
       SELECT o.value_state, o.provisional, o.period_start_on, o.period_end_on, c.code AS source_code
       FROM series s
       JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
       JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
       WHERE s.state_id = i.state_id AND s.indicator_id = i.id AND s.key = ''
       ORDER BY o.period_end_on DESC, o.source_id, o.revision DESC LIMIT 1) n ON true
     LEFT JOIN published_figure p ON p.state_id = i.state_id AND p.indicator_code = i.code AND p.series_key = '' AND p.source_code = n.source_code
       AND p.period_end_on = n.period_end_on AND p.period_start_on = n.period_start_on
     LEFT JOIN LATERAL (
       SELECT array_agg(DISTINCT k.dimension) AS dimensions
       FROM series s
       JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id AND o.period_end_on = n.period_end_on
         AND o.value_state IN ('reported', 'below_threshold')
       CROSS JOIN LATERAL jsonb_object_keys(s.categories) k(dimension)
       WHERE s.state_id = i.state_id AND s.indicator_id = i.id AND cardinality(i.required_dimensions) > 0) r ON true
     WHERE ri.state_id = $1 AND ri.recommendation_id BETWEEN $2 AND $3 ORDER BY ri.recommendation_id, ri.position, i.id`,
    [stateId, span.from, span.to],
  );
  return rows.map(indicatorFacts);
}

function indicatorFacts(row: IndicatorRow): Owned<IndicatorFacts> {
  const {
    valueState,
    value,
    provisional,
    periodStartOn,
    periodEndOn,
    baselineValue,
    baselineOn,
    targetValue,
    targetOn,
  } = row;
  return {
    recommendationId: row.recommendationId,
    indicatorId: row.indicatorId,
    code: row.code,
    track: row.track,
    required: row.required,
    isHome: row.isHome,
    valueType: row.valueType,
    direction: row.direction,
    periodicityMonths: row.periodicityMonths,
    requiredDimensions: row.requiredDimensions,
    receivedDimensions: row.receivedDimensions,
    institutionId: row.institutionId,
    newest:
      valueState !== null && periodStartOn !== null && periodEndOn !== null
        ? {
            state: valueState,
            value,
            provisional: provisional ?? false,
            period: { startOn: periodStartOn, endOn: periodEndOn },
          }
        : null,
    baseline: baselineValue !== null && baselineOn !== null ? { value: baselineValue, on: baselineOn } : null,
    target: targetValue !== null && targetOn !== null ? { value: targetValue, dueOn: targetOn } : null,
  };
}

interface BudgetRow extends Omit<BudgetLineFacts, 'newest'> {
  readonly recommendationId: number;
  readonly fiscalYear: number | null;
  readonly approved: number | null;
  readonly revised: number | null;
  readonly executed: number | null;
  readonly executedThrough: string | null;
}

async function listBudgetLines(sql: Sql, stateId: number, span: Span): Promise<Owned<BudgetLineFacts>[]> {
  const rows = await sql.rows<BudgetRow>(
    `SELECT ri.recommendation_id AS "recommendationId", b.id AS "budgetLineId", b.purpose, b.institution_id AS "institutionId",
            f.fiscal_year AS "fiscalYear", f.approved, f.revised, f.executed, f.executed_through AS "executedThrough"
     FROM recommendation_indicator ri
     JOIN budget_line b ON b.state_id = ri.state_id AND b.indicator_id = ri.indicator_id
     LEFT JOIN LATERAL (
       SELECT fiscal_year,
              (array_agg(amount ORDER BY through_on DESC, revision DESC) FILTER (WHERE phase = 'approved'))[1] AS approved,
              (array_agg(amount ORDER BY through_on DESC, revision DESC) FILTER (WHERE phase = 'revised'))[1] AS revised,
              (array_agg(amount ORDER BY through_on DESC, revision DESC) FILTER (WHERE phase = 'executed'))[1] AS executed,
              max(through_on) FILTER (WHERE phase = 'executed') AS executed_through
       FROM budget_figure WHERE state_id = b.state_id AND budget_line_id = b.id
       GROUP BY fiscal_year ORDER BY fiscal_year DESC LIMIT 1) f ON true
     WHERE ri.state_id = $1 AND ri.is_home AND ri.recommendation_id BETWEEN $2 AND $3 ORDER BY ri.recommendation_id, b.id`,
    [stateId, span.from, span.to],
  );
  return rows.map((row) => ({
    recommendationId: row.recommendationId,
    budgetLineId: row.budgetLineId,
    purpose: row.purpose,
    institutionId: row.institutionId,
    newest:
      row.fiscalYear === null
        ? null
        : {
            fiscalYear: row.fiscalYear,
            approved: row.approved,
            revised: row.revised,
            executed: row.executed,
            executedThrough: row.executedThrough,
          },
  }));
}

interface StageValue {
  readonly stage: CaseStage;
  readonly state: FigureValue['state'];
  readonly value: number | null;
  readonly provisional: boolean;
}

interface CaseRow extends Omit<CaseSeriesFacts, 'stages'> {
  readonly recommendationId: number;
  readonly stages: readonly StageValue[] | null;
}

async function listCaseSeries(sql: Sql, stateId: number, span: Span): Promise<Owned<CaseSeriesFacts>[]> {
  const rows = await sql.rows<CaseRow>(
    `SELECT ri.recommendation_id AS "recommendationId", c.id AS "caseSeriesId", c.offence, c.cohort_rule AS "cohortRule",
            c.cohort_year AS "cohortYear", c.institution_id AS "institutionId", t.stages
     FROM recommendation_indicator ri
     JOIN case_series c ON c.state_id = ri.state_id AND c.indicator_id = ri.indicator_id
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('stage', stage, 'state', value_state, 'value', value, 'provisional', provisional)) AS stages
       FROM (SELECT DISTINCT ON (stage) stage, value_state, value, provisional FROM case_stage
             WHERE state_id = c.state_id AND case_series_id = c.id ORDER BY stage, revision DESC) newest) t ON true
     WHERE ri.state_id = $1 AND ri.is_home AND ri.recommendation_id BETWEEN $2 AND $3 ORDER BY ri.recommendation_id, c.id`,
    [stateId, span.from, span.to],
  );
  return rows.map(({ stages, ...row }) => ({
    ...row,
    stages: Object.fromEntries(
      (stages ?? []).map(({ stage, state, value, provisional }) => [stage, { state, value, provisional }]),
    ),
  }));
}

async function listResponsibilities(
  sql: Sql,
  stateId: number,
  span: Span,
  today: string,
): Promise<Owned<ResponsibilityFacts>[]> {
  return sql.rows<Owned<ResponsibilityFacts>>(
    `SELECT r.recommendation_id AS "recommendationId", r.institution_id AS "institutionId", r.role, coalesce(f.people, 0)::int AS "reachablePeople"
     FROM responsibility r
     LEFT JOIN (
       SELECT f.institution_id, count(*) AS people FROM focal_point f
       JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id
       JOIN person p ON p.id = m.person_id
       WHERE f.state_id = $1 AND f.starts_on <= $4 AND (f.ends_on IS NULL OR f.ends_on >= $4) AND p.unreachable_since IS NULL
       GROUP BY f.institution_id) f ON f.institution_id = r.institution_id
     WHERE r.state_id = $1 AND r.basis = 'now_responsible' AND (r.starts_on IS NULL OR r.starts_on <= $4) AND (r.ends_on IS NULL OR r.ends_on >= $4)
       AND r.recommendation_id BETWEEN $2 AND $3 ORDER BY r.recommendation_id, r.role, r.id`,
    [stateId, span.from, span.to, today],
  );
}
