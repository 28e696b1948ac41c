import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import pg from 'pg';

import { OperationalError, UserError } from '#domain';

import { findBinaries } from './binaries.js';
import { keptPassword, reachableHome } from './data-folder.js';
import { Holders } from './holders.js';
import { findPostmaster, isAlive } from './postmaster.js';
import type { Postmaster } from './postmaster.js';
import { serverAccount } from './server-account.js';
import type { ServerAccount } from './server-account.js';

/** Major version of the binaries in package.json; a data folder of another one cannot be opened by them. */
const MAJOR = '18';
const OWNER = 'vigia_owner';
const APPLICATION = 'vigia_application';
const DATABASE = 'vigia';
/** Crash recovery of a large database takes its time. */
const READY_WITHIN_MS = 120_000;
const ADOPT_WITHIN_MS = 5_000;
const PAUSE_MS = 25;
const START_ATTEMPTS = 5;
const START_PAUSE_MS = 300;

export interface EmbeddedOptions {
  readonly dataDir: string;
  onProgress?(step: 'creating' | 'starting' | 'adopting'): void;
}

export interface EmbeddedPostgres {
  /** Login that owns the database and is no superuser, so that row-level security binds it. */
  readonly ownerUrl: string;
  /** Login for the application; the migration creates it with the password given here. */
  readonly applicationUrl: string;
  /** True when a server of an earlier process was still running on the data. */
  readonly adopted: boolean;
  /** A fast shutdown once no other process uses it: running transactions are rolled back, nothing committed is lost. */
  stop(): Promise<void>;
}

/** Starts the one-machine PostgreSQL, takes over one that outlived its parent, or recovers one that was killed. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const home = reachableHome(options.dataDir, account);
  const data = join(home, 'postgres');
  const password = keptPassword(options.dataDir);

  const running = await findAnswering(data, password);
  if (running) options.onProgress?.('adopting');
  const postmaster = running ?? (await launch(data, home, password, account, options));
  const ownerUrl = await prepareOwner(postmaster, password);
  const holders = new Holders(options.dataDir);
  holders.enter();
  return {
    ownerUrl,
    applicationUrl: urlFor(APPLICATION, password, postmaster.port),
    adopted: running !== null,
    stop: async () => {
      if (holders.leave()) await stop(postmaster.pid);
    },
  };
}

async function launch(
  data: string,
  home: string,
  password: string,
  account: ServerAccount,
  options: EmbeddedOptions,
): Promise<Postmaster> {
  const binaries = findBinaries(account, home);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    options.onProgress?.('creating');
    create(binaries, data, home, password, account);
  }
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (found !== MAJOR)
    throw new UserError(
      'conflict',
      'embedded.version',
      `The database in ${data} was made by PostgreSQL ${found}; this version of Vigía brings ${MAJOR}. Restore a backup into a new VIGIA_DATA_DIR.`,
    );
  options.onProgress?.('starting');
  for (let attempt = 1; ; attempt += 1) {
    const started = await spawnServer(binaries, data, password, account);
    if (started) return started;
    // Children of a killed server hold its memory for a moment; PostgreSQL does not start beside them.
    if (attempt === START_ATTEMPTS)
      throw new OperationalError(
        'embedded.start',
        `The embedded database did not start; its log is ${join(data, 'server.log')}.`,
      );
    await pause(attempt * START_PAUSE_MS);
  }
}

/** Null when the server ended before it answered. */
async function spawnServer(
  binaries: string,
  data: string,
  password: string,
  account: ServerAccount,
): Promise<Postmaster | null> {
  const port = await freePort();
  const log = openSync(join(data, 'server.log'), 'a');
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
    ],
    // A group of its own: Ctrl-C must reach this process first, which then shuts the server down in order.
    { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC' } },
  );
  closeSync(log);
  server.unref();
  const deadline = performance.now() + READY_WITHIN_MS;
  while (server.exitCode === null && server.pid !== undefined && performance.now() < deadline) {
    if (await answers(port, password)) return { pid: server.pid, port };
    await pause(PAUSE_MS);
  }
  return null;
}

/**
 * A server of an earlier process, if it answers. One that was just killed may still show in the process table, and another
 * program may have got its number: neither answers, and PostgreSQL itself then decides whether its data is free.
 */
async function findAnswering(data: string, password: string): Promise<Postmaster | null> {
  const deadline = performance.now() + ADOPT_WITHIN_MS;
  for (let found = findPostmaster(data); found; found = findPostmaster(data)) {
    if (await answers(found.port, password)) return found;
    if (performance.now() > deadline) return null;
    await pause(PAUSE_MS);
  }
  return null;
}

function create(
  binaries: string,
  data: string,
  home: string,
  password: string,
  account: ServerAccount,
): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(home, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(data, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--locale=C',
    ],
    {
      ...account,
      cwd: '/',
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    },
  );
  rmSync(passwordFile);
  if (made.status === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new OperationalError(
    'embedded.create',
    `The embedded database could not be made: ${lastLine(made.stderr)}`,
  );
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = superuser(port, password, 'postgres');
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
async function prepareOwner({ port }: Postmaster, password: string): Promise<string> {
  const client = superuser(port, password, 'postgres');
  await client.connect();
  try {
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

function urlFor(login: string, password: string, port: number): string {
  return `postgres://${login}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function superuser(port: number, password: string, database: string): pg.Client {
  return new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database,
    connectionTimeoutMillis: 5_000,
  });
}

/** SIGINT asks PostgreSQL for a fast shutdown. */
async function stop(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await pause(PAUSE_MS);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
