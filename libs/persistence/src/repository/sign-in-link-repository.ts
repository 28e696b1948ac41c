import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What a link of one use is good for. */
export type LinkPurpose = 'sign_in' | 'invitation' | 'recovery';

export interface StoredLink {
  readonly personId: number;
  readonly purpose: LinkPurpose;
}

export interface LinkToSave extends StoredLink {
  readonly tokenHash: string;
  readonly now: Instant;
  readonly expiresAt: Instant;
  /** Who had it made; null where a program did, or the person asked for it. */
  readonly createdBy: number | null;
}

/** Links of one use. Only hashes of their tokens are kept. */
export class SignInLinkRepository {
  constructor(private readonly record: RecordDatabase) {}

  async saveLink(link: LinkToSave): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO sign_in_link (token_hash, person_id, purpose, created_at, expires_at, created_by)
         VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000), $6)`,
        [link.tokenHash, link.personId, link.purpose, link.now, link.expiresAt, link.createdBy],
      ),
    );
  }

  /** An unused, unexpired link; looking does not use it. */
  findLink(tokenHash: string, now: Instant): Promise<StoredLink | null> {
    return this.record.runShared((sql) =>
      sql.row<StoredLink>(
        `SELECT person_id AS "personId", purpose FROM sign_in_link
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)`,
        [tokenHash, now],
      ),
    );
  }

  /** Uses the link up; null when it was used, has expired, never was, or is good for something else. */
  async useLink(
    tokenHash: string,
    purposes: readonly LinkPurpose[],
    now: Instant,
  ): Promise<StoredLink | null> {
    const used = await this.record.runShared((sql) =>
      sql.rows<StoredLink>(
        `UPDATE sign_in_link SET used_at = to_timestamp($2::float8 / 1000)
         WHERE token_hash = $1 AND purpose = ANY($3) AND used_at IS NULL AND expires_at > to_timestamp($2::float8 / 1000)
         RETURNING person_id AS "personId", purpose`,
        [tokenHash, now, [...purposes]],
      ),
    );
    return used[0] ?? null;
  }

  /** Makes the person's other links worthless: whoever has set a password needs no older mail any more. */
  async endLinks(personId: number, now: Instant): Promise<void> {
    await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE sign_in_link SET used_at = to_timestamp($2::float8 / 1000) WHERE person_id = $1 AND used_at IS NULL`,
        [personId, now],
      ),
    );
  }
}
