import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ConfigError } from './config-error.js';

const SECRET_BYTES = 32;
/** A file cut short by a full disk or a killed process must never count as a secret. */
const SHORTEST = 32;

/** A random secret that is made once and kept in `folder`, readable by its owner only. Processes that start at once get the same. */
export function keptSecret(folder: string, name: string): string {
  const path = join(folder, name);
  const secret = read(path) ?? make(folder, path);
  if (secret.length >= SHORTEST) return secret;
  throw new ConfigError([
    `VIGIA_DATA_DIR: the file ${name} is cut short; bring it back from a backup, or remove it to have a new one made`,
  ]);
}

function make(folder: string, path: string): string {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' });
    publish(draft, path);
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError(['VIGIA_DATA_DIR: the folder cannot be written; give a folder of your own']);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all, and never over an earlier secret. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return;
    // Some shared folders know no links; a copy is next best.
    try {
      copyFileSync(draft, path, constants.COPYFILE_EXCL);
    } catch (copyError) {
      if (!isCode(copyError, 'EEXIST')) throw copyError;
    }
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new ConfigError(['VIGIA_DATA_DIR: what is kept there cannot be read by this user']);
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
