import type { AskedIndicator, CameInYear, ComputedFrom, ReferencePeriod } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Sql } from '../transaction/sql.js';

/** Of one period of an indicator, or of all of them. */
interface Mark {
  readonly indicator: number;
  readonly start: string | null;
  readonly end: string | null;
}

/** So many marks, and everything is judged again: one pass over all costs less than looking each of them up. */
const MOST_MARKS = 20_000;

const overlaps = (reporter: string): string =>
  `(coalesce(${reporter}.starts_on, p.period_end_on) <= p.period_end_on AND coalesce(${reporter}.ends_on, p.period_start_on) >= p.period_start_on)`;

/** How much came of what was asked, by indicator, period and institution: kept beside the figures, so that reading it costs nothing of them. */
export class CompletenessRepository {
  constructor(private readonly record: RecordDatabase) {}

  /**
   * Brings it in line with the accepted figures and with who is asked, where either changed since the last time. What is the same
   * writes no row.
   * @returns how many rows changed.
   */
  async refresh(stateId: number): Promise<number> {
    const sql = this.record.current();
    // Two that judge the same period come one after another, or the one that saw less could write last.
    await sql.execute(`SELECT pg_advisory_xact_lock(hashtext('completeness'), $1::int)`, [stateId]);
    // Marks are taken first and figures are read by a later statement, which sees all that they stand for.
    const [{ marks = null, count = 0 } = {}] = await sql.rows<{ marks?: Mark[] | null; count?: number }>(
      `WITH taken AS (DELETE FROM completeness_mark WHERE state_id = $1 RETURNING indicator_id, period_start_on, period_end_on),
         distinct_marks AS (SELECT DISTINCT indicator_id, period_start_on, period_end_on FROM taken)
       SELECT count(*)::int AS count, CASE WHEN count(*) <= $2 THEN
         jsonb_agg(jsonb_build_object('indicator', indicator_id, 'start', period_start_on, 'end', period_end_on)) END AS marks FROM distinct_marks`,
      [stateId, MOST_MARKS],
    );
    if (count === 0) return 0;
    return marks === null ? this.judge(stateId, null) : this.judge(stateId, marks);
  }

  /** The same over everything, whatever is marked. */
  async refreshAll(stateId: number): Promise<number> {
    await this.record
      .current()
      .execute(
        `INSERT INTO completeness_mark (state_id, indicator_id) SELECT state_id, id FROM indicator WHERE state_id = $1`,
        [stateId],
      );
    return this.refresh(stateId);
  }

