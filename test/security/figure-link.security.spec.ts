import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SignedLinks } from '#identity';
import type { LinkClaims } from '#identity';

import { createApi } from '../../apps/api/src/create-api.js';
import { WatchedState } from '../factories/watched-state.js';
import type { Owed } from '../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
const TODAY = '2026-06-23';
const DUE = '2026-06-30';
const FOR_MS = 35 * 86_400_000;

let ground: TrackingGround;
let api: NestFastifyApplication;
let address: string;
let peru: WatchedState;
let ministry: number;
let police: number;
let ana: number;
let secretary: number;
let numbered = 0;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await WatchedState.create(ground, 'PER');
  ministry = await peru.addInstitution('MIMP', []);
  police = await peru.addInstitution('PNP', ['pia@pnp.example']);
  ana = await peru.addPerson('ana@mimp.example', 'focal_point', ministry);
  secretary = await peru.addPerson('sara@per.example', 'secretariat', null);
  await peru.lead(ministry);
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
  await ground?.close();
});

/** An obligation about a count, broken down by sex, and the claims of its reminder's link. */
async function asked(institutionId = ministry): Promise<LinkClaims & Owed> {
  const code = `L${(numbered += 1)}`;
  const owed = await peru.oweFigure(institutionId, DUE, { code, dimensions: ['sex'] });
  await liveThrough(ground, peru.state, TODAY);
  const [alert] = await ground.rows<{ id: number }>(
    peru.state.id,
    `SELECT id FROM alert WHERE state_id = $1 AND subject_kind = 'obligation' AND subject_id = $2`,
    [peru.state.id, owed.obligationId],
  );
  return {
    purpose: 'submit_figure',
    state: 'PER',
    personId: ana,
    alertId: alert!.id,
    expiresAt: ground.clock.now() + FOR_MS,
    ...owed,
  };
}

