import { RecordDatabase } from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { createTestDatabase, type TestDatabase } from '../../support/template-database.js';

let database: TestDatabase;
let owner: pg.Client;
let record: RecordDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  record = await RecordDatabase.open({ url: database.appUrl, poolSize: 1, publicPoolSize: 1 });
});

afterAll(async () => {
  await record?.close();
  await owner?.end();
  await database?.drop();
});

describe('the reference data', () => {
  it('names every committee, treaty, theme, dimension and category in both languages', async () => {
    const { rows } = await owner.query(
      `SELECT * FROM (SELECT code, name FROM mechanism UNION ALL SELECT code, name FROM instrument UNION ALL SELECT code, name FROM theme
         UNION ALL SELECT code, name FROM dimension UNION ALL SELECT dimension_code || '.' || code, name FROM category) v
       WHERE coalesce(name ->> 'en', '') = '' OR coalesce(name ->> 'es', '') = ''`,
    );
    expect(rows).toEqual([]);
  });

  it('keeps the numbers of both registers of departments, which differ', async () => {
    const { rows } = await owner.query(
      `SELECT codes FROM category WHERE dimension_code = 'department' AND code = '070000'`,
    );
    expect(rows).toEqual([{ codes: { inei: '070000', reniec: '240000', iso: 'PE-CAL' } }]);
  });
});

describe('an application that starts', () => {
  it('accepts the database that it was made for', async () => {
    await expect(record.assertSafe()).resolves.toBeUndefined();
  });

  it('refuses one that does not keep what it commits', async () => {
    const lax = new URL(database.appUrl);
    lax.searchParams.set('options', '-c synchronous_commit=off');
    const opened = await RecordDatabase.open({ url: lax.href, poolSize: 1, publicPoolSize: 1 });
    await expect(opened.assertSafe()).rejects.toMatchObject({ code: 'database.commit_not_durable' });
    await opened.close();
  });

  it('refuses one that is behind it, and one that is ahead of it', async () => {
    await owner.query('DELETE FROM migrations WHERE name = (SELECT max(name) FROM migrations)');
    await expect(record.assertSafe()).rejects.toMatchObject({ code: 'database.migration_pending' });
    await owner.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await expect(record.assertSafe()).rejects.toMatchObject({ code: 'database.newer_version' });
  });
});
