import type { AskedIndicator, CameInYear, ComputedFrom, ReferencePeriod } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** How much of what was asked for came, by indicator and period: kept beside the figures, so that reading it costs nothing of them. */
export class CompletenessRepository {
  constructor(private readonly record: RecordDatabase) {}

  /**
   * Brings it in line with the accepted figures, each by its newest revision. What is the same writes no row. A period keeps the
   * institution that reported it when another takes the indicator over.
   * @returns how many rows changed.
   */
  async refresh(stateId: number): Promise<number> {
    const changed = await this.record.current().row<{ changed: number }>(
      `WITH newest AS (
         SELECT DISTINCT ON (s.id, o.source_id, o.period_end_on, o.period_start_on)
                s.indicator_id, s.categories, o.period_start_on, o.period_end_on, o.value_state
         FROM indicator i
         JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id
         JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE i.state_id = $1 AND cardinality(i.required_dimensions) > 0
         ORDER BY s.id, o.source_id, o.period_end_on, o.period_start_on, o.revision DESC),
       dimension_came AS (
         SELECT n.indicator_id, n.period_start_on, n.period_end_on, k.dimension,
                bool_or(n.value_state IN ('reported', 'below_threshold')) AS came, bool_or(n.value_state = 'not_applicable') AS inapplicable
         FROM newest n CROSS JOIN LATERAL jsonb_object_keys(n.categories) k(dimension)
         GROUP BY n.indicator_id, n.period_start_on, n.period_end_on, k.dimension),
       due AS (
         SELECT i.id AS indicator_id, p.period_start_on, p.period_end_on, i.institution_id, i.required_dimensions AS asked,
                ARRAY(SELECT d FROM unnest(i.required_dimensions) d JOIN dimension_came c ON c.dimension = d AND c.came
                      AND c.indicator_id = i.id AND c.period_start_on = p.period_start_on AND c.period_end_on = p.period_end_on ORDER BY d) AS received,
                ARRAY(SELECT d FROM unnest(i.required_dimensions) d JOIN dimension_came c ON c.dimension = d AND NOT c.came AND c.inapplicable
                      AND c.indicator_id = i.id AND c.period_start_on = p.period_start_on AND c.period_end_on = p.period_end_on ORDER BY d) AS not_applicable
         FROM indicator i
         JOIN (SELECT DISTINCT indicator_id, period_start_on, period_end_on FROM newest) p ON p.indicator_id = i.id
         WHERE i.state_id = $1),
       gone AS (
         DELETE FROM indicator_completeness k WHERE k.state_id = $1 AND NOT EXISTS (SELECT 1 FROM due d
           WHERE d.indicator_id = k.indicator_id AND d.period_start_on = k.period_start_on AND d.period_end_on = k.period_end_on) RETURNING 1),
       kept AS (
         INSERT INTO indicator_completeness AS k
           (state_id, indicator_id, period_start_on, period_end_on, institution_id, asked, received, not_applicable)
         SELECT $1, indicator_id, period_start_on, period_end_on, institution_id, asked, received, not_applicable FROM due
         ON CONFLICT ON CONSTRAINT pk_indicator_completeness DO UPDATE
           SET asked = excluded.asked, received = excluded.received, not_applicable = excluded.not_applicable,
               institution_id = coalesce(k.institution_id, excluded.institution_id)
           WHERE (k.asked, k.received, k.not_applicable, k.institution_id)
             IS DISTINCT FROM (excluded.asked, excluded.received, excluded.not_applicable, coalesce(k.institution_id, excluded.institution_id))
         RETURNING 1)
       SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM kept))::int AS changed`,
      [stateId],
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
      `SELECT i.code, i.required_dimensions AS "requiredDimensions", NULL AS institution FROM indicator i
       WHERE i.state_id = $1 AND cardinality(i.required_dimensions) > 0
         AND EXISTS (SELECT FROM recommendation_indicator ri WHERE ri.state_id = i.state_id AND ri.indicator_id = i.id) ORDER BY i.id`,
      [stateId],
    );
  }

  listCame(stateId: number): Promise<CameInYear[]> {
    return this.record.current().rows<CameInYear>(
      `SELECT i.code AS indicator, extract(year FROM k.period_end_on)::int AS year, k.received, k.not_applicable AS "notApplicable"
       FROM indicator_completeness k JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
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
         FROM series s JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE s.state_id = $1 AND s.indicator_id = $2 AND s.key = '' AND o.source_id = $3
         ORDER BY o.period_end_on, o.period_start_on, o.revision DESC) newest
       WHERE value_state <> 'missing'`,
      [stateId, indicatorId, sourceId],
    );
  }
}
