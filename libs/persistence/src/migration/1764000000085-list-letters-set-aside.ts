import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that were set aside are listed, too; among all that ever left they are few. */
export class ListLettersSetAside1764000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX ix_message_set_aside ON message (state_id, id) WHERE set_aside_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_message_set_aside');
  }
}
