import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { OperationalError } from '#domain';

import { SERVER_ENVIRONMENT } from './binaries.js';
import { clusterFolder } from './cluster.js';
import { answers } from './login.js';
import { findPostmaster } from './postmaster.js';
import type { Postmaster } from './postmaster.js';
import type { ServerAccount } from './server-account.js';

/** Crash recovery of a large database takes its time. */
const READY_WITHIN_MS = 120_000;
const ADOPT_WITHIN_MS = 5_000;
const STOP_WITHIN_S = 120;
const PAUSE_MS = 25;
const START_ATTEMPTS = 5;
const START_PAUSE_MS = 300;

export interface ServerSettings {
  readonly binaries: string;
  readonly home: string;
  readonly password: string;
  readonly account: ServerAccount;
  readonly durable: boolean;
}

/**
 * A server of an earlier process, if it answers. One that was just killed may still show in the process table, and another
 * program may have got its number: neither answers, and PostgreSQL itself then decides whether its data is free.
 */
export async function findAnswering(home: string, password: string): Promise<Postmaster | null> {
  const deadline = performance.now() + ADOPT_WITHIN_MS;
  for (let found = findPostmaster(clusterFolder(home)); found; found = findPostmaster(clusterFolder(home))) {
    if (await answers(found.port, password)) return found;
    if (performance.now() > deadline) return null;
    await pause(PAUSE_MS);
  }
  return null;
}

/** Starts the server; of two processes that do it at once, both end up with the same one. */
export async function startServer(settings: ServerSettings): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await spawnServer(settings);
    if (started) return started;
    const other = await findAnswering(settings.home, settings.password);
    if (other) return other;
    if (attempt === START_ATTEMPTS) throw notStarted(clusterFolder(settings.home));
    // Children of a killed server hold its memory for a moment; PostgreSQL does not start beside them.
    await pause(attempt * START_PAUSE_MS);
  }
}

/** A fast shutdown: running transactions are rolled back, what was committed is written out. */
export async function stopServer(binaries: string, home: string, account: ServerAccount): Promise<void> {
  const data = clusterFolder(home);
  if (findPostmaster(data) === null) return;
  // Asked through pg_ctl, because Windows knows no signals.
  const control = [
    'stop',
    '--silent',
    '--wait',
    '--mode=fast',
    `--timeout=${STOP_WITHIN_S}`,
    `--pgdata=${data}`,
  ];
  const stopping = spawn(join(binaries, 'pg_ctl'), control, {
    ...account,
    cwd: '/',
    stdio: 'ignore',
    env: SERVER_ENVIRONMENT,
  });
  await new Promise((resolve) => stopping.once('close', resolve).once('error', resolve));
  if (findPostmaster(data) === null) return;
  throw new OperationalError(
    'embedded.stop',
    `The embedded database has not stopped within ${STOP_WITHIN_S} seconds. It loses nothing, and the next start takes it over.`,
  );
}

/** Null when the server ended before it answered. */
async function spawnServer(settings: ServerSettings): Promise<Postmaster | null> {
  const { binaries, home, password, account } = settings;
  const data = clusterFolder(home);
  const port = await choosePort(home);
  const log = openSync(join(data, 'server.log'), 'a');
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...parameters(port, settings.durable)], {
    ...account,
    cwd: '/',
    // A group of its own: Ctrl-C must reach this process first, which then shuts the server down in order.
    detached: true,
    stdio: ['ignore', log, log],
    env: SERVER_ENVIRONMENT,
  });
  closeSync(log);
  server.unref();
  let ended = false;
  server.once('exit', () => (ended = true)).once('error', () => (ended = true));
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!ended && performance.now() < deadline) {
    // Its own file tells which server it is: on the kept port another process's may answer.
    if (await answers(port, password)) return findPostmaster(data);
    await pause(PAUSE_MS);
  }
  return null;
}

function parameters(port: number, durable: boolean): string[] {
  const write = durable ? 'on' : 'off';
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: write,
    full_page_writes: write,
    synchronous_commit: 'on',
    timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The port of the last start, so that those who hold its address find the server again; another one when it is taken. */
async function choosePort(home: string): Promise<number> {
  const path = join(home, 'postgres-port');
  const kept = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  const port = (await freePort(kept)) ?? (await freePort(0));
  if (port === null)
    throw new OperationalError('embedded.port', 'This machine has no free port for the embedded database.');
  if (port !== kept) writeFileSync(path, String(port));
  return port;
}

/** The port itself, or any for 0; null when it cannot be had. */
function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function notStarted(data: string): OperationalError {
  const log = join(data, 'server.log');
  const reason = readFileSync(log, 'utf8')
    .split('\n')
    .findLast((line) => line.includes('FATAL:'));
  return new OperationalError(
    'embedded.start',
    `The embedded database did not start${reason === undefined ? '' : ` (${reason.replace(/^.*FATAL:\s*/, '')})`}. Its log is ${log}.`,
  );
}
