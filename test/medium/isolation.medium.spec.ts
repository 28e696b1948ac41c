import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { RecordDatabase, StateRepository } from '#persistence';

import { saveOneOfEach } from '../factories/one-of-each.js';
import { createTestDatabase, type TestDatabase } from '../support/template-database.js';

/** PostgreSQL's insufficient_privilege: what row-level security and missing grants both answer. */
const REFUSED = '42501';
const ATTACKS = 1_000;

let database: TestDatabase;
let owner: pg.Client;
let application: pg.Client;
let own: number;
let other: number;
let tables: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  const record = await RecordDatabase.open({ url: database.appUrl, poolSize: 2 });
  const states = new StateRepository(record);
  const save = (iso3: string) =>
    states.saveState({ iso3, name: { en: iso3, es: iso3 }, timeZone: 'UTC', demonstration: false });
  own = (await save('PER')).id;
  other = (await save('CHL')).id;
  for (const state of [own, other]) await saveOneOfEach(record, state);
  await record.close();
  owner = await connect(database.ownerUrl);
  application = await connect(database.appUrl);
  tables = await listNames(
    owner,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
});

afterAll(async () => {
  await owner?.end();
  await application?.end();
  await database?.drop();
});

describe("the application's login", () => {
  it('owns nothing, is no superuser and cannot act as a role that bypasses the policies', async () => {
    expect(await powerOf(application)).toEqual({ owned: 0, bypassing: 0 });
  });

  it('would be caught owning tables: the same question, asked as the owner, finds what the owner owns', async () => {
    expect((await powerOf(owner)).owned).toBeGreaterThanOrEqual(tables.length);
  });

  it('is bound like this by FORCE alone where it owned a table, so every table of a State has it', async () => {
    const unforced = await listNames(
      owner,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND relname = ANY('{${tables.join(',')}}') AND relname NOT IN ('searchable_text', 'audit_words') AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(unforced).toEqual([]);
  });

  it(`touches no row of another State in ${ATTACKS} random reads and writes`, async () => {
    expect(tables.length).toBeGreaterThan(30);
    const draw = drawFrom(20_261_124);
    const reached: string[] = [];
    for (let round = 0; round < ATTACKS; round += 1) {
      const attack = ATTACK_LIST[draw(ATTACK_LIST.length)]!;
      const table = tables[draw(tables.length)]!;
      const touched = await rowsTouched(attack(table), own);
      if (touched > 0) reached.push(`${attack.name} ${table}: ${touched}`);
    }
    process.stdout.write(
      `S3: ${ATTACKS} attempts over ${tables.length} tables, ${reached.length} reached another State\n`,
    );
    expect(reached).toEqual([]);
  });

  it('would be caught: with the policies of one table lifted, the same attempts reach the other State', async () => {
    await owner.query('ALTER TABLE indicator DISABLE ROW LEVEL SECURITY');
    const reaching: string[] = [];
    for (const attack of ATTACK_LIST) {
      if ((await rowsTouched(attack('indicator'), own)) > 0) reaching.push(attack.name);
    }
    await owner.query('ALTER TABLE indicator ENABLE ROW LEVEL SECURITY');
    expect(reaching).toEqual(ATTACK_LIST.map((attack) => attack.name));
  });
});

/** Views that the public role may not read. */
const OF_THE_APPLICATION: ReadonlySet<string> = new Set([
  'accepted_figure',
  'audit_search',
  'standing_judgement',
]);

describe('the public role', () => {
  it('reads no table but the published figures, in any schema', async () => {
    await application.query('SET ROLE vigia_public');
    const found = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`,
    );
    const readable: string[] = [];
    for (const { name } of found.rows) {
      if ((await codeOf(application.query(`SELECT 1 FROM ${name} LIMIT 1`))) !== REFUSED) readable.push(name);
    }
    await application.query('RESET ROLE');
    expect(found.rows.some(({ name }) => name.startsWith('queue.'))).toBe(true);
    expect(readable).toEqual(['public.published_figure']);
  });

  it('sees in each view the State that is named, and without one nothing', async () => {
    const views = await listNames(
      owner,
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'state_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v' ORDER BY 1`,
    );
    const seen: string[] = [];
    for (const view of [...views, 'published_figure']) {
      const role = OF_THE_APPLICATION.has(view) ? 'vigia_app' : 'vigia_public';
      for (const state of [own, other, null]) {
        await application.query(`BEGIN READ ONLY; SET LOCAL ROLE ${role}`);
        if (state !== null) await application.query(`SET LOCAL vigia.state = '${state}'`);
        const { rows } = await application.query<{ id: number }>(
          `SELECT DISTINCT state_id AS id FROM ${view}`,
        );
        await application.query('COMMIT');
        const expected = state === null ? [] : [state];
        if (rows.map((row) => row.id).join() !== expected.join())
          seen.push(`${view} as ${String(state)}: ${rows.length}`);
      }
    }
    await application.query('RESET ROLE');
    expect(views.length).toBeGreaterThan(10);
    expect(seen).toEqual([]);
  });

  it('shows the baseline of a count of persons to nobody, and that of a citation to everybody', async () => {
    await owner.query('BEGIN');
    await owner.query(`SET LOCAL vigia.state = '${own}'`);
    await owner.query('UPDATE indicator SET baseline_value = 120, target_value = 60');
    const shown: unknown[] = [];
    for (const kind of ['person_count', 'derived_rate', null, 'plain', 'citation']) {
      await owner.query('UPDATE indicator SET figure_kind = $1', [kind]);
      const { rows } = await owner.query<{ baseline: string | null; target: string | null }>(
        'SELECT DISTINCT baseline_value AS baseline, target_value AS target FROM public_indicator',
      );
      shown.push([kind, ...rows.map((row) => [row.baseline, row.target])]);
    }
    await owner.query('ROLLBACK');
    expect(shown).toEqual([
      ['person_count', [null, null]],
      ['derived_rate', [null, null]],
      [null, [null, null]],
      ['plain', ['120', '60']],
      ['citation', ['120', '60']],
    ]);
  });
});

