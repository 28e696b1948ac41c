import type { RecordDatabase } from '../transaction/record-database.js';
import type { Sql } from '../transaction/sql.js';
import { addFigureIntake } from './figure-intake.js';
import type { FigureIntake } from './figure-intake.js';
import { markStagedPeriods } from './completeness-repository.js';
import { FigureLines } from './figure-lines.js';
import type { FigureSource, StagedFigure, StagedSeries } from './figure-lines.js';
import { listPartsAboveWhole } from './parts-above-whole.js';
import type { PartAboveWhole } from './parts-above-whole.js';

export type { StagedFigure } from './figure-lines.js';
export type { PartAboveWhole } from './parts-above-whole.js';

/** How many figures are new, how many revise an accepted one, and how many say what is on record already. */
export interface MergedFigures {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
}

const STAGED = `row, series_number, source_id, period_start_on, period_end_on, status, value, numerator, denominator, revision_reason`;
const OPEN = `
  CREATE TEMPORARY TABLE IF NOT EXISTS figure_stage (
    row integer NOT NULL, series_number integer NOT NULL, source_id integer NOT NULL, period_start_on date NOT NULL, period_end_on date NOT NULL,
    status "char" NOT NULL, value numeric, numerator numeric, denominator numeric, revision_reason text) ON COMMIT DROP;
  CREATE TEMPORARY TABLE IF NOT EXISTS figure_series (
    number integer NOT NULL, indicator_id integer NOT NULL, key text NOT NULL, categories jsonb NOT NULL) ON COMMIT DROP;
  TRUNCATE figure_stage, figure_series`;
/** What a file of any size is compared with in memory of the server, instead of in files of it. */
const MEMORY = '64MB';

/**
 * Staged figures that are not on record, or differ from the newest accepted revision of the same series, source and period. No
 * LATERAL: a file of a million rows is joined as one set, a form of one row through the index.
 */
const COMPARED = `
  CREATE TEMPORARY TABLE figure_differing ON COMMIT DROP AS
  SELECT * FROM (
    SELECT DISTINCT ON (f.row) f.*, o.revision, o.revision IS NULL
      OR (f.status, f.value, f.numerator, f.denominator) IS DISTINCT FROM (o.status, o.value, d.numerator, d.denominator) AS differs
    FROM (SELECT g.*, s.id AS series_id FROM figure_stage g JOIN figure_series k ON k.number = g.series_number
          LEFT JOIN series s ON s.state_id = $1::smallint AND s.indicator_id = k.indicator_id AND s.key = k.key) f
    LEFT JOIN observation o ON o.state_id = $1::smallint AND o.series_id = f.series_id AND o.source_id = f.source_id
      AND o.period_end_on = f.period_end_on AND o.period_start_on = f.period_start_on
    LEFT JOIN observation_detail d ON d.state_id = o.state_id AND d.series_id = o.series_id AND d.source_id = o.source_id
      AND d.period_end_on = o.period_end_on AND d.period_start_on = o.period_start_on AND d.revision = o.revision
    ORDER BY f.row, o.revision DESC) c
  WHERE c.differs`;
const DIFFERING = `CREATE TEMPORARY VIEW figure_compared AS SELECT * FROM figure_differing`;
/** Of series that nobody has a figure of, every figure is new: nothing is copied. */
const ALL_NEW = `
  CREATE TEMPORARY VIEW figure_compared AS
  SELECT f.*, NULL::integer AS series_id, NULL::smallint AS revision FROM figure_stage f`;

const WITH_SERIES = `figure_compared c JOIN figure_series k ON k.number = c.series_number
   JOIN series s ON s.state_id = $1::smallint AND s.indicator_id = k.indicator_id AND s.key = k.key`;
/** In the order of their key, whose pages are then each written once. */
const MERGED = `
  INSERT INTO observation (series_id, source_id, period_start_on, period_end_on, intake_id, state_id, revision, status, value)
  SELECT s.id, c.source_id, c.period_start_on, c.period_end_on, $2::integer, $1::smallint, coalesce(c.revision, 0) + 1, c.status, c.value
  FROM ${WITH_SERIES} ORDER BY s.id, c.source_id, c.period_end_on, c.period_start_on`;
