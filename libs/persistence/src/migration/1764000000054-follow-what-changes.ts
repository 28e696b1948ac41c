import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/** An indicator whose figures nobody sends: the program works them out from a series of its own. One of a kind for each State. */
const COMPUTED = `
ALTER TABLE indicator ADD COLUMN computed_from text
  CONSTRAINT ck_indicator_computed_from CHECK (computed_from IN ('completeness'));
CREATE UNIQUE INDEX uq_indicator_computed_from ON indicator (state_id, computed_from) WHERE computed_from IS NOT NULL;
`;

/** An explanation speaks of the figures that there were: it no longer stands once a total of its period came or was revised after it. */
const REOPENED = `AND NOT (z.judgement = 'explanation' AND EXISTS (
      SELECT FROM series s JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
      JOIN figure_intake i ON i.state_id = o.state_id AND i.id = o.intake_id
      WHERE s.state_id = z.state_id AND s.indicator_id = z.indicator_id AND s.key = '' AND o.period_end_on = z.period_end_on
        AND o.period_start_on = z.period_start_on AND i.recorded_at > z.recorded_at))`;

const standing = (reopened: string): string => `
CREATE OR REPLACE VIEW standing_judgement AS
  SELECT z.* FROM (
    SELECT DISTINCT ON (x.state_id, x.indicator_id, k.kind, x.period_end_on, x.period_start_on, x.break_on, CASE WHEN k.kind = 'break' THEN x.source_id END)
           x.state_id, x.id, x.indicator_id, x.judgement, x.period_start_on, x.period_end_on, x.source_id, x.break_on, x.break_kind, x.text, x.language,
           x.recorded_at
    FROM figure_judgement x
    CROSS JOIN LATERAL (SELECT CASE WHEN x.judgement = 'break_lifted' THEN 'break' ELSE x.judgement END AS kind) k
    WHERE x.${PREDICATE}
    ORDER BY x.state_id, x.indicator_id, k.kind, x.period_end_on, x.period_start_on, x.break_on, CASE WHEN k.kind = 'break' THEN x.source_id END, x.id DESC) z
  WHERE (z.judgement IN ('explanation', 'break') OR (z.judgement = 'of_record' AND z.source_id IS NOT NULL)) ${reopened};
`;

export class FollowWhatChanges1764000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMPUTED);
    await runner.query(standing(REOPENED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(standing(''));
    await runner.query(`ALTER TABLE indicator DROP COLUMN computed_from`);
  }
}
