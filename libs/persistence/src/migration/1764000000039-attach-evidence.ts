import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE_NAMED = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

/** What comes with an answer is nobody else's before the answer is accepted. */
const ACCEPTED = `(x.submission_id IS NULL OR EXISTS (
    SELECT FROM submission s WHERE s.state_id = x.state_id AND s.id = x.submission_id AND s.submission_state = 'accepted'))`;

const views = (more: string): string => `
CREATE OR REPLACE VIEW public_evidence AS
  SELECT x.state_id, x.id, x.recommendation_id, x.action_id, x.institution_id, x.language, x.title, x.kind, x.file_id, x.file_name, x.url,
    x.effective_on, x.expires_on, x.recorded_at, f.sha256, f.size_bytes, f.media_type, c.checked_at, c.outcome, c.detail, c.http_status, c.broken_since
  FROM evidence x
  LEFT JOIN evidence_file f ON f.state_id = x.state_id AND f.id = x.file_id
  LEFT JOIN link_check c ON c.state_id = x.state_id AND c.evidence_id = x.id
  WHERE x.${STATE_NAMED} AND x.published AND x.withdrawn_on IS NULL${more};
CREATE OR REPLACE VIEW public_evidence_chunk AS
  SELECT x.state_id, x.id AS evidence_id, c.position, c.bytes
  FROM evidence x JOIN evidence_file_chunk c ON c.state_id = x.state_id AND c.file_id = x.file_id
  WHERE x.${STATE_NAMED} AND x.published AND x.withdrawn_on IS NULL${more};
`;

/** Evidence that comes with an institution's answer; it goes public with it, where it is meant to be public. */
export class AttachEvidence1764000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence ADD COLUMN submission_id integer;
      ALTER TABLE evidence ADD CONSTRAINT fk_evidence_submission FOREIGN KEY (state_id, submission_id) REFERENCES submission (state_id, id) ON DELETE CASCADE;
      CREATE INDEX ix_evidence_submission ON evidence (state_id, submission_id) WHERE submission_id IS NOT NULL`);
    await runner.query(views(` AND ${ACCEPTED}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(views(''));
    await runner.query('ALTER TABLE evidence DROP COLUMN submission_id');
  }
}
