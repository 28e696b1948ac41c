import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { EvidenceRepository, LinkCheckRepository } from '#persistence';
import { CheckLinks, LinkProbe } from '#tracking';
import type { OpenedFile } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_300_000, 7)]);
const PLAN = {
  institution: 'MIMP',
  language: 'es',
  title: 'Crear el registro de víctimas',
  description: 'En todas las regiones.',
  level: 'national',
  plannedStartOn: '2026-01-01',
  plannedEndOn: '2026-11-23',
  criteria: ['specific'],
  indicators: [],
  budgetLines: [],
} as const;
const GIVEN = {
  institution: 'MIMP',
  action: null,
  language: 'es',
  title: 'Decreto',
  effectiveOn: '2026-02-01',
  expiresOn: null,
  published: true,
} as const;
const FILTER = {
  recommendation: null,
  institution: null,
  lateOnly: false,
  language: 'es',
  before: null,
  limit: 10,
};

let ground: TrackingGround;
let peru: WatchedState;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIMP', ['focal@mimp.example']);
  await peru.addInstitution('MINEDU', []);
  await peru.lead(ministry);
});

afterAll(() => ground?.close());

const secretariat = { personId: null, role: 'secretariat', ownInstitution: null } as const;
const ofMinedu = { personId: null, role: 'focal_point', ownInstitution: 'MINEDU' } as const;

