import type { CivilDate, Instant, Role } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Institution } from './institution-repository.js';
import { HAS_ARRIVED, INVITATION } from './invitation-outcome.js';
import type { MailAboutAccess } from './invitation-outcome.js';
import { HAS_SECOND_FACTOR } from './visitor-repository.js';

/** A person in one role of one State. */
export interface Member {
  readonly membershipId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly institution: Institution | null;
  readonly startsOn: CivilDate;
  /** Heads the institution. */
  readonly isHead: boolean;
  /** Since when mails to the person fail for good; null: they arrive, as far as anybody knows. */
  readonly unreachableSince: Instant | null;
  /** False until the person has set a password, added a passkey or come in through an organisation's sign-in. */
  readonly hasArrived: boolean;
  /** Of whoever has not arrived: null where nothing of it is known, and for all others. */
  readonly invitation: MailAboutAccess | null;
  /** The newest sign-in that still is in the record; ended sessions are kept for a while only. */
  readonly lastSignInAt: Instant | null;
  readonly hasSecondFactor: boolean;
}

/** Somebody who was entered and whom no mail about it is known to have reached. */
export interface UntoldMember {
  readonly personId: number;
  readonly role: Role;
  /** Code. */
  readonly institution: string | null;
  readonly enteredBy: number | null;
  readonly enteredAt: Instant;
}

const MEMBERS = `
  SELECT m.id AS "membershipId", p.id AS "personId", p.name, p.email, m.role, m.starts_on AS "startsOn", m.is_head AS "isHead",
    p.unreachable_since AS "unreachableSince",
    ${HAS_ARRIVED} AS "hasArrived",
    ${INVITATION} AS invitation,
    (SELECT max(s.created_at) FROM session s WHERE s.person_id = p.id AND NOT s.second_factor_due) AS "lastSignInAt",
    ${HAS_SECOND_FACTOR},
    CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('id', i.id, 'code', i.code, 'name', i.name, 'shortName', coalesce(i.short_name, i.name)) END AS institution
  FROM membership m JOIN person p ON p.id = m.person_id
    LEFT JOIN institution i ON i.state_id = m.state_id AND i.id = m.institution_id
  WHERE m.state_id = $1 AND m.ended_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= $2)`;

