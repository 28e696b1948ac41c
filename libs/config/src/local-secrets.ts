import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from './config.js';

const SECRET_BYTES = 32;

/** The two secrets of an installation; for the embedded default they are made once and kept in the data folder, readable by its owner only. */
export function secretsOf(config: Config): { readonly session: string; readonly disclosure: string } {
  return {
    session: config.secrets.session ?? keptSecret(config.dataDir, 'session-secret'),
    disclosure: config.secrets.disclosure ?? keptSecret(config.dataDir, 'disclosure-key'),
  };
}

function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx` fails when it is there: of two processes that start at once, both end up with the first one's secret.
    writeFileSync(path, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
