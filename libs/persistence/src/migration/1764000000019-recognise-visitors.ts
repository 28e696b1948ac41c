import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which roles a person holds at an instant, in every State, in one round trip. It runs with the rights of its caller and
 * walks the States one by one, so that the policy of each table answers as it always does: nothing is opened for it. The
 * civil day is that of each State's zone. The State of the caller's transaction is given back at the end.
 */
const UP = `
CREATE FUNCTION memberships_at(visitor integer, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  named constant text := coalesce(current_setting('vigia.state', true), '');
  held jsonb := '[]';
  place record;
BEGIN
  FOR place IN SELECT s.id, s.iso3, (at AT TIME ZONE s.time_zone)::date AS today FROM state s ORDER BY s.iso3 LOOP
    PERFORM set_config('vigia.state', place.id::text, true);
    held := held || (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'stateId', place.id, 'state', place.iso3, 'role', m.role,
        'institution', CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object(
          'id', i.id, 'code', i.code, 'name', i.name, 'shortName', coalesce(i.short_name, i.name)) END) ORDER BY m.id), '[]')
      FROM membership m LEFT JOIN institution i ON i.state_id = m.state_id AND i.id = m.institution_id
      WHERE m.state_id = place.id AND m.person_id = visitor
        AND m.ended_at IS NULL AND m.starts_on <= place.today AND (m.ends_on IS NULL OR m.ends_on >= place.today));
  END LOOP;
  PERFORM set_config('vigia.state', named, true);
  RETURN held;
END $$;
REVOKE EXECUTE ON FUNCTION memberships_at(integer, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memberships_at(integer, timestamptz) TO vigia_app;
`;

export class RecogniseVisitors1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION memberships_at(integer, timestamptz)');
  }
}
