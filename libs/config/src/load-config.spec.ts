import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { describeEnvironment } from './describe-environment.js';
import { loadConfig } from './load-config.js';
import { secretsOf } from './local-secrets.js';

const served = {
  DATABASE_URL: 'postgres://app:p@db/vigia',
  SESSION_SECRET: 's'.repeat(32),
  DISCLOSURE_KEY: 'd'.repeat(32),
  SMTP_URL: 'smtp://relay:25',
};

describe('settings', () => {
  it('need nothing for the one-machine demonstration', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ demonstration: true, openDemonstration: true, redisUrl: null });
    expect(config.http.publicUrl).toBe('http://127.0.0.1:3000');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('are refused all at once, by name, without printing a value', () => {
    const secret = 'hunter2-hunter2';
    const attempt = () =>
      loadConfig({
        PORT: 'seventy',
        REDIS_URL: secret,
        DATABASE_URL: `mysql://${secret}`,
        VIGIA_DEMO: 'yes',
        OPERATOR_EMAIL: secret,
      });
    expect(attempt).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*REDIS_URL[\s\S]*OPERATOR_EMAIL[\s\S]*VIGIA_DEMO/);
    expect(attempt).not.toThrow(new RegExp(secret));
  });

  it('ask for secrets and a relay as soon as a database is named', () => {
    expect(() => loadConfig({ DATABASE_URL: served.DATABASE_URL })).toThrow(
      /SMTP_URL[\s\S]*SESSION_SECRET[\s\S]*DISCLOSURE_KEY/,
    );
    expect(loadConfig(served)).toMatchObject({ demonstration: false, openDemonstration: false });
  });

  it('want a relay wherever the mailbox is closed', () => {
    expect(() => loadConfig({ VIGIA_DEMO: '0' })).toThrow(/SMTP_URL/);
    expect(() => loadConfig({ HOST: '0.0.0.0' })).toThrow(/SMTP_URL/);
  });

  it('close the demonstration doors off loopback and in production', () => {
    expect(loadConfig({ HOST: '0.0.0.0', SMTP_URL: served.SMTP_URL })).toMatchObject({
      demonstration: true,
      openDemonstration: false,
    });
    expect(loadConfig({ NODE_ENV: 'production', SMTP_URL: served.SMTP_URL })).toMatchObject({
      demonstration: true,
      openDemonstration: false,
    });
  });

  it('refuse a clock of their own in production', () => {
    expect(() => loadConfig({ NODE_ENV: 'production', VIGIA_NOW: '2027-03-01T09:00:00Z' })).toThrow(
      /VIGIA_NOW/,
    );
    expect(loadConfig({ VIGIA_NOW: '2027-03-01T09:00:00-05:00' }).startsAt).toBe('2027-03-01T09:00:00-05:00');
  });

  it('read a secret from a file, and refuse it given twice', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'vigia-config-')), 'secret');
    writeFileSync(file, `${'f'.repeat(40)}\n`);
    expect(loadConfig({ SESSION_SECRET_FILE: file }).secrets.session).toBe('f'.repeat(40));
    expect(() => loadConfig({ SESSION_SECRET_FILE: file, SESSION_SECRET: 'x'.repeat(40) })).toThrow(
      /given twice/,
    );
    expect(() => loadConfig({ SESSION_SECRET_FILE: `${file}.absent` })).toThrow(
      /SESSION_SECRET_FILE: the file cannot be read/,
    );
  });

  it('keep generated secrets from one start to the next', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vigia-secrets-'));
    const config = loadConfig({ VIGIA_DATA_DIR: dataDir });
    expect(secretsOf(config)).toEqual(secretsOf(config));
    expect(secretsOf(config).session).not.toBe(secretsOf(config).disclosure);
  });

  it('are all described in .env.example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(describeEnvironment());
  });
});