async function bytesOf(file: OpenedFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('actions', () => {
  it('put their item at risk from the day after their plan, until they are done', async () => {
    const { tracking } = ground;
    const id = await tracking.recordAction.plan(peru.state, 'opsc-1-8', PLAN, secretariat);
    await liveThrough(ground, peru.state, '2026-11-24');
    const status = () =>
      ground.rows(
        peru.state.id,
        `SELECT status, status_reason AS reason FROM recommendation WHERE state_id = $1`,
        [peru.state.id],
      );
    expect(await status()).toEqual([{ status: 'at_risk', reason: 'action_late' }]);
    expect(
      (await tracking.readActions.list(peru.state, '', { ...FILTER, lateOnly: true })).actions,
    ).toHaveLength(1);
    await tracking.recordAction.finish(peru.state, id, { doneOn: '2026-11-24', reason: '' }, secretariat);
    await liveThrough(ground, peru.state, '2026-11-25');
    expect(await status()).not.toEqual([{ status: 'at_risk', reason: 'action_late' }]);
    expect((await tracking.readActions.list(peru.state, '', { ...FILTER, lateOnly: true })).actions).toEqual(
      [],
    );
  });

  it('are found by their words, accents and endings aside, and the hits are known', async () => {
    const { actions, hits } = await ground.tracking.readActions.list(peru.state, 'registros victima', FILTER);
    expect(actions.map(({ title }) => title)).toEqual([PLAN.title]);
    expect([...hits].sort()).toEqual(['registro', 'víctimas']);
    expect((await ground.tracking.readActions.list(peru.state, 'presupuesto', FILTER)).actions).toEqual([]);
  });

  it("are not another institution's to change, and not two people's at once", async () => {
    const { recordAction } = ground.tracking;
    const id = await recordAction.plan(peru.state, 'opsc-1-8', PLAN, secretariat);
    const to = { ...PLAN, title: 'Otro', version: 1, reason: 'Decreto' };
    await expect(recordAction.change(peru.state, id, to, ofMinedu)).rejects.toMatchObject({
      code: 'action.not_yours',
    });
    await recordAction.change(peru.state, id, to, secretariat);
    await expect(recordAction.change(peru.state, id, to, secretariat)).rejects.toMatchObject({
      code: 'action.version',
    });
  });

  it('hold nothing that points at a person', async () => {
    const wish = { ...PLAN, description: 'Escriba a ana@example.org' };
    await expect(
      ground.tracking.recordAction.plan(peru.state, 'opsc-1-8', wish, secretariat),
    ).rejects.toMatchObject({ code: 'action.personal_data' });
  });
});

describe('evidence', () => {
  it('comes out as it went in, over several chunks, and is recognised when it comes again', async () => {
    const { giveEvidence, readEvidence } = ground.tracking;
    const wish = { ...GIVEN, file: { name: 'DS 009-2021-IN.pdf', bytes: PDF } };
    const id = await giveEvidence.giveFile(peru.state, 'opsc-1-8', wish, secretariat);
    const file = await readEvidence.openPublished(peru.state, id);
    expect(file.sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect((await bytesOf(file)).equals(PDF)).toBe(true);
    await expect(giveEvidence.giveFile(peru.state, 'opsc-1-8', wish, secretariat)).rejects.toMatchObject({
      code: 'evidence.same_file',
    });
    await giveEvidence.withdraw(peru.state, id, { reason: 'Derogado' }, secretariat);
    await expect(readEvidence.openPublished(peru.state, id)).rejects.toMatchObject({
      code: 'evidence.unknown',
    });
    expect((await bytesOf(await readEvidence.openKept(peru.state, id, null))).equals(PDF)).toBe(true);
    await giveEvidence.giveFile(peru.state, 'opsc-1-8', wish, secretariat);
    expect(await ground.rows(peru.state.id, 'SELECT count(*)::int AS files FROM evidence_file')).toEqual([
      { files: 1 },
    ]);
  });

  it('that is private is nowhere for the public, and there for its own institution only', async () => {
    const { giveEvidence, readEvidence } = ground.tracking;
    const file = { name: 'informe.txt', bytes: Buffer.from('Interno') };
    const id = await giveEvidence.giveFile(
      peru.state,
      'opsc-1-8',
      { ...GIVEN, published: false, file },
      secretariat,
    );
    await expect(readEvidence.openPublished(peru.state, id)).rejects.toMatchObject({
      code: 'evidence.unknown',
    });
    await expect(readEvidence.openKept(peru.state, id, 'MINEDU')).rejects.toMatchObject({
      code: 'evidence.unknown',
    });
    expect((await bytesOf(await readEvidence.openKept(peru.state, id, 'MIMP'))).toString()).toBe('Interno');
    const chunks = await ground.record.runPublic(peru.state.id, (sql) =>
      sql.rows('SELECT position FROM public_evidence_chunk WHERE evidence_id = $1', [id]),
    );
    expect(chunks).toEqual([]);
  });

  it.each([
    ['a page of HTML', 'informe.html', Buffer.from('<script>1</script>')],
    ['a program under the name of a PDF', 'informe.pdf', Buffer.from('MZ\u0090\u0000')],
    ['an archive under the name of Word', 'informe.docx', Buffer.from('PK\u0003\u0004 nothing')],
    ['a text that is none', 'cifras.csv', Buffer.from([0xff, 0xfe, 0x41, 0x00])],
  ])('is not %s', (_what, name, bytes) => {
    const wish = { ...GIVEN, file: { name, bytes } };
    expect(() => ground.tracking.giveEvidence.giveFile(peru.state, 'opsc-1-8', wish, secretariat)).toThrow(
      expect.objectContaining({ code: 'evidence.file_kind' }),
    );
  });

  it('stands behind an item while it is in effect, not expired and not withdrawn', async () => {
    const [item] = await ground.rows<{ id: number }>(peru.state.id, 'SELECT id FROM recommendation');
    const standing = (today: string) =>
      ground.record.runState(peru.state.id, () =>
        new EvidenceRepository(ground.record).countStandingBehind(peru.state.id, item!.id, today),
      );
    const before = await standing('2030-06-30');
    const wish = {
      ...GIVEN,
      effectiveOn: '2030-01-01',
      expiresOn: '2030-06-30',
      url: 'https://example.org/a',
    };
    const id = await ground.tracking.giveEvidence.giveLink(peru.state, 'opsc-1-8', wish, secretariat);
    expect(await standing('2029-12-31')).toBe(before);
    expect(await standing('2030-06-30')).toBe(before + 1);
    expect(await standing('2030-07-01')).toBe(before);
    await ground.tracking.giveEvidence.withdraw(peru.state, id, { reason: 'Error' }, secretariat);
    expect(await standing('2030-06-30')).toBe(before);
  });
});

describe('links of evidence', () => {
  it('are asked once a day, broken since the first day, and whole again when they answer', async () => {
    const { giveEvidence, readEvidence, tick } = ground.tracking;
    const wish = { ...GIVEN, url: 'https://example.org/decree' };
    const id = await giveEvidence.giveLink(peru.state, 'opsc-1-8', wish, secretariat);
    await tick.tick();
    expect(ground.dispatcher.dispatched).toContainEqual({ name: 'links.check', payload: { state: 'PER' } });
    let answer = { outcome: 'broken', detail: 'status', httpStatus: 404 } as Awaited<
      ReturnType<LinkProbe['ask']>
    >;
    const probe = Object.assign(new LinkProbe(), { ask: () => Promise.resolve(answer) });
    const links = new CheckLinks(ground.record, new LinkCheckRepository(ground.record), probe, ground.clock);
    const seen = async () => {
      const { entries } = await readEvidence.listKept(peru.state, {
        recommendation: null,
        actionId: null,
        institution: null,
        brokenOnly: false,
        before: null,
        limit: 1,
      });
      expect(entries[0]?.id).toBe(id);
      return entries[0]?.link;
    };
    expect(await links.check(peru.state)).toEqual({ asked: 1, broken: 1 });
    expect(await links.check(peru.state)).toEqual({ asked: 0, broken: 0 });
    const first = ground.clock.now();
    ground.clock.advance(86_400_000);
    await links.check(peru.state);
    expect(await seen()).toMatchObject({
      outcome: 'broken',
      httpStatus: 404,
      brokenSince: first,
      checkedAt: ground.clock.now(),
    });
    answer = { outcome: 'reachable', detail: 'answered', httpStatus: 200 };
    ground.clock.advance(86_400_000);
    await links.check(peru.state);
    expect(await seen()).toMatchObject({ outcome: 'reachable', brokenSince: null });
  });

  it.each([
    ['the operator switched that off', false, false],
    ['the State is a demonstration', true, true],
  ])('are asked of nobody where %s', async (_, isOn, demonstration) => {
    const probe = Object.assign(new LinkProbe(), { ask: () => Promise.reject(new Error('asked')) });
    const repository = new LinkCheckRepository(ground.record);
    const links = new CheckLinks(ground.record, repository, probe, ground.clock, isOn);
    ground.clock.advance(86_400_000);
    const allowed = new CheckLinks(ground.record, repository, probe, ground.clock);
    expect(await allowed.isDue(peru.state)).toBe(true);
    const state = { ...peru.state, demonstration };
    expect(await links.isDue(state)).toBe(false);
    expect(await links.check(state)).toEqual({ asked: 0, broken: 0 });
  });
});
