import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/**
 * How much of what was asked for came, by indicator, period and institution: a series of its own, that the pages and the check
 * read. It names dimensions, never a category or a number. Dimensions, like their categories, begin and end.
 */
const TABLES = `
CREATE TABLE indicator_completeness (
  state_id smallint NOT NULL CONSTRAINT fk_indicator_completeness_state REFERENCES state (id) ON DELETE CASCADE,
  indicator_id integer NOT NULL,
  period_start_on date NOT NULL,
  period_end_on date NOT NULL,
  institution_id integer,
  asked text[] NOT NULL,
  received text[] NOT NULL,
  not_applicable text[] NOT NULL,
  CONSTRAINT pk_indicator_completeness PRIMARY KEY (state_id, indicator_id, period_end_on, period_start_on),
  CONSTRAINT ck_indicator_completeness_received CHECK (received <@ asked AND not_applicable <@ asked AND NOT received && not_applicable),
  CONSTRAINT fk_indicator_completeness_indicator FOREIGN KEY (state_id, indicator_id) REFERENCES indicator (state_id, id) ON DELETE CASCADE,
  CONSTRAINT fk_indicator_completeness_institution FOREIGN KEY (state_id, institution_id) REFERENCES institution (state_id, id)
);
ALTER TABLE indicator_completeness ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_one_state ON indicator_completeness USING (${PREDICATE}) WITH CHECK (${PREDICATE});
CREATE VIEW public_completeness AS
  SELECT x.state_id, x.indicator_id, x.period_start_on, x.period_end_on, x.institution_id, x.asked, x.received, x.not_applicable
  FROM indicator_completeness x WHERE x.${PREDICATE};
GRANT SELECT ON public_completeness TO vigia_public;
ALTER TABLE dimension ADD COLUMN valid_from date, ADD COLUMN valid_until date,
  ADD CONSTRAINT ck_dimension_validity CHECK (valid_from <= valid_until);
ALTER TABLE category ADD CONSTRAINT ck_category_validity CHECK (valid_from <= valid_until);
`;

export class RecordCompleteness1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE category DROP CONSTRAINT ck_category_validity;
      ALTER TABLE dimension DROP COLUMN valid_from, DROP COLUMN valid_until;
      DROP VIEW public_completeness;
      DROP TABLE indicator_completeness`);
  }
}