/** What few figures have. */
const DETAILS = `
  INSERT INTO observation_detail (state_id, series_id, source_id, period_end_on, period_start_on, revision, numerator, denominator, revision_reason)
  SELECT $1::smallint, s.id, c.source_id, c.period_end_on, c.period_start_on, coalesce(c.revision, 0) + 1, c.numerator, c.denominator,
    CASE WHEN c.revision IS NOT NULL THEN c.revision_reason END
  FROM ${WITH_SERIES} WHERE c.numerator IS NOT NULL OR (c.revision IS NOT NULL AND c.revision_reason IS NOT NULL)`;

/**
 * The one way of a figure into the record: staged in tables of this transaction, compared with what was accepted before, and
 * merged. Nothing is overwritten: a difference is a revision of its own, and what says the same again writes no row.
 */
export class FigureStageRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Empty, and gone with the transaction. */
  async open(): Promise<void> {
    await this.record.current().execute(OPEN);
    await this.forgetComparison();
  }

  async stage(figures: readonly StagedFigure[]): Promise<void> {
    await this.copy([figures][Symbol.iterator]());
  }

  /** The same for a file of any size: what is held of it is one batch, and a bounded list of its series. */
  async stageAll(batches: AsyncIterable<readonly StagedFigure[]>): Promise<void> {
    const sql = this.record.current();
    const source = batches[Symbol.asyncIterator]();
    try {
      await this.copy(source);
    } finally {
      await source.return?.();
    }
    await sql.execute('ANALYZE figure_stage (series_number)');
    await sql.execute('ANALYZE figure_series');
    // What this transaction or one just before it wrote has no statistics yet: a loop over it would be quadratic, and sorting it for
    // a merge takes thrice as long as a hash.
    await sql.execute('SET LOCAL enable_nestloop = off');
    await sql.execute('SET LOCAL enable_mergejoin = off');
    await sql.execute(`SET LOCAL work_mem = '${MEMORY}'`);
  }

  /** Rows that say what another row says already: same series, source and period. In the order of the file. */
  listRepetitions(): Promise<{ readonly row: number; readonly firstRow: number }[]> {
    return this.record.current().rows(
      `SELECT f.row, r."firstRow" FROM (
         SELECT series_number, source_id, period_start_on, period_end_on, min(row) AS "firstRow" FROM figure_stage
         GROUP BY series_number, source_id, period_start_on, period_end_on HAVING count(*) > 1) r
       JOIN figure_stage f USING (series_number, source_id, period_start_on, period_end_on)
       WHERE f.row > r."firstRow" ORDER BY f.row LIMIT 1000`,
    );
  }

  /** Rows that differ from an accepted figure and do not say why, with what is on record. */
  async listUnreasonedRevisions(
    stateId: number,
  ): Promise<{ readonly row: number; readonly revision: number }[]> {
    await this.compare(stateId);
    return this.record
      .current()
      .rows(
        `SELECT row, revision FROM figure_compared WHERE revision IS NOT NULL AND revision_reason IS NULL ORDER BY row LIMIT 1000`,
      );
  }

  /** What a merge would do. */
  async count(stateId: number): Promise<MergedFigures> {
    await this.compare(stateId);
    return (await this.record.current().row<MergedFigures>(
      `SELECT (count(*) FILTER (WHERE revision IS NULL))::int AS added, count(revision)::int AS revised,
         ((SELECT count(*) FROM figure_stage) - count(*))::int AS unchanged FROM figure_compared`,
    ))!;
  }

  /** @see listPartsAboveWhole */
  listPartsAboveWhole(stateId: number): Promise<PartAboveWhole[]> {
    return listPartsAboveWhole(this.record.current(), stateId);
  }

  /**
   * Puts the staged figures on record. The indicators are held until the transaction ends, so that two of them that revise the
   * same figure come one after another. What the sweep thinks of their recommendations is stale from here on.
   */
  async merge(stateId: number, intake: FigureIntake): Promise<MergedFigures> {
    const sql = this.record.current();
    const counts = await this.count(stateId);
    if (counts.added + counts.revised === 0) return counts;
    await sql.execute(
      `INSERT INTO series (state_id, indicator_id, key, categories)
       SELECT $1::smallint, k.indicator_id, k.key, k.categories FROM figure_series k
       WHERE k.number IN (SELECT series_number FROM figure_compared WHERE series_id IS NULL) ORDER BY k.indicator_id, k.key
       ON CONFLICT ON CONSTRAINT uq_series_key DO NOTHING`,
      [stateId],
    );
    const intakeId = await addFigureIntake(sql, stateId, intake);
    await sql.execute(MERGED, [stateId, intakeId]);
    await sql.execute(DETAILS, [stateId]);
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (
         SELECT ri.recommendation_id FROM recommendation_indicator ri WHERE ri.state_id = $1 AND ri.indicator_id IN (
           SELECT k.indicator_id FROM figure_series k WHERE k.number IN (SELECT series_number FROM figure_compared)))`,
      [stateId],
    );
    await markStagedPeriods(sql, stateId);
    return counts;
  }

  /** Figures and their series, by COPY; as often as the list of series is full. */
  private async copy(source: FigureSource): Promise<void> {
    const sql = this.record.current();
    await this.forgetComparison();
    let after =
      (await sql.row<{ last: number | null }>('SELECT max(number) AS last FROM figure_series'))?.last ?? 0;
    let times = after > 0 ? 1 : 0;
    for (let isOver = false; !isOver; times += 1) {
      const figures = new FigureLines(source, after);
      await sql.copyIn(`COPY figure_stage (${STAGED}) FROM STDIN`, figures.lines());
      await insertSeries(sql, figures.series);
      after += figures.series.length;
      isOver = figures.isOver;
    }
    if (times > 1) await joinSeries(sql);
  }

  /** Once for all that is asked of it; nobody else writes figures of these indicators until the transaction ends. */
  private async compare(stateId: number): Promise<void> {
    const sql = this.record.current();
    const done = await sql.row<{ done: boolean }>(
      `SELECT to_regclass('pg_temp.figure_compared') IS NOT NULL AS done`,
    );
    if (done?.done) return;
    await sql.execute(
      `SELECT FROM indicator i WHERE i.state_id = $1 AND i.id IN (SELECT indicator_id FROM figure_series) ORDER BY i.id FOR NO KEY UPDATE`,
      [stateId],
    );
    const known = await sql.row(
      `SELECT FROM series s JOIN figure_series k ON k.indicator_id = s.indicator_id AND k.key = s.key WHERE s.state_id = $1 LIMIT 1`,
      [stateId],
    );
    if (known === null) {
      await sql.execute(ALL_NEW);
      return;
    }
    await sql.execute(COMPARED, [stateId]);
    await sql.execute(DIFFERING);
  }

  private async forgetComparison(): Promise<void> {
    const sql = this.record.current();
    await sql.execute('DROP VIEW IF EXISTS pg_temp.figure_compared');
    await sql.execute('DROP TABLE IF EXISTS pg_temp.figure_differing');
  }
}

function insertSeries(sql: Sql, series: readonly StagedSeries[]): Promise<number> {
  return sql.execute(
    `INSERT INTO figure_series (number, indicator_id, key, categories)
     SELECT g.number, g."indicatorId", g.key, g.categories
     FROM jsonb_to_recordset($1::jsonb) AS g(number integer, "indicatorId" integer, key text, categories jsonb)`,
    [JSON.stringify(series)],
  );
}

/** Series that were numbered twice, because the list of them was full in between, go by their first number. */
async function joinSeries(sql: Sql): Promise<void> {
  const twice = `(SELECT k.number, min(k.number) OVER (PARTITION BY k.indicator_id, k.key) AS first FROM figure_series k)`;
  await sql.execute(
    `UPDATE figure_stage f SET series_number = k.first FROM ${twice} k WHERE k.number = f.series_number AND k.first < k.number`,
  );
  await sql.execute(
    `DELETE FROM figure_series g USING ${twice} k WHERE k.number = g.number AND k.first < k.number`,
  );
}
