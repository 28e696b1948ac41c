import type { CivilDate, Instant, Recipient, Role } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  /** When the person left; null for whoever may still sign in. */
  readonly endedAt: Instant | null;
}

export interface Membership {
  readonly stateId: number;
  readonly role: Role;
  readonly institutionId: number | null;
}

const selectRecipients = (among: string): string =>
  `SELECT p.id AS "personId", m.institution_id AS "institutionId", m.role, p.language, p.unreachable_since IS NULL AS reachable,
     m.is_head AS "isHead"
   FROM membership m JOIN person p ON p.id = m.person_id
   LEFT JOIN institution i ON i.state_id = m.state_id AND i.id = m.institution_id
   LEFT JOIN focal_point f ON f.state_id = m.state_id AND f.membership_id = m.id AND f.starts_on <= $2 AND (f.ends_on IS NULL OR f.ends_on >= $2)
   WHERE m.state_id = $1 AND m.starts_on <= $2 AND (m.ends_on IS NULL OR m.ends_on >= $2) AND m.ended_at IS NULL
     AND p.ended_at IS NULL
     AND (m.role IN ('secretariat', 'ombudsperson') OR (m.role = 'focal_point' AND f.id IS NOT NULL AND (i.valid_until IS NULL OR i.valid_until >= $2))) ${among}
   ORDER BY p.id`;

export class PeopleRepository {
  constructor(private readonly record: RecordDatabase) {}

  async savePerson(
    person: Omit<Person, 'id' | 'endedAt'> & { readonly demonstration: boolean },
  ): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO person (name, email, language, demonstration) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE SET name = excluded.name, language = excluded.language RETURNING id`,
      [person.name, person.email, person.language, person.demonstration],
    );
    return saved!.id;
  }

  async saveMembership(
    stateId: number,
    membership: Omit<Membership, 'stateId'> & { readonly personId: number; readonly startsOn: CivilDate },
  ): Promise<void> {
    const sql = this.record.current();
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO membership (state_id, person_id, role, institution_id, starts_on) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [stateId, membership.personId, membership.role, membership.institutionId, membership.startsOn],
    );
    if (membership.role !== 'focal_point') return;
    await sql.execute(
      `INSERT INTO focal_point (state_id, institution_id, membership_id, kind, starts_on) VALUES ($1, $2, $3, 'institutional', $4)`,
      [stateId, membership.institutionId, saved!.id, membership.startsOn],
    );
  }

  findPerson(id: number): Promise<Person | null> {
    return this.record
      .current()
      .row<Person>(`SELECT id, name, email, language, ended_at AS "endedAt" FROM person WHERE id = $1`, [id]);
  }

  /** Whoever a notice can go to on that day: focal points by institution, the secretariat, and the ombudsperson for what is escalated. */
  listRecipients(stateId: number, today: CivilDate): Promise<Recipient[]> {
    return this.record
      .current()
      .planned<Recipient>('list_recipients', selectRecipients(''), [stateId, today]);
  }

  /** Of them, those of the given institutions, and those who are of no institution's own. */
  listRecipientsOf(
    stateId: number,
    today: CivilDate,
    institutionIds: readonly number[],
  ): Promise<Recipient[]> {
    return this.record
      .current()
      .planned<Recipient>(
        'list_recipients_of',
        selectRecipients(`AND (m.role <> 'focal_point' OR m.institution_id = ANY($3))`),
        [stateId, today, [...institutionIds]],
      );
  }

  /** Names and languages of those who get a mail. */
  async listPeople(ids: readonly number[]): Promise<Map<number, Person>> {
    const rows = await this.record
      .current()
      .planned<Person>(
        'list_people',
        `SELECT id, name, email, language, ended_at AS "endedAt" FROM person WHERE id = ANY($1)`,
        [[...ids]],
      );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Memberships of one person in one State, on that day. */
  listMemberships(stateId: number, personId: number, today: CivilDate): Promise<Membership[]> {
    return this.record.current().rows<Membership>(
      `SELECT state_id AS "stateId", role, institution_id AS "institutionId" FROM membership
       WHERE state_id = $1 AND person_id = $2 AND starts_on <= $3 AND (ends_on IS NULL OR ends_on >= $3) AND ended_at IS NULL
       ORDER BY id`,
      [stateId, personId, today],
    );
  }

  /** One invented person for each role that is held in the State, for the demonstration's ways in. */
  listOneOfEachRole(stateId: number): Promise<(Person & { readonly role: Role })[]> {
    return this.record.current().rows<Person & { readonly role: Role }>(
      `SELECT DISTINCT ON (m.role) p.id, p.name, p.email, p.language, p.ended_at AS "endedAt", m.role FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.state_id = $1 AND p.demonstration AND m.ended_at IS NULL ORDER BY m.role, m.id`,
      [stateId],
    );
  }

  /** A mailbox that refused for good: its owner counts as nobody until the address is mended. */
  async markUnreachable(personId: number, at: Instant): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE person SET unreachable_since = coalesce(unreachable_since, to_timestamp($2::float8 / 1000)) WHERE id = $1`,
        [personId, at],
      );
  }
}
