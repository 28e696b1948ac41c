import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startEmbeddedPostgres } from '#embedded';
import type { EmbeddedPostgres } from '#embedded';

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-embedded-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return join(folder, 'data');
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  running.push(server);
  return server;
}

async function query<T extends pg.QueryResultRow>(server: EmbeddedPostgres, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

function postmasterOf(dataDir: string): number {
  const home = existing(join(dataDir, 'postgres-home')) ?? dataDir;
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('gives an owner that is no superuser, and keeps its data from one start to the next', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    expect(
      await query(first, 'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    expect(await query(first, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(await query(await start(dataDir), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is taken over when it outlived the process that started it', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    const second = await start(dataDir);
    expect(second.adopted).toBe(true);
    expect(second.ownerUrl).toBe(first.ownerUrl);
  });

  it('recovers what was committed when the server itself was killed', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS answer');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 7 }]);
  });

  it('works below a folder that other users cannot enter', async () => {
    const server = await start(newFolder(0o700));
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('keeps its password from other users', async () => {
    const dataDir = newFolder();
    await start(dataDir);
    expect(statSync(join(dataDir, 'database-password')).mode & 0o077).toBe(0);
  });

  it('says in a sentence that a data folder cannot be written', async () => {
    const file = join(newFolder(), '..', 'a-file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: join(file, 'data') })).rejects.toMatchObject({
      code: 'embedded.data_dir',
    });
  });

  it('refuses data of another PostgreSQL, and says what to do', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await server.stop();
    running.length = 0;
    const home = existing(join(dataDir, 'postgres-home')) ?? dataDir;
    writeFileSync(join(home, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'embedded.version' });
  });
});
