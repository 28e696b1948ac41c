import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { EvidenceRepository } from '#persistence';
import type { SubmissionActor } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DRAFT = {
  recommendation: null,
  texts: { en: 'Done.' },
  organisation: null,
  period: null,
  handIn: false,
};
const EVERYTHING = {
  recommendation: null,
  actionId: null,
  institution: null,
  brokenOnly: false,
  before: null,
  limit: 50,
};

let ground: TrackingGround;
let peru: WatchedState;
let item: string;
let obligation: number;
let focal: SubmissionActor;
let otherFocal: SubmissionActor;
let secretariat: SubmissionActor;
let id: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-10T15:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIN', []);
  const other = await peru.addInstitution('OTHER', []);
  await peru.lead(ministry);
  obligation = (await peru.owe(ministry, '2026-06-30')).obligationId;
  const focalPoint = async (name: string, institutionId: number): Promise<SubmissionActor> => ({
    personId: await peru.addPerson(`${name}@per.example`, 'focal_point', institutionId),
    role: 'focal_point',
    reader: { kind: 'institution', institutionId },
  });
  focal = await focalPoint('ana', ministry);
  otherFocal = await focalPoint('otto', other);
  const personId = await peru.addPerson('sara@per.example', 'secretariat', null);
  secretariat = { personId, role: 'secretariat', reader: { kind: 'state', personId } };
  const [found] = await ground.rows<{ id: string }>(
    peru.state.id,
    'SELECT public_id AS id FROM recommendation WHERE state_id = $1',
    [peru.state.id],
  );
  item = found!.id;
  id = await ground.tracking.writeSubmissions.begin(peru.state, { ...DRAFT, obligation }, focal);
});

afterAll(() => ground.close());

const attach = (
  { personId }: SubmissionActor,
  institution: string,
  more: Partial<{ published: boolean; title: string }> = {},
) =>
  ground.tracking.giveEvidence.giveLink(
    peru.state,
    item,
    {
      institution,
      action: null,
      submission: id,
      language: 'en',
      title: 'Register',
      effectiveOn: '2026-01-01',
      expiresOn: null,
      published: true,
      url: 'https://example.org/register',
      ...more,
    },
    { personId, role: 'focal_point', ownInstitution: institution },
  );
const seen = async () => {
  const { entries } = await ground.tracking.readEvidence.listPublished(peru.state, EVERYTHING);
  return entries.map(({ title }) => title);
};
const standing = () =>
  ground.record.runState(peru.state.id, async (sql) => {
    const row = await sql.row<{ id: number }>('SELECT id FROM recommendation WHERE state_id = $1', [
      peru.state.id,
    ]);
    return new EvidenceRepository(ground.record).countStandingBehind(peru.state.id, row!.id, '2026-06-10');
  });

describe('evidence that comes with an answer', () => {
  it('is read by its institution and the secretariat, and by nobody else, while the answer is a draft', async () => {
    await attach(focal, 'MIN');
    await attach(focal, 'MIN', { published: false, title: 'Internal note' });
    const { entries } = await ground.tracking.readEvidence.listKept(peru.state, {
      ...EVERYTHING,
      submissionId: id,
    });
    expect(entries.map(({ title, submissionId }) => [title, submissionId])).toEqual([
      ['Internal note', id],
      ['Register', id],
    ]);
    expect(await seen()).toEqual([]);
    expect(await standing()).toBe(0);
  });

  it('is not attached by another institution, whose draft it is not', async () => {
    await expect(attach(otherFocal, 'OTHER')).rejects.toMatchObject({ code: 'evidence.submission_unknown' });
  });

  it('is complete once the answer is handed in, and still not public', async () => {
    const { submission } = await ground.tracking.readSubmissions.read(peru.state, id, focal);
    const { version } = submission;
    await ground.tracking.writeSubmissions.step(peru.state, id, { step: 'submit', version }, focal);
    await expect(attach(focal, 'MIN')).rejects.toMatchObject({ code: 'evidence.submission_unknown' });
    expect(await seen()).toEqual([]);
  });

  it('is public with the answer that was accepted, where it is marked so, and stands behind the recommendation', async () => {
    const { submission } = await ground.tracking.readSubmissions.read(peru.state, id, secretariat);
    const decision = { step: 'accept', version: submission.version, reason: '' } as const;
    await ground.tracking.reviewSubmissions.decide(peru.state, id, decision, secretariat);
    expect(await seen()).toEqual(['Register']);
    expect(await standing()).toBe(2);
  });
});
