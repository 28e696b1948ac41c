import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest revision of each day that an amount speaks of; `day` is the civil day on which it was recorded. */
const amounts = (day: string): string => `
CREATE OR REPLACE VIEW public_budget_amount AS
  SELECT DISTINCT ON (f.state_id, f.budget_line_id, f.fiscal_year, f.phase, f.source_id, least(f.through_on, ${day}))
    f.state_id, f.budget_line_id, i.code AS indicator_code, b.purpose, b.level, b.currency, b.attributable_share, b.institution_id, c.code AS source_code,
    f.fiscal_year, f.phase, f.amount * b.attributable_share AS amount, least(f.through_on, ${day}) AS through_on
  FROM budget_figure f
  JOIN budget_line b ON b.state_id = f.state_id AND b.id = f.budget_line_id
  JOIN indicator i ON i.state_id = b.state_id AND i.id = b.indicator_id
  JOIN source c ON c.state_id = f.state_id AND c.id = f.source_id
  WHERE f.state_id = NULLIF(current_setting('vigia.state', true), '')::smallint AND i.figure_kind = 'plain'
  ORDER BY f.state_id, f.budget_line_id, f.fiscal_year, f.phase, f.source_id, least(f.through_on, ${day}), f.recorded_at DESC, f.revision DESC`;

/**
 * A day on which something was recorded or published is the State's, wherever the server stands. The public role may not read the list of
 * States, so that the function reads it with its owner's right.
 */
export class CountDaysOfTheState1764000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION civil_day(of_state smallint, at timestamptz) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT (at AT TIME ZONE s.time_zone)::date FROM state s WHERE s.id = of_state
      $$`);
    await runner.query(amounts('civil_day(f.state_id, f.recorded_at)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(amounts(`(f.recorded_at AT TIME ZONE 'UTC')::date`));
    await runner.query('DROP FUNCTION civil_day');
  }
}
