import type { BreakdownCells, CameInYear } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

/** What the public role can read of asked-for breakdowns: whether they came, and published cells. */
export class DataGapRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Which breakdowns came, by indicator, institution and year in which their period ends; of a period the lead comes first. */
  listCame(stateId: number): Promise<CameInYear[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<CameInYear>(
        `SELECT i.code AS indicator, extract(year FROM k.period_end_on)::int AS year, n.code AS institution, k.received, k.not_applicable AS "notApplicable"
         FROM public_completeness k JOIN public_indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
         LEFT JOIN public_institution n ON n.state_id = k.state_id AND n.id = k.institution_id
         WHERE k.state_id = $1 AND cardinality(i.required_dimensions) > 0
         ORDER BY k.period_end_on, k.period_start_on, i.code, k.lead DESC, n.code`,
        [stateId],
      ),
    );
  }

  /** Names of institutions by their codes; those that exist no more, too. */
  listInstitutions(stateId: number): Promise<{ readonly code: string; readonly name: Bilingual }[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows(
        `SELECT DISTINCT n.code, n.name FROM public_institution n WHERE n.state_id = $1 AND n.id IN (
           SELECT institution_id FROM public_completeness WHERE state_id = $1 UNION SELECT institution_id FROM public_reporter WHERE state_id = $1)`,
        [stateId],
      ),
    );
  }

  /** Published cells of the periods that end in that year, by indicator and dimension. */
  countBreakdowns(stateId: number, year: number): Promise<BreakdownCells[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<BreakdownCells>(
        `SELECT p.indicator_code AS indicator, k.dimension,
                (count(*) FILTER (WHERE p.value <> 0))::int AS numbers,
                (count(*) FILTER (WHERE p.value = 0 OR p.flag = 'structural_zero'))::int AS zeros,
                (count(*) FILTER (WHERE p.flag IN ('lt10', 'below_bound', 'not_shown')))::int AS hidden
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
