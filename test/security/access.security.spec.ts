import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SignedLinks } from '#identity';
import type { State } from '#tracking';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const TODAY = '2026-06-30';
const DOCKET = '/api/v1/states/PER/docket';
/** Who may do what is held by the matrix (authorisation-matrix.security.spec.ts); here is how. */
const WHO = ['focal_point PER', 'ombudsperson PER', 'operator PER'];

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

describe('access', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let address: string;
  let peru: WatchedState;
  let chile: WatchedState;
  let police: number;
  const cookies = new Map<string, string>();
  const people = new Map<string, number>();

  beforeAll(async () => {
    ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
    peru = await WatchedState.create(ground, 'PER');
    chile = await WatchedState.create(ground, 'CHL');
    const ministry = await peru.addInstitution('MIMP', []);
    police = await peru.addInstitution('PNP', []);
    const service = await chile.addInstitution('SENAME', []);
    for (const who of WHO) {
      const [role = ''] = who.split(' ');
      people.set(who, await peru.addPerson(`${role}@per.example`, role, ministry));
    }
    await peru.lead(ministry);
    await chile.lead(service);
    await peru.owe(ministry, '2026-06-01', 'Late at the ministry');
    await peru.owe(police, '2026-06-02', 'Late at the police');
    await chile.owe(service, '2026-06-03', 'Late in Chile');
    await liveThrough(ground, peru.state, TODAY);
    await liveThrough(ground, chile.state, TODAY);
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
    for (const [who, personId] of people) cookies.set(who, await signIn(personId));
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  async function ask(method: 'GET' | 'POST', url: string, cookie?: string): Promise<Answer> {
    const answer = await fetch(`${address}${url}`, {
      method,
      redirect: 'manual',
      headers: cookie === undefined ? {} : { cookie },
    });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  async function signIn(personId: number): Promise<string> {
    const token = await ground.tracking.signInLinks.createLink(personId);
    const answer = await ask('POST', `/sign-in/${token}`);
    expect(answer.status).toBe(303);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-vigia_session=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200'])
      expect(cookie).toContain(attribute);
    return cookie.split(';')[0] ?? '';
  }

  const read = (url: string, who = 'public'): Promise<Answer> => ask('GET', url, cookies.get(who));

  it('tells whoever is refused why, as a problem that no cache keeps, and nothing of what is behind', async () => {
    for (const [who, code] of [
      ['public', 'permission.sign_in'],
      ['operator PER', 'permission.role'],
    ]) {
      const answer = await read(DOCKET, who);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code });
      expect(answer.body).not.toContain('Late ');
    }
    expect((await read(DOCKET, 'ombudsperson PER')).headers.get('cache-control')).toBe('no-store');
  });

  it('shows a focal point the own institution only, and the ombudsperson all of the State', async () => {
    const titles = async (who: string): Promise<string[]> =>
      (JSON.parse((await read(DOCKET, who)).body) as { items: { obligation: string }[] }).items.map(
        (item) => item.obligation,
      );
    expect(await titles('focal_point PER')).toEqual(['Late at the ministry']);
    expect(await titles('ombudsperson PER')).toEqual(['Late at the ministry', 'Late at the police']);
  });

  it('writes the same State in small letters no wider', async () => {
    expect((await read('/api/v1/states/chl/docket', 'ombudsperson PER')).status).toBe(403);
    expect((await read('/api/v1/states/per/docket', 'ombudsperson PER')).status).toBe(200);
  });

  it('forgets a session that was signed out, and one that has ended', async () => {
    const cookie = await signIn(people.get('ombudsperson PER') ?? 0);
    const docket = () => ask('GET', DOCKET, cookie);
    expect((await docket()).status).toBe(200);
    await ask('POST', '/sign-out', cookie);
    expect((await docket()).status).toBe(403);
  });

  it('uses a sign-in link up with the first POST, and never with a GET', async () => {
    const token = await ground.tracking.signInLinks.createLink(people.get('operator PER') ?? 0);
    const look = () => ask('GET', `/api/v1/sign-in/${token}`);
    expect([(await look()).status, (await look()).status]).toEqual([200, 200]);
    const use = () => ask('POST', `/sign-in/${token}`);
    expect((await use()).status).toBe(303);
    expect((await use()).status).toBe(403);
    expect((await look()).status).toBe(403);
  });

  it('takes a made-up session for the public', async () => {
    for (const session of ['', 'x', "' OR 1=1 --", 'a'.repeat(5_000)])
      expect((await ask('GET', DOCKET, `vigia_session=${encodeURIComponent(session)}`)).status).toBe(403);
  });

  describe('signed links from mails', () => {
    const claims = (): Parameters<SignedLinks['sign']>[0] => ({
      purpose: 'answer_alert',
      state: 'PER',
      personId: people.get('focal_point PER') ?? 0,
      alertId: 0,
      expiresAt: ground.clock.now() + 86_400_000,
    });

    async function alertOf(state: State, title: string): Promise<number> {
      const [alert] = await ground.rows<{ id: number }>(
        state.id,
        `SELECT a.id FROM alert a JOIN obligation o ON o.state_id = a.state_id AND a.subject_kind = 'obligation' AND o.id = a.subject_id
         WHERE a.state_id = $1 AND o.title ->> 'en' = $2`,
        [state.id, title],
      );
      return alert?.id ?? 0;
    }

    async function expectRefused(token: string): Promise<void> {
      const before = [await fingerprint(ground, peru.state), await fingerprint(ground, chile.state)];
      const shown = await ask('GET', `/api/v1/answers/${token}`);
      const acted = await ask('POST', `/answer/${token}`);
      expect([shown.status, acted.status].every((status) => status === 403 || status === 404)).toBe(true);
      expect(shown.body).not.toContain('Late ');
      expect([await fingerprint(ground, peru.state), await fingerprint(ground, chile.state)]).toEqual(before);
    }

    it('open for whom they were made', async () => {
      const alertId = await alertOf(peru.state, 'Late at the ministry');
      const token = ground.tracking.signedLinks.sign({ ...claims(), alertId });
      const shown = await ask('GET', `/api/v1/answers/${token}`);
      expect(shown.status).toBe(200);
      expect(shown.headers.get('cache-control')).toBe('no-store');
    });

    it('are refused when person, State or item were exchanged under the old signature', async () => {
      const alertId = await alertOf(peru.state, 'Late at the ministry');
      const mac = ground.tracking.signedLinks.sign({ ...claims(), alertId }).split('.')[1];
      const forged = { ...claims(), alertId };
      for (const change of [
        { personId: people.get('ombudsperson PER') ?? 0 },
        { state: 'CHL' },
        { alertId: alertId + 1 },
        { expiresAt: forged.expiresAt + 1 },
      ]) {
        const other = new SignedLinks('another secret').sign({ ...forged, ...change }).split('.')[0];
        await expectRefused(`${other}.${mac}`);
      }
    });

    it('are refused when somebody else signed them, when cut off, and when expired', async () => {
      const alertId = await alertOf(peru.state, 'Late at the ministry');
      await expectRefused(new SignedLinks('another secret').sign({ ...claims(), alertId }));
      await expectRefused(ground.tracking.signedLinks.sign({ ...claims(), alertId }).slice(0, -2));
      await expectRefused(
        ground.tracking.signedLinks.sign({ ...claims(), alertId, expiresAt: ground.clock.now() }),
      );
    });

    it("do not reach another State's item even under a true signature", async () => {
      const alertId = await alertOf(chile.state, 'Late in Chile');
      const inPeru = await ground.rows(peru.state.id, 'SELECT 1 FROM alert WHERE id = $1', [alertId]);
      expect(inPeru).toEqual([]);
      await expectRefused(ground.tracking.signedLinks.sign({ ...claims(), alertId }));
    });

    it('do nothing in the hands of a person who does not answer for the item', async () => {
      const alertId = await alertOf(peru.state, 'Late at the police');
      await expectRefused(ground.tracking.signedLinks.sign({ ...claims(), alertId }));
    });
  });

  it('sends every answer with the headers that keep browsers from guessing', async () => {
    for (const url of ['/health/live', '/api/v1/states', '/api/v1/states/XXX/overview', '/nothing/here']) {
      const { headers } = await read(url);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  it('says nothing about the inside when it fails', async () => {
    const answer = await read('/en');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'page.not_built' });
    expect(answer.body).not.toMatch(/at .*\.ts|node_modules/);
  });
});
