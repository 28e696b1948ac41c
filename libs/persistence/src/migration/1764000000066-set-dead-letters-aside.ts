import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that will not leave by itself waits for a person, who sends it again or sets it aside and says why. */
export class SetDeadLettersAside1764000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE message ADD COLUMN set_aside_at timestamptz, ADD COLUMN set_aside_reason text,
        ADD CONSTRAINT ck_message_set_aside CHECK ((set_aside_at IS NULL) = (set_aside_reason IS NULL));
      CREATE INDEX ix_message_dead_letter ON message (state_id, id)
        WHERE delivery_state IN ('permanent', 'in_doubt', 'dead', 'returned') AND set_aside_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_message_dead_letter;
      ALTER TABLE message DROP CONSTRAINT ck_message_set_aside, DROP COLUMN set_aside_at, DROP COLUMN set_aside_reason;
    `);
  }
}
