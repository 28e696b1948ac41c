import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the reading of a waiting file was asked for last, and how often: a job that was lost is asked for again. */
export class AskAgainForImports1764000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE figure_upload ADD COLUMN asked_at timestamptz, ADD COLUMN attempts smallint NOT NULL DEFAULT 1;
      CREATE INDEX ix_figure_upload_asked ON figure_upload (state_id, asked_at) WHERE upload_state IN ('checking', 'saving')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_figure_upload_asked;
      ALTER TABLE figure_upload DROP COLUMN asked_at, DROP COLUMN attempts`);
  }
}
