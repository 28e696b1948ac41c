import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ratio keeps what it was computed from, an observation the submission that brought it. */
export class KeepPartsOfFigures1764000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicator ADD COLUMN ratio_per numeric;
      ALTER TABLE indicator ADD CONSTRAINT ck_indicator_ratio_per CHECK (ratio_per IS NULL OR (value_type = 'ratio' AND ratio_per > 0));
      ALTER TABLE observation ADD COLUMN numerator numeric, ADD COLUMN denominator numeric, ADD COLUMN submission_id integer;
      ALTER TABLE observation
        ADD CONSTRAINT ck_observation_parts CHECK (num_nulls(numerator, denominator) IN (0, 2) AND (numerator IS NULL OR value_state = 'reported')),
        ADD CONSTRAINT fk_observation_submission FOREIGN KEY (state_id, submission_id) REFERENCES submission (state_id, id)`);
    // FORCE binds the owner: rows are seen only for the State that is named.
    for (const { id } of (await runner.query('SELECT id FROM state ORDER BY id')) as { id: number }[]) {
      await runner.query(`SELECT set_config('vigia.state', $1, true)`, [String(id)]);
      await runner.query(
        `UPDATE indicator SET ratio_per = 100 WHERE state_id = $1 AND value_type = 'ratio' AND unit->>'en' LIKE '\\%%'`,
        [id],
      );
    }
    await runner.query(`SELECT set_config('vigia.state', '', true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE observation DROP COLUMN numerator, DROP COLUMN denominator, DROP COLUMN submission_id;
      ALTER TABLE indicator DROP COLUMN ratio_per`);
  }
}
