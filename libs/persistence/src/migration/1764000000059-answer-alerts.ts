import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/**
 * An alert knows since when nobody has answered it and how far it was carried. Before this nobody was asked by steps: what stands
 * open starts today, so that an upgrade does not tell everybody of everything at once. The owner is bound by the policy of
 * its own table, which is lifted for the moment.
 */
const ALERTS = `
ALTER TABLE alert NO FORCE ROW LEVEL SECURITY;
ALTER TABLE alert ADD COLUMN snoozed_on date, ADD COLUMN unanswered_since date, ADD COLUMN escalation_step smallint NOT NULL DEFAULT 0;
UPDATE alert SET unanswered_since = greatest(opened_on, CURRENT_DATE);
UPDATE alert SET snoozed_on = CURRENT_DATE WHERE alert_state = 'snoozed';
ALTER TABLE alert ALTER COLUMN unanswered_since SET NOT NULL;
ALTER TABLE alert ADD CONSTRAINT ck_alert_snooze
  CHECK ((alert_state = 'snoozed') = (snoozed_until IS NOT NULL) AND (snoozed_until IS NULL) = (snoozed_on IS NULL));
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
CREATE INDEX ix_alert_snoozed ON alert (state_id, recommendation_id) WHERE alert_state = 'snoozed';
ALTER TABLE membership ADD COLUMN is_head boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ck_membership_head CHECK (NOT is_head OR role = 'focal_point');
`;

/** A State without rows has the steps of `DEFAULT_ESCALATION`. */
const STEPS = `
CREATE TABLE escalation_step (
  state_id smallint NOT NULL CONSTRAINT fk_escalation_step_state REFERENCES state (id) ON DELETE CASCADE,
  position smallint NOT NULL,
  addressee text NOT NULL CONSTRAINT ck_escalation_step_addressee CHECK (addressee IN ('owner', 'head', 'coordinating_body', 'docket')),
  working_days smallint NOT NULL CONSTRAINT ck_escalation_step_days CHECK (working_days BETWEEN 0 AND 365),
  CONSTRAINT pk_escalation_step PRIMARY KEY (state_id, position),
  CONSTRAINT uq_escalation_step_addressee UNIQUE (state_id, addressee),
  CONSTRAINT ck_escalation_step_first CHECK ((position = 0) = (addressee = 'owner') AND (position > 0 OR working_days = 0))
);
ALTER TABLE escalation_step ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_one_state ON escalation_step USING (${PREDICATE}) WITH CHECK (${PREDICATE});
`;

const subjectKinds = (kinds: readonly string[]): string => `
  ALTER TABLE alert DROP CONSTRAINT ck_alert_subject_kind;
  ALTER TABLE alert ADD CONSTRAINT ck_alert_subject_kind CHECK (subject_kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
const BEFORE = [
  'recommendation',
  'obligation',
  'indicator',
  'budget_line',
  'case_series',
  'action',
  'evidence',
];
const WATCHED = ['alert', 'institution'];

const FORGET = `
  ALTER TABLE alert NO FORCE ROW LEVEL SECURITY;
  DELETE FROM alert WHERE subject_kind IN (${WATCHED.map((kind) => `'${kind}'`).join(', ')});
  ALTER TABLE alert FORCE ROW LEVEL SECURITY`;

export class AnswerAlerts1764000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ALERTS);
    await runner.query(STEPS);
    await runner.query(subjectKinds([...BEFORE, ...WATCHED]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET);
    await runner.query(subjectKinds(BEFORE));
    await runner.query(`
      DROP TABLE escalation_step;
      ALTER TABLE membership DROP CONSTRAINT ck_membership_head, DROP COLUMN is_head;
      DROP INDEX ix_alert_snoozed;
      ALTER TABLE alert DROP CONSTRAINT ck_alert_snooze, DROP COLUMN snoozed_on, DROP COLUMN unanswered_since, DROP COLUMN escalation_step`);
  }
}
