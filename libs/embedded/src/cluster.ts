import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { OperationalError, UserError } from '#domain';

import { SERVER_ENVIRONMENT, lastLine } from './binaries.js';
import { isAlive } from './postmaster.js';
import type { ServerAccount } from './server-account.js';

/** Major version of the binaries in package.json; a data folder of another one cannot be opened by them. */
const MAJOR = '18';
const DRAFT = /^postgres\.new-(\d+)-/;

/** Files of the database below the folder that the server's account can reach. */
export function clusterFolder(home: string): string {
  return join(home, 'postgres');
}

export function isCreated(home: string): boolean {
  return existsSync(join(clusterFolder(home), 'PG_VERSION'));
}

/**
 * Makes the files of a new database. They are made aside and moved into place whole, so that a start that was killed half-way
 * leaves nothing half made, two starts at once end up with one database, and no file that was there is ever touched.
 */
export function createCluster(
  binaries: string,
  home: string,
  password: string,
  account: ServerAccount,
): void {
  removeAbandoned(home);
  const draft = mkdtempSync(join(home, `postgres.new-${process.pid}-`));
  try {
    give(draft, account);
    initdb(binaries, draft, password, account);
    renameSync(join(draft, 'data'), clusterFolder(home));
  } catch (cause) {
    if (isCreated(home)) return;
    if (!existsSync(clusterFolder(home))) throw cause;
    throw new UserError(
      'conflict',
      'embedded.not_a_database',
      `The folder ${clusterFolder(home)} holds files, but no whole database. Move it away to start anew, or restore a backup.`,
      { cause },
    );
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @throws UserError when the files were made by another major version of PostgreSQL, newer or older. */
export function assertSameMajor(home: string): void {
  const found = readFileSync(join(clusterFolder(home), 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new UserError(
    'conflict',
    'embedded.version',
    `The database in ${clusterFolder(home)} was made by PostgreSQL ${found}; this version of Vigía brings ${MAJOR}. Restore a backup into a new VIGIA_DATA_DIR.`,
  );
}

function initdb(binaries: string, draft: string, password: string, account: ServerAccount): void {
  const data = join(draft, 'data');
  const passwordFile = join(draft, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [data, passwordFile]) give(path, account);
  const options = {
    '--pgdata': data,
    '--username': 'postgres',
    '--auth': 'scram-sha-256',
    '--pwfile': passwordFile,
    '--encoding': 'UTF8',
    '--locale': 'C',
  };
  const made = spawnSync(
    join(binaries, 'initdb'),
    Object.entries(options).map(([name, value]) => `${name}=${value}`),
    { ...account, cwd: '/', encoding: 'utf8', env: SERVER_ENVIRONMENT },
  );
  if (made.status === 0) return;
  throw new OperationalError(
    'embedded.create',
    `The embedded database could not be made: ${lastLine(made.stderr)}`,
  );
}

function give(path: string, { uid, gid }: ServerAccount): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** What a start left behind that was killed while it made the files. */
function removeAbandoned(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = DRAFT.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker)))
      rmSync(join(home, name), { recursive: true, force: true });
  }
}
