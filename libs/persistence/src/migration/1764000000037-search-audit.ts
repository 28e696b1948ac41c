import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries of the audit, ready to be searched: their words were made anew for each entry at each search. Only lexemes stand here,
 * of what people wrote and whom they named. A policy would keep a full-text search from its index (see step 22), so the table
 * has no grant and the view in front of it names the State. An entry is never changed: its words are made once.
 */
const TABLE = `
CREATE TABLE audit_words (
  state_id smallint NOT NULL,
  position bigint NOT NULL,
  vector tsvector NOT NULL,
  CONSTRAINT pk_audit_words PRIMARY KEY (state_id, position),
  CONSTRAINT fk_audit_words_entry FOREIGN KEY (state_id, position) REFERENCES audit_entry (state_id, position) ON DELETE CASCADE
);
CREATE INDEX ix_audit_words_vector ON audit_words USING gin (vector);
REVOKE ALL ON audit_words FROM vigia_app;
CREATE VIEW audit_search AS SELECT x.state_id, x.position, x.vector FROM audit_words x
  WHERE x.state_id = NULLIF(current_setting('vigia.state', true), '')::smallint;
REVOKE ALL ON audit_search FROM vigia_app;
GRANT SELECT ON audit_search TO vigia_app;
`;

const NUMBER = `CASE WHEN e.subject_id ~ '^[0-9]{1,9}$' THEN e.subject_id::int END`;
const CHANGED = (side: string): string =>
  `(SELECT string_agg(v #>> '{}', ' ') FROM jsonb_path_query(e.${side}, 'strict $.**') v WHERE jsonb_typeof(v) IN ('string', 'number'))`;

/** What somebody wrote or changed, who it was, and the recommendation that it is about: no codes of ours. */
const WORDS = `('''~' || e.state_id || '''')::tsvector || search_words(concat_ws(' ', e.reason, p.name, (
  SELECT r.code FROM recommendation r WHERE r.state_id = e.state_id AND r.id = CASE e.subject_kind
    WHEN 'recommendation' THEN (SELECT x.id FROM recommendation x WHERE x.state_id = e.state_id AND x.public_id = e.subject_id)
    WHEN 'alert' THEN (SELECT a.recommendation_id FROM alert a WHERE a.state_id = e.state_id AND a.id = ${NUMBER})
    WHEN 'obligation' THEN (SELECT o.recommendation_id FROM obligation o WHERE o.state_id = e.state_id AND o.id = ${NUMBER}) END),
  ${CHANGED('before')}, ${CHANGED('after')},
  CASE WHEN e.subject_kind IN ('recommendation', 'document', 'institution') THEN e.subject_id END))`;

const insertFrom = (entries: string): string => `
  INSERT INTO audit_words (state_id, position, vector)
  SELECT e.state_id, e.position, ${WORDS} FROM ${entries} e LEFT JOIN person p ON p.id = e.person_id`;

const FILLED = `
CREATE FUNCTION audit_words_of_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ${insertFrom('added')};
  RETURN NULL;
END $$;
CREATE TRIGGER audit_words AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_words_of_entries();
`;

export class SearchAudit1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    // FORCE binds the owner: rows are seen only for the State that is named.
    for (const { id } of (await runner.query('SELECT id FROM state ORDER BY id')) as { id: number }[]) {
      await runner.query(`SELECT set_config('vigia.state', $1, true)`, [String(id)]);
      await runner.query(`${insertFrom('audit_entry')} WHERE e.state_id = $1`, [id]);
    }
    await runner.query(`SELECT set_config('vigia.state', '', true)`);
    await runner.query(FILLED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_words ON audit_entry; DROP FUNCTION audit_words_of_entries();
      DROP VIEW audit_search; DROP TABLE audit_words`);
  }
}
