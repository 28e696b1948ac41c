import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mail carries and who stands for an institution are asked for with every mail; without an index all that ever was is read. */
export class FindNoticesOfAMail1764000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX ix_notice_message ON notice (state_id, message_id) WHERE message_id IS NOT NULL;
      CREATE INDEX ix_focal_point_membership ON focal_point (state_id, membership_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_notice_message, ix_focal_point_membership');
  }
}
