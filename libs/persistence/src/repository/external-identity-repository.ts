import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** Which person an organisation's own sign-in means by a subject. */
export class ExternalIdentityRepository {
  constructor(private readonly record: RecordDatabase) {}

  async findLinkedPerson(issuer: string, subject: string): Promise<number | null> {
    const row = await this.record.runShared((sql) =>
      sql.row<{ personId: number }>(
        `SELECT person_id AS "personId" FROM external_identity WHERE issuer = $1 AND subject = $2`,
        [issuer, subject],
      ),
    );
    return row?.personId ?? null;
  }

  /**
   * Links a subject to the one person who was invited under that address, and answers who it is. Null where nobody was, more
   * than one was, the person has left, or the issuer has named the person by another subject before: an address that was
   * given to somebody else must not open the earlier owner's account.
   */
  async linkByEmail(issuer: string, subject: string, email: string, now: Instant): Promise<number | null> {
    return this.record.runShared(async (sql) => {
      const people = await sql.rows<{ id: number; linked: boolean }>(
        `SELECT p.id, EXISTS (SELECT 1 FROM external_identity e WHERE e.person_id = p.id AND e.issuer = $2) AS linked
         FROM person p WHERE lower(p.email) = lower($1) AND p.ended_at IS NULL FOR UPDATE`,
        [email, issuer],
      );
      const [person] = people;
      if (!person || people.length > 1 || person.linked) return null;
      const linked = await sql.execute(
        `INSERT INTO external_identity (issuer, subject, person_id, linked_at)
         VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000)) ON CONFLICT (issuer, subject) DO NOTHING`,
        [issuer, subject, person.id, now],
      );
      return linked === 1 ? person.id : null;
    });
  }
}
