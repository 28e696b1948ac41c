import { generateKeyPairSync } from 'node:crypto';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { FakeIssuer, addressLeftFor } from '../support/fake-issuer.js';
import type { Misbehaviour } from '../support/fake-issuer.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const CLIENT = { id: 'vigia', secret: 'only-for-tests-only-for-tests' };
const PUBLIC_URL = 'https://vigia.example';
const SESSION = '__Host-vigia_session=';

interface Departed {
  readonly cookie: string;
  readonly back: URL;
}

describe("signing in by an organisation's own sign-in", () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let address: string;
  let issuer: FakeIssuer;
  let peru: WatchedState;
  let people = 0;
  let personId: number;

  beforeAll(async () => {
    issuer = await FakeIssuer.start(CLIENT);
    ground = await openTrackingGround('2026-06-30T15:00:00Z', {
      oidc: { issuer: issuer.address, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    });
    peru = await WatchedState.create(ground, 'PER');
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: PUBLIC_URL, webRoot: '/nowhere', demonstration: false },
      },
      SILENT,
    );
    await api.listen(0, '127.0.0.1');
    address = await api.getUrl();
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
    await issuer.stop();
  });

  beforeEach(async () => {
    people += 1;
    const email = `Person.${people}@per.example`;
    personId = await peru.addPerson(email, 'ombudsperson', null);
    issuer.misbehaviour = {};
    issuer.person = { sub: `subject-${people}`, email: email.toLowerCase(), email_verified: true };
  });

  const leave = (lang: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}/sign-in/oidc`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ lang }),
    });
  const get = (path: string, cookie = ''): Promise<Response> =>
    fetch(`${address}${path}`, { redirect: 'manual', headers: { cookie } });

  async function depart(): Promise<Departed> {
    const answer = await leave('es');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const [cookie = ''] = answer.headers.getSetCookie();
    for (const attribute of ['__Host-vigia_oidc=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=600'])
      expect(cookie).toContain(attribute);
    return {
      cookie: cookie.split(';')[0] ?? '',
      back: issuer.authorize(addressLeftFor(await answer.text())),
    };
  }

  /** The session that the return has opened, or where it was sent without one. */
  async function arrive({ cookie, back }: Departed): Promise<{ session: string | null; location: string }> {
    const answer = await get(`${back.pathname}${back.search}`, cookie);
    expect(answer.status).toBe(303);
    const session = answer.headers.getSetCookie().find((one) => one.startsWith(SESSION));
    return {
      session: session?.split(';')[0] ?? null,
      location: answer.headers.get('location') ?? '',
    };
  }

  async function countOf(table: 'session' | 'external_identity' | 'person'): Promise<number> {
    const [row] = await ground.rows<{ count: number }>(
      peru.state.id,
      `SELECT count(*)::int AS count FROM ${table}`,
    );
    return row?.count ?? 0;
  }

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const past = Math.floor(Date.now() / 1000) - 7200;
  const claims = (change: Record<string, unknown>): Misbehaviour => ({
    claims: (right) => ({ ...right, ...change }),
  });

  /** Each differs from what is accepted in this one thing. */
  const CASES: readonly (readonly [string, Misbehaviour, ((departed: Departed) => Promise<Departed>)?])[] = [
    ['another issuer in the token', claims({ iss: 'https://elsewhere.example' })],
    ['another audience', claims({ aud: 'another-client' })],
    ['another nonce', claims({ nonce: 'another' })],
    ['no nonce', claims({ nonce: undefined })],
    ['an expired token', claims({ iat: past, exp: past + 60 })],
    ['the algorithm none', { header: { alg: 'none', kid: undefined }, signature: () => '' }],
    ['no signature under a right header', { signature: () => '' }],
    ['the signature of another key', { key: other }],
    ['an address that the issuer has not checked', claims({ email_verified: false })],
    ['the answer of another issuer (mix-up)', { responseIssuer: 'https://elsewhere.example' }],
    [
      'another state',
      {},
      (departed) => {
        departed.back.searchParams.set('state', 'another');
        return Promise.resolve(departed);
      },
    ],
    [
      'a code that was used before',
      {},
      async (departed) => {
        const used = departed.back.searchParams.get('code') ?? '';
        expect((await arrive(departed)).session).not.toBeNull();
        await ground.rows(peru.state.id, 'DELETE FROM session WHERE person_id = $1', [personId]);
        const again = await depart();
        again.back.searchParams.set('code', used);
        return again;
      },
    ],
  ];
  let accepted = 0;

  it.each(CASES.map((one) => [one[0], one] as const))(
    'refuses %s',
    async (_name, [, misbehaviour, prepare]) => {
      issuer.misbehaviour = misbehaviour;
      const departed = await depart();
      const prepared = (await prepare?.(departed)) ?? departed;
      const before = [await countOf('session'), await countOf('external_identity'), await countOf('person')];
      const { session, location } = await arrive(prepared);
      const after = [await countOf('session'), await countOf('external_identity'), await countOf('person')];
      if (session !== null || after.join() !== before.join()) accepted += 1;
      expect(session).toBeNull();
      expect(location).toMatch(/^\/es\/sign-in\?problem=sign_in\.oidc_(?:refused|unknown)$/);
      expect(after).toEqual(before);
    },
  );

  it('accepts what is right in all of them, and afterwards knows the person by the subject', async () => {
    process.stdout.write(`S18: ${accepted} of ${CASES.length} accepted\n`);
    expect([CASES.length, accepted]).toEqual([12, 0]);
    const { session, location } = await arrive(await depart());
    expect(location).toBe('/es/states/PER/docket');
    expect((await get('/api/v1/states/PER/docket', session ?? '')).status).toBe(200);
    issuer.person = { ...issuer.person, email: 'renamed@per.example', email_verified: false };
    const again = await arrive(await depart());
    expect(again.location).toBe('/es/states/PER/docket');
    expect(again.session).not.toBe(session);
  });

  it('never opens the account of somebody whose address now belongs to another subject', async () => {
    await arrive(await depart());
    issuer.person = { ...issuer.person, sub: 'somebody-else' };
    expect(await arrive(await depart())).toEqual({
      session: null,
      location: '/es/sign-in?problem=sign_in.oidc_unknown',
    });
  });

  it('creates nobody: an address that was not invited opens nothing', async () => {
    const before = await countOf('person');
    issuer.person = { sub: 'stranger', email: 'stranger@per.example', email_verified: true };
    expect((await arrive(await depart())).location).toBe('/es/sign-in?problem=sign_in.oidc_unknown');
    expect(await countOf('person')).toBe(before);
  });

  it('lets nobody in who has left', async () => {
    await arrive(await depart());
    await ground.rows(peru.state.id, 'UPDATE person SET ended_at = now() WHERE id = $1', [personId]);
    expect(await arrive(await depart())).toEqual({
      session: null,
      location: '/es/sign-in?problem=sign_in.no_role',
    });
  });

  it('takes a return only in the browser that left, once, and within ten minutes', async () => {
    const mine = await depart();
    const another = await depart();
    const exchanges = issuer.exchanges;
    expect((await arrive({ ...mine, cookie: '' })).session).toBeNull();
    expect((await arrive({ ...mine, cookie: '__Host-vigia_oidc=es.made-up' })).session).toBeNull();
    expect((await arrive({ ...mine, cookie: another.cookie })).session).toBeNull();
    expect(issuer.exchanges).toBe(exchanges);
    expect((await arrive(mine)).session).not.toBeNull();
    expect((await arrive(mine)).session).toBeNull();
    const late = await depart();
    ground.clock.advance(11 * 60_000);
    expect((await arrive(late)).session).toBeNull();
  });

  it('begins with a form of our own page only: neither a link nor a form of another site starts it', async () => {
    expect((await get('/sign-in/oidc?lang=en')).status).toBe(404);
    for (const site of ['cross-site', 'same-site']) {
      const answer = await leave('en', { 'sec-fetch-site': site });
      expect([site, answer.status, answer.headers.getSetCookie()]).toEqual([site, 403, []]);
    }
    expect((await leave('en', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('asks for the second factor that the person has set up here', async () => {
    await ground.rows(
      peru.state.id,
      `INSERT INTO one_time_password (person_id, encrypted_secret, confirmed_at) VALUES ($1, 'x', now())`,
      [personId],
    );
    const { session, location } = await arrive(await depart());
    expect(location).toBe('/es/sign-in/second-factor');
    expect((await get('/api/v1/states/PER/docket', session ?? '')).status).toBe(403);
    expect(await (await get('/api/v1/sign-in/second-factor', session ?? '')).json()).toEqual({
      oneTimePassword: true,
      passkey: false,
    });
  });

  it('says in words when the issuer is down, and is told by the ways to sign in', async () => {
    expect(await (await get('/api/v1/sign-in/ways')).json()).toEqual({
      password: true,
      passkey: true,
      oidc: new URL(issuer.address).host,
    });
    ground.clock.advance(2 * 60 * 60_000);
    await issuer.stop();
    const answer = await leave('en');
    expect(answer.headers.get('location')).toBe('/en/sign-in?problem=sign_in.oidc_unreachable');
  });
});
