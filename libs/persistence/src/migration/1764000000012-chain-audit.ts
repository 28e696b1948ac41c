import type { MigrationInterface, QueryRunner } from 'typeorm';

import { CHAIN_START, chainEntry } from '#domain';
import type { AuditEntry, ChainHead } from '#domain';

import { sha256 } from '../audit/sha256.js';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;
const ROWS_AT_ONCE = 500;

/** No ON DELETE CASCADE: a State whose people have acted cannot be removed, nor its audit with it. */
const TABLES = `
ALTER TABLE audit_entry ADD COLUMN position bigint, ADD COLUMN previous_hash text, ADD COLUMN hash text;
CREATE TABLE audit_head (
  state_id smallint CONSTRAINT pk_audit_head PRIMARY KEY CONSTRAINT fk_audit_head_state REFERENCES state (id),
  position bigint NOT NULL,
  hash text NOT NULL,
  happened_at timestamptz
);
CREATE TABLE audit_day_head (
  state_id smallint NOT NULL CONSTRAINT fk_audit_day_head_state REFERENCES state (id),
  civil_on date NOT NULL,
  position bigint NOT NULL,
  hash text NOT NULL,
  happened_at timestamptz NOT NULL,
  CONSTRAINT pk_audit_day_head PRIMARY KEY (state_id, civil_on)
);
CREATE TABLE audit_head_mail (
  civil_on date CONSTRAINT pk_audit_head_mail PRIMARY KEY,
  attempts smallint NOT NULL DEFAULT 0,
  claimed_by text,
  next_attempt_at timestamptz,
  outcome text CONSTRAINT ck_audit_head_mail_outcome CHECK (outcome IN ('accepted', 'temporary', 'permanent', 'in_doubt')),
  response text,
  sent_at timestamptz
);
`;

const CHAINED = `
ALTER TABLE audit_entry
  DROP CONSTRAINT pk_audit_entry,
  DROP CONSTRAINT fk_audit_entry_state,
  DROP COLUMN id,
  ALTER COLUMN position SET NOT NULL,
  ALTER COLUMN previous_hash SET NOT NULL,
  ALTER COLUMN hash SET NOT NULL,
  ADD CONSTRAINT pk_audit_entry PRIMARY KEY (state_id, position),
  ADD CONSTRAINT fk_audit_entry_state FOREIGN KEY (state_id) REFERENCES state (id);
CREATE INDEX ix_audit_entry_subject ON audit_entry (state_id, subject_kind, subject_id);
CREATE INDEX ix_audit_entry_person ON audit_entry (state_id, person_id);
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_day_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_one_state ON audit_head USING (${PREDICATE}) WITH CHECK (${PREDICATE});
CREATE POLICY of_one_state ON audit_day_head USING (${PREDICATE}) WITH CHECK (${PREDICATE});
CREATE VIEW public_audit_head AS SELECT x.state_id, x.position, x.hash, x.happened_at FROM audit_head x WHERE x.${PREDICATE};
CREATE VIEW public_audit_day_head AS SELECT x.state_id, x.civil_on, x.position, x.hash, x.happened_at FROM audit_day_head x WHERE x.${PREDICATE};
`;

/**
 * The heads move forward and are never taken away. Whether a State is a demonstration is decided when it is added, because that
 * is what lets its audit be removed; its ISO code stands in every hash. The one way to remove an audit checks both.
 */
const RIGHTS = `
REVOKE ALL ON audit_head, audit_day_head, audit_head_mail, public_audit_head, public_audit_day_head FROM vigia_app;
GRANT SELECT, INSERT, UPDATE ON audit_head, audit_day_head, audit_head_mail TO vigia_app;
GRANT SELECT ON public_audit_head, public_audit_day_head TO vigia_app, vigia_public;
REVOKE UPDATE ON state FROM vigia_app;
GRANT UPDATE (name, time_zone) ON state TO vigia_app;
CREATE FUNCTION remove_demonstration_audit(of_state smallint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM state WHERE id = of_state AND demonstration) THEN
    RAISE EXCEPTION 'State % is no demonstration: its audit is not removed', of_state;
  END IF;
  DELETE FROM audit_entry WHERE state_id = of_state;
  DELETE FROM audit_day_head WHERE state_id = of_state;
  DELETE FROM audit_head WHERE state_id = of_state;
END $$;
REVOKE ALL ON FUNCTION remove_demonstration_audit(smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_demonstration_audit(smallint) TO vigia_app;
`;

