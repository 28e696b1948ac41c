import type { CaseSeriesFacts, CaseStage, FigureValue, PrintedCell } from '#domain';
import { LEAST_SHOWN } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

/** A stage as everybody reads it. */
interface PublishedStage {
  readonly stage: CaseStage;
  readonly value: number | null;
  readonly flag: PrintedCell['flag'];
  readonly bound: number | null;
  readonly provisional: boolean;
}

interface CaseRow extends Omit<CaseSeriesFacts, 'stages' | 'stagesOnRecord'> {
  readonly recommendationId: number;
  readonly stages: readonly PublishedStage[] | null;
  readonly stagesOnRecord: CaseSeriesFacts['stagesOnRecord'] | null;
}

/**
 * What follows from a stage may be public, so its number is the published one: of "<10" nothing but that it is a bound, and of what is
 * not shown nothing but that it was reported. Of several sources the first by its code speaks, as everywhere. What is on record beside
 * it tells whether it contradicts itself, and nothing else.
 */
export async function listCaseSeries(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<CaseSeriesFacts>[]> {
  const rows = await sql.rows<CaseRow>(
    `SELECT ri.recommendation_id AS "recommendationId", c.id AS "caseSeriesId", c.indicator_id AS "indicatorId", c.offence, c.cohort_rule AS "cohortRule",
            c.cohort_year AS "cohortYear", coalesce(c.institution_id, i.institution_id) AS "institutionId", t.stages,
            r.stages AS "stagesOnRecord", coalesce(r.overridden, false) AS overridden
     FROM recommendation_indicator ri
     JOIN case_series c ON c.state_id = ri.state_id AND c.indicator_id = ri.indicator_id
     JOIN indicator i ON i.state_id = c.state_id AND i.id = c.indicator_id
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('stage', stage, 'value', value, 'flag', flag, 'bound', bound, 'provisional', provisional)) AS stages
       FROM (SELECT DISTINCT ON (stage) p.categories ->> 'stage' AS stage, p.value, p.flag, p.bound, p.provisional FROM published_figure p
             WHERE p.state_id = c.state_id AND p.indicator_code = i.code
               AND p.categories = jsonb_build_object('cohort', c.cohort_rule, 'offence', c.offence, 'stage', p.categories ->> 'stage')
               AND p.period_start_on = make_date(c.cohort_year, 1, 1) AND p.period_end_on = make_date(c.cohort_year, 12, 31)
             ORDER BY stage, p.source_code) published) t ON true
     LEFT JOIN LATERAL (
       SELECT jsonb_object_agg(stage, jsonb_build_object('state', value_state, 'value', value, 'provisional', provisional)) AS stages,
              bool_or(EXISTS (SELECT FROM figure_import m WHERE m.state_id = c.state_id AND m.id = newest.import_id AND m.override_reason IS NOT NULL)) AS overridden
       FROM (SELECT DISTINCT ON (stage) stage, value_state, value, provisional, import_id FROM case_stage
             WHERE state_id = c.state_id AND case_series_id = c.id AND stage <> 'archived' ORDER BY stage, revision DESC) newest) r ON true
     WHERE ri.state_id = $1 AND ri.is_home AND c.region = 'all' AND c.facet = 'main' AND ${within(span, 'ri.recommendation_id')} ORDER BY ri.recommendation_id, c.id`,
    [stateId, ...bounds(span)],
  );
  return rows.map(({ stages, stagesOnRecord, ...row }) => ({
    ...row,
    stagesOnRecord: stagesOnRecord ?? {},
    stages: Object.fromEntries((stages ?? []).map((stage) => [stage.stage, figureOf(stage)])),
  }));
}

function figureOf({ value, flag, bound, provisional }: PublishedStage): FigureValue {
  switch (flag) {
    case 'missing':
    case 'not_applicable':
      return { state: flag, value: null, provisional };
    case 'structural_zero':
      return { state: 'not_applicable', value: null, provisional };
    case 'lt10':
      return { state: 'below_threshold', value: LEAST_SHOWN, provisional };
    case 'below_bound':
      return { state: 'below_threshold', value: bound, provisional };
    case 'not_shown':
    case null:
      return { state: 'reported', value, provisional };
  }
}
