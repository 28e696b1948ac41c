import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/** Figures of a revision of a submission, as they were read; and where they did not fit each other, with why they stand all the same. */
const TABLES = `
CREATE TABLE submission_figure (
  state_id smallint NOT NULL CONSTRAINT fk_submission_figure_state REFERENCES state (id) ON DELETE CASCADE,
  submission_id integer NOT NULL,
  revision smallint NOT NULL,
  indicator_id integer NOT NULL,
  series_key text NOT NULL,
  source_id integer NOT NULL,
  period_start_on date NOT NULL,
  period_end_on date NOT NULL,
  categories jsonb NOT NULL,
  value_state text NOT NULL CONSTRAINT ck_submission_figure_value_state CHECK (value_state IN ('reported', 'below_threshold', 'missing', 'not_applicable')),
  value numeric,
  numerator numeric,
  denominator numeric,
  provisional boolean NOT NULL,
  revision_reason text,
  CONSTRAINT pk_submission_figure PRIMARY KEY (state_id, submission_id, revision, indicator_id, series_key, source_id, period_start_on, period_end_on),
  CONSTRAINT ck_submission_figure_period CHECK (period_start_on <= period_end_on),
  CONSTRAINT ck_submission_figure_value CHECK ((value IS NOT NULL) = (value_state IN ('reported', 'below_threshold'))),
  CONSTRAINT ck_submission_figure_parts CHECK (num_nulls(numerator, denominator) IN (0, 2) AND (numerator IS NULL OR value_state = 'reported')),
  CONSTRAINT fk_submission_figure_submission FOREIGN KEY (state_id, submission_id) REFERENCES submission (state_id, id) ON DELETE CASCADE,
  CONSTRAINT fk_submission_figure_indicator FOREIGN KEY (state_id, indicator_id) REFERENCES indicator (state_id, id) ON DELETE CASCADE,
  CONSTRAINT fk_submission_figure_source FOREIGN KEY (state_id, source_id) REFERENCES source (state_id, id)
);
CREATE TABLE submission_departure (
  state_id smallint NOT NULL CONSTRAINT fk_submission_departure_state REFERENCES state (id) ON DELETE CASCADE,
  submission_id integer NOT NULL,
  revision smallint NOT NULL,
  position smallint NOT NULL,
  rule text NOT NULL CONSTRAINT ck_submission_departure_rule CHECK (rule IN ('parts.exceed_total', 'parts.below_total', 'part.exceeds_total')),
  dimension text NOT NULL,
  whole jsonb NOT NULL,
  category text,
  parts numeric NOT NULL,
  total numeric NOT NULL,
  reason text,
  CONSTRAINT pk_submission_departure PRIMARY KEY (state_id, submission_id, revision, position),
  CONSTRAINT fk_submission_departure_submission FOREIGN KEY (state_id, submission_id) REFERENCES submission (state_id, id) ON DELETE CASCADE
);
`;

export class HandInFigures1764000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['submission_figure', 'submission_departure'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY of_one_state ON ${table} USING (${PREDICATE}) WITH CHECK (${PREDICATE})`);
    // A draft is written anew, a revision never changed.
    await runner.query(`REVOKE UPDATE ON submission_figure, submission_departure FROM vigia_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE submission_departure, submission_figure`);
  }
}