/** Each answers a statement by which one State reaches for the rows of the other. */
const ATTACK_LIST: readonly ((table: string) => string)[] = [
  function read(table) {
    return `SELECT 1 FROM ${table} WHERE state_id = ${other}`;
  },
  function readBySubquery(table) {
    return `SELECT 1 FROM state s WHERE s.id = ${other} AND EXISTS (SELECT 1 FROM ${table} x WHERE x.state_id = s.id)`;
  },
  function update(table) {
    return `UPDATE ${table} SET state_id = state_id WHERE state_id = ${other}`;
  },
  function take(table) {
    return `UPDATE ${table} SET state_id = ${own} WHERE state_id = ${other}`;
  },
  function giveAway(table) {
    return `UPDATE ${table} SET state_id = ${other} WHERE state_id = ${own}`;
  },
  function remove(table) {
    return `DELETE FROM ${table} WHERE state_id = ${other}`;
  },
  function insert(table) {
    return `INSERT INTO ${table} SELECT (jsonb_populate_record(x, jsonb_build_object('state_id', ${other}))).* FROM ${table} x WHERE state_id = ${own}`;
  },
];

/**
 * Rows touched in a transaction that is rolled back; none when the database refused the attempt for want of a right. Any other
 * failure (a clash of keys) comes after the policies and counts as a row.
 */
async function rowsTouched(statement: string, state: number): Promise<number> {
  await application.query(`BEGIN; SET LOCAL vigia.state = '${state}'`);
  try {
    return (await application.query(statement)).rowCount ?? 0;
  } catch (error) {
    return (error as pg.DatabaseError).code === REFUSED ? 0 : 1;
  } finally {
    await application.query('ROLLBACK');
  }
}

/** What a login owns, and the roles it can act as that no policy binds. */
async function powerOf(login: pg.Client): Promise<{ owned: number; bypassing: number }> {
  const { rows } = await login.query<{ owned: number; bypassing: number }>(
    `SELECT (SELECT count(*)::int FROM pg_class WHERE pg_has_role(session_user, relowner, 'MEMBER')) AS owned,
            (SELECT count(*)::int FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(session_user, oid, 'MEMBER')) AS bypassing`,
  );
  return rows[0]!;
}

async function codeOf(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => undefined,
    (error: pg.DatabaseError) => error.code,
  );
}

/** Park and Miller's generator: the same attempts in every run. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function listNames(client: pg.Client, text: string): Promise<string[]> {
  return (await client.query<{ name: string }>(text)).rows.map((row) => row.name);
}
