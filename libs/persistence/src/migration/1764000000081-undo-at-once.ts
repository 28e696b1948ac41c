import type { MigrationInterface, QueryRunner } from 'typeorm';

const STEPS = ['begin', 'edit', 'submit', 'accept', 'return', 'reopen', 'withdraw', 'take_down'];
const UNDOING = ['undo_submit', 'undo_withdraw', 'undo_accept', 'undo_return', 'undo_take_down'];

const stepCheck = (steps: readonly string[]): string =>
  `ALTER TABLE submission_history DROP CONSTRAINT ck_submission_history_step;
   ALTER TABLE submission_history ADD CONSTRAINT ck_submission_history_step CHECK (step IN (${steps.map((step) => `'${step}'`).join(', ')}));`;

/** What was done a moment ago can be undone: steps that do so, and which act a mail that has not left yet tells of. */
export class UndoAtOnce1764000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${stepCheck([...STEPS, ...UNDOING])}
      ALTER TABLE message ADD COLUMN held_for text;
      CREATE INDEX ix_message_held_for ON message (state_id, held_for) WHERE held_for IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_message_held_for;
      ALTER TABLE message DROP COLUMN held_for;
      ${stepCheck(STEPS)}
    `);
  }
}
