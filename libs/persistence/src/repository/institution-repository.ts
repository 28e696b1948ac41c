import type { CivilDate, ResponsibilityRole } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

export interface Institution {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual;
}

const INSTITUTION = `id, code, name, coalesce(short_name, name) AS "shortName"`;

/** Institutions, and who answers for which recommendation: named in the text, and responsible now. */
export class InstitutionRepository {
  constructor(private readonly record: RecordDatabase) {}

  async saveInstitution(
    stateId: number,
    institution: Omit<Institution, 'id'> & { readonly level: string },
  ): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO institution (state_id, code, name, short_name, level) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT uq_institution_code DO UPDATE SET name = excluded.name, short_name = excluded.short_name, level = excluded.level
       RETURNING id`,
      [
        stateId,
        institution.code,
        JSON.stringify(institution.name),
        JSON.stringify(institution.shortName),
        institution.level,
      ],
    );
    return saved!.id;
  }

  async listInstitutions(stateId: number): Promise<Map<number, Institution>> {
    const rows = await this.record
      .current()
      .rows<Institution>(`SELECT ${INSTITUTION} FROM institution WHERE state_id = $1 ORDER BY id`, [stateId]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async findInstitutions(stateId: number, ids: readonly number[]): Promise<Map<number, Institution>> {
    const rows = await this.record
      .current()
      .planned<Institution>(
        'find_institutions',
        `SELECT ${INSTITUTION} FROM institution WHERE state_id = $1 AND id = ANY($2)`,
        [stateId, [...new Set(ids)]],
      );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async saveNamedInText(stateId: number, recommendationId: number, namedAs: string): Promise<void> {
    await this.record
      .current()
      .execute(
        `INSERT INTO responsibility (state_id, recommendation_id, basis, named_as) VALUES ($1, $2, 'named_in_text', $3)`,
        [stateId, recommendationId, namedAs],
      );
  }

  async saveResponsibility(
    stateId: number,
    responsibility: {
      readonly recommendationId: number;
      readonly institutionId: number;
      readonly role: ResponsibilityRole;
      readonly startsOn: CivilDate;
    },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, starts_on) VALUES ($1, $2, $3, 'now_responsible', $4, $5)`,
        [
          stateId,
          responsibility.recommendationId,
          responsibility.institutionId,
          responsibility.role,
          responsibility.startsOn,
        ],
      );
  }
}
