import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURPOSES = `'passkey_registration', 'passkey_sign_in', 'oidc'`;

/** Fresh recovery codes wait, encrypted, for the one page that shows them; what has expired is found by its time. */
export class KeepShownCodes1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sign_in_challenge
        DROP CONSTRAINT ck_sign_in_challenge_purpose,
        ADD CONSTRAINT ck_sign_in_challenge_purpose CHECK (purpose IN (${PURPOSES}, 'recovery_codes'));
      CREATE INDEX ix_sign_in_challenge_expires ON sign_in_challenge (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_sign_in_challenge_expires;
      DELETE FROM sign_in_challenge WHERE purpose = 'recovery_codes';
      ALTER TABLE sign_in_challenge
        DROP CONSTRAINT ck_sign_in_challenge_purpose,
        ADD CONSTRAINT ck_sign_in_challenge_purpose CHECK (purpose IN (${PURPOSES}))`);
  }
}
