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
