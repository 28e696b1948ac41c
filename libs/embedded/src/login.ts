import pg from 'pg';

import type { Postmaster } from './postmaster.js';

const OWNER = 'vigia_owner';
const APPLICATION = 'vigia_application';
const DATABASE = 'vigia';
/** Any number that no other user of the server's advisory locks takes. */
const LOCK = 84_441;
const CONNECT_WITHIN_MS = 5_000;

/** Whether the server lets its superuser in: it is ready, and it is ours. */
export async function answers(port: number, password: string): Promise<boolean> {
  const client = superuser(port, password);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the owner's login and its database once; both are left alone when they are there. */
export async function prepareOwner({ port }: Postmaster, password: string): Promise<string> {
  const client = superuser(port, password);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (role.rowCount === 0)
      await client.query(
        `CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD ${pg.escapeLiteral(password)}`,
      );
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
  return urlFor(OWNER, password, port);
}

export function applicationUrl({ port }: Postmaster, password: string): string {
  return urlFor(APPLICATION, password, port);
}

function urlFor(login: string, password: string, port: number): string {
  return `postgres://${login}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function superuser(port: number, password: string): pg.Client {
  return new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
}
