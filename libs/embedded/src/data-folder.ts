import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UserError } from '#domain';

import type { ServerAccount } from './server-account.js';

/**
 * Where the server's account can work. As root below a folder that other users cannot enter (root's home is 0700) the
 * database lies in a folder of its own outside, and the data folder keeps its address.
 */
export function reachableHome(dataDir: string, account: ServerAccount): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    const pointer = join(dataDir, 'postgres-home');
    const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : choose(dataDir, account);
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chmodSync(home, 0o755);
    if (home !== dataDir) writeFileSync(pointer, home);
    return home;
  } catch (cause) {
    throw new UserError(
      'invalid_input',
      'embedded.data_dir',
      `VIGIA_DATA_DIR: the folder ${dataDir} cannot be written. Give a folder of your own.`,
      { cause },
    );
  }
}

function choose(dataDir: string, account: ServerAccount): string {
  return canEnter(dataDir, account) ? dataDir : mkdtempSync(join(persistentTemporary(), 'vigia-'));
}

/** /var/lib survives a restart of the machine, /tmp may not. */
function persistentTemporary(): string {
  return existsSync('/var/lib') ? '/var/lib' : tmpdir();
}

function canEnter(folder: string, account: ServerAccount): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('ls', ['-d', join(folder, '.')], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
