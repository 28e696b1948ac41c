import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came up to the ombudsperson is read page by page; it is a small part of what becomes of alerts. */
const INDEX = `
CREATE INDEX ix_alert_transition_docket ON alert_transition (state_id, id) WHERE kind = 'escalated' AND evidence ->> 'addressee' = 'docket'`;

export class ListEscalations1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_alert_transition_docket');
  }
}
