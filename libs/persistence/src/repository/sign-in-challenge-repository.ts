import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export type ChallengePurpose = 'passkey_registration' | 'passkey_sign_in' | 'oidc' | 'recovery_codes';

export interface Challenge {
  readonly personId: number | null;
  readonly payload: unknown;
}

/** What the server has to remember between two steps of a sign-in. Each is taken once, and only while it is fresh. */
export class SignInChallengeRepository {
  constructor(private readonly record: RecordDatabase) {}

  async saveChallenge(challenge: {
    readonly tokenHash: string;
    readonly purpose: ChallengePurpose;
    readonly personId: number | null;
    readonly payload: unknown;
    readonly now: Instant;
    readonly expiresAt: Instant;
  }): Promise<void> {
    await this.record.runShared(async (sql) => {
      await sql.execute(`DELETE FROM sign_in_challenge WHERE expires_at <= to_timestamp($1::float8 / 1000)`, [
        challenge.now,
      ]);
      await sql.execute(
        `INSERT INTO sign_in_challenge (token_hash, purpose, person_id, payload, expires_at)
         VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
        [
          challenge.tokenHash,
          challenge.purpose,
          challenge.personId,
          JSON.stringify(challenge.payload),
          challenge.expiresAt,
        ],
      );
    });
  }

  /** Takes the challenge away; null when it was taken before, has expired or never was. */
  async takeChallenge(tokenHash: string, purpose: ChallengePurpose, now: Instant): Promise<Challenge | null> {
    const taken = await this.record.runShared((sql) =>
      sql.rows<Challenge & { fresh: boolean }>(
        `DELETE FROM sign_in_challenge WHERE token_hash = $1 AND purpose = $2
         RETURNING person_id AS "personId", payload, expires_at > to_timestamp($3::float8 / 1000) AS fresh`,
        [tokenHash, purpose, now],
      ),
    );
    return taken[0]?.fresh ? taken[0] : null;
  }
}
