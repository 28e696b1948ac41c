import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { describedOperations } from '../support/described-operations.js';
import { ask, cookieOf } from '../support/raw-request.js';
import type { RawAnswer } from '../support/raw-request.js';
import { fingerprint, openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const OWN = 'https://vigia.example';
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

type Headers = Readonly<Record<string, string>>;

/** What a browser says when another site makes it send something. The session's cookie always goes along. */
const ATTACKS: Readonly<Record<string, Headers>> = {
  'from a foreign origin': { origin: 'https://evil.example' },
  'from our name over an open line': { origin: 'http://vigia.example' },
  'from another port of our host': { origin: 'https://vigia.example:8443' },
  'from a host that only begins like ours': { origin: 'https://vigia.example.evil.example' },
  'from a sandboxed frame': { origin: 'null' },
  'with an empty origin': { origin: '' },
  'from another site': { 'sec-fetch-site': 'cross-site' },
  'from a sister host': { 'sec-fetch-site': 'same-site' },
  'from another site under our origin': { 'sec-fetch-site': 'cross-site', origin: OWN },
  'with a site nobody has defined': { 'sec-fetch-site': 'same-origin, cross-site' },
  'with a token beside the cookie': { origin: 'https://evil.example', authorization: 'Bearer vigia_x' },
  'from a browser too old to say': { 'user-agent': FIREFOX },
};

describe('a request that another site made the browser send', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let address: string;
  let watched: WatchedState;
  let cookie: string;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    watched = await WatchedState.create(ground, 'PER');
    const ministry = await watched.addInstitution('MIMP', []);
    const personId = await watched.addPerson('secretariat@per.example', 'secretariat', ministry);
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: OWN, webRoot: '/nowhere', demonstration: false },
      },
      SILENT,
    );
    await api.listen(0, '127.0.0.1');
    address = await api.getUrl();
    const token = await ground.tracking.signInLinks.createLink(personId);
    cookie = cookieOf(await ask(`${address}/sign-in/${token}`, { method: 'POST' }));
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  const send = (method: string, path: string, headers: Headers): Promise<RawAnswer> =>
    ask(`${address}${path.replace(/\{\w+\}/g, 'x')}`, { method, headers: { cookie, ...headers } });

  /** Every operation that changes something, and every other path under the same methods: a route of tomorrow is covered too. */
  const targets = [
    ...describedOperations().filter(({ method }) => method !== 'GET'),
    ...CHANGING.flatMap((method) =>
      ['/en', '/mailbox', '/no/such/address'].map((path) => ({ method, path })),
    ),
  ];

  it('is refused on every route that changes something, whatever it says of itself, and nothing is written', async () => {
    const before = await fingerprint(ground, watched.state);
    let refused = 0;
    const passed: string[] = [];
    for (const { method, path } of targets)
      for (const [attack, headers] of Object.entries(ATTACKS)) {
        const answer = await send(method, path, headers);
        const isProblem = answer.headers['content-type']?.startsWith('application/problem+json') ?? false;
        const code = isProblem ? (JSON.parse(answer.body) as { code: string }).code : null;
        if (answer.status === 403 && code === 'request.cross_site') refused += 1;
        else passed.push(`${method} ${path} ${attack}: ${answer.status} ${code}`);
      }
    process.stdout.write(
      `S4: ${refused} of ${targets.length * Object.keys(ATTACKS).length} forged requests refused (${targets.length} routes and methods x ${Object.keys(ATTACKS).length} ways)\n`,
    );
    expect(passed).toEqual([]);
    expect(await fingerprint(ground, watched.state)).toEqual(before);
    const viewer = await ask(`${address}/api/v1/viewer`, { headers: { cookie } });
    expect(JSON.parse(viewer.body)).toMatchObject({ signedIn: true });
  });

  it.each<[string, Headers]>([
    ['by our own page', { 'sec-fetch-site': 'same-origin', origin: OWN }],
    ['by our own page in a browser without Fetch metadata', { origin: OWN, 'user-agent': FIREFOX }],
    ['by a person, without any page', { 'sec-fetch-site': 'none' }],
    ['by a program that keeps cookies', { 'user-agent': 'curl/8' }],
  ])('is told from one that was sent %s', async (_who, headers) => {
    expect((await send('POST', '/no/such/address', headers)).status).toBe(404);
  });

  it.each<[string, Headers]>([
    ['a script without a cookie', {}],
    [
      'a program with a token, wherever it runs',
      { origin: 'https://app.example', authorization: 'Bearer vigia_x' },
    ],
  ])('is told from one by %s', async (_who, headers) => {
    expect((await ask(`${address}/no/such/address`, { method: 'POST', headers })).status).toBe(404);
  });

  it('may still read: looking changes nothing, and links from other sites must open', async () => {
    const headers = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await ask(`${address}/api/v1/states`, { headers })).status).toBe(200);
  });
});
