import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a notice, what a sweep reads. In which mail it stands and until when it waits is written with every mail, and is not of it. */
const WATCHED = ['alert_id', 'person_id', 'occasion', 'rung', 'outcome', 'reason'];
const valuesOf = (row: 'OLD' | 'NEW'): string => WATCHED.map((column) => `${row}.${column}`).join(', ');

/** The trigger of the other tables compares old and new rows of every update, which takes as long as the update of one notice. */
export class MarkANoticeByWhatASweepReads1764000000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mark_for_sweep_at_update ON notice;
      CREATE FUNCTION mark_notice_for_sweep() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      BEGIN
        IF coalesce(current_setting('vigia.sweeping', true), '') = 'on' THEN RETURN NULL; END IF;
        INSERT INTO sweep_mark (state_id, recommendation_id)
        SELECT a.state_id, a.recommendation_id FROM alert a WHERE a.state_id = NEW.state_id AND a.id IN (OLD.alert_id, NEW.alert_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER mark_for_sweep_at_update AFTER UPDATE OF ${WATCHED.join(', ')} ON notice FOR EACH ROW
        WHEN ((${valuesOf('OLD')}) IS DISTINCT FROM (${valuesOf('NEW')})) EXECUTE FUNCTION mark_notice_for_sweep()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mark_for_sweep_at_update ON notice;
      DROP FUNCTION mark_notice_for_sweep();
      CREATE TRIGGER mark_for_sweep_at_update AFTER UPDATE ON notice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION mark_for_sweep('state_id, alert_id, id, person_id, occasion, rung, outcome, reason',
          'SELECT c.state_id, a.recommendation_id FROM c CROSS JOIN LATERAL (SELECT x.recommendation_id FROM alert x WHERE x.state_id = c.state_id AND x.id = c.alert_id OFFSET 0) a')`);
  }
}
