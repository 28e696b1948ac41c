import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { UNDO_OFFERED_FOR_MS, addDays, heldUntil } from '#domain';
import type { SubmissionActor } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-30';
const TEXT = { en: 'The register was opened in four regions.' };
const HELD_MS = heldUntil(0);

let ground: TrackingGround;
let peru: WatchedState;
let obligation: number;
let focal: SubmissionActor;
let secretariat: SubmissionActor;
let colleague: SubmissionActor;

beforeEach(async () => {
  ground = await openTrackingGround(`${addDays(DUE, -20)}T15:00:00Z`);
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIN', []);
  await peru.lead(ministry);
  obligation = (await peru.owe(ministry, DUE)).obligationId;
  focal = {
    personId: await peru.addPerson('ana@per.example', 'focal_point', ministry),
    role: 'focal_point',
    reader: { kind: 'institution', institutionId: ministry },
  };
  const watching = async (name: string): Promise<SubmissionActor> => {
    const personId = await peru.addPerson(`${name}@per.example`, 'secretariat', null);
    return { personId, role: 'secretariat', reader: { kind: 'state', personId } };
  };
  secretariat = await watching('sara');
  colleague = await watching('carlos');
});
afterEach(() => ground.close());

const read = (id: number, by = focal) => ground.tracking.readSubmissions.read(peru.state, id, by);
const undo = (id: number, { personId, role }: SubmissionActor) =>
  ground.tracking.undoAct.undo(
    peru.state,
    { kind: 'submission', id },
    { personId: personId ?? 0, actor: role },
  );
const handIn = () =>
  ground.tracking.writeSubmissions.begin(
    peru.state,
    { obligation, recommendation: null, organisation: null, period: null, texts: TEXT, handIn: true },
    focal,
  );
const decide = async (id: number, step: 'accept' | 'return', by = secretariat) => {
  const { version } = (await read(id)).submission;
  const reason = step === 'accept' ? '' : 'No year';
  await ground.tracking.reviewSubmissions.decide(peru.state, id, { step, version, reason }, by);
};
const step = async (id: number, taken: 'submit' | 'reopen' | 'withdraw') =>
  ground.tracking.writeSubmissions.step(
    peru.state,
    id,
    { step: taken, version: (await read(id)).submission.version },
    focal,
  );

/** Everything that says where it stands; the version counts on. */
async function stand(id: number): Promise<Record<string, unknown>> {
  return { ...(await read(id)).submission, version: null };
}

const trail = (id: number): Promise<Record<string, unknown>[]> =>
  ground.rows(
    peru.state.id,
    `SELECT action, person_id AS who, before->>'submissionState' AS "from", after->>'submissionState' AS "to", after->>'undone' AS undone
     FROM audit_entry WHERE state_id = $1 AND subject_kind = 'submission' AND subject_id = $2 ORDER BY position DESC LIMIT 2`,
    [peru.state.id, String(id)],
  );

async function subjects(): Promise<string[]> {
  await ground.tracking.deliverMessages.deliver(peru.state.id);
  return ground.mailer.sent.map(({ subject }) => subject);
}

