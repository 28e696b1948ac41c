import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const DOCKET = '/api/v1/states/PER/docket';
const TOKENS = '/api/v1/account/tokens';
const NOW = '2026-06-30T15:00:00Z';
const DAY = 86_400_000;

interface Asked {
  readonly method?: string;
  readonly cookie?: string;
  readonly bearer?: string;
  readonly body?: unknown;
  readonly form?: string;
}

let ground: TrackingGround;
let api: NestFastifyApplication;
let address: string;
let peru: WatchedState;
let institution: number;
let people = 0;

beforeAll(async () => {
  ground = await openTrackingGround(NOW);
  peru = await WatchedState.create(ground, 'PER');
  institution = await peru.addInstitution('MIN', []);
  const settings = { publicUrl: 'http://vigia.example', webRoot: '/nowhere', demonstration: false };
  api = await createApi({ tracking: ground.tracking, mailbox: null, settings }, SILENT);
  await api.listen(0, '127.0.0.1');
  address = await api.getUrl();
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function ask(url: string, { method = 'GET', cookie, bearer, body, form }: Asked = {}) {
  const answer = await fetch(`${address}${url}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const text = await answer.text();
  const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, text, json };
}

/** Somebody new, signed in. */
async function somebody(role = 'ombudsperson'): Promise<{ personId: number; cookie: string }> {
  ground.clock.set(NOW);
  people += 1;
  const personId = await peru.addPerson(`person-${people}@per.example`, role, institution);
  const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
  return { personId, cookie: `vigia_session=${token}` };
}

async function tokenOf(cookie: string, wish: object = {}): Promise<{ id: number; token: string }> {
  const body = { name: 'nightly', permissions: ['docket:read'], ...wish };
  const { status, json } = await ask(TOKENS, { method: 'POST', cookie, body });
  expect(status).toBe(201);
  return json as unknown as { id: number; token: string };
}

async function expectNoGood(bearer: string): Promise<void> {
  for (const url of [DOCKET, '/api/v1/states', '/api/v1/viewer']) {
    const { status, headers, json } = await ask(url, { bearer });
    expect(status).toBe(401);
    expect(json['code']).toBe('api_token.invalid');
    expect(headers.get('www-authenticate')).toMatch(/^Bearer\b/);
    expect(headers.get('cache-control')).toBe('no-store');
  }
}

describe('a token', () => {
  it('is shown once, and only its SHA-256 is kept', async () => {
    const { cookie, personId } = await somebody();
    const { token } = await tokenOf(cookie);
    expect(token).toMatch(/^vigia_[\w-]{43}$/);
    const listed = await ask(TOKENS, { cookie });
    expect(listed.json['items']).toMatchObject([
      { name: 'nightly', permissions: ['docket:read'], state: 'live', lastUsedAt: null },
    ]);
    expect(listed.text).not.toContain(token.slice(6));
    const kept = await ground.record.runShared((sql) =>
      sql.row<{ row: string; hash: string }>(
        `SELECT to_jsonb(t)::text AS row, encode(sha256($2::text::bytea), 'hex') AS hash FROM api_token t WHERE person_id = $1`,
        [personId, token],
      ),
    );
    expect(kept?.row).toContain(kept?.hash);
    expect(kept?.row).not.toContain(token.slice(6));
  });

  it('reads what it holds, and is told its want of a permission', async () => {
    const { cookie } = await somebody('secretariat');
    const { token } = await tokenOf(cookie, { permissions: ['audit:read'] });
    expect((await ask(DOCKET, { bearer: token })).json['code']).toBe('permission.token');
    const reader = await tokenOf(cookie, { name: 'reader' });
    expect((await ask(DOCKET, { bearer: reader.token })).status).toBe(200);
    expect((await ask(DOCKET.replace('PER', 'per'), { bearer: reader.token })).status).toBe(200);
  });

  it('keeps when it was last used, to the minute', async () => {
    const { cookie } = await somebody();
    const { token } = await tokenOf(cookie);
    const used = async () =>
      ((await ask(TOKENS, { cookie })).json['items'] as { lastUsedAt: string | null }[])[0]?.lastUsedAt;
    await ask(DOCKET, { bearer: token });
    expect(await used()).toBe('2026-06-30T15:00:00.000Z');
    ground.clock.advance(59_000);
    await ask(DOCKET, { bearer: token });
    expect(await used()).toBe('2026-06-30T15:00:00.000Z');
    ground.clock.advance(1_000);
    await ask(DOCKET, { bearer: token });
    expect(await used()).toBe('2026-06-30T15:01:00.000Z');
  });

  it('is no good when it was made up, cut off or written in another scheme', async () => {
    const { cookie } = await somebody();
    const { token } = await tokenOf(cookie);
    for (const bearer of [
      '',
      'x',
      `vigia_${'a'.repeat(43)}`,
      token.slice(0, -1),
      `${token}a`,
      token.slice(6),
    ])
      await expectNoGood(bearer);
    const basic = await fetch(`${address}${DOCKET}`, { headers: { cookie, authorization: 'Basic eDp5' } });
    expect(basic.status).toBe(401);
  });

  it('is no good after its last day: 90 days unless another was asked for', async () => {
    const { cookie } = await somebody();
    const usual = await tokenOf(cookie);
    const short = await tokenOf(cookie, { name: 'short', days: 1 });
    ground.clock.advance(DAY - 1);
    expect((await ask(DOCKET, { bearer: short.token })).status).toBe(200);
    ground.clock.advance(1);
    await expectNoGood(short.token);
    ground.clock.advance(89 * DAY - 1);
    expect((await ask(DOCKET, { bearer: usual.token })).status).toBe(200);
    ground.clock.advance(1);
    await expectNoGood(usual.token);
  });

  it('is no good from the moment it is revoked, by its owner only', async () => {
    const owner = await somebody();
    const other = await somebody();
    const { id, token } = await tokenOf(owner.cookie);
    const revoke = (cookie: string) => ask(`${TOKENS}/${id}`, { method: 'DELETE', cookie });
    expect((await revoke(other.cookie)).json['code']).toBe('api_token.unknown');
    expect((await ask(DOCKET, { bearer: token })).status).toBe(200);
    expect((await revoke(owner.cookie)).status).toBe(204);
    await expectNoGood(token);
    expect((await revoke(owner.cookie)).status).toBe(404);
    for (const odd of ['none', '0', '-1', '1.5', '99999999999'])
      expect((await ask(`${TOKENS}/${odd}`, { method: 'DELETE', cookie: owner.cookie })).status).toBe(404);
  });

  it('loses at once what its person loses, and everything when the person leaves', async () => {
    const { cookie, personId } = await somebody();
    const { token } = await tokenOf(cookie);
    const state = peru.state.id;
    const change = (text: string) => ground.rows(state, text, [personId]);
    await change(`UPDATE membership SET role = 'contributor' WHERE person_id = $1`);
    expect((await ask(DOCKET, { bearer: token })).json['code']).toBe('permission.role');
    await change(`UPDATE membership SET role = 'ombudsperson' WHERE person_id = $1`);
    expect((await ask(DOCKET, { bearer: token })).status).toBe(200);
    await change(`UPDATE person SET ended_at = now() WHERE id = $1`);
    await expectNoGood(token);
    await change(`UPDATE person SET ended_at = NULL WHERE id = $1`);
    await change(`UPDATE membership SET ends_on = '2026-06-29' WHERE person_id = $1`);
    await expectNoGood(token);
  });

  it('is asked instead of the cookie that travels along', async () => {
    const strong = await somebody('ombudsperson');
    const weak = await somebody('operator');
    const { token } = await tokenOf(weak.cookie, { permissions: ['watch:read'] });
    expect((await ask(DOCKET, { cookie: strong.cookie })).status).toBe(200);
    expect((await ask(DOCKET, { cookie: strong.cookie, bearer: token })).status).toBe(403);
    expect((await ask('/api/v1/viewer', { cookie: strong.cookie, bearer: token })).json['role']).toBe(
      'operator',
    );
  });
});

describe('making a token', () => {
  it('gives no permission that the asker does not hold', async () => {
    const { cookie } = await somebody('focal_point');
    for (const permission of [
      'audit:read',
      'watch:read',
      'account:update',
      'api_token:create',
      'docket:delete',
    ]) {
      const body = { name: 'more', permissions: ['docket:read', permission] };
      const { status, json } = await ask(TOKENS, { method: 'POST', cookie, body });
      expect([status, json['code']]).toEqual([403, 'api_token.not_held']);
    }
    expect((await ask(TOKENS, { cookie })).json['permissions']).toEqual([
      'docket:read',
      'alert:read',
      'alert:update',
      'comment:read',
      'comment:create',
      'comment:update',
      'case_series:read',
      'focal_point:read',
      'focal_point:update',
      'information_request:read',
      'information_request_answer:create',
      'submission:read',
      'submission:create',
      'submission:update',
      'submission_comment:create',
      'action:create',
      'action:update',
      'evidence:read',
      'evidence:create',
      'evidence:update',
    ]);
  });

  it('says what is wrong with a wish', async () => {
    const { cookie } = await somebody();
    await tokenOf(cookie);
    for (const [wish, status, code] of [
      [{ name: '  ' }, 422, 'api_token.name'],
      [{ name: 'n'.repeat(81) }, 422, 'api_token.name'],
      [{ name: ' nightly ' }, 409, 'api_token.name_taken'],
      [{ name: 'a', days: 366 }, 422, 'api_token.days'],
      [{ name: 'a', days: 0 }, 422, 'api_token.days'],
      [{ name: 'a', days: 'soon' }, 422, 'api_token.days'],
      [{ name: 'a', permissions: [] }, 422, 'api_token.permissions'],
      [{ name: 7 }, 422, 'input.invalid'],
    ] as const) {
      const body = { permissions: ['docket:read'], ...wish };
      const answer = await ask(TOKENS, { method: 'POST', cookie, body });
      expect([wish, answer.status, answer.json['code']]).toEqual([wish, status, code]);
    }
    await tokenOf(cookie, { name: 'n'.repeat(80), days: 365 });
  });

  it('stops at twenty, also when asked for many at once', async () => {
    const { cookie } = await somebody();
    const wish = (name: string) => ({ name, permissions: ['docket:read'] });
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        ask(TOKENS, { method: 'POST', cookie, body: wish(`number ${index}`) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ json }) => json['code']))).toEqual(
      new Set(['api_token.too_many']),
    );
  });

  it('by the form comes back to the form with what was wrong and what was written', async () => {
    const { cookie } = await somebody();
    const form = 'lang=es&name=carga+nocturna&days=400&permissions=docket%3Aread&permissions=audit%3Aread';
    const answer = await ask('/account/tokens', { method: 'POST', cookie, form });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/es/account/tokens?problem=api_token.days');
    const [, sealed = ''] = /^vigia_typed=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
    expect(ground.tracking.typedForms.open('/es/account/tokens', sealed)).toEqual({
      action: '/account/tokens',
      fields: [
        ['name', 'carga nocturna'],
        ['days', '400'],
        ['permissions', 'docket:read'],
        ['permissions', 'audit:read'],
      ],
    });
    const { id, token } = await tokenOf(cookie);
    const revoke = () => ask(`/account/tokens/${id}/revoke`, { method: 'POST', cookie, form: 'lang=en' });
    expect((await revoke()).headers.get('location')).toBe('/en/account/tokens?done=revoked');
    await expectNoGood(token);
    expect((await revoke()).headers.get('location')).toBe('/en/account/tokens?problem=api_token.unknown');
  });
});
