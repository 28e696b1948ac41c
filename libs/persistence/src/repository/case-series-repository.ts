import type { CaseFacet, CaseStage } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { AcceptedStage, Brought, CaseSeries } from './money-and-case-repository.js';
import type { Bilingual } from './state-repository.js';

/** The median time between two stages, as a source gives it. */
export interface AcceptedDuration {
  readonly caseSeriesId: number;
  readonly sourceId: number;
  readonly since: CaseStage;
  readonly stage: CaseStage;
  readonly days: number;
  /** How many cases it is of, where the source says it. */
  readonly cases: number | null;
  readonly provisional: boolean;
  readonly revision: number;
}

export interface KnownCaseSeries extends CaseSeries {
  readonly id: number;
  readonly indicator: string;
  readonly indicatorName: Bilingual;
  readonly regionName: Bilingual | null;
  readonly institutionName: Bilingual | null;
  /** Whether a figure of it was invented for the demonstration. */
  readonly demonstration: boolean;
  readonly counts: readonly Pick<AcceptedStage, 'stage' | 'state' | 'value' | 'provisional'>[];
  readonly durations: readonly Pick<AcceptedDuration, 'since' | 'stage' | 'days' | 'cases' | 'provisional'>[];
}

export interface CaseSeriesFilter {
  /** Null: of all institutions. */
  readonly institutionId: number | null;
  readonly facet?: CaseFacet;
  /** The whole country, or each region of its own. */
  readonly region?: 'all' | 'each';
  readonly offence?: string;
  readonly cohortYear?: number;
  readonly after?: readonly [cohortYear: number, id: number];
  readonly limit: number;
}

const OWNER = 'coalesce(c.institution_id, i.institution_id)';
/** The newest revision of each count and median of one series. */
const COUNTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('stage', stage, 'state', value_state, 'value', value, 'provisional', provisional)), '[]')
  FROM (SELECT DISTINCT ON (stage) stage, value_state, value, provisional FROM case_stage
        WHERE state_id = c.state_id AND case_series_id = c.id ORDER BY stage, revision DESC) newest)`;
const DURATIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('since', since_stage, 'stage', stage, 'days', median_days, 'cases', cases,
    'provisional', provisional) ORDER BY since_stage, stage), '[]')
  FROM (SELECT DISTINCT ON (since_stage, stage) since_stage, stage, median_days, cases, provisional FROM case_duration
        WHERE state_id = c.state_id AND case_series_id = c.id ORDER BY since_stage, stage, revision DESC) newest)`;
const KNOWN = `SELECT c.id, c.indicator_id AS "indicatorId", i.code AS indicator, i.name AS "indicatorName", c.offence, c.region,
    (SELECT name FROM category WHERE dimension_code = 'department' AND code = c.region) AS "regionName", c.facet,
    c.cohort_rule AS "cohortRule", c.cohort_year AS "cohortYear", n.name AS "institutionName",
    EXISTS (SELECT FROM case_stage s JOIN source o ON o.state_id = s.state_id AND o.id = s.source_id
      WHERE s.state_id = c.state_id AND s.case_series_id = c.id AND o.demonstration) AS demonstration,
    ${COUNTS} AS counts, ${DURATIONS} AS durations
  FROM case_series c JOIN indicator i ON i.state_id = c.state_id AND i.id = c.indicator_id
  LEFT JOIN institution n ON n.state_id = c.state_id AND n.id = ${OWNER}
  WHERE c.state_id = $1 AND ($2::int IS NULL OR ${OWNER} = $2)
    AND (EXISTS (SELECT FROM case_stage s WHERE s.state_id = c.state_id AND s.case_series_id = c.id)
      OR EXISTS (SELECT FROM case_duration d WHERE d.state_id = c.state_id AND d.case_series_id = c.id))`;

/** Real figures of cases: nothing here is for the public. A series whose import was undone holds none and is not among them. */
export class CaseSeriesRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest cohorts first. */
  list(
    stateId: number,
    { institutionId, facet, region, offence, cohortYear, after, limit }: CaseSeriesFilter,
  ): Promise<KnownCaseSeries[]> {
    return this.record.current().rows(
      `${KNOWN} AND ($3::text IS NULL OR c.facet = $3) AND ($4::text IS NULL OR (c.region = 'all') = ($4 = 'all'))
         AND ($5::text IS NULL OR c.offence = $5) AND ($6::bigint IS NULL OR c.cohort_year = $6)
         AND ($7::bigint IS NULL OR c.cohort_year < $7 OR (c.cohort_year = $7 AND c.id > $8::bigint))
       ORDER BY c.cohort_year DESC, c.id LIMIT $9`,
      [
        ...[stateId, institutionId, facet ?? null, region ?? null, offence ?? null, cohortYear ?? null],
        ...[after?.[0] ?? null, after?.[1] ?? null, limit],
      ],
    );
  }

  /** Null where there is none, or none that this institution may see. */
  find(stateId: number, institutionId: number | null, id: number): Promise<KnownCaseSeries | null> {
    return this.record.current().row(`${KNOWN} AND c.id = $3::bigint`, [stateId, institutionId, id]);
  }

  /** The newest revision of each. */
  listDurations(stateId: number): Promise<AcceptedDuration[]> {
    return this.record.current().rows(
      `SELECT DISTINCT ON (case_series_id, since_stage, stage) case_series_id AS "caseSeriesId", source_id AS "sourceId", since_stage AS since,
         stage, median_days AS days, cases, provisional, revision
       FROM case_duration WHERE state_id = $1 ORDER BY case_series_id, since_stage, stage, revision DESC`,
      [stateId],
    );
  }

  async addDurations(
    stateId: number,
    durations: readonly (AcceptedDuration & { readonly revisionReason: string | null })[],
    { importId, at }: Brought,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO case_duration (state_id, case_series_id, source_id, since_stage, stage, median_days, cases, provisional, revision,
         revision_reason, import_id, recorded_at)
       SELECT $1, g."caseSeriesId", g."sourceId", g.since, g.stage, g.days, g.cases, g.provisional, g.revision, g."revisionReason", $3,
         to_timestamp($4::float8 / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS g("caseSeriesId" integer, "sourceId" integer, since text, stage text, days integer, cases integer,
         provisional boolean, revision smallint, "revisionReason" text)`,
      [stateId, JSON.stringify(durations), importId, at],
    );
  }
}