  /**
   * Figures count for the institution that their source belongs to; those of a source that belongs to nobody who is asked count
   * for the lead. A period keeps the institution that led it when another takes the indicator over, unless days say otherwise.
   */
  private async judge(stateId: number, marks: readonly Mark[] | null): Promise<number> {
    const isMarked = (row: string): string =>
      marks === null
        ? 'true'
        : `(${row}.indicator_id IN (SELECT indicator_id FROM marked WHERE period_end_on IS NULL)
             OR (${row}.indicator_id, ${row}.period_end_on, ${row}.period_start_on) IN (
               SELECT indicator_id, period_end_on, period_start_on FROM marked WHERE period_end_on IS NOT NULL))`;
    const changed = await this.record.current().row<{ changed: number }>(
      `WITH marked AS (
         SELECT indicator AS indicator_id, start AS period_start_on, "end" AS period_end_on
         FROM jsonb_to_recordset(coalesce($2::jsonb, '[]')) AS m(indicator integer, start date, "end" date)),
       newest AS (
         SELECT DISTINCT ON (x.id, x.source_id, x.period_end_on, x.period_start_on) x.* FROM (
           SELECT s.id, s.indicator_id, s.categories, o.period_start_on, o.period_end_on, o.value_state, o.source_id, o.revision
           FROM indicator i
           JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id
           JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
           WHERE i.state_id = $1 AND cardinality(i.required_dimensions) > 0
             ${marks === null ? '' : 'AND i.id IN (SELECT indicator_id FROM marked)'}) x
         WHERE ${isMarked('x')}
         ORDER BY x.id, x.source_id, x.period_end_on, x.period_start_on, x.revision DESC),
       period AS (SELECT DISTINCT indicator_id, period_start_on, period_end_on FROM newest),
       led AS (
         SELECT p.*, i.required_dimensions AS asked,
                CASE WHEN num_nonnulls(own.starts_on, own.ends_on) > 0 AND ${overlaps('own')} THEN i.institution_id
                     WHEN k.institution_id IS NOT NULL AND (former.institution_id IS NULL OR ${overlaps('former')}) THEN k.institution_id
                     WHEN own.institution_id IS NULL OR ${overlaps('own')} THEN i.institution_id END AS institution_id
         FROM period p
         JOIN indicator i ON i.state_id = $1 AND i.id = p.indicator_id
         LEFT JOIN indicator_reporter own ON own.state_id = $1 AND own.indicator_id = i.id AND own.institution_id = i.institution_id
         LEFT JOIN indicator_completeness k ON k.state_id = $1 AND k.indicator_id = p.indicator_id AND k.period_end_on = p.period_end_on
           AND k.period_start_on = p.period_start_on AND k.lead
         LEFT JOIN indicator_reporter former ON former.state_id = $1 AND former.indicator_id = i.id AND former.institution_id = k.institution_id),
       beside AS (
         SELECT p.indicator_id, p.period_start_on, p.period_end_on, p.asked, r.institution_id, r.position
         FROM led p JOIN indicator_reporter r ON r.state_id = $1 AND r.indicator_id = p.indicator_id
         WHERE r.institution_id IS DISTINCT FROM p.institution_id AND ${overlaps('r')}),
       reporter AS (
         SELECT *, first_value(institution_id) OVER (PARTITION BY indicator_id, period_end_on, period_start_on ORDER BY lead DESC, position) AS first
         FROM (
           SELECT p.indicator_id, p.period_start_on, p.period_end_on, p.asked, p.institution_id, true AS lead, 0 AS position FROM led p
           WHERE p.institution_id IS NOT NULL OR NOT EXISTS (SELECT FROM beside b
             WHERE b.indicator_id = p.indicator_id AND b.period_end_on = p.period_end_on AND b.period_start_on = p.period_start_on)
           UNION ALL
           SELECT b.indicator_id, b.period_start_on, b.period_end_on, b.asked, b.institution_id, false, b.position FROM beside b) every),
       told AS (
         SELECT n.indicator_id, n.period_start_on, n.period_end_on, c.institution_id, k.dimension,
                bool_or(n.value_state IN ('reported', 'below_threshold')) AS came, bool_or(n.value_state = 'not_applicable') AS inapplicable
         FROM newest n JOIN source c ON c.state_id = $1 AND c.id = n.source_id CROSS JOIN LATERAL jsonb_object_keys(n.categories) k(dimension)
         GROUP BY n.indicator_id, n.period_start_on, n.period_end_on, c.institution_id, k.dimension),
       came AS (
         SELECT t.indicator_id, t.period_start_on, t.period_end_on, coalesce(r.institution_id, f.first) AS institution_id, t.dimension,
                bool_or(t.came) AS came, bool_or(t.inapplicable) AS inapplicable
         FROM told t
         JOIN (SELECT DISTINCT indicator_id, period_start_on, period_end_on, first FROM reporter) f USING (indicator_id, period_start_on, period_end_on)
         LEFT JOIN reporter r USING (indicator_id, period_start_on, period_end_on, institution_id)
         GROUP BY t.indicator_id, t.period_start_on, t.period_end_on, coalesce(r.institution_id, f.first), t.dimension),
       sent AS (
         SELECT c.indicator_id, c.period_start_on, c.period_end_on, c.institution_id,
                array_agg(c.dimension ORDER BY c.dimension) FILTER (WHERE c.came) AS received,
                array_agg(c.dimension ORDER BY c.dimension) FILTER (WHERE c.inapplicable AND NOT c.came) AS not_applicable
         FROM came c JOIN indicator i ON i.state_id = $1 AND i.id = c.indicator_id AND c.dimension = ANY (i.required_dimensions)
         GROUP BY c.indicator_id, c.period_start_on, c.period_end_on, c.institution_id),
       due AS (
         SELECT r.indicator_id, r.period_start_on, r.period_end_on, r.institution_id, r.lead, r.asked,
                coalesce(s.received, '{}') AS received, coalesce(s.not_applicable, '{}') AS not_applicable
         FROM reporter r LEFT JOIN sent s ON s.indicator_id = r.indicator_id AND s.period_start_on = r.period_start_on
           AND s.period_end_on = r.period_end_on AND coalesce(s.institution_id, 0) = coalesce(r.institution_id, 0)),
       gone AS (
         DELETE FROM indicator_completeness k WHERE k.state_id = $1 AND ${isMarked('k')}
           ${marks === null ? '' : 'AND k.indicator_id IN (SELECT indicator_id FROM marked)'} AND NOT EXISTS (SELECT FROM due d
           WHERE d.indicator_id = k.indicator_id AND d.period_start_on = k.period_start_on AND d.period_end_on = k.period_end_on
             AND coalesce(d.institution_id, 0) = coalesce(k.institution_id, 0)) RETURNING 1),
       kept AS (
         INSERT INTO indicator_completeness AS k
           (state_id, indicator_id, period_start_on, period_end_on, institution_id, lead, asked, received, not_applicable)
         SELECT $1, indicator_id, period_start_on, period_end_on, institution_id, lead, asked, received, not_applicable FROM due
         ON CONFLICT ON CONSTRAINT uq_indicator_completeness_reporter DO UPDATE
           SET lead = excluded.lead, asked = excluded.asked, received = excluded.received, not_applicable = excluded.not_applicable
           WHERE (k.lead, k.asked, k.received, k.not_applicable) IS DISTINCT FROM (excluded.lead, excluded.asked, excluded.received, excluded.not_applicable)
         RETURNING 1)
       SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM kept))::int AS changed`,
      [stateId, marks === null ? null : JSON.stringify(marks)],
    );
    return changed?.changed ?? 0;
  }

