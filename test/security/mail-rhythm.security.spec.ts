import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SignedLinks } from '#identity';
import type { LinkClaims } from '#identity';

import { WatchedState } from '../factories/watched-state.js';
import { ApiUnderTest } from '../support/api-under-test.js';
import { fingerprint, liveThrough, openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const TODAY = '2026-06-23';
const FOR_MS = 35 * 86_400_000;

let ground: TrackingGround;
let api: ApiUnderTest;
let peru: WatchedState;
let ministry: number;
let ana: number;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await WatchedState.create(ground, 'PER');
  await WatchedState.create(ground, 'CHL');
  ministry = await peru.addInstitution('MIMP', []);
  ana = await peru.addPerson('ana@mimp.example', 'focal_point', ministry);
  await peru.lead(ministry);
  await peru.owe(ministry, '2026-06-30');
  await liveThrough(ground, peru.state, TODAY);
  api = await ApiUnderTest.open(ground);
});
afterAll(async () => {
  await api?.close();
  await ground?.close();
});

const claims = (): LinkClaims => ({
  purpose: 'choose_rhythm',
  state: 'PER',
  personId: ana,
  alertId: null,
  expiresAt: ground.clock.now() + FOR_MS,
});
const sign = (changed: Partial<LinkClaims> = {}): string =>
  ground.tracking.signedLinks.sign({ ...claims(), ...changed });

interface Chosen {
  readonly personId: number;
  readonly rhythm: string;
}
const chosen = (): Promise<Chosen[]> =>
  ground.rows<Chosen>(
    peru.state.id,
    `SELECT person_id AS "personId", rhythm FROM mail_rhythm WHERE state_id = $1 ORDER BY 1`,
    [peru.state.id],
  );

const oneClick = (token: string, form: Record<string, string> = { 'List-Unsubscribe': 'One-Click' }) =>
  api.ask('POST', `/es/mail-rhythm/${token}`, { form });
const choose = (token: string, rhythm: string) =>
  api.ask('POST', `/mail-rhythm/${token}`, { form: { lang: 'es', rhythm } });

