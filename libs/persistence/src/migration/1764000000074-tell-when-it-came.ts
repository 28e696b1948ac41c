import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = `SELECT FROM submission s WHERE s.state_id = x.state_id AND s.obligation_id = x.id AND s.submission_state IN ('submitted', 'accepted')`;

const COLUMNS = `x.state_id, x.id, x.recommendation_id, x.institution_id, x.indicator_id, x.kind, x.title, x.required, x.period_start_on, x.period_end_on,
    d.certainty, d.due_on, d.due_year, d.basis, EXISTS (${STANDING}) AS submitted`;

const FROM = `FROM obligation x JOIN deadline d ON d.state_id = x.state_id AND d.id = x.deadline_id
  WHERE x.state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/** The public sees whether something came on time: the day of what stands, never who sent it nor what it says. */
export class TellWhenItCame1764000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE OR REPLACE VIEW public_obligation AS
       SELECT ${COLUMNS}, (${STANDING.replace('SELECT FROM', 'SELECT min(s.submitted_on) FROM')}) AS handed_in_on ${FROM}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW public_obligation;
      CREATE VIEW public_obligation AS SELECT ${COLUMNS} ${FROM};
      REVOKE ALL ON public_obligation FROM vigia_app;
      GRANT SELECT ON public_obligation TO vigia_app, vigia_public`);
  }
}
