import type { CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Sql } from '../transaction/sql.js';
import { markIndicators } from './completeness-repository.js';

/** An institution that is asked for an indicator; without days, for every period. */
export interface KeptReporter {
  readonly institutionId: number;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

/** A period that an institution is asked for, wholly or in part. */
const IS_ASKED = `(r.starts_on IS NULL OR o.period_end_on IS NULL OR r.starts_on <= o.period_end_on)
  AND (r.ends_on IS NULL OR o.period_start_on IS NULL OR r.ends_on >= o.period_start_on)`;

/** Who is asked to report an indicator, and what each of them owes of it. */
export class ReporterRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** All of them, the lead first; whoever is not given is asked no more. */
  async set(stateId: number, indicatorId: number, reporters: readonly KeptReporter[]): Promise<void> {
    const sql = this.record.current();
    await sql.execute(`DELETE FROM indicator_reporter WHERE state_id = $1 AND indicator_id = $2`, [
      stateId,
      indicatorId,
    ]);
    await sql.execute(
      `INSERT INTO indicator_reporter (state_id, indicator_id, institution_id, position, starts_on, ends_on)
       SELECT $1, $2, g."institutionId", g.position, g."startsOn", g."endsOn"
       FROM jsonb_to_recordset($3::jsonb) AS g("institutionId" integer, position smallint, "startsOn" date, "endsOn" date)`,
      [
        stateId,
        indicatorId,
        JSON.stringify(reporters.map((reporter, position) => ({ ...reporter, position }))),
      ],
    );
    await markIndicators(sql, stateId, [indicatorId]);
  }

  /**
   * What the lead owes of the indicator, each of the others owes too, in a submission of its own: what is not yet due and is about
   * a period that it is asked for. What it is asked for no more, and has sent nothing for, it does not owe.
   */
  async shareObligations(stateId: number, indicatorId: number, today: CivilDate): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `DELETE FROM obligation o USING indicator i, deadline d
       WHERE o.state_id = $1 AND o.indicator_id = $2 AND i.state_id = o.state_id AND i.id = o.indicator_id
         AND d.state_id = o.state_id AND d.id = o.deadline_id AND (d.due_on IS NULL OR d.due_on >= $3)
         AND o.institution_id IS DISTINCT FROM i.institution_id
         AND EXISTS (SELECT FROM obligation w WHERE w.state_id = o.state_id AND w.institution_id = i.institution_id
           AND (w.recommendation_id, w.indicator_id, w.deadline_id, w.kind) = (o.recommendation_id, o.indicator_id, o.deadline_id, o.kind)
           AND (w.period_start_on, w.period_end_on) IS NOT DISTINCT FROM (o.period_start_on, o.period_end_on))
         AND NOT EXISTS (SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id)
         AND NOT EXISTS (SELECT FROM indicator_reporter r WHERE r.state_id = o.state_id AND r.indicator_id = o.indicator_id
           AND r.institution_id = o.institution_id AND ${IS_ASKED})`,
      [stateId, indicatorId, today],
    );
    await sql.execute(
      `INSERT INTO obligation (state_id, recommendation_id, institution_id, indicator_id, deadline_id, kind, title, required, period_start_on, period_end_on)
       SELECT o.state_id, o.recommendation_id, r.institution_id, o.indicator_id, o.deadline_id, o.kind, o.title, o.required, o.period_start_on, o.period_end_on
       FROM indicator i
       JOIN obligation o ON o.state_id = i.state_id AND o.indicator_id = i.id AND o.institution_id = i.institution_id
       JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id AND (d.due_on IS NULL OR d.due_on >= $3)
       JOIN indicator_reporter r ON r.state_id = i.state_id AND r.indicator_id = i.id AND r.institution_id <> i.institution_id AND ${IS_ASKED}
       WHERE i.state_id = $1 AND i.id = $2 AND NOT EXISTS (SELECT FROM obligation w WHERE w.state_id = o.state_id AND w.institution_id = r.institution_id
         AND (w.recommendation_id, w.indicator_id, w.deadline_id, w.kind) = (o.recommendation_id, o.indicator_id, o.deadline_id, o.kind)
         AND (w.period_start_on, w.period_end_on) IS NOT DISTINCT FROM (o.period_start_on, o.period_end_on))
       ORDER BY o.id, r.position`,
      [stateId, indicatorId, today],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1 FROM recommendation_indicator l
       WHERE l.state_id = $1 AND l.indicator_id = $2 AND r.state_id = l.state_id AND r.id = l.recommendation_id`,
      [stateId, indicatorId],
    );
  }
}

/** What an institution was asked for passes to the one that succeeds it, and so do its figures. */
export async function moveReporting(sql: Sql, stateId: number, from: number, to: number): Promise<void> {
  const moved = await sql.rows<{ id: number }>(
    `WITH gone AS (DELETE FROM indicator_reporter WHERE state_id = $1 AND institution_id = $2
         RETURNING indicator_id, position, starts_on, ends_on),
       came AS (INSERT INTO indicator_reporter (state_id, indicator_id, institution_id, position, starts_on, ends_on)
         SELECT $1, indicator_id, $3, position, starts_on, ends_on FROM gone ON CONFLICT ON CONSTRAINT pk_indicator_reporter DO NOTHING)
     SELECT indicator_id AS id FROM gone UNION SELECT id FROM indicator WHERE state_id = $1 AND institution_id = $3`,
    [stateId, from, to],
  );
  await sql.execute(`UPDATE source SET institution_id = $3 WHERE state_id = $1 AND institution_id = $2`, [
    stateId,
    from,
    to,
  ]);
  await markIndicators(
    sql,
    stateId,
    moved.map(({ id }) => id),
  );
}
