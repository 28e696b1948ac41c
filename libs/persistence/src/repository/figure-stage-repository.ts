import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { seriesKeyText } from './figure-repository.js';
import { FigureLines } from './figure-lines.js';
import type { StagedFigure } from './figure-lines.js';

export type { StagedFigure } from './figure-lines.js';

/** How many figures are new, how many revise an accepted one, and how many say what is on record already. */
export interface MergedFigures {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
}

/** A part that is larger than what it is a part of. */
export interface PartAboveWhole {
  readonly row: number;
  readonly part: number;
  readonly whole: number;
}

const SAME_KEY = `o.series_id = f.series_id AND o.source_id = f.source_id AND o.period_end_on = f.period_end_on AND o.period_start_on = f.period_start_on`;
const STAGED = `row, indicator_id, series_key, categories, source_id, period_start_on, period_end_on, value_state, value, numerator, denominator,
  provisional, revision_reason`;
/**
 * Staged figures beside the newest accepted revision of the same series, source and period. No LATERAL: a file of a million rows is
 * joined as one set, a form of one row through the index.
 */
const COMPARED = `
  CREATE TEMPORARY TABLE IF NOT EXISTS figure_compared ON COMMIT DROP AS
  SELECT f.row, f.series_id, o.revision, o.revision IS NULL
    OR (f.value_state, f.value, f.numerator, f.denominator, f.provisional) IS DISTINCT FROM (o.value_state, o.value, o.numerator, o.denominator, o.provisional) AS differs
  FROM (SELECT g.*, s.id AS series_id FROM figure_stage g
        LEFT JOIN series s ON s.state_id = $1::smallint AND s.indicator_id = g.indicator_id AND s.key = g.series_key) f
  LEFT JOIN observation o ON o.state_id = $1::smallint AND ${SAME_KEY}
    AND NOT EXISTS (SELECT FROM observation n WHERE n.state_id = o.state_id AND n.series_id = o.series_id AND n.source_id = o.source_id
      AND n.period_end_on = o.period_end_on AND n.period_start_on = o.period_start_on AND n.revision > o.revision)`;

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
    await this.forgetComparison();
  }

  async stage(figures: readonly StagedFigure[]): Promise<void> {
    const rows = figures.map(({ period, categories, ...figure }) => ({
      ...figure,
      ...period,
      categories,
      seriesKey: seriesKeyText(categories),
    }));
    await this.forgetComparison();
    await this.record.current().execute(
      `INSERT INTO figure_stage (${STAGED})
       SELECT g.row, g."indicatorId", g."seriesKey", g.categories, g."sourceId", g."startOn", g."endOn", g.state, g.value, g.numerator, g.denominator,
         g.provisional, g."revisionReason"
       FROM jsonb_to_recordset($1::jsonb) AS g(row integer, "indicatorId" integer, "seriesKey" text, categories jsonb, "sourceId" integer, "startOn" date,
         "endOn" date, state text, value numeric, numerator numeric, denominator numeric, provisional boolean, "revisionReason" text)`,
      [JSON.stringify(rows)],
    );
  }

  /** The same for a file of any size: what is held of it is one batch. */
  async stageAll(batches: AsyncIterable<readonly StagedFigure[]>): Promise<void> {
    const sql = this.record.current();
    await this.forgetComparison();
    await sql.copyIn(`COPY figure_stage (${STAGED}) FROM STDIN`, new FigureLines().of(batches));
    await sql.execute('ANALYZE figure_stage');
    // What this transaction or one just before it wrote has no statistics yet: a loop over it would be quadratic, a hash is not.
    await sql.execute('SET LOCAL enable_nestloop = off');
  }

  /** Rows that say what another row says already: same series, source and period. In the order of the file. */
  listRepetitions(): Promise<{ readonly row: number; readonly firstRow: number }[]> {
    return this.record.current().rows(
      `SELECT f.row, r."firstRow" FROM (
         SELECT indicator_id, series_key, source_id, period_start_on, period_end_on, min(row) AS "firstRow" FROM figure_stage
         GROUP BY indicator_id, series_key, source_id, period_start_on, period_end_on HAVING count(*) > 1) r
       JOIN figure_stage f USING (indicator_id, series_key, source_id, period_start_on, period_end_on)
       WHERE f.row > r."firstRow" ORDER BY f.row LIMIT 1000`,
    );
  }

  /** Rows that differ from an accepted figure and do not say why, with what is on record. */
  async listUnreasonedRevisions(
    stateId: number,
  ): Promise<{ readonly row: number; readonly revision: number }[]> {
    await this.compare(stateId);
    return this.record.current().rows(
      `SELECT c.row, c.revision FROM figure_compared c JOIN figure_stage f USING (row)
         WHERE c.revision IS NOT NULL AND c.differs AND f.revision_reason IS NULL ORDER BY c.row LIMIT 1000`,
    );
  }

  /** What a merge would do. */
  async count(stateId: number): Promise<MergedFigures> {
    await this.compare(stateId);
    return (await this.record.current().row<MergedFigures>(
      `SELECT (count(*) FILTER (WHERE revision IS NULL))::int AS added, (count(*) FILTER (WHERE revision IS NOT NULL AND differs))::int AS revised,
         (count(*) FILTER (WHERE NOT differs))::int AS unchanged FROM figure_compared`,
    ))!;
  }

  /**
   * Counts and amounts of one category that are larger than the figure without it, of the same source and period: both staged, or one of
   * them on record. A sum of parts proves nothing: categories may overlap, and not every part is told.
   */
  async listPartsAboveWhole(stateId: number): Promise<PartAboveWhole[]> {
    const sql = this.record.current();
    await sql.execute(`DROP TABLE IF EXISTS pg_temp.figure_part`);
    await sql.execute(
      `CREATE TEMPORARY TABLE figure_part ON COMMIT DROP AS
       WITH known AS (
         SELECT DISTINCT indicator_id, series_key, categories FROM figure_stage
         UNION
         SELECT s.indicator_id, s.key, s.categories FROM series s
         WHERE s.state_id = $1::smallint AND s.indicator_id IN (SELECT DISTINCT indicator_id FROM figure_stage))
       SELECT k.indicator_id, k.series_key, w.whole_key FROM known k
       JOIN indicator i ON i.state_id = $1::smallint AND i.id = k.indicator_id AND i.value_type IN ('count', 'amount')
       CROSS JOIN LATERAL jsonb_object_keys(k.categories) AS left_out(dimension)
       CROSS JOIN LATERAL (SELECT coalesce(string_agg(e.key || '=' || e.value, '|' ORDER BY e.key COLLATE "C"), '') AS whole_key
         FROM jsonb_each_text(k.categories) e WHERE e.key <> left_out.dimension) w`,
      [stateId],
    );
    await sql.execute('ANALYZE figure_part');
    const period = (left: string, right: string): string =>
      `${left}.source_id = ${right}.source_id AND ${left}.period_end_on = ${right}.period_end_on AND ${left}.period_start_on = ${right}.period_start_on`;
    const above = (part: string, whole: string): string =>
      `${part}.value_state = 'reported' AND ${whole}.value_state = 'reported' AND ${part}.value > ${whole}.value`;
    const recorded = `(SELECT DISTINCT ON (s.indicator_id, s.key, o.source_id, o.period_end_on, o.period_start_on) s.indicator_id, s.key AS series_key,
        o.source_id, o.period_start_on, o.period_end_on, o.value_state, o.value
      FROM series s JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
      WHERE s.state_id = $1::smallint AND s.indicator_id IN (SELECT DISTINCT indicator_id FROM figure_stage)
        AND (o.source_id, o.period_end_on, o.period_start_on) IN (SELECT source_id, period_end_on, period_start_on FROM figure_stage)
      ORDER BY s.indicator_id, s.key, o.source_id, o.period_end_on, o.period_start_on, o.revision DESC)`;
    const staged = (key: string, like: string): string =>
      `NOT EXISTS (SELECT FROM figure_stage x WHERE x.indicator_id = e.indicator_id AND x.series_key = e.${key} AND ${period('x', like)})`;
    return sql.rows<PartAboveWhole>(
      `SELECT p.row, p.value::float8 AS part, w.value::float8 AS whole FROM figure_part e
       JOIN figure_stage p ON p.indicator_id = e.indicator_id AND p.series_key = e.series_key
       JOIN figure_stage w ON w.indicator_id = e.indicator_id AND w.series_key = e.whole_key AND ${period('w', 'p')}
       WHERE ${above('p', 'w')}
       UNION ALL
       SELECT p.row, p.value::float8, w.value::float8 FROM figure_part e
       JOIN figure_stage p ON p.indicator_id = e.indicator_id AND p.series_key = e.series_key
       JOIN ${recorded} w ON w.indicator_id = e.indicator_id AND w.series_key = e.whole_key AND ${period('w', 'p')}
       WHERE ${above('p', 'w')} AND ${staged('whole_key', 'p')}
       UNION ALL
       SELECT w.row, p.value::float8, w.value::float8 FROM figure_part e
       JOIN figure_stage w ON w.indicator_id = e.indicator_id AND w.series_key = e.whole_key
       JOIN ${recorded} p ON p.indicator_id = e.indicator_id AND p.series_key = e.series_key AND ${period('p', 'w')}
       WHERE ${above('p', 'w')} AND ${staged('series_key', 'w')}
       ORDER BY 1 LIMIT 1000`,
      [stateId],
    );
  }

  /**
   * Puts the staged figures on record. The indicators are held until the transaction ends, so that two of them that revise the
   * same figure come one after another. What the sweep thinks of their recommendations is stale from here on.
   */
  async merge(
    stateId: number,
    { acceptedOn, submissionId, importId, at }: MergeContext,
  ): Promise<MergedFigures> {
    const sql = this.record.current();
    const counts = await this.count(stateId);
    if (counts.added + counts.revised === 0) return counts;
    await sql.execute(
      `INSERT INTO series (state_id, indicator_id, key, categories)
       SELECT DISTINCT ON (f.indicator_id, f.series_key) $1::smallint, f.indicator_id, f.series_key, f.categories
       FROM figure_compared c JOIN figure_stage f USING (row) WHERE c.series_id IS NULL
       ORDER BY f.indicator_id, f.series_key
       ON CONFLICT ON CONSTRAINT uq_series_key DO NOTHING`,
      [stateId],
    );
    await sql.execute(
      `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, value, numerator, denominator,
         provisional, accepted_on, revision_reason, submission_id, import_id, recorded_at)
       SELECT $1::smallint, s.id, f.source_id, f.period_start_on, f.period_end_on, coalesce(c.revision, 0) + 1, f.value_state, f.value, f.numerator,
         f.denominator, f.provisional, $2::date, CASE WHEN c.revision IS NOT NULL THEN f.revision_reason END, $3::integer, $4::integer,
         to_timestamp($5::float8 / 1000)
       FROM figure_compared c JOIN figure_stage f USING (row)
       JOIN series s ON s.state_id = $1::smallint AND s.indicator_id = f.indicator_id AND s.key = f.series_key
       WHERE c.differs ORDER BY s.id, f.source_id, f.period_end_on, f.period_start_on`,
      [stateId, acceptedOn, submissionId, importId ?? null, at],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (
         SELECT ri.recommendation_id FROM recommendation_indicator ri WHERE ri.state_id = $1 AND ri.indicator_id IN (
           SELECT f.indicator_id FROM figure_compared c JOIN figure_stage f USING (row) WHERE c.differs))`,
      [stateId],
    );
    return counts;
  }

  /** Once for all that is asked of it; nobody else writes figures of these indicators until the transaction ends. */
  private async compare(stateId: number): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `SELECT FROM indicator i WHERE i.state_id = $1 AND i.id IN (SELECT indicator_id FROM figure_stage) ORDER BY i.id FOR NO KEY UPDATE`,
      [stateId],
    );
    await sql.execute(COMPARED, [stateId]);
  }

  private async forgetComparison(): Promise<void> {
    await this.record.current().execute('DROP TABLE IF EXISTS pg_temp.figure_compared');
  }
}

export interface MergeContext {
  readonly acceptedOn: CivilDate;
  /** Of the submission that brought them; null for figures that came another way. */
  readonly submissionId: number | null;
  /** Of the file that brought them. */
  readonly importId?: number | null;
  readonly at: Instant;
}
