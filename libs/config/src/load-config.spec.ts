import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { ConfigError } from './config-error.js';
import { describeEnvironment } from './describe-environment.js';
import { loadConfig } from './load-config.js';
import type { ConfigPurpose, Environment } from './load-config.js';
import { VARIABLES } from './variable.js';

const served = {
  DATABASE_URL: 'postgres://app:p@db/vigia',
  SESSION_SECRET: 's'.repeat(32),
  DISCLOSURE_KEY: 'd'.repeat(32),
  SMTP_URL: 'smtp://relay:25',
};

const folder = mkdtempSync(join(tmpdir(), 'vigia-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(environment: Environment, purpose?: ConfigPurpose): readonly string[] {
  try {
    loadConfig(environment, purpose);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function namesOf(problems: readonly string[]): string[] {
  return problems.map((problem) => problem.split(':')[0] ?? '');
}

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

  it('ask the links of evidence unless that is switched off', () => {
    expect(loadConfig({}).linkChecks).toBe(true);
    expect(loadConfig({ VIGIA_LINK_CHECKS: '0' }).linkChecks).toBe(false);
    expect(namesOf(problemsOf({ VIGIA_LINK_CHECKS: 'no' }))).toEqual(['VIGIA_LINK_CHECKS']);
  });

  it('leave the page for a broken connection in browsers unless it is taken back', () => {
    expect(loadConfig({}).offlinePage).toBe(true);
    expect(loadConfig({ VIGIA_OFFLINE_PAGE: '0' }).offlinePage).toBe(false);
  });

  it('refuse a clock of their own in production', () => {
    expect(() => loadConfig({ NODE_ENV: 'production', VIGIA_NOW: '2027-03-01T09:00:00Z' })).toThrow(
      /VIGIA_NOW/,
    );
    expect(loadConfig({ VIGIA_NOW: '2027-03-01T09:00:00-05:00' }).startsAt).toBe('2027-03-01T09:00:00-05:00');
  });

  it('name each setting that is missing or wrong once, also what another wrong one hides', () => {
    expect(namesOf(problemsOf({ DATABASE_URL: 'mysql://db', SMTP_URL: 'relay' }))).toEqual([
      'DATABASE_URL',
      'SMTP_URL',
      'SESSION_SECRET',
      'DISCLOSURE_KEY',
    ]);
  });

  it('say what is expected of every one of them, and print no value of any', () => {
    const wrong = 'hunter2 <>';
    const free = new Set([
      'VIGIA_DATA_DIR',
      'NODE_ENV',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'BREACHED_PASSWORDS_FILE',
    ]);
    const names = Object.keys(VARIABLES).filter((name) => !free.has(name));
    const problems = problemsOf(Object.fromEntries(names.map((name) => [name, wrong])));
    expect(namesOf(problems)).toEqual(expect.arrayContaining(names));
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.filter((problem) => !/expected|required/.test(problem))).toEqual([]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'postgres:vigia'],
    ['REDIS_URL', 'redis:'],
    ['SMTP_URL', 'smtp:relay'],
    ['SMTP_CONNECTIONS', '0'],
    ['SMTP_CONNECTIONS', '51'],
    ['SMTP_CONNECTIONS', 'ten'],
    ['PUBLIC_URL', 'ftp://vigia.example'],
    ['HOST', 'http://127.0.0.1'],
    ['MAIL_FROM', 'Vigía'],
    ['MAIL_FROM', 'Vigía <vigia@localhost>\r\nBcc: someone@else'],
    ['VIGIA_NOW', '2027-03-01'],
    ['DKIM_KEY', 'no key'],
  ])('refuse %s=%j', (name, value) => {
    expect(namesOf(problemsOf({ ...served, [name]: value }))).toEqual([name]);
  });

  it('take a PostgreSQL behind a Unix socket, and a port that the system chooses', () => {
    const url = 'postgres:///vigia?host=/run/postgresql';
    expect(loadConfig({ ...served, DATABASE_URL: url, PORT: '0' })).toMatchObject({
      database: { url },
      http: { port: 0 },
    });
  });

  it("ask for the owner's login where the database is migrated, and for nothing that only serving needs", () => {
    const { DATABASE_URL } = served;
    expect(namesOf(problemsOf({ DATABASE_URL }, 'migrate'))).toEqual(['DATABASE_OWNER_URL']);
    expect(problemsOf({ DATABASE_URL, DATABASE_OWNER_URL: 'postgres://owner@db/vigia' }, 'migrate')).toEqual(
      [],
    );
    expect(problemsOf(served)).toEqual([]);
  });

  it("want all of an organisation's own sign-in, or nothing of it", () => {
    expect(namesOf(problemsOf({ OIDC_ISSUER: 'https://id.example' }))).toEqual([
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]);
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'vigia', OIDC_CLIENT_SECRET: 's' };
    expect(loadConfig(oidc).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'vigia',
      clientSecret: 's',
    });
    expect(loadConfig({}).oidc).toBeNull();
  });

  it('read a secret from a file, and refuse it given twice, empty or absent', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, `${'f'.repeat(40)}\n`);
    expect(loadConfig({ SESSION_SECRET_FILE: file }).secrets.session).toBe('f'.repeat(40));
    const twice = { SESSION_SECRET_FILE: file, SESSION_SECRET: 'x'.repeat(40) };
    expect(problemsOf(twice)).toEqual([expect.stringContaining('given twice')]);
    expect(
      problemsOf({ ...served, SESSION_SECRET: undefined, SESSION_SECRET_FILE: `${file}.absent` }),
    ).toEqual(['SESSION_SECRET_FILE: the file cannot be read']);
    writeFileSync(`${file}.empty`, '\n');
    expect(problemsOf({ SESSION_SECRET_FILE: `${file}.empty` })).toEqual([
      'SESSION_SECRET_FILE: the file is empty',
    ]);
  });

  it('read a key of several lines from a file', () => {
    const file = join(folder, 'dkim');
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    writeFileSync(file, pem);
    expect(loadConfig({ DKIM_KEY_FILE: file }).mail.dkimKey).toBe(pem.trim());
  });

  it.each([
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8, fd00::/8,::1', ['10.0.0.0/8', 'fd00::/8', '::1']],
  ])('take the proxies in front as addresses and networks: %s', (text, networks) => {
    expect(loadConfig({ TRUSTED_PROXIES: text }).http.trustedProxies).toEqual(networks);
  });

  it.each(['proxy.example', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.1/8/8', '127.0.0.1,', 'true'])(
    'trust no proxy that is written as %s',
    (text) => {
      expect(namesOf(problemsOf({ TRUSTED_PROXIES: text }))).toEqual(['TRUSTED_PROXIES']);
    },
  );

  it('ask for a second factor of who manages people and who runs the machine, but not in the open demonstration', () => {
    expect(loadConfig({}).secondFactorRoles).toEqual([]);
    expect(loadConfig(served).secondFactorRoles).toEqual(['operator', 'secretariat']);
    expect(loadConfig({ ...served, SECOND_FACTOR_ROLES: 'none' }).secondFactorRoles).toEqual([]);
    expect(loadConfig({ SECOND_FACTOR_ROLES: 'focal_point, operator' }).secondFactorRoles).toEqual([
      'focal_point',
      'operator',
    ]);
    expect(namesOf(problemsOf({ SECOND_FACTOR_ROLES: 'minister' }))).toEqual(['SECOND_FACTOR_ROLES']);
  });

  it('are all described in .env.example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(describeEnvironment());
  });
});