const sign = (claims: LinkClaims): string => ground.tracking.signedLinks.sign(claims);
const look = async (token: string) => {
  const answer = await fetch(`${address}/api/v1/figure-links/${token}`);
  return { status: answer.status, body: await answer.text() };
};
const post = async (token: string, form: Readonly<Record<string, string>>) => {
  const answer = await fetch(`${address}/figure/${token}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lang: 'en', text: '', ...form }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '' };
};
const FIGURE = { 'have:': 'number', 'value:': '1,204', 'have:sex=female': 'number', 'value:sex=female': '' };
const sentFor = (obligationId: number) =>
  ground.rows<Record<string, unknown>>(
    peru.state.id,
    `SELECT s.submission_state AS state, s.person_id AS "personId", f.value, f.series_key AS key FROM submission s
     LEFT JOIN submission_figure f ON f.state_id = s.state_id AND f.submission_id = s.id AND f.revision = s.revision
     WHERE s.state_id = $1 AND s.obligation_id = $2`,
    [peru.state.id, obligationId],
  );

async function expectRefused(token: string): Promise<void> {
  const before = await fingerprint(ground, peru.state);
  const shown = await look(token);
  const acted = await post(token, FIGURE);
  expect([shown.status, acted.status].every((status) => status === 403 || status === 404)).toBe(true);
  expect(shown.body).not.toContain('Figures of L');
  expect(await fingerprint(ground, peru.state)).toEqual(before);
}

describe('the link of a reminder that sends a figure', () => {
  it('stands in the mail beside the one that acknowledges, and changes nothing by being looked at', async () => {
    await asked();
    const mail = ground.mailer.sent.findLast(({ to }) => JSON.stringify(to).includes('ana@mimp.example'));
    const token = /\/figure\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mail?.html).toContain(`/figure/${token}`);
    expect(mail?.text).toMatch(/\/answer\//);
    const before = await fingerprint(ground, peru.state);
    const shown = await look(token);
    expect(JSON.parse(shown.body)).toMatchObject({
      standing: 'open',
      personName: 'ana@mimp.example',
      institution: { code: 'MIMP' },
      figures: {
        rows: ['', 'sex=female', 'sex=male', 'sex=other', 'sex=not_recorded'].map((key) => ({ key })),
      },
    });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('hands in once in the name of its person, shows what was sent, and is used up by that', async () => {
    const claims = await asked();
    const token = sign(claims);
    expect((await post(token, { ...FIGURE, text: 'Counted in all regions' })).to).toMatch(/\?done=1$/);
    expect(await sentFor(claims.obligationId)).toEqual([
      { state: 'submitted', personId: ana, value: 1204, key: '' },
    ]);
    const audited = await ground.rows(
      peru.state.id,
      `SELECT actor, action, person_id AS "personId" FROM audit_entry WHERE state_id = $1 ORDER BY position DESC LIMIT 1`,
      [peru.state.id],
    );
    expect(audited).toEqual([{ actor: 'mail_link', action: 'submission.submitted', personId: ana }]);
    const shown = JSON.parse((await look(token)).body) as Record<string, unknown>;
    expect(shown).toMatchObject({
      standing: 'used',
      sent: { on: TODAY, texts: { en: 'Counted in all regions' } },
      figures: {
        rows: expect.arrayContaining([
          expect.objectContaining({ key: '', handedIn: expect.objectContaining({ value: 1204 }) }),
        ]),
      },
    });
    const before = await fingerprint(ground, peru.state);
    expect((await post(token, { ...FIGURE, 'value:': '5' })).to).toContain('problem=link.used');
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('goes back to its form where a figure cannot be read or does not add up, and saves nothing', async () => {
    const claims = await asked();
    const token = sign(claims);
    const before = await fingerprint(ground, peru.state);
    const forms: readonly Readonly<Record<string, string>>[] = [
      { ...FIGURE, 'value:': '1.5' },
      { ...FIGURE, 'value:': '3', 'value:sex=female': '4' },
      { text: 'La menor Ana Quispe, DNI 45678912' },
      {},
    ];
    for (const form of forms)
      expect((await post(token, form)).to).toMatch(/problem=submission\.(figures|personal_data|no_text)/);
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('is taken by two presses of the button as one', async () => {
    const claims = await asked();
    const token = sign(claims);
    const answers = await Promise.all([post(token, FIGURE), post(token, FIGURE)]);
    expect(answers.filter(({ to }) => to.endsWith('?done=1'))).toHaveLength(1);
    expect(await sentFor(claims.obligationId)).toHaveLength(1);
  });

  it('goes on with what was returned as its next revision, where a newer mail brings a newer link', async () => {
    const claims = await asked();
    const first = sign(claims);
    await post(first, FIGURE);
    const [sent] = await ground.rows<{ id: number; version: number }>(
      peru.state.id,
      `SELECT id, version FROM submission WHERE state_id = $1 AND obligation_id = $2`,
      [peru.state.id, claims.obligationId],
    );
    await ground.tracking.reviewSubmissions.decide(
      peru.state,
      sent!.id,
      { step: 'return', version: sent!.version, reason: 'Which register?' },
      { personId: secretary, role: 'secretariat', reader: { kind: 'state', personId: secretary } },
    );
    expect((await post(first, FIGURE)).to).toContain('problem=link.used');
    ground.clock.advance(60_000);
    const newer = sign({ ...claims, expiresAt: ground.clock.now() + FOR_MS });
    expect((await post(newer, { ...FIGURE, 'value:': '1,300' })).to).toMatch(/\?done=1$/);
    expect(await sentFor(claims.obligationId)).toEqual([
      { state: 'submitted', personId: ana, value: 1300, key: '' },
    ]);
  });

  it('leaves alone what a colleague has begun, and says so', async () => {
    const claims = await asked();
    const colleague = {
      personId: ana,
      role: 'focal_point',
      reader: { kind: 'institution', institutionId: ministry },
    } as const;
    const wish = { recommendation: null, organisation: null, period: null, handIn: false };
    await ground.tracking.writeSubmissions.begin(
      peru.state,
      { ...wish, obligation: claims.obligationId, texts: { en: 'Only for us' } },
      colleague,
    );
    const token = sign(claims);
    const shown = await look(token);
    expect(JSON.parse(shown.body)).toMatchObject({ standing: 'begun', sent: null });
    expect(shown.body).not.toContain('Only for us');
    expect((await post(token, FIGURE)).to).toContain('problem=submission.open_already');
  });

  it('is refused altered, signed by somebody else, cut off, expired, or made for acknowledging', async () => {
    const claims = await asked();
    const token = sign(claims);
    const [, mac] = token.split('.');
    const other = await asked(police);
    for (const change of [
      { personId: secretary },
      { alertId: other.alertId },
      { state: 'CHL' },
      { expiresAt: claims.expiresAt + 1 },
    ]) {
      const [payload] = sign({ ...claims, ...change }).split('.');
      await expectRefused(`${payload}.${mac}`);
    }
    await expectRefused(new SignedLinks('another secret').sign(claims));
    await expectRefused(token.slice(0, -2));
    await expectRefused(sign({ ...claims, expiresAt: ground.clock.now() }));
    await expectRefused(sign({ ...claims, purpose: 'answer_alert' }));
    const acknowledging = await fetch(`${address}/api/v1/answers/${token}`);
    expect(acknowledging.status).toBe(403);
  });

  it('is read whatever the numbers of its person and item: one that is gone is not found, never too long', async () => {
    const most = { personId: 2_147_483_647, alertId: 2_147_483_647 };
    for (const purpose of ['submit_figure', 'answer_alert'] as const) {
      const token = sign({ purpose, state: 'PER', ...most, expiresAt: ground.clock.now() + FOR_MS });
      const route = purpose === 'submit_figure' ? 'figure-links' : 'answers';
      expect((await fetch(`${address}/api/v1/${route}/${token}`)).status).toBe(404);
      expect((await post(token, FIGURE)).status).toBe(purpose === 'submit_figure' ? 404 : 403);
    }
  });

  it('is refused to whom the item is not: another institution, somebody who left, what was handed over', async () => {
    await expectRefused(sign({ ...(await asked(police)), personId: ana }));
    const claims = await asked();
    await peru.handOver(claims, police);
    await expectRefused(sign(claims));
    const leaving = await peru.addPerson('leo@mimp.example', 'focal_point', ministry);
    const last = { ...(await asked()), personId: leaving };
    expect((await look(sign(last))).status).toBe(200);
    await ground.rows(
      peru.state.id,
      `UPDATE membership SET ended_at = now() WHERE state_id = $1 AND person_id = $2`,
      [peru.state.id, leaving],
    );
    await expectRefused(sign(last));
  });
});
