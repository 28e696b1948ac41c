import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';

import { createApi } from '../../apps/api/src/create-api.js';
import { SECOND_FACTOR_ROUTES } from '../../apps/api/src/openapi/second-factor-routes.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const COOKIE = '__Host-vigia_session';
const DOCKET = '/api/v1/states/PER/docket';

describe('a session whose second factor is due', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let address: string;
  let peru: WatchedState;
  let people = 0;
  let personId: number;
  let secret: string;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: 'https://vigia.example', webRoot: '/nowhere', demonstration: false },
      },
      SILENT,
    );
    await api.listen(0, '127.0.0.1');
    address = await api.getUrl();
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  beforeEach(async () => {
    people += 1;
    personId = await peru.addPerson(`person${people}@per.example`, 'ombudsperson', null);
    const full = await cookieOf(false);
    await send('/account/one-time-password', full);
    const view = (await (await ask('/api/v1/account/second-factor', full)).json()) as {
      setUp: { key: string };
    };
    secret = view.setUp.key.replaceAll(' ', '');
    await send('/account/one-time-password/confirm', full, { code: code() });
    ground.clock.advance(60_000);
  });

  const code = (): string =>
    TOTP.generate({ secret: new TOTP({ secret }).secret, timestamp: ground.clock.now() });

  async function cookieOf(secondFactorDue: boolean): Promise<string> {
    const session = await ground.tracking.sessions.open({ personId, proven: ['password'], secondFactorDue });
    return `${COOKIE}=${session.token}`;
  }

  const ask = (path: string, cookie: string): Promise<Response> =>
    fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' });

  const send = (path: string, cookie: string, form: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ lang: 'es', ...form }),
    });

  it('opens nothing, is shown to nobody, and cannot change what is due', async () => {
    const half = await cookieOf(true);
    expect((await ask(DOCKET, half)).status).toBe(403);
    expect(await (await ask('/api/v1/viewer', half)).json()).toMatchObject({ signedIn: false, name: null });
    const ofAccounts = SECOND_FACTOR_ROUTES.filter(({ access }) => access.resource === 'account');
    expect(ofAccounts.length).toBe(9);
    for (const { method, path } of ofAccounts) {
      const url = path.replace('{id}', '1');
      const answer = method === 'get' ? await ask(url, half) : await send(url, half, { code: code() });
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`);
      expect(await answer.json()).toMatchObject({ code: 'permission.second_factor' });
    }
  });

  it('comes back to its form in words after a wrong code, the same for a used one and one too many', async () => {
    const half = await cookieOf(true);
    const used = code();
    expect((await send('/sign-in/second-factor', await cookieOf(true), { code: used })).status).toBe(303);
    const ends = new Set<string>();
    for (const wrong of [used, '', 'x', '000000', ...Array.from({ length: 8 }, () => 'GUESS')]) {
      const answer = await send('/sign-in/second-factor', half, { code: wrong });
      expect(answer.headers.getSetCookie()).toEqual([]);
      ends.add(`${answer.status} ${answer.headers.get('location')}`);
    }
    ground.clock.advance(30_000);
    const right = await send('/sign-in/second-factor', half, { code: code() });
    ends.add(`${right.status} ${right.headers.get('location')}`);
    expect([...ends]).toEqual(['303 /es/sign-in/second-factor?problem=second_factor.refused']);
  });

  it('is exchanged for one under a new token, so that whoever knew the earlier one has nothing', async () => {
    const half = await cookieOf(true);
    const answer = await send('/sign-in/second-factor', half, { code: code() });
    expect(answer.headers.get('location')).toBe('/es/states/PER/docket');
    const [set = ''] = answer.headers.getSetCookie();
    const full = set.split(';')[0] ?? '';
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(set).toContain(attribute);
    expect(full).not.toBe(half);
    expect((await ask(DOCKET, full)).status).toBe(200);
    expect(await (await ask(DOCKET, half)).json()).toMatchObject({ code: 'permission.sign_in' });
  });

  it('takes no made-up answer of a passkey, and a challenge counts for whom it was made', async () => {
    const half = await cookieOf(true);
    const options = async (cookie: string): Promise<{ challenge: string; userVerification: string }> =>
      (await (await send('/api/v1/sign-in/passkey-options', cookie)).json()) as {
        challenge: string;
        userVerification: string;
      };
    expect((await options(half)).userVerification).toBe('preferred');
    const alone = await options('');
    expect(alone.userVerification).toBe('required');
    const clientDataJSON = Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge: alone.challenge, origin: 'https://vigia.example' }),
    ).toString('base64url');
    const response = { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' };
    for (const proof of [
      '',
      'null',
      '[]',
      '{"response":null}',
      '{"response":{"clientDataJSON":7}}',
      JSON.stringify({ id: 'made-up', rawId: 'made-up', type: 'public-key', response }),
    ]) {
      const answer = await send('/sign-in/passkey', half, { proof });
      expect(answer.headers.get('location')).toBe('/es/sign-in/second-factor?problem=second_factor.refused');
      const nobody = await send('/sign-in/passkey', '', { proof });
      expect(nobody.headers.get('location')).toBe('/es/sign-in?problem=second_factor.refused');
      expect([...answer.headers.getSetCookie(), ...nobody.headers.getSetCookie()]).toEqual([]);
    }
  });
});
