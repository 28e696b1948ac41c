import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface StoredPasskey {
  readonly id: number;
  readonly personId: number;
  /** base64url, as the authenticator named it. */
  readonly credentialId: string;
  /** COSE key. */
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

const COLUMNS = `id, person_id AS "personId", credential_id AS "credentialId", public_key AS "publicKey",
  sign_count AS "signCount", transports, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** Public halves of passkeys; the private half never leaves its authenticator. */
export class PasskeyRepository {
  constructor(private readonly record: RecordDatabase) {}

  listPasskeys(personId: number): Promise<StoredPasskey[]> {
    return this.record.runShared((sql) =>
      sql.rows<StoredPasskey>(`SELECT ${COLUMNS} FROM passkey WHERE person_id = $1 ORDER BY id`, [personId]),
    );
  }

  findPasskey(credentialId: string): Promise<StoredPasskey | null> {
    return this.record.runShared((sql) =>
      sql.row<StoredPasskey>(`SELECT ${COLUMNS} FROM passkey WHERE credential_id = $1`, [credentialId]),
    );
  }

  /** False where the credential is known already, whoever it belongs to. */
  async savePasskey(passkey: Omit<StoredPasskey, 'id' | 'lastUsedAt'>): Promise<boolean> {
    const saved = await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO passkey (person_id, credential_id, public_key, sign_count, transports, name, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000)) ON CONFLICT (credential_id) DO NOTHING`,
        [
          passkey.personId,
          passkey.credentialId,
          passkey.publicKey,
          passkey.signCount,
          [...passkey.transports],
          passkey.name,
          passkey.createdAt,
        ],
      ),
    );
    return saved === 1;
  }

  /** False where the counter moved meanwhile: another use of the same signature, or a copied authenticator. */
  async markUsed(passkey: StoredPasskey, signCount: number, now: Instant): Promise<boolean> {
    const marked = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE passkey SET sign_count = $3, last_used_at = to_timestamp($4::float8 / 1000) WHERE id = $1 AND sign_count = $2`,
        [passkey.id, passkey.signCount, signCount, now],
      ),
    );
    return marked === 1;
  }

  async removePasskey(personId: number, id: number): Promise<boolean> {
    const removed = await this.record.runShared((sql) =>
      sql.execute(`DELETE FROM passkey WHERE person_id = $1 AND id = $2`, [personId, id]),
    );
    return removed === 1;
  }
}
