import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { SubmissionActor } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const TEXT = { en: 'The register was opened in four regions.' };
const COMMENT = 'Which of the regions were these?';

let ground: TrackingGround;
let peru: WatchedState;
let focal: SubmissionActor;
let secretariat: SubmissionActor;
let network: SubmissionActor;
let id: number;
let obligation: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-10T15:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIN', []);
  const other = await peru.addInstitution('OTHER', []);
  await peru.lead(ministry);
  obligation = (await peru.owe(ministry, '2026-06-30')).obligationId;
  const person = (name: string, role: string, institution: number | null) =>
    peru.addPerson(`${name}@per.example`, role, institution);
  const reader = { kind: 'institution', institutionId: ministry } as const;
  focal = { personId: await person('ana', 'focal_point', ministry), role: 'focal_point', reader };
  await person('alba', 'focal_point', ministry);
  await person('otto', 'focal_point', other);
  const personId = await person('sara', 'secretariat', null);
  secretariat = { personId, role: 'secretariat', reader: { kind: 'state', personId } };
  await person('carlos', 'secretariat', null);
  const contributor = await person('nadia', 'contributor', null);
  network = {
    personId: contributor,
    role: 'contributor',
    reader: { kind: 'person', personId: contributor },
  };
  await ground.rows(peru.state.id, `UPDATE person SET language = 'es' WHERE email LIKE 'alba%' RETURNING id`);
  id = await ground.tracking.writeSubmissions.begin(
    peru.state,
    { obligation, recommendation: null, texts: TEXT, organisation: null, period: null, handIn: true },
    focal,
  );
});

afterAll(() => ground.close());

beforeEach(async () => {
  ground.clock.advance(86_400_000);
  await ground.tracking.deliverMessages.deliver(peru.state.id);
  ground.mailer.sent.length = 0;
});

const comment = (by: SubmissionActor, about = id) =>
  ground.tracking.writeSubmissions.comment(peru.state, about, COMMENT, by);
const told = async () => {
  await ground.tracking.deliverMessages.deliver(peru.state.id);
  return ground.mailer.sent.map(({ to, subject }) => `${to.address.split('@')[0]}: ${subject}`).sort();
};

describe('a comment on a submission', () => {
  it('of a reviewer is told to everybody who answers for its institution, each in the own language', async () => {
    await comment(secretariat);
    expect(await told()).toEqual([
      'alba: Nuevo comentario sobre lo que envió para 8',
      'ana: New comment on what you sent for 8',
    ]);
  });

  it('of its author is told to those who review, and to no other author', async () => {
    await comment(focal);
    expect(await told()).toEqual([
      'carlos: New comment on a submission for 8',
      'sara: New comment on a submission for 8',
    ]);
  });

  it('is told once a day for each who comments', async () => {
    await comment(secretariat);
    await comment(secretariat);
    expect(await told()).toHaveLength(2);
    ground.clock.advance(86_400_000);
    await comment(secretariat);
    expect(await told()).toHaveLength(4);
  });

  it('stands in no mail with its words, which lead to it instead', async () => {
    await comment(secretariat);
    await told();
    for (const { text, html } of ground.mailer.sent) {
      expect(text + html).not.toContain('regions');
      expect(text).toContain(`/states/PER/submissions/${id}`);
    }
  });

  it('leaves no mail where it is not kept', async () => {
    await expect(
      ground.tracking.writeSubmissions.comment(peru.state, id, 'DNI 12345678', secretariat),
    ).rejects.toMatchObject({ code: 'submission.personal_data' });
    expect(await told()).toEqual([]);
  });

  it('on a draft that was never handed in is told to nobody', async () => {
    const [item] = await ground.rows<{ id: string }>(
      peru.state.id,
      'SELECT public_id AS id FROM recommendation WHERE state_id = $1',
      [peru.state.id],
    );
    const draft = await ground.tracking.writeSubmissions.begin(
      peru.state,
      {
        obligation: null,
        recommendation: item!.id,
        texts: TEXT,
        organisation: 'A network',
        period: null,
        handIn: false,
      },
      network,
    );
    await comment(network, draft);
    expect(await told()).toEqual([]);
  });
});
