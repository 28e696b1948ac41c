import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface PasswordCredential {
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  /** PHC string; null while the person has no password. */
  readonly passwordHash: string | null;
  /** When the person left. */
  readonly endedAt: Instant | null;
}

const COLUMNS = `id AS "personId", name, email, language, password_hash AS "passwordHash", ended_at AS "endedAt"`;

/** How people prove who they are. */
export class CredentialRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By e-mail address, whatever its capitals: nobody remembers how theirs was written down. */
  findByEmail(email: string): Promise<PasswordCredential | null> {
    return this.record.runShared((sql) =>
      sql.row<PasswordCredential>(
        `SELECT ${COLUMNS} FROM person WHERE lower(email) = lower($1) ORDER BY id LIMIT 1`,
        [email],
      ),
    );
  }

  findByPerson(personId: number): Promise<PasswordCredential | null> {
    return this.record.runShared((sql) =>
      sql.row<PasswordCredential>(`SELECT ${COLUMNS} FROM person WHERE id = $1`, [personId]),
    );
  }

  async savePasswordHash(personId: number, passwordHash: string, now: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE person SET password_hash = $2, password_changed_at = to_timestamp($3::float8 / 1000) WHERE id = $1`,
        [personId, passwordHash, now],
      ),
    );
  }

  /** Whoever comes in by a link of a mail has shown that mail arrives; if it does not, the next refusal says so. */
  async trustAddressAgain(personId: number): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        'UPDATE person SET unreachable_since = NULL WHERE id = $1 AND unreachable_since IS NOT NULL',
        [personId],
      ),
    );
  }

  /** The same password under stronger parameters. Whoever changed it meanwhile is not overwritten. */
  async replaceHash(personId: number, was: string, is: string): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(`UPDATE person SET password_hash = $3 WHERE id = $1 AND password_hash = $2`, [
        personId,
        was,
        is,
      ]),
    );
  }
}