/** Who belongs to a State today, in which role. */
export class MemberRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By name. */
  listMembers(
    stateId: number,
    today: CivilDate,
    page: {
      readonly search?: ListSearch | undefined;
      readonly after?: readonly [name: string, membershipId: number] | undefined;
      readonly limit: number;
    },
  ): Promise<Member[]> {
    const parameters: unknown[] = [stateId, today, ...(page.after ?? [null, null]), page.limit];
    const shown = [
      'p.name',
      'p.email',
      "i.name->>'en'",
      "i.name->>'es'",
      "i.short_name->>'en'",
      "i.short_name->>'es'",
    ];
    return this.record.current().rows<Member>(
      `${MEMBERS} AND ($3::text IS NULL OR (p.name, m.id) > ($3::text, $4::int)) ${andHolds(shown, page.search, parameters)}
       ORDER BY p.name, m.id LIMIT $5`,
      parameters,
    );
  }

  findMember(stateId: number, today: CivilDate, membershipId: number): Promise<Member | null> {
    return this.record
      .current()
      .row<Member>(`${MEMBERS} AND m.id = $3 FOR UPDATE OF m`, [stateId, today, membershipId]);
  }

  /** Whether the person holds the role already, for that institution. */
  async holds(
    stateId: number,
    today: CivilDate,
    held: { readonly personId: number; readonly role: Role; readonly institutionId: number | null },
  ): Promise<boolean> {
    const row = await this.record.current().row(
      `SELECT 1 FROM membership WHERE state_id = $1 AND person_id = $3 AND role = $4 AND institution_id IS NOT DISTINCT FROM $5::int
         AND ended_at IS NULL AND (ends_on IS NULL OR ends_on >= $2)`,
      [stateId, today, held.personId, held.role, held.institutionId],
    );
    return row !== null;
  }

  /**
   * Adds a person, or finds the one with that address. Whoever is known already keeps name and language: a State cannot
   * rename a person of another.
   */
  async addPerson(person: {
    readonly name: string;
    readonly email: string;
    readonly language: 'en' | 'es';
  }): Promise<{ readonly id: number; readonly added: boolean }> {
    const sql = this.record.current();
    await sql.execute(`SELECT pg_advisory_xact_lock(hashtextextended(lower($1), 0))`, [person.email]);
    const known = await sql.row<{ id: number }>(
      `SELECT id FROM person WHERE lower(email) = lower($1) ORDER BY id LIMIT 1`,
      [person.email],
    );
    if (known) return { id: known.id, added: false };
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO person (name, email, language) VALUES ($1, $2, $3) RETURNING id`,
      [person.name, person.email, person.language],
    );
    return { id: saved!.id, added: true };
  }

  /** Lets two who take roles or sessions from one person wait for each other, in whichever States; a sign-in under way ends first. */
  async lockPerson(personId: number): Promise<void> {
    await this.record.current().execute('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [personId]);
  }

  /** Says whether whoever holds the membership heads the institution. */
  async markHead(stateId: number, membershipId: number, isHead: boolean): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE membership SET is_head = $3 WHERE state_id = $1 AND id = $2`, [
        stateId,
        membershipId,
        isHead,
      ]);
  }

  /** Ends a membership, and the person's answering for the institution with it. */
  async endMembership(stateId: number, membershipId: number, on: CivilDate, at: Instant): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE membership SET ends_on = $3, ended_at = to_timestamp($4::float8 / 1000) WHERE state_id = $1 AND id = $2`,
      [stateId, membershipId, on, at],
    );
    await sql.execute(
      `UPDATE focal_point SET ends_on = $3 WHERE state_id = $1 AND membership_id = $2 AND (ends_on IS NULL OR ends_on > $3)`,
      [stateId, membershipId, on],
    );
  }

  /**
   * Who was entered between two instants and was never written to, as far as anything tells: no way in was made since, and no
   * outcome of a mail is known. Whoever has a password needs none.
   */
  listUntold(stateId: number, since: Instant, until: Instant, limit: number): Promise<UntoldMember[]> {
    return this.record.current().rows<UntoldMember>(
      `SELECT m.person_id AS "personId", m.role, i.code AS institution, e.person_id AS "enteredBy",
              round(extract(epoch FROM e.happened_at) * 1000)::float8 AS "enteredAt"
       FROM membership m JOIN person p ON p.id = m.person_id
       LEFT JOIN institution i ON i.state_id = m.state_id AND i.id = m.institution_id
       CROSS JOIN LATERAL (
         SELECT a.person_id, a.happened_at FROM audit_entry a
         WHERE a.state_id = m.state_id AND (
           (a.subject_kind = 'person' AND a.subject_id = p.id::text AND a.action = 'person.invited')
           OR (a.subject_kind = 'institution' AND a.subject_id = i.code AND a.action = 'focal_point.handed_over' AND a.after ->> 'focalPoint' = p.id::text))
         ORDER BY a.position DESC LIMIT 1) e
       WHERE m.state_id = $1 AND m.ended_at IS NULL AND p.ended_at IS NULL AND p.unreachable_since IS NULL AND p.password_hash IS NULL
         AND NOT p.demonstration
         AND e.happened_at >= to_timestamp($2::float8 / 1000) AND e.happened_at < to_timestamp($3::float8 / 1000)
         AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = p.id)
         AND NOT EXISTS (SELECT FROM sign_in_link l WHERE l.person_id = p.id AND l.created_at >= e.happened_at)
         AND NOT EXISTS (SELECT FROM security_event v WHERE v.person_id = p.id AND v.happened_at >= e.happened_at
                         AND v.event IN ('access_mail.sent', 'access_mail.failed'))
       ORDER BY m.id LIMIT $4`,
      [stateId, since, until, limit],
    );
  }
}
