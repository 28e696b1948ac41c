import type { CivilDate, FigureKind, FigureValue, Instant, PrintedCell, SeriesKey, ValueType } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** The newest revision of an accepted figure, as the publisher reads it. */
export interface AcceptedFigure {
  readonly indicatorCode: string;
  readonly figureKind: FigureKind;
  readonly valueType: ValueType;
  readonly sourceCode: string;
  readonly sourceIsCitation: boolean;
  readonly seriesKey: string;
  readonly categories: SeriesKey;
  readonly periodStartOn: string;
  readonly periodEndOn: string;
  readonly state: FigureValue['state'];
  readonly value: number | null;
  readonly provisional: boolean;
  /** Cube that the indicator shares with others; null: it is one of its own. */
  readonly cube: string | null;
  readonly nestedIn: string | null;
  /** Combinations that are zero by definition. */
  readonly structuralZeros: readonly SeriesKey[];
}

/** A published rate as it is declared: indicators by code. */
export interface DeclaredRate {
  readonly indicatorCode: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly per: number;
}

/** A cell as it is printed: the only form in which the public role of the database can read a figure. */
export interface PublishedFigure {
  readonly indicatorCode: string;
  readonly seriesKey: string;
  readonly sourceCode: string;
  readonly categories: SeriesKey;
  readonly periodStartOn: string;
  readonly periodEndOn: string;
  readonly value: number | null;
  readonly flag: PrintedCell['flag'];
  readonly bound: number | null;
  readonly provisional: boolean;
  readonly announcedError: number | null;
  /** Version of the cell's cube; null for a figure outside of any: it counts its own. */
  readonly cubeVersion: number | null;
}

const CUBE = `i.cube, i.nested_in AS "nestedIn", coalesce(i.metadata -> 'structuralZeros', '[]') AS "structuralZeros"`;

/** Figures that are held in memory at once. */
const AT_ONCE = 5_000;
const STAGE = `
  CREATE TEMPORARY TABLE IF NOT EXISTS published_stage (
    indicator_code text, series_key text, source_code text, period_start_on date, period_end_on date, categories jsonb, value numeric,
    flag text, bound numeric, provisional boolean, announced_error smallint, cube_version integer
  ) ON COMMIT DROP`;
const SAME_CELL = `p.indicator_code = g.indicator_code AND p.series_key = g.series_key AND p.source_code = g.source_code
  AND p.period_end_on = g.period_end_on AND p.period_start_on = g.period_start_on`;

