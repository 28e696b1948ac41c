import { UserError } from '#domain';

import type { Sql } from '../transaction/sql.js';

const GROUPS = ['vigia_app', 'vigia_public'];

/** Makes sure that the application's login exists, may work in this database, and owns nothing by it. */
export async function ensureApplicationLogin(sql: Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const login = decodeURIComponent(username);
  const owner = await sql.row<{ name: string }>('SELECT session_user AS name');
  if (login === '' || login === owner?.name) {
    throw new UserError(
      'invalid_input',
      'database.login_owns_tables',
      'DATABASE_URL must name a login of its own, not the owner in DATABASE_OWNER_URL: the owner is not held by the grants.',
    );
  }
  const existing = await sql.row('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  if (!existing) {
    await run(sql, `format('CREATE ROLE %I LOGIN PASSWORD %L', $1::text, $2::text)`, [
      login,
      decodeURIComponent(password),
    ]);
  }
  for (const group of GROUPS) {
    const member = await sql.row<{ yes: boolean }>(`SELECT pg_has_role($1, $2, 'MEMBER') AS yes`, [
      login,
      group,
    ]);
    if (!member?.yes) await run(sql, `format('GRANT %I TO %I', $1::text, $2::text)`, [group, login]);
  }
  // TEMPORARY: adding many jobs at once to a queue on PostgreSQL stages them in a temporary table.
  await run(sql, `format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO vigia_app', current_database())`, []);
}

/** Names and literals are quoted by the server itself; DDL takes no parameters. */
async function run(sql: Sql, format: string, parameters: readonly string[]): Promise<void> {
  const statement = await sql.row<{ text: string }>(`SELECT ${format} AS text`, parameters);
  if (statement) await sql.execute(statement.text);
}
