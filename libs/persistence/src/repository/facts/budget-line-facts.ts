import type { BudgetExecution, BudgetLineFacts, BudgetPurposeFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { readDeflators } from '../read-deflators.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

interface BudgetRow extends Pick<BudgetLineFacts, 'budgetLineId' | 'purpose' | 'institutionId'> {
  readonly recommendationId: number;
  readonly currency: string;
  /** The two newest fiscal years with any figure, newest first. */
  readonly years: readonly (BudgetExecution & { readonly executedYearBefore: number | null })[];
}

/** An amount said to run to a day that had not come speaks of the day on which it was recorded. */
const SPEAKS_OF = `least(through_on, civil_day(state_id, recorded_at))`;
const newestOf = (phase: string): string =>
  `(array_agg(amount ORDER BY speaks_of DESC, recorded_at DESC, revision DESC) FILTER (WHERE phase = '${phase}'))[1]`;

/** A status is public: it is judged on lines whose amounts are published, and those are published as accepted. */
export async function listBudgetLines(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<BudgetLineFacts>[]> {
  const rows = await sql.rows<BudgetRow>(
    `SELECT ri.recommendation_id AS "recommendationId", b.id AS "budgetLineId", b.indicator_id AS "indicatorId", b.purpose, b.institution_id AS "institutionId", b.currency,
            coalesce(f.years, '[]') AS years
     FROM recommendation_indicator ri
     JOIN budget_line b ON b.state_id = ri.state_id AND b.indicator_id = ri.indicator_id
     JOIN indicator i ON i.state_id = b.state_id AND i.id = b.indicator_id AND i.figure_kind = 'plain'
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('fiscalYear', y.fiscal_year, 'approved', y.approved, 'revised', y.revised, 'executed', y.executed,
                'executedThrough', y.executed_through, 'executedYearBefore', p.amount) ORDER BY y.fiscal_year DESC) AS years
       FROM (SELECT fiscal_year, ${newestOf('approved')} AS approved, ${newestOf('revised')} AS revised, ${newestOf('executed')} AS executed,
               max(speaks_of) FILTER (WHERE phase = 'executed') AS executed_through
             FROM (SELECT *, ${SPEAKS_OF} AS speaks_of FROM budget_figure WHERE state_id = b.state_id AND budget_line_id = b.id) a
             GROUP BY fiscal_year ORDER BY fiscal_year DESC LIMIT 2) y
       LEFT JOIN LATERAL (
         SELECT amount FROM budget_figure WHERE state_id = b.state_id AND budget_line_id = b.id AND phase = 'executed'
           AND fiscal_year = y.fiscal_year - 1 AND through_on = (y.executed_through - interval '1 year')::date
           AND to_char(through_on, 'MM-DD') <> '12-31'
         ORDER BY revision DESC LIMIT 1) p ON true) f ON true
     WHERE ri.state_id = $1 AND ri.is_home AND ${within(span, 'ri.recommendation_id')} ORDER BY ri.recommendation_id, b.id`,
    [stateId, ...bounds(span)],
  );
  const prices = rows.length === 0 ? new Map() : await readDeflators(sql, 'deflator', stateId);
  return rows.map(({ years, currency, ...line }) => {
    const [newest = null, second = null] = years;
    const previous = newest !== null && second?.fiscalYear === newest.fiscalYear - 1 ? second : null;
    return {
      ...line,
      newest: newest && { ...executionOf(newest), shareYearBefore: shareOf(newest, previous) },
      previous: previous && executionOf(previous),
      prices: prices.get(currency) ?? null,
    };
  });
}

function executionOf({
  fiscalYear,
  approved,
  revised,
  executed,
  executedThrough,
}: BudgetExecution): BudgetExecution {
  return { fiscalYear, approved, revised, executed, executedThrough };
}

function shareOf(
  { executedYearBefore }: { readonly executedYearBefore: number | null },
  previous: BudgetExecution | null,
): number | null {
  const money = previous?.revised ?? previous?.approved ?? null;
  return executedYearBefore === null || money === null || money <= 0 ? null : executedYearBefore / money;
}

/** What each indicator of a budget is asked for, and what it has lines for. */
export function listBudgetPurposes(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<BudgetPurposeFacts>[]> {
  return sql.rows(
    `SELECT ri.recommendation_id AS "recommendationId", i.id AS "indicatorId", i.code, i.institution_id AS "institutionId",
            i.required_purposes AS asked,
            ARRAY(SELECT DISTINCT b.purpose FROM budget_line b WHERE b.state_id = i.state_id AND b.indicator_id = i.id ORDER BY 1) AS "withLine"
     FROM recommendation_indicator ri
     JOIN indicator i ON i.state_id = ri.state_id AND i.id = ri.indicator_id
     WHERE ri.state_id = $1 AND ri.is_home AND ${within(span, 'ri.recommendation_id')} AND cardinality(i.required_purposes) > 0
     ORDER BY ri.recommendation_id, i.id`,
    [stateId, ...bounds(span)],
  );
}