describe('a decision on a submission that is undone', () => {
  it.each(['accept', 'return'] as const)(
    'leaves it waiting as before, with both acts in the trail and no mail: %s',
    async (decision) => {
      const id = await handIn();
      const before = await stand(id);
      await decide(id, decision);
      expect(await stand(id)).not.toEqual(before);
      ground.clock.advance(UNDO_OFFERED_FOR_MS);
      expect(await subjects()).toEqual([]);
      await undo(id, secretariat);
      expect(await stand(id)).toEqual(before);
      const done = decision === 'accept' ? 'accepted' : 'returned';
      const who = secretariat.personId;
      expect(await trail(id)).toEqual([
        { action: 'change.undone', who, from: done, to: 'submitted', undone: `submission.${done}` },
        { action: `submission.${done}`, who, from: 'submitted', to: done, undone: null },
      ]);
      ground.clock.advance(HELD_MS * 10);
      expect(await subjects()).toEqual([]);
      expect((await read(id)).history.map((taken) => taken.step).slice(-2)).toEqual([
        decision,
        `undo_${decision}`,
      ]);
    },
  );

  it('can be decided anew, once, and is told by mail only after its time is over', async () => {
    const id = await handIn();
    await decide(id, 'accept');
    await undo(id, secretariat);
    await decide(id, 'return');
    await undo(id, secretariat);
    await decide(id, 'accept', colleague);
    expect((await read(id)).submission).toMatchObject({ state: 'accepted', locked: true });
    ground.clock.advance(HELD_MS - 1);
    expect(await subjects()).toEqual([]);
    ground.clock.advance(1);
    expect(await subjects()).toEqual(['Accepted: what you sent for 8']);
  });

  it('comes back to the reason and the day that stood there before', async () => {
    const id = await handIn();
    await decide(id, 'return');
    ground.clock.advance(HELD_MS);
    await step(id, 'reopen');
    const draft = await stand(id);
    ground.clock.advance(2 * 86_400_000);
    await step(id, 'submit');
    const waiting = await stand(id);
    await decide(id, 'accept');
    await undo(id, secretariat);
    expect(await stand(id)).toEqual(waiting);
    // Somebody else was the last to act on it.
    await expect(undo(id, focal)).rejects.toMatchObject({ code: 'undo.nothing' });
    ground.clock.advance(HELD_MS);
    expect(draft).toMatchObject({ state: 'draft', reason: 'No year' });
  });

  it.each([
    ['twice', 0, 'twice', 'undo.nothing'],
    ['by a colleague', 0, 'colleague', 'undo.not_yours'],
    ['by its author', 0, 'author', 'undo.not_yours'],
    ['once its time is over', HELD_MS, 'self', 'undo.too_late'],
  ] as const)('is refused %s, and changes nothing', async (_, later, who, code) => {
    const id = await handIn();
    await decide(id, 'accept');
    if (who === 'twice') await undo(id, secretariat);
    ground.clock.advance(later);
    const before = await fingerprint(ground, peru.state);
    const by = { twice: secretariat, colleague, author: focal, self: secretariat }[who];
    await expect(undo(id, by)).rejects.toMatchObject({ code, kind: 'conflict' });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('is refused where its author has gone on with it, or nothing was done', async () => {
    const id = await handIn();
    await decide(id, 'return');
    await step(id, 'reopen');
    await expect(undo(id, secretariat)).rejects.toMatchObject({ code: 'undo.moved_on' });
    await expect(undo(id + 1, secretariat)).rejects.toMatchObject({ code: 'undo.nothing' });
  });
});

describe('unlocking a period', () => {
  it('is undone as long as nobody has begun a correction', async () => {
    const id = await handIn();
    await decide(id, 'accept');
    ground.clock.advance(HELD_MS);
    const locked = await stand(id);
    const unlock = () =>
      ground.tracking.reviewSubmissions.unlock(peru.state, id, 'The year was wrong', secretariat);
    await unlock();
    expect(await stand(id)).not.toEqual(locked);
    await undo(id, secretariat);
    expect(await stand(id)).toEqual(locked);
    await unlock();
    await handIn();
    await expect(undo(id, secretariat)).rejects.toMatchObject({ code: 'undo.moved_on' });
  });
});

describe('what an author undoes', () => {
  it('is a draft again that nobody else reads, as before it was handed in', async () => {
    const id = await handIn();
    await undo(id, focal);
    expect(await stand(id)).toMatchObject({ state: 'draft', submittedOn: null, revision: 1, texts: TEXT });
    await expect(read(id, secretariat)).rejects.toMatchObject({ code: 'submission.unknown' });
    await step(id, 'withdraw');
    await undo(id, focal);
    expect(await stand(id)).toMatchObject({ state: 'draft', submittedOn: null });
    await step(id, 'submit');
    expect((await read(id, secretariat)).submission.state).toBe('submitted');
  });

  it('is refused once the review has begun to act on it', async () => {
    const id = await handIn();
    await decide(id, 'accept');
    await expect(undo(id, focal)).rejects.toMatchObject({ code: 'undo.not_yours' });
  });
});
