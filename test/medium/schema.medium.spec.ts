import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { listSchemaDrift } from '#persistence';

import { VERSION_DEPENDENT, readCatalogue } from '../support/catalogue.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

/** Written by `UPDATE_CATALOGUE=1 npm run test:medium` on PostgreSQL 18; read the difference before committing it. */
const FIXTURE = fileURLToPath(new URL('../fixtures/schema/catalogue.txt', import.meta.url));
const FIXTURE_VERSION = 18;

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

describe('the migrated schema', () => {
  it('is what the entities say', async () => {
    expect(await listSchemaDrift(database.ownerUrl)).toEqual([]);
  });

  it('is told apart from one that lost an index, a column or a foreign key', async () => {
    await owner.query(`
      DROP INDEX ix_alert_recommendation;
      ALTER TABLE session DROP COLUMN revoked_at;
      ALTER TABLE notice DROP CONSTRAINT fk_notice_alert`);
    const drift = (await listSchemaDrift(database.ownerUrl)).join('\n');
    await owner.query(`
      CREATE INDEX ix_alert_recommendation ON alert (state_id, recommendation_id);
      ALTER TABLE notice ADD CONSTRAINT fk_notice_alert FOREIGN KEY (state_id, alert_id) REFERENCES alert (state_id, id) ON DELETE CASCADE`);
    expect(drift).toContain('ix_alert_recommendation');
    expect(drift).toContain('"revoked_at"');
    expect(drift).toContain('fk_notice_alert');
  });
});

describe('the catalogue of the migrated schema', () => {
  it('is the one on file: policies, checks and grants included, which the entities cannot see', async () => {
    const fresh = await createTestDatabase();
    const client = new pg.Client({ connectionString: fresh.ownerUrl });
    await client.connect();
    const lines = await readCatalogue(client);
    const version = await client.query<{ major: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS major`,
    );
    await client.end();
    await fresh.drop();
    if (process.env['UPDATE_CATALOGUE']) writeFileSync(FIXTURE, `${lines.join('\n')}\n`);
    const onFile = readFileSync(FIXTURE, 'utf8').trimEnd().split('\n');
    const comparable =
      version.rows[0]?.major === FIXTURE_VERSION
        ? () => true
        : (line: string) => !VERSION_DEPENDENT.test(line);
    expect(lines.filter(comparable)).toEqual(onFile.filter(comparable));
  });

  it('forces row-level security on every table that belongs to a State, but for the words that are searched', async () => {
    const open = await owner.query(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('searchable_text', 'audit_words') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(open.rows).toEqual([]);
  });
});
