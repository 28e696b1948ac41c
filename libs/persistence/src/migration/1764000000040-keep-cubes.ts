import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;
const OF_ONE_STATE = ['cube', 'stand_in'];

/**
 * A cube is all that is counted of one register, and a register has one cube: two would let a child be worked out from their
 * difference. The stand-in is what a period was published from; whoever has it knows more than the public may.
 */
const TABLES = `
CREATE TABLE cube (
  state_id smallint NOT NULL CONSTRAINT fk_cube_state REFERENCES state (id) ON DELETE CASCADE,
  code text NOT NULL,
  record_source text NOT NULL,
  CONSTRAINT pk_cube PRIMARY KEY (state_id, code),
  CONSTRAINT uq_cube_record_source UNIQUE (state_id, record_source)
);
CREATE TABLE stand_in (
  state_id smallint NOT NULL CONSTRAINT fk_stand_in_state REFERENCES state (id) ON DELETE CASCADE,
  cube text NOT NULL,
  source_code text NOT NULL,
  period_start_on date NOT NULL,
  period_end_on date NOT NULL,
  kept jsonb,
  waiting_reason text,
  waiting_records integer,
  waiting_since timestamptz,
  failure text,
  failed_at timestamptz,
  CONSTRAINT pk_stand_in PRIMARY KEY (state_id, cube, source_code, period_end_on, period_start_on),
  CONSTRAINT ck_stand_in_failure CHECK ((failure IS NULL) = (failed_at IS NULL)),
  CONSTRAINT ck_stand_in_waiting CHECK ((waiting_reason IS NULL) = (waiting_since IS NULL) AND (waiting_records IS NULL OR waiting_reason IS NOT NULL)),
  CONSTRAINT ck_stand_in_waiting_reason CHECK (waiting_reason IN
    ('few_records', 'year_not_over', 'breakdown_gone', 'everybody_changed', 'overlaps_published', 'published_in_other_cube'))
);
ALTER TABLE indicator ADD COLUMN cube text, ADD COLUMN nested_in text,
  ADD COLUMN rate_numerator text, ADD COLUMN rate_denominator text, ADD COLUMN rate_per integer,
  ADD CONSTRAINT fk_indicator_cube FOREIGN KEY (state_id, cube) REFERENCES cube (state_id, code),
  ADD CONSTRAINT ck_indicator_rate CHECK (
    (rate_numerator IS NULL) = (rate_denominator IS NULL) AND (rate_numerator IS NULL) = (rate_per IS NULL)
    AND (rate_numerator IS NULL OR figure_kind IS NOT DISTINCT FROM 'derived_rate'));
`;

export class KeepCubes1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of OF_ONE_STATE)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY of_one_state ON ${table} USING (${PREDICATE}) WITH CHECK (${PREDICATE})`);
    await runner.query(`REVOKE ALL ON cube, stand_in FROM vigia_public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator DROP CONSTRAINT ck_indicator_rate, DROP CONSTRAINT fk_indicator_cube, DROP COLUMN cube,
        DROP COLUMN nested_in, DROP COLUMN rate_numerator, DROP COLUMN rate_denominator, DROP COLUMN rate_per;
      DROP TABLE stand_in, cube`);
  }
}
