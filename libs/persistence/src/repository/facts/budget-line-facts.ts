import type { BudgetLineFacts } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import type { Owned, Span } from './page-of-facts.js';

interface BudgetRow extends Omit<BudgetLineFacts, 'newest'> {
  readonly recommendationId: number;
  readonly fiscalYear: number | null;
  readonly approved: number | null;
  readonly revised: number | null;
  readonly executed: number | null;
  readonly executedThrough: string | null;
}

/** A status is public: it is judged on amounts as they are published. */
export async function listBudgetLines(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<BudgetLineFacts>[]> {
  const rows = await sql.rows<BudgetRow>(
    `SELECT ri.recommendation_id AS "recommendationId", b.id AS "budgetLineId", b.purpose, b.institution_id AS "institutionId",
            f.fiscal_year AS "fiscalYear", f.approved, f.revised, f.executed, f.executed_through AS "executedThrough"
     FROM recommendation_indicator ri
     JOIN budget_line b ON b.state_id = ri.state_id AND b.indicator_id = ri.indicator_id
     JOIN indicator i ON i.state_id = b.state_id AND i.id = b.indicator_id
     LEFT JOIN institution t ON t.state_id = b.state_id AND t.id = b.institution_id
     LEFT JOIN LATERAL (
       SELECT extract(year FROM period_start_on)::int AS fiscal_year,
              (array_agg(value ORDER BY period_end_on DESC, source_code) FILTER (WHERE categories ->> 'phase' = 'approved'))[1] AS approved,
              (array_agg(value ORDER BY period_end_on DESC, source_code) FILTER (WHERE categories ->> 'phase' = 'revised'))[1] AS revised,
              (array_agg(value ORDER BY period_end_on DESC, source_code) FILTER (WHERE categories ->> 'phase' = 'executed'))[1] AS executed,
              max(period_end_on) FILTER (WHERE categories ->> 'phase' = 'executed') AS executed_through
       FROM published_figure
       WHERE state_id = b.state_id AND indicator_code = i.code AND value IS NOT NULL AND categories ->> 'purpose' = b.purpose
         AND (categories ->> 'institution') IS NOT DISTINCT FROM t.code
       GROUP BY 1 ORDER BY 1 DESC LIMIT 1) f ON true
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
