import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const SET_UP = '/en/account/second-factor?problem=permission.second_factor_missing';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

let ground: TrackingGround;
let peru: WatchedState;
let app: NestFastifyApplication;
let port: string;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  peru = await WatchedState.create(ground, 'PER');
  app = await createApi(
    {
      tracking: ground.tracking,
      mailbox: null,
      settings: {
        publicUrl: 'https://vigia.example',
        webRoot: '/nowhere',
        demonstration: false,
        secondFactorRoles: ['operator', 'secretariat'],
      },
    },
    SILENT,
  );
  await app.listen(0, '127.0.0.1');
  port = new URL(await app.getUrl()).port;
});
afterAll(async () => {
  await app?.close();
  await ground?.close();
});

async function ask(method: 'GET' | 'POST', path: string, headers: Record<string, string>, payload = '') {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({ method, path, host: '127.0.0.1', port, headers, agent: false }, resolve);
    sent.once('error', reject);
    sent.end(payload);
  });
  const body = await text(answer);
  const problem = answer.headers['content-type']?.includes('problem+json');
  const code = problem ? (JSON.parse(body) as { code: string }).code : null;
  return { status: answer.statusCode, location: answer.headers.location, code };
}

async function signedIn(role: 'secretariat' | 'ombudsperson', email: string) {
  const personId = await peru.addPerson(email, role, null);
  const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
  const { recognition } = await ground.tracking.sessions.recognise(token);
  const sessionId = recognition.kind === 'session' ? recognition.sessionId : 0;
  return { owner: { personId, sessionId }, cookie: { cookie: `__Host-vigia_session=${token}` } };
}

async function setUpApp(owner: { personId: number; sessionId: number }): Promise<void> {
  const { secondFactors } = ground.tracking.factors;
  await secondFactors.beginOneTimePassword(owner, null);
  const key = (await secondFactors.list(owner.personId)).setUp?.key.replaceAll(' ', '') ?? '';
  const code = TOTP.generate({ secret: new TOTP({ secret: key }).secret, timestamp: ground.clock.now() });
  await secondFactors.confirmOneTimePassword(owner.personId, code);
}

describe('whoever must have a second factor and has none', () => {
  it('is let to nothing but the public record and the own account, until one is set up', async () => {
    const { owner, cookie } = await signedIn('secretariat', 'ana@per.example');
    const refused = { status: 403, code: 'permission.second_factor_missing' };
    expect(await ask('GET', '/api/v1/states/PER/docket', cookie)).toMatchObject(refused);
    expect(await ask('GET', '/api/v1/account/tokens', cookie)).toMatchObject(refused);
    expect(await ask('POST', '/states/PER/people', { ...cookie, ...FORM }, 'lang=en')).toMatchObject({
      status: 303,
      location: SET_UP,
    });
    expect((await ask('GET', '/api/v1/account/second-factor', cookie)).status).toBe(200);
    expect((await ask('GET', '/api/v1/account', cookie)).status).toBe(200);
    expect((await ask('GET', '/api/v1/states/PER/overview', cookie)).status).not.toBe(403);

    await setUpApp(owner);
    expect((await ask('GET', '/api/v1/states/PER/docket', cookie)).status).toBe(200);
  });

  it('is led to set one up right after signing in, and from every other page', async () => {
    const { cookie, owner } = await signedIn('secretariat', 'eva@per.example');
    const link = await ground.tracking.signInLinks.createLink(owner.personId);
    expect(await ask('POST', `/sign-in/${link}`, FORM, 'lang=en')).toMatchObject({
      status: 303,
      location: SET_UP,
    });
    for (const page of ['/en', '/en/states/PER', '/en/states/PER/docket?x=1', '/es/watch'])
      expect((await ask('GET', page, cookie)).location).toBe(SET_UP.replace('/en/', `/${page.slice(1, 3)}/`));
    for (const page of ['/en/account', '/en/account/second-factor', '/en/sign-in'])
      expect((await ask('GET', page, cookie)).location).toBeUndefined();
  });

  it('has programs that wait as well: a token is worth no more than its person', async () => {
    const { owner } = await signedIn('secretariat', 'luz@per.example');
    const visitor = await ground.tracking.visitors.visitor(owner.personId, { kind: 'none' });
    const wish = { name: 'nightly', permissions: ['docket:read'], days: 1 };
    const { secret } = await ground.tracking.apiTokens.create(visitor, wish);
    const headers = { authorization: `Bearer ${secret}` };
    expect((await ask('GET', '/api/v1/states/PER/docket', headers)).code).toBe(
      'permission.second_factor_missing',
    );
    await setUpApp(owner);
    expect((await ask('GET', '/api/v1/states/PER/docket', headers)).status).toBe(200);
  });

  it('comes back in after losing it: the reset leads to setting up another one', async () => {
    const { owner } = await signedIn('secretariat', 'rosa@per.example');
    await setUpApp(owner);
    await ground.tracking.resetSecondFactors.reset('rosa@per.example');
    const link = await ground.tracking.signInLinks.createLink(owner.personId);
    expect((await ask('POST', `/sign-in/${link}`, FORM, 'lang=en')).location).toBe(SET_UP);
  });
});

describe('a role that the rule does not name', () => {
  it('works with a password alone', async () => {
    const { cookie } = await signedIn('ombudsperson', 'defensora@per.example');
    expect((await ask('GET', '/api/v1/states/PER/docket', cookie)).status).toBe(200);
  });
});