describe('the link that stands in each mail', () => {
  it('is in the header and in both parts, is the same, and opens for whom it was made', async () => {
    const [mail] = ground.mailer.sent;
    const header = mail?.headers['List-Unsubscribe'] ?? '';
    const [, url = ''] = /^<(https:\/\/vigia\.example\/en\/mail-rhythm\/[\w.-]+)>$/.exec(header) ?? [];
    expect(mail?.text).toContain(url);
    expect(mail?.html).toContain(url);
    const answer = await api.ask('GET', `/api/v1/mail-rhythms/${url.split('/').at(-1)}?lang=en`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      personName: 'ana@mimp.example',
      state: { iso3: 'PER' },
      rhythm: 'daily',
    });
  });

  it('changes nothing by being opened, as mail scanners do, nor by being asked for with HEAD', async () => {
    const token = sign();
    const before = await fingerprint(ground, peru.state);
    for (let look = 0; look < 3; look += 1) await api.ask('GET', `/api/v1/mail-rhythms/${token}`);
    await api.ask('GET', `/en/mail-rhythm/${token}`);
    await api.ask('GET', `/mail-rhythm/${token}`);
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('is refused when it is expired, altered, under another secret, or made for something else', async () => {
    const forged = new SignedLinks('another secret').sign(claims());
    const [payload, mac] = sign().split('.');
    const other = Buffer.from(JSON.stringify(['choose_rhythm', 'PER', ana + 1, null, claims().expiresAt]));
    const before = await fingerprint(ground, peru.state);
    for (const token of [
      sign({ expiresAt: ground.clock.now() }),
      forged,
      `${payload}.${mac}A`,
      `${other.toString('base64url')}.${mac}`,
      sign({ purpose: 'answer_alert', alertId: 1 }),
      sign({ purpose: 'submit_figure', alertId: 1 }),
    ]) {
      const answers = [
        await api.ask('GET', `/api/v1/mail-rhythms/${token}`),
        await choose(token, 'weekly'),
        await oneClick(token),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    // Nor does it answer a reminder.
    expect((await api.ask('GET', `/api/v1/answers/${sign()}`)).status).toBe(403);
    expect((await api.ask('POST', `/answer/${sign({ alertId: 1 })}`, { form: {} })).status).toBe(403);
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('is refused for a State that sends the person no mails, and after the person has left', async () => {
    const gone = await peru.addPerson('gone@mimp.example', 'focal_point', ministry);
    const token = sign({ personId: gone });
    expect((await api.ask('GET', `/api/v1/mail-rhythms/${token}`)).status).toBe(200);
    await ground.rows(
      peru.state.id,
      `UPDATE membership SET ends_on = '2026-06-22' WHERE state_id = $1 AND person_id = $2`,
      [peru.state.id, gone],
    );
    for (const dead of [token, sign({ state: 'CHL' })]) {
      expect((await api.ask('GET', `/api/v1/mail-rhythms/${dead}`)).status).toBe(403);
      expect((await oneClick(dead)).status).toBe(403);
    }
    expect(await chosen()).toEqual([]);
  });
});

describe('what can be chosen by it', () => {
  it('is how often, for its own person alone, and never nothing', async () => {
    await peru.addPerson('other@mimp.example', 'focal_point', ministry);
    const token = sign();
    for (const rhythm of ['never', 'none', '', 'yearly'])
      expect(await choose(token, rhythm)).toMatchObject({ status: 303, problem: 'form.rhythm' });
    expect(await chosen()).toEqual([]);
    const done = await choose(token, 'monthly');
    expect(done).toMatchObject({ status: 303, location: `/es/mail-rhythm/${token}?done=saved` });
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'monthly' }]);
    await choose(token, 'daily');
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'daily' }]);
  });

  it('with the one click of a mail program is weekly, answered where it arrives, and no more often than before', async () => {
    const token = sign();
    expect(await oneClick(token)).toMatchObject({ status: 200, location: '', body: '' });
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'weekly' }]);
    const before = await fingerprint(ground, peru.state);
    expect((await oneClick(token)).status).toBe(200);
    expect(await fingerprint(ground, peru.state)).toEqual(before);
    await choose(token, 'monthly');
    expect((await oneClick(token)).status).toBe(200);
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'monthly' }]);
  });

  it('may be asked for as a form of parts too, and needs the words of RFC 8058', async () => {
    const token = sign();
    await choose(token, 'daily');
    for (const form of [{}, { 'List-Unsubscribe': 'Yes' }, { rhythm: 'weekly' }])
      expect((await oneClick(token, form as Record<string, string>)).status).toBe(422);
    expect((await api.ask('POST', `/fr/mail-rhythm/${token}`, { form: {} })).status).toBe(422);
    const parts = (value: string) =>
      api.ask('POST', `/en/mail-rhythm/${token}`, {
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: `--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\n${value}\r\n--x--\r\n`,
      });
    expect((await parts('Yes')).status).toBe(422);
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'daily' }]);
    expect((await parts('One-Click')).status).toBe(200);
    expect(await chosen()).toEqual([{ personId: ana, rhythm: 'weekly' }]);
  });

  it('does not come from a page of another site', async () => {
    const before = await fingerprint(ground, peru.state);
    const foreign = { headers: { origin: 'https://evil.example' } };
    const answer = await api.ask('POST', `/en/mail-rhythm/${sign()}`, {
      ...foreign,
      form: { 'List-Unsubscribe': 'One-Click' },
    });
    expect(answer.status).toBe(403);
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('stands in the history with what was before, by the door it came through', async () => {
    const [entry] = await ground.rows<Record<string, unknown>>(
      peru.state.id,
      `SELECT actor, person_id AS "personId", before, after FROM audit_entry
       WHERE state_id = $1 AND action = 'mail_rhythm.chosen' ORDER BY position LIMIT 1`,
      [peru.state.id],
    );
    expect(entry).toEqual({
      actor: 'mail_link',
      personId: ana,
      before: { mailRhythm: 'daily', mailWeekday: null, quietDays: [] },
      after: { mailRhythm: 'monthly', mailWeekday: null, quietDays: [] },
    });
  });
});
