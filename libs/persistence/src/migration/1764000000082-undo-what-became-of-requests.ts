import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

const KIND = 'uq_information_request_event_kind';

/** As `stands` says which events count. */
const publicView = (stands: (of: string) => string): string => `
CREATE OR REPLACE VIEW public_information_request AS
  SELECT x.state_id, x.id, x.recommendation_id, x.indicator_id, x.institution_id, x.question, x.language, x.legal_basis, x.sent_on, x.working_days,
         x.due_on, q.happened_on AS published_on, a.happened_on AS answered_on, c.happened_on AS closed_on, w.happened_on AS withdrawn_on,
         w.text AS withdrawn_reason, EXISTS (SELECT FROM information_request l WHERE l.state_id = x.state_id AND l.earlier_id = x.id) AS asked_again,
         CASE WHEN p.id IS NOT NULL THEN a.text END AS answer, CASE WHEN p.id IS NOT NULL THEN a.language END AS answer_language,
         CASE WHEN p.id IS NOT NULL THEN a.url END AS answer_url
  FROM information_request x
  JOIN information_request_event q ON q.state_id = x.state_id AND q.request_id = x.id AND q.kind = 'question_published'
  LEFT JOIN information_request_event a ON a.state_id = x.state_id AND a.request_id = x.id AND a.kind = 'answered'${stands('a')}
  LEFT JOIN information_request_event p ON p.state_id = x.state_id AND p.request_id = x.id AND p.kind = 'answer_published'
  LEFT JOIN information_request_event c ON c.state_id = x.state_id AND c.request_id = x.id AND c.kind = 'closed'${stands('c')}
  LEFT JOIN information_request_event w ON w.state_id = x.state_id AND w.request_id = x.id AND w.kind = 'withdrawn'${stands('w')}
  WHERE x.${PREDICATE};
`;

/**
 * Answering, closing and withdrawing a request can be undone at once. The line stays in its history and says when it was undone; only what
 * stands can happen once. What was published is never undone.
 */
export class UndoWhatBecameOfRequests1764000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE information_request_event ADD COLUMN undone_at timestamptz;
      ALTER TABLE information_request_event ADD CONSTRAINT ck_information_request_event_undone
        CHECK (undone_at IS NULL OR kind IN ('answered', 'closed', 'withdrawn'));
      ALTER TABLE information_request_event DROP CONSTRAINT ${KIND};
      CREATE UNIQUE INDEX ${KIND} ON information_request_event (state_id, request_id, kind) WHERE undone_at IS NULL;
      GRANT UPDATE (undone_at) ON information_request_event TO vigia_app;
    `);
    await runner.query(publicView((of) => ` AND ${of}.undone_at IS NULL`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(publicView(() => ''));
    await runner.query(`
      REVOKE UPDATE (undone_at) ON information_request_event FROM vigia_app;
      ALTER TABLE information_request_event NO FORCE ROW LEVEL SECURITY;
      DELETE FROM information_request_event WHERE undone_at IS NOT NULL;
      ALTER TABLE information_request_event FORCE ROW LEVEL SECURITY;
      DROP INDEX ${KIND};
      ALTER TABLE information_request_event DROP CONSTRAINT ck_information_request_event_undone, DROP COLUMN undone_at;
      ALTER TABLE information_request_event ADD CONSTRAINT ${KIND} UNIQUE (state_id, request_id, kind);
    `);
  }
}
