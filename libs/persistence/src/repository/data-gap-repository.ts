import type { BreakdownCells } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What the public role can count of asked-for breakdowns: published cells only. */
export class DataGapRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Years in which any period of an indicator ends that has breakdowns asked for; newest first. */
  async listYears(stateId: number): Promise<number[]> {
    const rows = await this.record.runPublic(stateId, (sql) =>
      sql.rows<{ year: number }>(
        `SELECT DISTINCT extract(year FROM p.period_end_on)::int AS year FROM published_figure p
         JOIN public_indicator i ON i.state_id = p.state_id AND i.code = p.indicator_code
         WHERE p.state_id = $1 AND cardinality(i.required_dimensions) > 0 ORDER BY year DESC`,
        [stateId],
      ),
    );
    return rows.map(({ year }) => year);
  }

  /** Published cells of the periods that end in that year, by indicator and dimension. */
  countBreakdowns(stateId: number, year: number): Promise<BreakdownCells[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<BreakdownCells>(
        `SELECT p.indicator_code AS indicator, k.dimension,
                (count(*) FILTER (WHERE p.value <> 0))::int AS numbers,
                (count(*) FILTER (WHERE p.value = 0 OR p.flag = 'structural_zero'))::int AS zeros,
                (count(*) FILTER (WHERE p.flag IN ('lt10', 'below_bound', 'not_shown')))::int AS hidden,
                (count(*) FILTER (WHERE p.flag = 'not_applicable'))::int AS "notApplicable"
         FROM published_figure p
         JOIN public_indicator i ON i.state_id = p.state_id AND i.code = p.indicator_code
         CROSS JOIN LATERAL jsonb_object_keys(p.categories) k(dimension)
         WHERE p.state_id = $1 AND p.period_end_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) AND k.dimension = ANY(i.required_dimensions)
         GROUP BY p.indicator_code, k.dimension`,
        [stateId, year],
      ),
    );
  }
}
