import type { CivilDate, ResponsibilityRole } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { moveReporting } from './reporter-repository.js';
import type { Bilingual } from './state-repository.js';

export type InstitutionLevel = 'national' | 'regional' | 'local' | 'independent';

/** An institution as whoever changes it sees it. */
export interface KeptInstitution {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual | null;
  readonly level: InstitutionLevel;
  readonly parentId: number | null;
  readonly successorId: number | null;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
}

/** What came to a successor, counted. */
export interface Succeeded {
  readonly responsibilities: number;
  readonly obligations: number;
  readonly alerts: number;
}

export interface KeptResponsibility {
  readonly id: number;
  readonly recommendationId: number;
  readonly publicId: string;
  readonly institutionId: number | null;
  readonly institution: string | null;
  readonly basis: 'named_in_text' | 'now_responsible';
  readonly role: ResponsibilityRole | null;
  readonly namedAs: string | null;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

const KEPT = `id, code, name, short_name AS "shortName", level, parent_id AS "parentId", successor_id AS "successorId",
  valid_from AS "validFrom", valid_until AS "validUntil"`;
const RESPONSIBILITY = `y.id, y.recommendation_id AS "recommendationId", r.public_id AS "publicId", y.institution_id AS "institutionId",
  n.code AS institution, y.basis, y.role, y.named_as AS "namedAs", y.starts_on AS "startsOn", y.ends_on AS "endsOn"
  FROM responsibility y JOIN recommendation r ON r.state_id = y.state_id AND r.id = y.recommendation_id
  LEFT JOIN institution n ON n.state_id = y.state_id AND n.id = y.institution_id`;

/** Changes of institutions and of what they are responsible for. Nothing is deleted: what was keeps its dates. */
export class InstitutionChangeRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Locked: two changes of one institution wait for one another. */
  lockInstitution(stateId: number, code: string): Promise<KeptInstitution | null> {
    return this.record
      .current()
      .row<KeptInstitution>(`SELECT ${KEPT} FROM institution WHERE state_id = $1 AND code = $2 FOR UPDATE`, [
        stateId,
        code,
      ]);
  }

  /** Answers false where the code is taken. */
  async addInstitution(
    stateId: number,
    institution: Omit<KeptInstitution, 'id' | 'successorId' | 'validUntil'>,
  ): Promise<boolean> {
    const { code, name, shortName, level, parentId, validFrom } = institution;
    const added = await this.record.current().execute(
      `INSERT INTO institution (state_id, code, name, short_name, level, parent_id, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT uq_institution_code DO NOTHING`,
      [
        stateId,
        code,
        JSON.stringify(name),
        shortName && JSON.stringify(shortName),
        level,
        parentId,
        validFrom,
      ],
    );
    return added === 1;
  }

