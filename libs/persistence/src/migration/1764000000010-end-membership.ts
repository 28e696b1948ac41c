import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last day of a membership is a civil day and still counts as one. Whoever is shut out is shut out at once, so the moment
 * stands beside the day.
 */
export class EndMembership1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE membership ADD COLUMN ended_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE membership DROP COLUMN ended_at`);
  }
}
