import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = ['INSERT', 'UPDATE'] as const;

/**
 * A foreign key is asked once for each row: for a file of a million figures that took four times as long as writing them. The State
 * of an observation is held by its series. Its source and its import are held once for each statement, for all rows of it; nobody
 * but the removal of a State, which takes the observations with it, may delete either.
 */
export class CheckFiguresInSets1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE observation DROP CONSTRAINT fk_observation_state, DROP CONSTRAINT fk_observation_source, DROP CONSTRAINT fk_observation_import;
      REVOKE DELETE ON source FROM vigia_app;
      CREATE FUNCTION hold_observation_origins() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE missing text;
      BEGIN
        SELECT 'source ' || a.source_id INTO missing FROM (SELECT DISTINCT state_id, source_id FROM written) a
        WHERE NOT EXISTS (SELECT FROM source s WHERE s.state_id = a.state_id AND s.id = a.source_id) LIMIT 1;
        IF missing IS NULL THEN
          SELECT 'import ' || a.import_id INTO missing FROM (SELECT DISTINCT state_id, import_id FROM written WHERE import_id IS NOT NULL) a
          WHERE NOT EXISTS (SELECT FROM figure_import i WHERE i.state_id = a.state_id AND i.id = a.import_id) LIMIT 1;
        END IF;
        IF missing IS NOT NULL THEN
          RAISE foreign_key_violation USING MESSAGE = format('an observation names %s, which is not on record', missing), TABLE = 'observation';
        END IF;
        RETURN NULL;
      END $$`);
    for (const event of EVENTS)
      await runner.query(
        `CREATE TRIGGER hold_origins_at_${event.toLowerCase()} AFTER ${event} ON observation REFERENCING NEW TABLE AS written
         FOR EACH STATEMENT EXECUTE FUNCTION hold_observation_origins()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER hold_origins_at_insert ON observation;
      DROP TRIGGER hold_origins_at_update ON observation;
      DROP FUNCTION hold_observation_origins;
      GRANT DELETE ON source TO vigia_app;
      ALTER TABLE observation
        ADD CONSTRAINT fk_observation_state FOREIGN KEY (state_id) REFERENCES state (id) ON DELETE CASCADE,
        ADD CONSTRAINT fk_observation_source FOREIGN KEY (state_id, source_id) REFERENCES source (state_id, id),
        ADD CONSTRAINT fk_observation_import FOREIGN KEY (state_id, import_id) REFERENCES figure_import (state_id, id)`);
  }
}
