import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEPARTURES = ['parts.exceed_total', 'parts.below_total', 'part.exceeds_total', 'stage.exceeds_earlier'];
const FIGURES = ['case_stage', 'budget_figure'];

const departureCheck = (rules: readonly string[]): string => `
  ALTER TABLE submission_departure DROP CONSTRAINT ck_submission_departure_rule,
    ADD CONSTRAINT ck_submission_departure_rule CHECK (rule IN (${rules.map((rule) => `'${rule}'`).join(', ')}))`;

/** Of every State. The owner is bound by the policies too, so they are lifted for the moment. */
const FORGET = `
ALTER TABLE submission_departure NO FORCE ROW LEVEL SECURITY;
DELETE FROM submission_departure WHERE rule = 'executed.exceeds_budget';
ALTER TABLE submission_departure FORCE ROW LEVEL SECURITY;
`;

/** Counts of cases and amounts of budget lines say which submission brought them, as other figures do. */
export class HandInCasesAndAmounts1764000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of FIGURES)
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN submission_id integer,
          ADD CONSTRAINT fk_${table}_submission FOREIGN KEY (state_id, submission_id) REFERENCES submission (state_id, id)`);
    await runner.query(departureCheck([...DEPARTURES, 'executed.exceeds_budget']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET);
    await runner.query(departureCheck(DEPARTURES));
    for (const table of FIGURES) await runner.query(`ALTER TABLE ${table} DROP COLUMN submission_id`);
  }
}
