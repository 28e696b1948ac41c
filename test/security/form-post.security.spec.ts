import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const EMAIL = 'somebody@elsewhere.example';
const SECRET = 'tres botes azules en la bahía';

describe('a form that could not do what was asked', () => {
  let ground: TrackingGround;
  let api: NestFastifyApplication;
  let address: string;
  let session: string;
  let webRoot: string;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    const peru = await WatchedState.create(ground, 'PER');
    const personId = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    session = `__Host-vigia_session=${token}`;
    webRoot = await mkdtemp(join(tmpdir(), 'vigia-form-'));
    await mkdir(join(webRoot, 'server'));
    await writeFile(join(webRoot, 'package.json'), '{"type":"module"}');
    await writeFile(
      join(webRoot, 'server', 'entry.js'),
      `export const renderPage = async ({ typed }) => ({ status: 200, language: 'en', html: JSON.stringify(typed) });`,
    );
    const settings = { publicUrl: 'https://vigia.example', webRoot, demonstration: false };
    api = await createApi({ tracking: ground.tracking, mailbox: null, settings }, SILENT);
    await api.listen(0, '127.0.0.1');
    address = await api.getUrl();
  });

  afterAll(async () => {
    await api?.close();
    await ground?.close();
    await rm(webRoot, { recursive: true });
  });

  async function send(path: string, fields: Readonly<Record<string, string>>) {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: session },
      body: new URLSearchParams({ lang: 'es', ...fields }),
    });
    const typed = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-vigia_typed=')) ?? '';
    return { status: answer.status, location: answer.headers.get('location') ?? '', typed };
  }

  /** What the page is given to put into its forms, and the cookies that come with it. */
  async function page(path: string, typed: string): Promise<{ typed: unknown; cookies: string[] }> {
    const cookie = typed.split(';')[0] ?? '';
    const answer = await fetch(`${address}${path}`, { headers: { cookie } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return { typed: await answer.json(), cookies: answer.headers.getSetCookie() };
  }

  it.each([
    ['/sign-in', { email: EMAIL, password: SECRET }, { email: EMAIL }, '/es/sign-in?problem=sign_in.wrong'],
    [
      '/states/PER/people',
      { name: 'Inés', email: EMAIL, language: 'en', role: 'focal_point', institution: '' },
      { name: 'Inés', email: EMAIL, language: 'en', role: 'focal_point', institution: '' },
      '/es/states/PER/people?problem=invite.institution_missing',
    ],
    [
      '/states/PER/people/2147483000/end',
      { reason: 'Has left for good' },
      { reason: 'Has left for good' },
      '/es/states/PER/people?problem=membership.unknown',
    ],
  ])('keeps what was typed, and leaves it in no address: %s', async (action, fields, kept, location) => {
    const answer = await send(action, fields);
    expect([answer.status, answer.location]).toEqual([303, location]);
    expect(answer.typed).toMatch(/; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(decodeURIComponent(answer.typed)).not.toMatch(/elsewhere|botes|left/);
    const shown = await page(answer.location, answer.typed);
    expect(shown.typed).toEqual({ action, fields: Object.entries(kept) });
    expect(shown.cookies.join()).toMatch(/__Host-vigia_typed=; .*Expires=Thu, 01 Jan 1970/);
  });

  it('keeps nothing for another page, or after five minutes', async () => {
    const { typed, location } = await send('/sign-in', { email: EMAIL, password: SECRET });
    expect((await page('/es/recover', typed)).typed).toBeNull();
    ground.clock.advance(5 * 60_000);
    expect((await page(location, typed)).typed).toBeNull();
  });

  it('keeps no password and no code', async () => {
    for (const [path, fields] of [
      ['/account/password', { current: SECRET, password: 'short' }],
      ['/account/one-time-password/confirm', { code: '123456' }],
    ] as const) {
      const { location, typed } = await send(path, fields);
      expect([path, location.includes('problem='), typed]).toEqual([path, true, '']);
    }
  });
});
