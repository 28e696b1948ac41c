import type { CaseSeriesFacts, CaseStage, FigureValue } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import type { Owned, Span } from './page-of-facts.js';

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

export async function listCaseSeries(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<CaseSeriesFacts>[]> {
  const rows = await sql.rows<CaseRow>(
    `SELECT ri.recommendation_id AS "recommendationId", c.id AS "caseSeriesId", c.indicator_id AS "indicatorId", c.offence, c.cohort_rule AS "cohortRule",
            c.cohort_year AS "cohortYear", coalesce(c.institution_id, i.institution_id) AS "institutionId", t.stages,
            coalesce(t.overridden, false) AS overridden
     FROM recommendation_indicator ri
     JOIN case_series c ON c.state_id = ri.state_id AND c.indicator_id = ri.indicator_id
     JOIN indicator i ON i.state_id = c.state_id AND i.id = c.indicator_id
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('stage', stage, 'state', value_state, 'value', value, 'provisional', provisional)) AS stages,
              bool_or(EXISTS (SELECT FROM figure_import m WHERE m.state_id = c.state_id AND m.id = newest.import_id AND m.override_reason IS NOT NULL)) AS overridden
       FROM (SELECT DISTINCT ON (stage) stage, value_state, value, provisional, import_id FROM case_stage
             WHERE state_id = c.state_id AND case_series_id = c.id AND stage <> 'archived' ORDER BY stage, revision DESC) newest) t ON true
     WHERE ri.state_id = $1 AND ri.is_home AND c.region = 'all' AND c.facet = 'main' AND ri.recommendation_id BETWEEN $2 AND $3 ORDER BY ri.recommendation_id, c.id`,
    [stateId, span.from, span.to],
  );
  return rows.map(({ stages, ...row }) => ({
    ...row,
    stages: Object.fromEntries(
      (stages ?? []).map(({ stage, state, value, provisional }) => [stage, { state, value, provisional }]),
    ),
  }));
}
