import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;
const WEEKDAYS = `'{1,2,3,4,5,6,7}'::smallint[]`;

/**
 * How often a person wants the mails of a State, who has no row gets one a day. Which mail days are closed: what is written after
 * that arose later. Until when a notice waits, and what for.
 */
const TABLES = `
CREATE TABLE mail_rhythm (
  state_id smallint NOT NULL CONSTRAINT fk_mail_rhythm_state REFERENCES state (id) ON DELETE CASCADE,
  person_id integer NOT NULL CONSTRAINT fk_mail_rhythm_person REFERENCES person (id),
  rhythm text NOT NULL CONSTRAINT ck_mail_rhythm_rhythm CHECK (rhythm IN ('daily', 'weekly', 'monthly')),
  weekday smallint CONSTRAINT ck_mail_rhythm_weekday CHECK (weekday BETWEEN 1 AND 7),
  quiet_weekdays smallint[] NOT NULL CONSTRAINT ck_mail_rhythm_quiet CHECK (cardinality(quiet_weekdays) <= 6 AND quiet_weekdays <@ ${WEEKDAYS}),
  quiet_when_closed boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT pk_mail_rhythm PRIMARY KEY (state_id, person_id),
  CONSTRAINT ck_mail_rhythm_weekly CHECK ((rhythm = 'weekly') = (weekday IS NOT NULL))
);
CREATE TABLE mail_day (
  state_id smallint NOT NULL CONSTRAINT fk_mail_day_state REFERENCES state (id) ON DELETE CASCADE,
  civil_on date NOT NULL,
  closed_at timestamptz NOT NULL,
  CONSTRAINT pk_mail_day PRIMARY KEY (state_id, civil_on)
);
ALTER TABLE notice ADD COLUMN waits_until date,
  ADD COLUMN waits_for text CONSTRAINT ck_notice_waits_for CHECK (waits_for IN ('weekly', 'monthly', 'quiet_day', 'next_day')),
  ADD CONSTRAINT ck_notice_waits CHECK ((waits_until IS NULL) = (waits_for IS NULL));
`;

export class KeepRhythms1764000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['mail_rhythm', 'mail_day'])
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY of_one_state ON ${table} USING (${PREDICATE}) WITH CHECK (${PREDICATE});
        REVOKE DELETE ON ${table} FROM vigia_app`);
    await runner.query('REVOKE UPDATE ON mail_day FROM vigia_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice DROP CONSTRAINT ck_notice_waits, DROP COLUMN waits_for, DROP COLUMN waits_until;
      DROP TABLE mail_day;
      DROP TABLE mail_rhythm`);
  }
}
