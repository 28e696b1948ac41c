import type { Sql } from '../transaction/sql.js';

/** A part that is larger than what it is a part of. */
export interface PartAboveWhole {
  readonly row: number;
  readonly part: number;
  readonly whole: number;
}

/** The staged series and those on record of their indicators, each once. */
const KNOWN = `
  CREATE TEMPORARY TABLE figure_known ON COMMIT DROP AS
  SELECT row_number() OVER () AS id, k.number, s.id AS series_id, coalesce(k.indicator_id, s.indicator_id) AS indicator_id,
    coalesce(k.key, s.key) AS key, coalesce(k.categories, s.categories) AS categories
  FROM figure_series k
  FULL JOIN (SELECT * FROM series WHERE state_id = $1::smallint AND indicator_id IN (SELECT indicator_id FROM figure_series)) s
    ON s.indicator_id = k.indicator_id AND s.key = k.key`;
/** Which is a part of which: the same without one of its categories. */
const PARTS = `
  CREATE TEMPORARY TABLE figure_part ON COMMIT DROP AS
  SELECT p.id AS part, w.id AS whole FROM figure_known p
  JOIN indicator i ON i.state_id = $1::smallint AND i.id = p.indicator_id AND i.value_type IN ('count', 'amount')
  CROSS JOIN LATERAL jsonb_object_keys(p.categories) AS left_out(dimension)
  CROSS JOIN LATERAL (SELECT coalesce(string_agg(e.key || '=' || e.value, '|' ORDER BY e.key COLLATE "C"), '') AS key
    FROM jsonb_each_text(p.categories) e WHERE e.key <> left_out.dimension) without
  JOIN figure_known w ON w.indicator_id = p.indicator_id AND w.key = without.key
  WHERE p.number IS NOT NULL OR w.number IS NOT NULL`;
const SAME_PERIOD = (left: string, right: string): string =>
  `${left}.source_id = ${right}.source_id AND ${left}.period_end_on = ${right}.period_end_on AND ${left}.period_start_on = ${right}.period_start_on`;
/** Reported figures of parts and wholes: what is staged, and the newest revision of what is not. */
const CURRENT = `
  CREATE TEMPORARY TABLE figure_current ON COMMIT DROP AS
  WITH compared AS (SELECT part AS id FROM figure_part UNION SELECT whole FROM figure_part)
  SELECT k.id, f.row, f.source_id, f.period_start_on, f.period_end_on, f.value
  FROM figure_stage f JOIN figure_known k ON k.number = f.series_number WHERE f.status IN ('A', 'P') AND k.id IN (SELECT id FROM compared)
  UNION ALL
  SELECT r.id, NULL, r.source_id, r.period_start_on, r.period_end_on, r.value FROM (
    SELECT DISTINCT ON (k.id, o.source_id, o.period_end_on, o.period_start_on) k.id, k.number, o.source_id, o.period_start_on, o.period_end_on,
      o.status, o.value
    FROM observation o JOIN figure_known k ON k.series_id = o.series_id
    WHERE o.state_id = $1::smallint AND k.id IN (SELECT id FROM compared)
      AND (o.source_id, o.period_end_on, o.period_start_on) IN (SELECT source_id, period_end_on, period_start_on FROM figure_stage)
    ORDER BY k.id, o.source_id, o.period_end_on, o.period_start_on, o.revision DESC) r
  WHERE r.status IN ('A', 'P') AND NOT EXISTS (SELECT FROM figure_stage f WHERE f.series_number = r.number AND ${SAME_PERIOD('f', 'r')})`;

/**
 * Counts and amounts of one category that are larger than the figure without it, of the same source and period: both staged, or one of
 * them on record. A sum of parts proves nothing: categories may overlap, and not every part is told.
 */
export async function listPartsAboveWhole(sql: Sql, stateId: number): Promise<PartAboveWhole[]> {
  await sql.execute('DROP TABLE IF EXISTS pg_temp.figure_known, pg_temp.figure_part, pg_temp.figure_current');
  await sql.execute(KNOWN, [stateId]);
  await sql.execute('ANALYZE figure_known');
  await sql.execute(PARTS, [stateId]);
  if ((await sql.row('SELECT FROM figure_part LIMIT 1')) === null) return [];
  await sql.execute('ANALYZE figure_part');
  await sql.execute(CURRENT, [stateId]);
  await sql.execute('ANALYZE figure_current (id)');
  return sql.rows<PartAboveWhole>(
    `SELECT coalesce(p.row, w.row) AS row, p.value::float8 AS part, w.value::float8 AS whole FROM figure_part e
     JOIN figure_current p ON p.id = e.part JOIN figure_current w ON w.id = e.whole AND ${SAME_PERIOD('w', 'p')}
     WHERE p.value > w.value AND (p.row IS NOT NULL OR w.row IS NOT NULL) ORDER BY 1 LIMIT 1000`,
  );
}
