import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import pg from 'pg';

import { migrate } from '#persistence';
import * as queue from '#queue';

export interface TestDatabase {
  /** The owner's login: it migrates, and is bound by row-level security like everybody. */
  readonly ownerUrl: string;
  /** The application's login. */
  readonly appUrl: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

const APPLICATION = { login: 'vigia_test_app', password: 'only-for-tests' };
const LIBRARIES = fileURLToPath(new URL('../../libs', import.meta.url));
/** What a migrated database is made of; a change in any of it makes a new template. */
const INGREDIENTS = [
  'persistence/src/migration',
  'persistence/src/migrate',
  'persistence/src/reference',
  'queue/src',
];
const TEMPLATE_LOCK = 84_443;
const INSUFFICIENT_PRIVILEGE = '42501';
const FORGOTTEN_WITHIN_MS = 10_000;

/** A migrated, empty database of its own: a clone of a template that the first caller on the server prepares. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `vigia_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => {
    const template = await ensureTemplate(server);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    // Rights on a database are not cloned with it.
    await server.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO vigia_app`);
  });
  return {
    ownerUrl: ownerUrlOf(name),
    appUrl: appUrlOf(name),
    drop: () => dropDatabase(name),
  };
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `vigia_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => {
    // Roles belong to the server: with the template they exist, and no two tests create them at once.
    await ensureTemplate(server);
    await server.query(`CREATE DATABASE ${name}`);
  });
  return { ownerUrl: ownerUrlOf(name), appUrl: appUrlOf(name), drop: () => dropDatabase(name) };
}

/** Test files run in processes of their own: one prepares the template, the others wait for it. */
async function ensureTemplate(server: pg.Client): Promise<string> {
  const name = `vigia_template_${fingerprint()}`;
  await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await server.query<{ ready: boolean }>(
      'SELECT datistemplate AS ready FROM pg_database WHERE datname = $1',
      [name],
    );
    if (found.rows[0]?.ready) return name;
    // The mark is set last, so a template without it is what an interrupted run left behind.
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${name}`);
    await migrate({ ownerUrl: ownerUrlOf(name), appUrl: appUrlOf(name) });
    await queue.migrateQueueSchema(ownerUrlOf(name), 'vigia_app');
    await server.query(`ALTER DATABASE ${name} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    return name;
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of INGREDIENTS) {
    const files = readdirSync(join(LIBRARIES, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => one.endsWith('.ts')).sort()) {
      hash.update(file).update(readFileSync(join(LIBRARIES, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** The owner may not end the application's sessions, and one that was just closed takes the server a moment to forget. */
async function dropDatabase(name: string): Promise<void> {
  const givingUpAt = performance.now() + FORGOTTEN_WITHIN_MS;
  for (;;) {
    try {
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      return;
    } catch (error) {
      const refused = (error as { code?: string }).code === INSUFFICIENT_PRIVILEGE;
      if (!refused || performance.now() > givingUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function onServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function serverUrl(): string {
  const url = process.env['VIGIA_TEST_OWNER_URL'];
  if (url) return url;
  throw new TypeError(
    'VIGIA_TEST_OWNER_URL is not set: run database tests through jest, whose set-up starts a server.',
  );
}

function ownerUrlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function appUrlOf(database: string): string {
  const url = new URL(ownerUrlOf(database));
  url.username = APPLICATION.login;
  url.password = APPLICATION.password;
  return url.href;
}