  /** The former name is kept until the day before the new one begins. */
  async rename(
    stateId: number,
    id: number,
    to: { readonly name: Bilingual; readonly shortName: Bilingual | null; readonly from: CivilDate },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `INSERT INTO institution_name (state_id, institution_id, name, short_name, valid_from, valid_until)
       SELECT i.state_id, i.id, i.name, i.short_name,
         coalesce((SELECT max(n.valid_until) + 1 FROM institution_name n WHERE n.state_id = i.state_id AND n.institution_id = i.id), i.valid_from),
         $3::date - 1
       FROM institution i WHERE i.state_id = $1 AND i.id = $2`,
      [stateId, id, to.from],
    );
    await sql.execute(`UPDATE institution SET name = $3, short_name = $4 WHERE state_id = $1 AND id = $2`, [
      stateId,
      id,
      JSON.stringify(to.name),
      to.shortName && JSON.stringify(to.shortName),
    ]);
  }

  async setPlace(
    stateId: number,
    id: number,
    place: { readonly level: InstitutionLevel; readonly parentId: number | null },
  ): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE institution SET level = $3, parent_id = $4 WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
        place.level,
        place.parentId,
      ]);
  }

  /** Whether `id` is found by following the parents, or the successors, of `from`. */
  async reaches(
    stateId: number,
    by: 'parent' | 'successor',
    { from, id }: { readonly from: number; readonly id: number },
  ): Promise<boolean> {
    const row = await this.record.current().row(
      `WITH RECURSIVE above AS (
         SELECT i.id, i.${by}_id AS next FROM institution i WHERE i.state_id = $1 AND i.id = $2
         UNION SELECT i.id, i.${by}_id FROM institution i JOIN above a ON i.id = a.next WHERE i.state_id = $1)
       SELECT 1 FROM above WHERE id = $3`,
      [stateId, from, id],
    );
    return row !== null;
  }

  async end(
    stateId: number,
    id: number,
    end: { readonly lastDay: CivilDate; readonly successorId: number | null },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE institution SET valid_until = $3, successor_id = $4, succeeded_on = NULL WHERE state_id = $1 AND id = $2`,
        [stateId, id, end.lastDay, end.successorId],
      );
  }

  /** Institutions whose successor has begun and has not yet been given what they owed, in the order of their ends. */
  listDueSuccessions(
    stateId: number,
    today: CivilDate,
  ): Promise<(KeptInstitution & { readonly successor: string })[]> {
    return this.record.current().rows<KeptInstitution & { readonly successor: string }>(
      `SELECT ${KEPT}, (SELECT s.code FROM institution s WHERE s.state_id = institution.state_id AND s.id = successor_id) AS successor
       FROM institution WHERE state_id = $1 AND successor_id IS NOT NULL AND succeeded_on IS NULL AND valid_until < $2
       ORDER BY valid_until, id FOR UPDATE`,
      [stateId, today],
    );
  }

  /**
   * Gives the successor what was owed on the last day. Responsibilities end and begin anew, so that who led when stays known;
   * what was handed in stays with the institution that did it.
   */
  async succeed(
    stateId: number,
    old: KeptInstitution,
    { successorId, on }: { readonly successorId: number; readonly on: CivilDate },
  ): Promise<Succeeded> {
    const sql = this.record.current();
    const places = [stateId, old.id, successorId];
    const responsibilities = await sql.execute(
      `WITH over AS (
         UPDATE responsibility SET ends_on = $4 WHERE state_id = $1 AND institution_id = $2 AND basis = 'now_responsible'
           AND (ends_on IS NULL OR ends_on > $4) RETURNING recommendation_id, role, starts_on)
       INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, starts_on)
       SELECT $1, o.recommendation_id, $3, 'now_responsible', o.role, greatest(o.starts_on, $4::date + 1) FROM over o
       WHERE NOT EXISTS (SELECT FROM responsibility y WHERE y.state_id = $1 AND y.recommendation_id = o.recommendation_id AND y.institution_id = $3
         AND y.basis = 'now_responsible' AND y.role = o.role AND (y.ends_on IS NULL OR y.ends_on > $4))`,
      [...places, old.validUntil],
    );
    const obligations = await sql.execute(
      `UPDATE obligation o SET institution_id = $3 WHERE o.state_id = $1 AND o.institution_id = $2
         AND NOT EXISTS (SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id AND s.submission_state = 'accepted')`,
      places,
    );
    for (const table of ['indicator', 'budget_line', 'case_series', 'recurring_obligation'])
      await sql.execute(
        `UPDATE ${table} SET institution_id = $3 WHERE state_id = $1 AND institution_id = $2`,
        places,
      );
    await moveReporting(sql, stateId, old.id, successorId);
    await sql.execute(
      `UPDATE action SET institution_id = $3 WHERE state_id = $1 AND institution_id = $2 AND done_on IS NULL AND cancelled_on IS NULL`,
      places,
    );
    const alerts = await sql.execute(
      `UPDATE alert SET institution_id = $3 WHERE state_id = $1 AND institution_id = $2 AND alert_state <> 'resolved'`,
      places,
    );
    await sql.execute(`UPDATE institution SET succeeded_on = $3 WHERE state_id = $1 AND id = $2`, [
      stateId,
      old.id,
      on,
    ]);
    return { responsibilities, obligations, alerts };
  }

  findRecommendation(stateId: number, publicId: string): Promise<{ readonly id: number } | null> {
    return this.record.current().row<{
      id: number;
    }>(`SELECT id FROM recommendation WHERE state_id = $1 AND public_id = $2 FOR UPDATE`, [stateId, publicId]);
  }

  async publicIdOf(stateId: number, recommendationId: number): Promise<string> {
    const row = await this.record
      .current()
      .row<{ publicId: string }>(
        `SELECT public_id AS "publicId" FROM recommendation WHERE state_id = $1 AND id = $2`,
        [stateId, recommendationId],
      );
    return row?.publicId ?? '';
  }

  async addResponsibility(
    stateId: number,
    responsibility: Pick<
      KeptResponsibility,
      'recommendationId' | 'institutionId' | 'basis' | 'role' | 'namedAs' | 'startsOn'
    >,
  ): Promise<number> {
    const { recommendationId, institutionId, basis, role, namedAs, startsOn } = responsibility;
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, named_as, starts_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [stateId, recommendationId, institutionId, basis, role, namedAs, startsOn],
    );
    return row!.id;
  }

  lockResponsibility(stateId: number, id: number): Promise<KeptResponsibility | null> {
    return this.record
      .current()
      .row<KeptResponsibility>(
        `SELECT ${RESPONSIBILITY} WHERE y.state_id = $1 AND y.id = $2 FOR UPDATE OF y`,
        [stateId, id],
      );
  }

  listResponsibilities(stateId: number, recommendationId: number): Promise<KeptResponsibility[]> {
    return this.record
      .current()
      .rows<KeptResponsibility>(
        `SELECT ${RESPONSIBILITY} WHERE y.state_id = $1 AND y.recommendation_id = $2 ORDER BY y.basis, y.role, y.id`,
        [stateId, recommendationId],
      );
  }

  /** Null: it goes on. */
  async endResponsibility(stateId: number, id: number, lastDay: CivilDate | null): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE responsibility SET ends_on = $3 WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
        lastDay,
      ]);
  }
}
