import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { OperationalError, UserError } from '#domain';
import { migrate, revertMigrations } from '#persistence';

import { migrations } from '../../libs/persistence/src/migration/migrations.js';
import { readCatalogue } from '../support/catalogue.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let owner: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await owner?.end();
  await database?.drop();
});

async function listApplied(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}

async function cleanCatalogue(): Promise<string[]> {
  const clean = await createTestDatabase();
  const client = new pg.Client({ connectionString: clean.ownerUrl });
  await client.connect();
  const lines = await readCatalogue(client);
  await client.end();
  await clean.drop();
  return lines;
}

describe('migrate', () => {
  it('builds, takes down and builds again the same schema', async () => {
    const names = await migrate({ ownerUrl: database.ownerUrl });
    const first = await readCatalogue(owner);
    await revertMigrations(database.ownerUrl);
    const left = await owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND relname <> 'migrations'`,
    );
    expect(left.rows).toEqual([]);
    expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual(names);
    expect(await readCatalogue(owner)).toEqual(first);
  });

  it('applies each step once when six start at the same time', async () => {
    const { ownerUrl, appUrl } = database;
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate({ ownerUrl, appUrl })));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(applied.flat()).toEqual(await listApplied());
  });

  it('does nothing to a database that is up to date', async () => {
    await migrate({ ownerUrl: database.ownerUrl });
    const written = () =>
      owner.query(
        `SELECT (SELECT sum(xmin::text::bigint) FROM category) AS category, (SELECT sum(xmin::text::bigint) FROM theme) AS theme`,
      );
    const before = (await written()).rows;
    expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([]);
    expect((await written()).rows).toEqual(before);
  });

  it('finishes what a migration that was cut off in the middle of a step left behind', async () => {
    // A table of the same name, not yet committed, holds the fourth step until it is cut off.
    const blocker = new pg.Client({ connectionString: database.ownerUrl });
    await blocker.connect();
    await blocker.query('BEGIN; CREATE TABLE indicator ()');
    const cutOff = migrate({ ownerUrl: database.ownerUrl }).catch((error: unknown) => error);
    await waitForBlockedMigration();
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vigia-migrate' AND datname = current_database()`,
    );
    expect(await cutOff).toBeInstanceOf(OperationalError);
    await blocker.query('ROLLBACK');
    await blocker.end();

    expect(await listApplied()).toHaveLength(3);
    expect((await owner.query(`SELECT to_regclass('source') AS source`)).rows).toEqual([{ source: null }]);
    expect(await migrate({ ownerUrl: database.ownerUrl })).toHaveLength(migrations.length - 3);
    expect(await readCatalogue(owner)).toEqual(await cleanCatalogue());
  });

  it("refuses the owner's login as the application's", async () => {
    const both = { ownerUrl: database.ownerUrl, appUrl: database.ownerUrl };
    await expect(migrate(both)).rejects.toBeInstanceOf(UserError);
  });
});

async function waitForBlockedMigration(): Promise<void> {
  for (;;) {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'vigia-migrate' AND datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%CREATE TABLE indicator%'`,
    );
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