export class PublishedRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Accepted counts of persons by series; a cube needs all of them at once. */
  listAcceptedPersons(stateId: number): Promise<AcceptedFigure[]> {
    return this.record
      .current()
      .rows<AcceptedFigure>(acceptedWhere(`i.figure_kind = 'person_count'`), [stateId]);
  }

  /** What rates have below their line that is published as it was accepted: a population, of which no child is counted by the State. */
  listAcceptedPopulations(stateId: number): Promise<AcceptedFigure[]> {
    return this.record.current().rows<AcceptedFigure>(
      acceptedWhere(`i.figure_kind IN ('plain', 'citation') AND i.code IN
                     (SELECT r.rate_denominator FROM indicator r WHERE r.state_id = $1 AND r.figure_kind = 'derived_rate')`),
      [stateId],
    );
  }

  /**
   * All other accepted figures by series, batch by batch: there may be millions. Indicators without a kind of figure are never among
   * them.
   */
  async *acceptedOthers(stateId: number): AsyncGenerator<readonly AcceptedFigure[], void, undefined> {
    const sql = this.record.current();
    await sql.execute(
      `DECLARE accepted_others NO SCROLL CURSOR FOR ${acceptedWhere(`i.figure_kind <> 'person_count'`)}`,
      [stateId],
    );
    for (;;) {
      const batch = await sql.rows<AcceptedFigure>(`FETCH ${AT_ONCE} FROM accepted_others`);
      if (batch.length === 0) break;
      yield batch;
    }
    await sql.execute('CLOSE accepted_others');
  }

  listAcceptedBudget(stateId: number): Promise<AcceptedFigure[]> {
    return this.record.current().rows<AcceptedFigure>(
      `SELECT DISTINCT ON (i.code, b.id, f.fiscal_year, f.phase, c.code)
              i.code AS "indicatorCode", i.figure_kind AS "figureKind", i.value_type AS "valueType", c.code AS "sourceCode", c.citation AS "sourceIsCitation",
              'institution=' || coalesce(t.code, '') || CASE WHEN b.level = 'national' THEN '' ELSE '|level=' || b.level END ||
                '|phase=' || f.phase || '|purpose=' || b.purpose AS "seriesKey",
              jsonb_build_object('phase', f.phase, 'purpose', b.purpose) ||
                CASE WHEN b.level = 'national' THEN '{}' ELSE jsonb_build_object('level', b.level) END ||
                CASE WHEN t.code IS NULL THEN '{}' ELSE jsonb_build_object('institution', t.code) END AS categories,
              make_date(f.fiscal_year, 1, 1) AS "periodStartOn",
              CASE WHEN f.phase = 'executed' THEN least(f.through_on, civil_day(f.state_id, f.recorded_at)) ELSE make_date(f.fiscal_year, 12, 31) END AS "periodEndOn",
              'reported' AS state, f.amount * b.attributable_share AS value, false AS provisional, ${CUBE}
       FROM budget_figure f
       JOIN budget_line b ON b.state_id = f.state_id AND b.id = f.budget_line_id
       JOIN indicator i ON i.state_id = b.state_id AND i.id = b.indicator_id
       JOIN source c ON c.state_id = f.state_id AND c.id = f.source_id
       LEFT JOIN institution t ON t.state_id = b.state_id AND t.id = b.institution_id
       WHERE f.state_id = $1 AND i.figure_kind IS NOT NULL
       ORDER BY i.code, b.id, f.fiscal_year, f.phase, c.code, least(f.through_on, civil_day(f.state_id, f.recorded_at)) DESC,
         f.recorded_at DESC, f.revision DESC`,
      [stateId],
    );
  }

  /** Of the whole country and the main funnel: regions, what is counted apart and archived complaints are not published. */
  listAcceptedCases(stateId: number): Promise<AcceptedFigure[]> {
    return this.record.current().rows<AcceptedFigure>(
      `SELECT DISTINCT ON (i.code, s.id, g.stage, c.code)
              i.code AS "indicatorCode", i.figure_kind AS "figureKind", i.value_type AS "valueType", c.code AS "sourceCode", c.citation AS "sourceIsCitation",
              'cohort=' || s.cohort_rule || '|offence=' || s.offence || '|stage=' || g.stage AS "seriesKey",
              jsonb_build_object('cohort', s.cohort_rule, 'offence', s.offence, 'stage', g.stage) AS categories,
              make_date(s.cohort_year, 1, 1) AS "periodStartOn", make_date(s.cohort_year, 12, 31) AS "periodEndOn",
              g.value_state AS state, g.value, g.provisional, ${CUBE}
       FROM case_stage g
       JOIN case_series s ON s.state_id = g.state_id AND s.id = g.case_series_id
       JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
       JOIN source c ON c.state_id = g.state_id AND c.id = g.source_id
       WHERE g.state_id = $1 AND i.figure_kind IS NOT NULL AND s.region = 'all' AND s.facet = 'main' AND g.stage <> 'archived'
       ORDER BY i.code, s.id, g.stage, c.code, g.revision DESC`,
      [stateId],
    );
  }

  /** The civil day of the State at an instant: what is published on a day is published on its day, not on that of Greenwich. */
  async civilDay(stateId: number, at: Instant): Promise<CivilDate> {
    const row = await this.record
      .current()
      .row<{ day: CivilDate }>('SELECT civil_day($1::smallint, to_timestamp($2::float8 / 1000)) AS day', [
        stateId,
        at,
      ]);
    return row!.day;
  }

  listRates(stateId: number): Promise<DeclaredRate[]> {
    return this.record.current().rows<DeclaredRate>(
      `SELECT code AS "indicatorCode", rate_numerator AS numerator, rate_denominator AS denominator, rate_per AS per
       FROM indicator WHERE state_id = $1 AND figure_kind = 'derived_rate' AND rate_per IS NOT NULL ORDER BY code`,
      [stateId],
    );
  }

  /** Replaces what is published with the given cells, in one transaction; answers how many cells changed. */
  async replacePublished(
    stateId: number,
    batches: AsyncIterable<readonly PublishedFigure[]>,
    at: Instant,
  ): Promise<number> {
    const sql = this.record.current();
    await sql.execute(STAGE);
    await sql.execute('TRUNCATE published_stage');
    for await (const cells of batches)
      await sql.execute(
        `INSERT INTO published_stage
         SELECT "indicatorCode", "seriesKey", "sourceCode", "periodStartOn", "periodEndOn", categories, value, flag, bound, provisional,
                "announcedError", "cubeVersion"
         FROM jsonb_to_recordset($1::jsonb) AS g("indicatorCode" text, "seriesKey" text, "sourceCode" text, categories jsonb,
           "periodStartOn" date, "periodEndOn" date, value numeric, flag text, bound numeric, provisional boolean,
           "announcedError" smallint, "cubeVersion" integer)`,
        [JSON.stringify(cells)],
      );
    await sql.execute('ANALYZE published_stage');
    const removed = await sql.execute(
      `DELETE FROM published_figure p WHERE p.state_id = $1 AND NOT EXISTS (SELECT FROM published_stage g WHERE ${SAME_CELL})`,
      [stateId],
    );
    const written = await sql.execute(
      `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value, flag,
                                     bound, provisional, announced_error, cube_version, published_at)
       SELECT $1, g.indicator_code, g.series_key, g.source_code, g.period_start_on, g.period_end_on, g.categories, g.value, g.flag, g.bound,
              g.provisional, g.announced_error, coalesce(g.cube_version, p.cube_version + 1, 1), to_timestamp($2::float8 / 1000)
       FROM published_stage g LEFT JOIN published_figure p ON p.state_id = $1 AND ${SAME_CELL}
       WHERE p.state_id IS NULL OR (p.value, p.flag, p.bound, p.provisional, p.announced_error) IS DISTINCT FROM
             (g.value, g.flag, g.bound, g.provisional, g.announced_error)
       ON CONFLICT ON CONSTRAINT pk_published_figure DO UPDATE
       SET value = excluded.value, flag = excluded.flag, bound = excluded.bound, provisional = excluded.provisional, categories = excluded.categories,
           cube_version = excluded.cube_version, announced_error = excluded.announced_error, published_at = excluded.published_at`,
      [stateId, at],
    );
    return removed + written;
  }
}

function acceptedWhere(condition: string): string {
  return `SELECT DISTINCT ON (i.code, s.key, c.code, o.period_end_on, o.period_start_on)
            i.code AS "indicatorCode", i.figure_kind AS "figureKind", i.value_type AS "valueType", c.code AS "sourceCode", c.citation AS "sourceIsCitation",
            s.key AS "seriesKey", s.categories, o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn",
            o.value_state AS state, o.value, o.provisional, ${CUBE}
          FROM accepted_figure o
          JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id
          JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
          JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
          WHERE o.state_id = $1 AND ${condition}
          ORDER BY i.code, s.key, c.code, o.period_end_on, o.period_start_on, o.revision DESC`;
}
