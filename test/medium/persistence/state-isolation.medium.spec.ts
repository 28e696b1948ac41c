import { UnexpectedError } from '#domain';
import { RecordDatabase, type Sql, StateRepository } from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';

import { saveOneOfEach } from '../../factories/one-of-each.js';
import { createTestDatabase, type TestDatabase } from '../../support/template-database.js';

/** PostgreSQL's insufficient_privilege: what row-level security and missing grants both answer. */
const REFUSED = '42501';
const ATTEMPTS = 1000;

let database: TestDatabase;
let record: RecordDatabase;
let stateIds: readonly [number, number];
let tables: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  record = await RecordDatabase.open({ url: database.appUrl, poolSize: 2, publicPoolSize: 1 });
  const states = new StateRepository(record);
  const state = (iso3: string) =>
    states.saveState({ iso3, name: { en: iso3, es: iso3 }, timeZone: 'UTC', demonstration: false });
  stateIds = [(await state('PER')).id, (await state('CHL')).id];
  for (const stateId of stateIds) await saveOneOfEach(record, stateId);
  tables = await listNames(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND has_table_privilege('vigia_app', c.oid, 'SELECT') ORDER BY 1`,
  );
});

afterAll(async () => {
  await record?.close();
  await database?.drop();
});

/** Each tries to reach the other State from inside one's own; answers how many rows it touched. */
const ATTACKS: Readonly<
  Record<string, (sql: Sql, table: string, own: number, other: number) => Promise<number>>
> = {
  read: async (sql, table, _own, other) =>
    (await sql.rows(`SELECT 1 FROM ${table} WHERE state_id = $1`, [other])).length,
  readEverything: async (sql, table, own) =>
    (await sql.rows<{ state: number }>(`SELECT state_id AS state FROM ${table}`)).filter(
      (row) => row.state !== own,
    ).length,
  update: (sql, table, _own, other) =>
    sql.execute(`UPDATE ${table} SET state_id = state_id WHERE state_id = $1`, [other]),
  giveAway: (sql, table, own, other) =>
    sql.execute(`UPDATE ${table} SET state_id = $2 WHERE state_id = $1`, [own, other]),
  delete: (sql, table, _own, other) => sql.execute(`DELETE FROM ${table} WHERE state_id = $1`, [other]),
  insert: (sql, table, own, other) =>
    sql.execute(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('state_id', $2::int))).* FROM ${table} x WHERE state_id = $1`,
      [own, other],
    ),
};

describe('a State', () => {
  it('has a row in every table that can hold one, so that the attempts below could succeed', async () => {
    expect(tables.length).toBeGreaterThan(30);
    for (const stateId of stateIds) {
      const counts = await record.runState(stateId, (sql) =>
        Promise.all(
          tables.map(async (table) => [table, (await sql.rows(`SELECT 1 FROM ${table}`)).length > 0]),
        ),
      );
      expect(counts.filter(([, filled]) => !filled)).toEqual([]);
    }
  });

  it(`is out of reach of another in ${ATTEMPTS} random attempts`, async () => {
    const before = await fingerprint();
    const attempts = fc.sample(
      fc.record({
        attack: fc.constantFrom(...Object.keys(ATTACKS)),
        table: fc.constantFrom(...tables),
        forth: fc.boolean(),
      }),
      ATTEMPTS,
    );
    const reached: string[] = [];
    for (const { attack, table, forth } of attempts) {
      const [own, other] = forth ? stateIds : [stateIds[1], stateIds[0]];
      const touched = await outcome(() =>
        record.runState(own, (sql) => ATTACKS[attack]!(sql, table, own, other)),
      );
      const mustBeRefused = attack === 'insert' || attack === 'giveAway';
      if (touched !== REFUSED && (mustBeRefused || touched !== 0))
        reached.push(`${attack} ${table}: ${touched}`);
    }
    expect(reached).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('is invisible to a session that names no State', async () => {
    const seen = await record.runShared((sql) =>
      Promise.all(tables.map(async (table) => (await sql.rows(`SELECT 1 FROM ${table}`)).length)),
    );
    expect(seen.filter((rows) => rows > 0)).toEqual([]);
  });
});

describe('the roles', () => {
  it('are safe to start with: the application owns nothing and cannot bypass the policies', async () => {
    await expect(record.assertSafe()).resolves.toBeUndefined();
    expect(
      await listNames(
        `SELECT c.relname AS name FROM pg_class c WHERE pg_has_role('vigia_app', c.relowner, 'MEMBER') AND c.relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
  });

  it('bind even the owner to the policies', async () => {
    const loose = await listNames(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND c.relname NOT IN ('searchable_text', 'audit_words') AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                  AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL))`,
    );
    expect(loose).toEqual([]);
  });

  it('let the public read the published figures and the views, and no other table', async () => {
    const readable = `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
      AND c.relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege('vigia_public', c.oid, 'SELECT') ORDER BY 1`;
    const names = await listNames(readable);
    expect(names.filter((name) => !name.startsWith('public_'))).toEqual(['published_figure']);
    const others = (
      await listNames(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
      )
    ).filter((name) => !names.includes(name));
    for (const table of others) {
      expect(
        await outcome(() => record.runPublic(stateIds[0], (sql) => sql.execute(`SELECT 1 FROM ${table}`))),
      ).toBe(REFUSED);
    }
  });

  it('let the public write nowhere', async () => {
    const writable = await listNames(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
       AND has_table_privilege('vigia_public', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    );
    expect(writable).toEqual([]);
  });

  it('let the application add to the histories and never change them', async () => {
    const changeable = await listNames(
      `SELECT t AS name FROM unnest(ARRAY['audit_entry', 'deadline_history', 'alert_transition', 'delivery']) t
       WHERE has_table_privilege('vigia_app', t, 'UPDATE, DELETE, TRUNCATE') OR NOT has_table_privilege('vigia_app', t, 'INSERT')`,
    );
    expect(changeable).toEqual([]);
  });
});

/** Rows touched, or the code with which PostgreSQL refused. */
async function outcome(attempt: () => Promise<number>): Promise<number | string> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof UnexpectedError) return String(error.details['sqlState']);
    throw error;
  }
}

async function fingerprint(): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const stateId of stateIds) {
    for (const table of tables) {
      const text = `SELECT '${table}' AS table, md5(string_agg(x::text, ',' ORDER BY x::text)) AS rows FROM ${table} x`;
      rows.push(await record.runState(stateId, (sql) => sql.row(text)));
    }
  }
  return rows;
}

async function listNames(text: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query<{ name: string }>(text)).rows.map((row) => row.name);
  } finally {
    await owner.end();
  }
}