  /** The indicator of the State that is worked out from that series; null where it has none. */
  findComputed(stateId: number, from: ComputedFrom): Promise<{ readonly id: number } | null> {
    return this.record
      .current()
      .row<{ id: number }>('SELECT id FROM indicator WHERE state_id = $1 AND computed_from = $2', [
        stateId,
        from,
      ]);
  }

  /** What was asked for: of every indicator that answers to a recommendation, as the page of data gaps has it. */
  listAsked(stateId: number): Promise<AskedIndicator[]> {
    return this.record.current().rows<AskedIndicator>(
      `SELECT i.code, i.required_dimensions AS "requiredDimensions", '{}'::text[] AS institutions FROM indicator i
       WHERE i.state_id = $1 AND cardinality(i.required_dimensions) > 0
         AND EXISTS (SELECT FROM recommendation_indicator ri WHERE ri.state_id = i.state_id AND ri.indicator_id = i.id) ORDER BY i.id`,
      [stateId],
    );
  }

  listCame(stateId: number): Promise<CameInYear[]> {
    return this.record.current().rows<CameInYear>(
      `SELECT i.code AS indicator, extract(year FROM k.period_end_on)::int AS year, n.code AS institution, k.received, k.not_applicable AS "notApplicable"
       FROM indicator_completeness k JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
       LEFT JOIN institution n ON n.state_id = k.state_id AND n.id = k.institution_id
       WHERE k.state_id = $1 AND cardinality(i.required_dimensions) > 0 ORDER BY k.period_end_on, k.period_start_on, i.code`,
      [stateId],
    );
  }

  /** The program as a source of figures. */
  async saveOwnSource(stateId: number, name: { readonly en: string; readonly es: string }): Promise<number> {
    const sql = this.record.current();
    const known = await sql.row<{ id: number }>(
      `SELECT id FROM source WHERE state_id = $1 AND code = 'system'`,
      [stateId],
    );
    const saved =
      known ??
      (await sql.row<{ id: number }>(
        `INSERT INTO source (state_id, code, name, demonstration) SELECT id, 'system', $2, demonstration FROM state WHERE id = $1 RETURNING id`,
        [stateId, JSON.stringify(name)],
      ));
    return saved!.id;
  }

  /** Periods of the indicator that a figure of that source stands for, by its newest revision. */
  listStanding(stateId: number, indicatorId: number, sourceId: number): Promise<ReferencePeriod[]> {
    return this.record.current().rows<ReferencePeriod>(
      `SELECT "startOn", "endOn" FROM (
         SELECT DISTINCT ON (o.period_end_on, o.period_start_on) o.period_start_on AS "startOn", o.period_end_on AS "endOn", o.value_state
         FROM series s JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE s.state_id = $1 AND s.indicator_id = $2 AND s.key = '' AND o.source_id = $3
         ORDER BY o.period_end_on, o.period_start_on, o.revision DESC) newest
       WHERE value_state <> 'missing'`,
      [stateId, indicatorId, sourceId],
    );
  }
}

/** Marks indicators whose completeness is to be judged again, in the transaction that changes what it stands on. */
export async function markIndicators(
  sql: Sql,
  stateId: number,
  indicatorIds: readonly number[],
): Promise<void> {
  await sql.execute(
    `INSERT INTO completeness_mark (state_id, indicator_id) SELECT $1, g.id FROM unnest($2::integer[]) AS g(id)`,
    [stateId, [...indicatorIds]],
  );
}

/** Marks the periods of the figures that are being merged (`FigureStageRepository`). */
export async function markStagedPeriods(sql: Sql, stateId: number): Promise<void> {
  await sql.execute(
    `INSERT INTO completeness_mark (state_id, indicator_id, period_start_on, period_end_on)
     SELECT DISTINCT i.state_id, i.id, c.period_start_on, c.period_end_on
     FROM figure_compared c JOIN figure_series k ON k.number = c.series_number
     JOIN indicator i ON i.state_id = $1 AND i.id = k.indicator_id AND cardinality(i.required_dimensions) > 0`,
    [stateId],
  );
}
