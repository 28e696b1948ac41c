import type { AcceptableFigure, CivilDate, Instant, ReferencePeriod, SeriesKey } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { seriesKeyText } from './figure-repository.js';

/** A figure that is about to be accepted; `row` is what its sender calls it by. */
export interface StagedFigure extends AcceptableFigure {
  readonly row: number;
  readonly indicatorId: number;
  readonly categories: SeriesKey;
  readonly sourceId: number;
  readonly period: ReferencePeriod;
  /** Why it differs from what was accepted before; null for a first figure. */
  readonly revisionReason: string | null;
}

/** How many figures are new, how many revise an accepted one, and how many say what is on record already. */
export interface MergedFigures {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
}

const SAME_KEY = `o.state_id = $1 AND o.series_id = g.series_id AND o.source_id = g.source_id
  AND o.period_end_on = g.period_end_on AND o.period_start_on = g.period_start_on`;
/** Staged figures beside the newest accepted revision of the same series, source and period. */
const COMPARED = `
  SELECT g.*, o.revision, (g.value_state, g.value, g.numerator, g.denominator, g.provisional)
    IS DISTINCT FROM (o.value_state, o.value, o.numerator, o.denominator, o.provisional) AS differs
  FROM (SELECT f.*, s.id AS series_id FROM figure_stage f
        LEFT JOIN series s ON s.state_id = $1 AND s.indicator_id = f.indicator_id AND s.key = f.series_key) g
  LEFT JOIN LATERAL (SELECT * FROM observation o WHERE ${SAME_KEY} ORDER BY o.revision DESC LIMIT 1) o ON true`;

/**
 * The one way of a figure into the record: staged in a table of this transaction, compared with what was accepted before, and
 * merged. Nothing is overwritten: a difference is a revision of its own, and what says the same again writes no row.
 */
export class FigureStageRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Empty, and gone with the transaction. */
  async open(): Promise<void> {
    const sql = this.record.current();
    await sql.execute(`CREATE TEMPORARY TABLE IF NOT EXISTS figure_stage (
      row integer NOT NULL, indicator_id integer NOT NULL, series_key text NOT NULL, categories jsonb NOT NULL, source_id integer NOT NULL,
      period_start_on date NOT NULL, period_end_on date NOT NULL, value_state text NOT NULL, value numeric, numerator numeric, denominator numeric,
      provisional boolean NOT NULL, revision_reason text) ON COMMIT DROP`);
    await sql.execute(`TRUNCATE figure_stage`);
  }

  async stage(figures: readonly StagedFigure[]): Promise<void> {
    const rows = figures.map(({ period, categories, ...figure }) => ({
      ...figure,
      ...period,
      categories,
      seriesKey: seriesKeyText(categories),
    }));
    await this.record.current().execute(
      `INSERT INTO figure_stage (row, indicator_id, series_key, categories, source_id, period_start_on, period_end_on, value_state, value, numerator,
         denominator, provisional, revision_reason)
       SELECT g.row, g."indicatorId", g."seriesKey", g.categories, g."sourceId", g."startOn", g."endOn", g.state, g.value, g.numerator, g.denominator,
         g.provisional, g."revisionReason"
       FROM jsonb_to_recordset($1::jsonb) AS g(row integer, "indicatorId" integer, "seriesKey" text, categories jsonb, "sourceId" integer, "startOn" date,
         "endOn" date, state text, value numeric, numerator numeric, denominator numeric, provisional boolean, "revisionReason" text)`,
      [JSON.stringify(rows)],
    );
  }

  /** Rows that say what another row says already: same series, source and period. In the order of the file. */
  listRepetitions(): Promise<{ readonly row: number; readonly firstRow: number }[]> {
    return this.record.current().rows(
      `SELECT row, "firstRow" FROM (
         SELECT row, min(row) OVER (PARTITION BY indicator_id, series_key, source_id, period_start_on, period_end_on) AS "firstRow" FROM figure_stage) f
       WHERE row > "firstRow" ORDER BY row LIMIT 1000`,
    );
  }

  /** Rows that differ from an accepted figure and do not say why, with what is on record. */
  listUnreasonedRevisions(stateId: number): Promise<{ readonly row: number; readonly revision: number }[]> {
    return this.record
      .current()
      .rows(
        `SELECT c.row, c.revision FROM (${COMPARED}) c WHERE c.revision IS NOT NULL AND c.differs AND c.revision_reason IS NULL ORDER BY c.row LIMIT 1000`,
        [stateId],
      );
  }

  /**
   * Puts the staged figures on record. The indicators are held until the transaction ends, so that two of them that revise the
   * same figure come one after another. What the sweep thinks of their recommendations is stale from here on.
   */
  async merge(stateId: number, { acceptedOn, submissionId, at }: MergeContext): Promise<MergedFigures> {
    const sql = this.record.current();
    await sql.execute(
      `SELECT FROM indicator i WHERE i.state_id = $1 AND i.id IN (SELECT indicator_id FROM figure_stage) ORDER BY i.id FOR NO KEY UPDATE`,
      [stateId],
    );
    await sql.execute(
      `INSERT INTO series (state_id, indicator_id, key, categories)
       SELECT DISTINCT ON (indicator_id, series_key) $1::smallint, indicator_id, series_key, categories FROM figure_stage f
       WHERE NOT EXISTS (SELECT FROM series s WHERE s.state_id = $1 AND s.indicator_id = f.indicator_id AND s.key = f.series_key)
       ORDER BY indicator_id, series_key
       ON CONFLICT ON CONSTRAINT uq_series_key DO NOTHING`,
      [stateId],
    );
    const merged = await sql.row<MergedFigures>(
      `WITH compared AS MATERIALIZED (${COMPARED}),
       written AS (
         INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, value, numerator, denominator,
           provisional, accepted_on, revision_reason, submission_id, recorded_at)
         SELECT $1, series_id, source_id, period_start_on, period_end_on, coalesce(revision, 0) + 1, value_state, value, numerator, denominator,
           provisional, $2, CASE WHEN revision IS NOT NULL THEN revision_reason END, $3, to_timestamp($4::float8 / 1000)
         FROM compared WHERE revision IS NULL OR differs
         RETURNING revision, series_id),
       touched AS (
         UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
         WHERE r.state_id = $1 AND r.id IN (
           SELECT ri.recommendation_id FROM recommendation_indicator ri JOIN series s ON s.state_id = ri.state_id AND s.indicator_id = ri.indicator_id
           WHERE ri.state_id = $1 AND s.id IN (SELECT series_id FROM written)))
       SELECT (count(*) FILTER (WHERE w.revision = 1))::int AS added, (count(*) FILTER (WHERE w.revision > 1))::int AS revised,
         ((SELECT count(*) FROM compared) - count(*))::int AS unchanged
       FROM written w`,
      [stateId, acceptedOn, submissionId, at],
    );
    return merged!;
  }
}

export interface MergeContext {
  readonly acceptedOn: CivilDate;
  /** Of the submission that brought them; null for figures that came another way. */
  readonly submissionId: number | null;
  readonly at: Instant;
}