interface StateRow {
  readonly id: number;
  readonly iso3: string;
}

interface OldEntry extends AuditEntry {
  readonly id: number;
  readonly reasonOrNull: string | null;
}

/** Chains the audit of each State, also what was written before there were chains: in the order in which it was written. */
export class ChainAudit1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    // FORCE binds the owner: rows are seen and changed only for the State that is named.
    for (const state of (await runner.query('SELECT id, iso3 FROM state ORDER BY id')) as StateRow[]) {
      await runner.query(`SELECT set_config('vigia.state', $1, true)`, [String(state.id)]);
      await chainState(runner, state);
    }
    await runner.query(`SELECT set_config('vigia.state', '', true)`);
    await runner.query(CHAINED);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION remove_demonstration_audit(smallint);
      DROP VIEW public_audit_day_head, public_audit_head;
      DROP TABLE audit_head_mail, audit_day_head, audit_head;
      DROP INDEX ix_audit_entry_subject, ix_audit_entry_person;
      REVOKE UPDATE (name, time_zone) ON state FROM vigia_app;
      GRANT UPDATE ON state TO vigia_app;
      ALTER TABLE audit_entry DROP CONSTRAINT pk_audit_entry, DROP CONSTRAINT fk_audit_entry_state;
      ALTER TABLE audit_entry
        ADD COLUMN id bigint GENERATED BY DEFAULT AS IDENTITY,
        DROP COLUMN position, DROP COLUMN previous_hash, DROP COLUMN hash,
        ADD CONSTRAINT pk_audit_entry PRIMARY KEY (state_id, id),
        ADD CONSTRAINT fk_audit_entry_state FOREIGN KEY (state_id) REFERENCES state (id) ON DELETE CASCADE`);
  }
}

/** Canonical JSON is made by the same code as for new entries; SQL has no RFC 8785. Instants lose what is below a millisecond. */
async function chainState(runner: QueryRunner, state: StateRow): Promise<void> {
  let head: ChainHead = CHAIN_START;
  let after = -1;
  for (;;) {
    const rows = (await runner.query(
      `SELECT id, date_trunc('milliseconds', happened_at) AS "happenedAt", person_id AS "personId", actor, action,
              subject_kind AS "subjectKind", subject_id AS "subjectId", before, after, reason AS "reasonOrNull"
       FROM audit_entry WHERE state_id = $1 AND id > $2 ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
      [state.id, after],
    )) as OldEntry[];
    if (rows.length === 0) break;
    const chained = rows.map((row) => {
      const { reasonOrNull, ...old } = row;
      const entry = chainEntry(
        state.iso3,
        head,
        reasonOrNull === null ? old : { ...old, reason: reasonOrNull },
        sha256,
      );
      head = entry;
      return { id: row.id, position: entry.position, previous_hash: entry.previousHash, hash: entry.hash };
    });
    await runner.query(
      `UPDATE audit_entry e SET position = g.position, previous_hash = g.previous_hash, hash = g.hash,
              happened_at = date_trunc('milliseconds', e.happened_at)
       FROM jsonb_to_recordset($2::jsonb) AS g(id bigint, position bigint, previous_hash text, hash text)
       WHERE e.state_id = $1 AND e.id = g.id`,
      [state.id, JSON.stringify(chained)],
    );
    after = rows.at(-1)?.id ?? after;
  }
  if (head.position === 0) return;
  await runner.query(
    `INSERT INTO audit_head (state_id, position, hash, happened_at)
     SELECT state_id, position, hash, happened_at FROM audit_entry WHERE state_id = $1 AND position = $2`,
    [state.id, head.position],
  );
  await runner.query(
    `INSERT INTO audit_day_head (state_id, civil_on, position, hash, happened_at)
     SELECT DISTINCT ON (civil_on) e.state_id, (e.happened_at AT TIME ZONE s.time_zone)::date AS civil_on, e.position, e.hash, e.happened_at
     FROM audit_entry e JOIN state s ON s.id = e.state_id WHERE e.state_id = $1 ORDER BY civil_on, e.position DESC`,
    [state.id],
  );
}
