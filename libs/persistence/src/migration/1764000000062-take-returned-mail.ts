import type { MigrationInterface, QueryRunner } from 'typeorm';

const MESSAGE_STATES = ['pending', 'accepted', 'permanent', 'in_doubt', 'superseded', 'dead'];
const OUTCOMES = ['started', 'accepted', 'temporary', 'permanent', 'in_doubt', 'superseded', 'failed'];

/** A relay that took a mail may give it back days later: the ledger holds what came back, and a mail that did not arrive after all. */
export class TakeReturnedMail1764000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${check('message', 'delivery_state', [...MESSAGE_STATES, 'returned'])}
      ${check('delivery', 'outcome', [...OUTCOMES, 'returned'])}
      ALTER TABLE delivery ADD COLUMN returned_as text
        CONSTRAINT ck_delivery_returned_as CHECK (returned_as IN ('address_unusable', 'refused', 'given_up', 'delayed', 'auto_reply', 'outdated', 'not_understood')),
        ADD CONSTRAINT ck_delivery_returned CHECK ((outcome = 'returned') = (returned_as IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery DROP CONSTRAINT ck_delivery_returned, DROP COLUMN returned_as;
      DELETE FROM delivery WHERE outcome = 'returned';
      UPDATE message SET delivery_state = 'permanent' WHERE delivery_state = 'returned';
      ${check('message', 'delivery_state', MESSAGE_STATES)}
      ${check('delivery', 'outcome', OUTCOMES)}
    `);
  }
}

function check(table: string, column: string, words: readonly string[]): string {
  const name = `ck_${table}_${column}`;
  const list = words.map((word) => `'${word}'`).join(', ');
  return `ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} CHECK (${column} IN (${list}));`;
}
