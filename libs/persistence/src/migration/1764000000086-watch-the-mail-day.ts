import type { MigrationInterface, QueryRunner } from 'typeorm';

const parts = (names: string): string => `
  ALTER TABLE watch_trouble DROP CONSTRAINT ck_watch_trouble_part;
  ALTER TABLE watch_trouble ADD CONSTRAINT ck_watch_trouble_part CHECK (part IN (${names}))`;

/** That the mails of a day are not written can stand still too. */
export class WatchTheMailDay1764000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(parts(`'scheduler', 'sweep', 'digest', 'relay'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM watch_trouble WHERE part = 'digest'`);
    await runner.query(parts(`'scheduler', 'sweep', 'relay'`));
  }
}
