import { UnexpectedError } from '#domain';

import { migrations } from '../migration/migrations.js';
import type { Sql } from './sql.js';

const OLDEST_SERVER = 15;

interface Server {
  readonly version: number;
  readonly synchronousCommit: string;
  readonly migrated: boolean;
  readonly owned: number;
  readonly bypassing: string | null;
}

/** Throws an `UnexpectedError` that names what is wrong and what to do, at the first thing that is. */
export async function assertSafeServer(sql: Sql): Promise<void> {
  const server = await sql.row<Server>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            current_setting('synchronous_commit') AS "synchronousCommit",
            to_regclass('public.migrations') IS NOT NULL AS migrated,
            (SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
               AND pg_has_role(session_user, c.relowner, 'MEMBER')) AS owned,
            (SELECT min(rolname) FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(session_user, oid, 'MEMBER')) AS bypassing`,
  );
  if (!server) return;
  if (server.version < OLDEST_SERVER) {
    refuse(
      'database.server_too_old',
      `PostgreSQL ${server.version} is too old: Vigía needs ${OLDEST_SERVER} or newer.`,
    );
  }
  if (server.synchronousCommit === 'off') {
    refuse(
      'database.commit_not_durable',
      'synchronous_commit is off: a crash would lose reminders that were recorded as sent. Set it to on.',
    );
  }
  if (server.bypassing !== null) {
    refuse(
      'database.login_bypasses_security',
      `The login of DATABASE_URL can act as "${server.bypassing}", which bypasses row-level security. Use the application's own login.`,
    );
  }
  if (server.owned > 0) {
    refuse(
      'database.login_owns_tables',
      'The login of DATABASE_URL owns tables of Vigía. Use a login of its own, and the owner in DATABASE_OWNER_URL only.',
    );
  }
  await assertThisVersion(sql, server.migrated);
}

async function assertThisVersion(sql: Sql, migrated: boolean): Promise<void> {
  const ours = migrations.map((migration) => migration.name);
  const applied = migrated
    ? (await sql.rows<{ name: string }>('SELECT name FROM migrations')).map((row) => row.name)
    : [];
  const unknown = applied.filter((name) => !ours.includes(name));
  if (unknown.length > 0) {
    refuse(
      'database.newer_version',
      `The database was migrated by a newer version of Vigía (${unknown.join(', ')}). Install that version.`,
    );
  }
  const pending = ours.filter((name) => !applied.includes(name));
  if (pending.length > 0) {
    refuse(
      'database.migration_pending',
      `The database is behind this version (${pending.length} steps). Run: npx vigia migrate`,
    );
  }
}

function refuse(code: string, message: string): never {
  throw new UnexpectedError(code, message);
}
