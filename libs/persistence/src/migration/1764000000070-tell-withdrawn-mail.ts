import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['started', 'accepted', 'temporary', 'permanent'],
  ...['in_doubt', 'superseded', 'failed', 'returned'],
];

const REPLACED_BY_NOTHING = `
  UPDATE delivery d SET outcome = 'withdrawn' FROM message m
  WHERE m.state_id = d.state_id AND m.id = d.message_id AND d.outcome = 'superseded' AND m.superseded_by IS NULL`;

/**
 * A mail of which nothing holds any more has no newer one that took its place: the ledger tells the two apart. The owner is
 * bound by the policies of its own tables, which are lifted for the moment.
 */
export class TellWithdrawnMail1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
      ${allowing([...BEFORE, 'withdrawn'])};
      ${REPLACED_BY_NOTHING};
      ALTER TABLE message FORCE ROW LEVEL SECURITY;
      ALTER TABLE delivery FORCE ROW LEVEL SECURITY;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery NO FORCE ROW LEVEL SECURITY;
      UPDATE delivery SET outcome = 'superseded' WHERE outcome = 'withdrawn';
      ${allowing(BEFORE)};
      ALTER TABLE delivery FORCE ROW LEVEL SECURITY;`);
  }
}

function allowing(outcomes: readonly string[]): string {
  return `ALTER TABLE delivery DROP CONSTRAINT ck_delivery_outcome,
    ADD CONSTRAINT ck_delivery_outcome CHECK (outcome IN (${outcomes.map((outcome) => `'${outcome}'`).join(', ')}))`;
}
