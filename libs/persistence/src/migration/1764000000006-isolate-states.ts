import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One State never reads another's rows: each transaction names its State, and each table that belongs to a State answers for
 * that State only. FORCE binds the owner as well. NULLIF, because a pooled connection that has once named a State keeps the
 * setting as an empty string.
 */
const PREDICATE = `state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

const STATE_TABLES = [
  'institution',
  'membership',
  'focal_point',
  'document',
  'section',
  'paragraph',
  'paragraph_text',
  'recommendation',
  'recommendation_text',
  'document_reference',
  'article_reference',
  'responsibility',
  'source',
  'indicator',
  'recommendation_indicator',
  'series',
  'observation',
  'budget_line',
  'budget_figure',
  'case_series',
  'case_stage',
  'published_figure',
  'deadline',
  'deadline_history',
  'obligation',
  'submission',
  'sweep',
  'alert',
  'alert_transition',
  'message',
  'delivery',
  'notice',
  'audit_entry',
];

export class IsolateStates1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of STATE_TABLES) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY of_one_state ON ${table} USING (${PREDICATE}) WITH CHECK (${PREDICATE})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of STATE_TABLES) {
      await runner.query(`
        DROP POLICY of_one_state ON ${table};
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
