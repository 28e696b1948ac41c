import type { CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** Recommendations to look at; `everything`: all of the State. */
export interface Marked {
  readonly everything: boolean;
  readonly ids: readonly number[];
}

/** Who answers for an institution on a day, as checks see it; null: for the State itself. */
export interface InstitutionAsWatched {
  readonly institutionId: number | null;
  /** Everything about it that an answer can depend on, in one line. */
  readonly standing: string;
}

/** What changed since a sweep looked. In the transaction of whoever calls. */
export class SweepMarkRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Marks that are there now, and no other: what is marked while a sweep runs stays for the next. They come back where it fails. */
  async take(stateId: number): Promise<Marked> {
    const rows = await this.record.current().rows<{ id: number | null }>(
      `WITH taken AS (DELETE FROM sweep_mark WHERE state_id = $1 RETURNING recommendation_id)
         SELECT DISTINCT recommendation_id AS id FROM taken`,
      [stateId],
    );
    const ids = rows.flatMap(({ id }) => id ?? []);
    return { everything: ids.length < rows.length, ids };
  }

  async takeOf(stateId: number, recommendationId: number): Promise<void> {
    await this.record
      .current()
      .execute(`DELETE FROM sweep_mark WHERE state_id = $1 AND recommendation_id = $2`, [
        stateId,
        recommendationId,
      ]);
  }

  /** Recommendations whose day has come. */
  async listDue(stateId: number, on: CivilDate): Promise<number[]> {
    const rows = await this.record
      .current()
      .rows<{ id: number }>(`SELECT id FROM recommendation WHERE state_id = $1 AND next_check_on <= $2`, [
        stateId,
        on,
      ]);
    return rows.map(({ id }) => id);
  }

  async isAnythingDue(stateId: number, on: CivilDate): Promise<boolean> {
    const row = await this.record.current().row<{ due: boolean }>(
      `SELECT EXISTS (SELECT FROM sweep_mark WHERE state_id = $1)
           OR EXISTS (SELECT FROM recommendation WHERE state_id = $1 AND next_check_on <= $2) AS due`,
      [stateId, on],
    );
    return row?.due ?? false;
  }

  /** Recommendations that one of the institutions answers for, now or by a reminder that stands. */
  async listSubjectsOf(stateId: number, institutionIds: readonly number[]): Promise<number[]> {
    const rows = await this.record.current().rows<{ id: number }>(
      `SELECT recommendation_id AS id FROM responsibility WHERE state_id = $1 AND institution_id = ANY($2)
       UNION SELECT recommendation_id FROM alert WHERE state_id = $1 AND institution_id = ANY($2) AND alert_state <> 'resolved'`,
      [stateId, [...institutionIds]],
    );
    return rows.map(({ id }) => id);
  }

  /** What the sweep writes from here on in its transaction is no change to look at again. */
  async keepQuiet(quiet: boolean): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT set_config('vigia.sweeping', $1, true)`, [quiet ? 'on' : 'off']);
  }

  /** Terms, roles and mailboxes as they are on that day, and the recommendation on which refused mail is told of. */
  listInstitutions(stateId: number, on: CivilDate): Promise<InstitutionAsWatched[]> {
    return this.record.current().rows<InstitutionAsWatched>(
      `SELECT x.id AS "institutionId",
         string_agg(jsonb_build_array(m.id, p.id, m.role, m.is_head, f.id, f.kind, p.unreachable_since, m.ended_at IS NOT NULL, p.ended_at IS NOT NULL,
           m.starts_on <= $2, m.ends_on < $2, f.starts_on <= $2, f.ends_on < $2, i.valid_until < $2,
           CASE WHEN p.unreachable_since IS NOT NULL THEN (
             SELECT min(r.recommendation_id) FROM responsibility r WHERE r.state_id = $1 AND r.institution_id = x.id
               AND r.basis = 'now_responsible' AND (r.starts_on IS NULL OR r.starts_on <= $2) AND (r.ends_on IS NULL OR r.ends_on >= $2)) END)::text,
           ' ' ORDER BY m.id, f.id) AS standing
       FROM membership m JOIN person p ON p.id = m.person_id
       LEFT JOIN institution i ON i.state_id = m.state_id AND i.id = m.institution_id
       LEFT JOIN focal_point f ON f.state_id = m.state_id AND f.membership_id = m.id
       CROSS JOIN LATERAL (SELECT m.institution_id AS id UNION SELECT f.institution_id WHERE f.institution_id IS NOT NULL) x
       WHERE m.state_id = $1 GROUP BY x.id
       UNION ALL
       SELECT i.id, concat('ended ', i.valid_until) FROM institution i WHERE i.state_id = $1 AND i.valid_until < $2
         AND NOT EXISTS (SELECT FROM membership m WHERE m.state_id = i.state_id AND m.institution_id = i.id)`,
      [stateId, on],
    );
  }

  /** Keeps what everything is judged by; answers the parts that are not as they were. */
  async saveGround(stateId: number, ground: ReadonlyMap<string, string>): Promise<string[]> {
    const changed = await this.listChangedGround(stateId, ground);
    if (changed.length === 0) return [];
    const gone = changed.filter((part) => !ground.has(part));
    await this.record
      .current()
      .execute(`DELETE FROM sweep_ground WHERE state_id = $1 AND part = ANY($2)`, [stateId, gone]);
    await this.record.current().execute(
      `INSERT INTO sweep_ground (state_id, part, digest) SELECT $1, part, digest FROM unnest($2::text[], $3::text[]) AS g(part, digest)
       ON CONFLICT (state_id, part) DO UPDATE SET digest = excluded.digest WHERE sweep_ground.digest <> excluded.digest`,
      [stateId, [...ground.keys()], [...ground.values()]],
    );
    return changed;
  }

  async listChangedGround(stateId: number, ground: ReadonlyMap<string, string>): Promise<string[]> {
    const kept = await this.record
      .current()
      .rows<{ part: string; digest: string }>(`SELECT part, digest FROM sweep_ground WHERE state_id = $1`, [
        stateId,
      ]);
    const before = new Map(kept.map(({ part, digest }) => [part, digest]));
    const parts = new Set([...before.keys(), ...ground.keys()]);
    return [...parts].filter((part) => before.get(part) !== ground.get(part));
  }
}
