import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { keptSecret } from './kept-secret.js';
import { loadConfig } from './load-config.js';
import { secretsOf } from './local-secrets.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigia-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('local secrets', () => {
  it('stay the same from one start to the next, and differ from each other', () => {
    const config = loadConfig({ VIGIA_DATA_DIR: join(folder, 'data') });
    const first = secretsOf(config);
    expect(secretsOf(config)).toEqual(first);
    expect(first.session).not.toBe(first.disclosure);
    expect(first.session.length).toBeGreaterThanOrEqual(43);
  });

  it('are kept for their owner only, and leave no draft behind', () => {
    keptSecret(folder, 'session-secret');
    expect(readdirSync(folder)).toEqual(['session-secret']);
    expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it('give way to the ones in the settings, and are then not made', () => {
    const config = loadConfig({
      VIGIA_DATA_DIR: folder,
      SESSION_SECRET: 's'.repeat(32),
      DISCLOSURE_KEY: 'd'.repeat(32),
    });
    expect(secretsOf(config)).toEqual({ session: 's'.repeat(32), disclosure: 'd'.repeat(32) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are never taken from a file that was cut short', () => {
    writeFileSync(join(folder, 'session-secret'), '');
    expect(() => keptSecret(folder, 'session-secret')).toThrow(/session-secret is cut short/);
  });

  it('say in a sentence that the folder cannot be written or read', () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect(() => keptSecret(join(folder, 'a-file', 'below'), 'session-secret')).toThrow(/VIGIA_DATA_DIR/);
    mkdirSync(join(folder, 'session-secret'));
    expect(() => keptSecret(folder, 'session-secret')).toThrow(/VIGIA_DATA_DIR/);
  });
});
