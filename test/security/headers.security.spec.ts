import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describedOperations } from '../support/described-operations.js';
import { ask, cookieOf } from '../support/raw-request.js';
import type { RawAnswer, RawRequest } from '../support/raw-request.js';
import { freePort, startVigia } from '../support/vigia-process.js';
import type { VigiaProcess } from '../support/vigia-process.js';

const PUBLIC_URL = 'https://vigia.example';
const DASHBOARD_ROUTES = join(process.cwd(), 'apps', 'web', 'src', 'router', 'routes.ts');
const KEEPABLE = 'public, max-age=60';

/** What every answer has to say, whatever it is. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none'; .*frame-ancestors (?:'none'|'self'|\*); .*base-uri 'none'$/,
  'strict-transport-security': /^max-age=63072000$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^(same-origin|cross-origin)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'cache-control': /^(no-store|public, max-age=60|public, max-age=31536000, immutable)$/,
};

/** Every address of the dashboard's own table, with the blanks filled in. */
function dashboardPaths(parameters: Readonly<Record<string, string>>): string[] {
  const source = readFileSync(DASHBOARD_ROUTES, 'utf8');
  const patterns = [...source.matchAll(/^\s+route\('([^']*)'/gm)].map(([, pattern = '']) => pattern);
  return ['en', 'es'].flatMap((language) =>
    patterns.map((pattern) =>
      `/${language}${pattern}`.replace(/:(\w+)/g, (_whole, name: string) => parameters[name] ?? 'x'),
    ),
  );
}

describe('the headers of every answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-headers-'));
  let vigia: VigiaProcess;
  let address: string;
  let signInToken: string;
  let answerToken: string;
  let mailId: string;
  let cookie: string;
  const examined: { readonly what: string; readonly answer: RawAnswer }[] = [];

  beforeAll(async () => {
    const port = String(await freePort());
    vigia = await startVigia({ VIGIA_DATA_DIR: folder, PORT: port, PUBLIC_URL });
    address = `http://127.0.0.1:${port}`;
    const token = (role: string): string => vigia.facts.signIn[role]?.split('/').at(-1) ?? '';
    signInToken = token('ombudsperson');
    const mails = JSON.parse((await get('/mailbox/api/messages')).body) as {
      text: string;
      messageId: string;
    }[];
    answerToken = /\/answer\/([\w.-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
    mailId = encodeURIComponent(mails[0]?.messageId.replace(/[<>]/g, '') ?? '');
    cookie = cookieOf(await ask(`${address}/sign-in/${token('secretariat')}`, { method: 'POST' }));
    expect([answerToken, mailId, cookie].every((found) => found !== '')).toBe(true);
  }, 130_000);

  afterAll(async () => {
    await vigia?.end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  async function get(path: string, request: RawRequest = {}): Promise<RawAnswer> {
    const answer = await ask(`${address}${path}`, request);
    examined.push({ what: `${request.method ?? 'GET'} ${path} ${answer.status}`, answer });
    return answer;
  }

  function reads(): string[] {
    const blanks: Readonly<Record<string, string>> = {
      iso3: 'PER',
      id: 'crc-c-opsc-per-co-1.20-d',
      code: '8-O1',
      token: answerToken,
    };
    const fill = (path: string): string =>
      path
        .replace('/sign-in/{token}', `/sign-in/${signInToken}`)
        .replace(/\{(\w+)\}/g, (_whole, name: string) => blanks[name] ?? 'x');
    return [
      ...describedOperations()
        .filter(({ method }) => method === 'GET')
        .map(({ path }) => fill(path)),
      ...dashboardPaths(blanks),
      `/en/sign-in/${signInToken}`,
      ...[
        '/',
        '/mailbox',
        `/mailbox/messages/${mailId}`,
        `/mailbox/messages/${mailId}/body`,
        '/mailbox/style.css',
      ],
      ...['/no/such/address', '/en/no-such-page', '/api/v1/states/XXX/overview', '/api/v1/states?lang=xx'],
    ];
  }

  it('are complete on data, pages, files, redirects and refusals, for strangers and for those who are signed in', async () => {
    const page = await get('/en/states/PER');
    const files = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(2);
    for (const path of [...reads(), ...files]) {
      await get(path);
      await get(path, { headers: { cookie } });
      await get(path, { method: 'HEAD' });
    }
    for (const { method, path } of describedOperations().filter((operation) => operation.method !== 'GET')) {
      await get(path.replace(/\{\w+\}/g, 'x'), { method });
      await get(path.replace(/\{\w+\}/g, 'x'), { method, headers: { origin: 'https://evil.example' } });
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const tooLarge = await get('/sign-out', {
      method: 'POST',
      headers: form,
      body: `lang=en&x=${'x'.repeat(70_000)}`,
    });
    const unread = await get('/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'a',
    });
    expect([tooLarge.status, unread.status]).toEqual([413, 415]);
    expect(JSON.parse(tooLarge.body)).toMatchObject({ status: 413, code: 'http.413' });
    await get('/assets/no-such-file.js');
    await get('/assets/..%2f..%2fpackage.json');
    const unreadable = await get('/en/%');
    expect(JSON.parse(unreadable.body)).toMatchObject({ status: 400, code: 'http.400' });
    const tooLong = await get(`/api/v1/answers/${'x'.repeat(5_000)}`);
    expect([403, 414]).toContain(tooLong.status);

    const missing = examined.flatMap(({ what, answer }) =>
      Object.entries(EVERYWHERE)
        .filter(([name, pattern]) => !pattern.test(String(answer.headers[name] ?? '')))
        .map(([name]) => `${what}: ${name}: ${String(answer.headers[name])}`),
    );
    const statuses = new Set(examined.map(({ answer }) => answer.status));
    const cells = examined.length * Object.keys(EVERYWHERE).length;
    process.stdout.write(
      `S17: ${cells - missing.length} of ${cells} headers right (${examined.length} answers with ${statuses.size} statuses x ${Object.keys(EVERYWHERE).length} headers)\n`,
    );
    expect(missing).toEqual([]);
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 302, 403, 404, 413, 415, 422]));
  }, 120_000);

  it('allow styles and scripts of our own only; the body of a caught mail alone may bring its own style, and no rights', async () => {
    const loose = examined.filter(({ answer }) =>
      /unsafe|\*|https?:/.test(
        String(answer.headers['content-security-policy']).replace('frame-ancestors *', ''),
      ),
    );
    expect([...new Set(loose.map(({ what }) => what.split('?')[0]?.replace(/^\w+ | \d+$/g, '')))]).toEqual([
      `/mailbox/messages/${mailId}/body`,
    ]);
    const policy = String((await get(`/mailbox/messages/${mailId}/body`)).headers['content-security-policy']);
    expect(policy).toContain('; sandbox allow-popups');
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
  });

  it('let others frame a chart by itself, which knows nobody and has no form, and frame nothing else', async () => {
    const framed = examined
      .filter(({ answer }) => /frame-ancestors \*/.test(String(answer.headers['content-security-policy'])))
      .map(({ what }) => what.split(' ')[1] ?? '');
    expect(framed.length).toBeGreaterThan(6);
    expect(framed.filter((path) => !/^\/(?:en|es)\/embed\/states\//.test(path))).toEqual([]);
    for (const path of ['/en/embed/states/PER/indicators/8-O1?by=sex', '/es/embed/states/PER/budget/years']) {
      const stranger = await get(path);
      const signedIn = await get(path, { headers: { cookie } });
      expect([path, stranger.status, signedIn.status]).toEqual([path, 200, 200]);
      expect(signedIn.body).toBe(stranger.body);
      expect(stranger.body).not.toMatch(/<form|sign-out|class="person/);
      expect(stranger.headers['content-security-policy']).toContain("form-action 'none'; frame-ancestors *");
      expect(stranger.headers['cache-control']).toBe(KEEPABLE);
    }
    for (const path of [
      '/en/embed',
      '/en/embed/',
      '/en/embed/states',
      '/en/states/PER/embed/states/x',
      '/es/states/PER?x=/es/embed/states/',
    ])
      expect([path, (await get(path)).headers['content-security-policy']]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    for (const path of [
      '/en/embed/states/PER/alerts',
      '/en/embed/states/PER/submissions',
      '/en/embed/states/XXX/budget/years',
    ])
      expect([path, (await get(path, { headers: { cookie } })).status]).toEqual([path, 404]);
  });

  it('let nobody keep what belongs to somebody', async () => {
    for (const path of reads()) {
      const signedIn = await get(path, { headers: { cookie } });
      expect([path, signedIn.headers['cache-control']]).toEqual([path, 'no-store']);
    }
    for (const path of [
      ...[`/en/sign-in/${signInToken}`, `/es/answer/${answerToken}`, `/api/v1/answers/${answerToken}`],
      ...[
        '/en/states/PER/docket',
        '/api/v1/states/PER/docket',
        '/api/v1/viewer',
        '/mailbox',
        '/health/ready',
        '/health',
      ],
    ])
      expect([path, (await get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
  });

  it('let strangers keep for a minute what is the same for all strangers, and nobody mistake one for the other', async () => {
    for (const path of [
      '/en/states/PER',
      '/es/states/PER/budget',
      '/en/accessibility',
      '/api/v1/states',
      '/api/v1/states/PER/budget.csv',
      '/api/v1/states/PER/budget-months.csv',
    ]) {
      const { headers } = await get(path, { headers: { 'accept-encoding': 'gzip' } });
      expect([path, headers['cache-control']]).toEqual([path, KEEPABLE]);
      expect(headers.vary?.split(', ')).toEqual(expect.arrayContaining(['cookie', 'authorization']));
    }
    expect((await get('/api/v1/states?lang=xx')).headers['cache-control']).toBe('no-store');
  });

  it('open published data to other sites, and nothing else', () => {
    const open = examined
      .filter(({ answer }) => answer.headers['cross-origin-resource-policy'] === 'cross-origin')
      .map(({ what }) => what.split(' ')[1] ?? '');
    expect(open.length).toBeGreaterThan(10);
    const published =
      /^\/(?:(?:en|es)\/embed\/states\/|api\/v1\/(?:states|follow-up-rules|classifications|assessment-scales)|feeds\/[A-Z]{3}\/(?:audit|changes|(?:themes|institutions|recommendations)\/[^/]+)\.atom$|calendar\/[A-Z]{3}\/deadlines\.ics$)/;
    const withheld = /docket|people|history|audit(?!\/head|\.atom)/;
    expect(open.filter((path) => !published.test(path) || withheld.test(path))).toEqual([]);
  });
});
