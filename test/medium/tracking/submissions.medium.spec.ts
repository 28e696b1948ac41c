import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { addDays, heldUntil, replaySteps } from '#domain';
import type { SubmissionStep } from '#domain';
import { RETENTION_RULES } from '#tracking';
import type { PublicContribution, SubmissionActor } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import type { Owed } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-30';
const TEXT = {
  en: 'The register was opened in four regions.',
  es: 'El registro se abrió en cuatro regiones.',
};
const NOTHING_MORE = { organisation: null, period: null, handIn: false };

let ground: TrackingGround;
let peru: WatchedState;
let owed: Owed;
let focal: SubmissionActor;
let otherFocal: SubmissionActor;
let secretariat: SubmissionActor;
let colleague: SubmissionActor;
let network: SubmissionActor;

beforeEach(async () => {
  ground = await openTrackingGround(`${addDays(DUE, -20)}T15:00:00Z`);
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIN', []);
  const other = await peru.addInstitution('OTHER', []);
  await peru.lead(ministry);
  owed = await peru.owe(ministry, DUE);
  const person = (name: string, role: string, institution: number | null) =>
    peru.addPerson(`${name}@per.example`, role, institution);
  const of = (institutionId: number) => ({ kind: 'institution', institutionId }) as const;
  focal = {
    personId: await person('ana', 'focal_point', ministry),
    role: 'focal_point',
    reader: of(ministry),
  };
  otherFocal = {
    personId: await person('otto', 'focal_point', other),
    role: 'focal_point',
    reader: of(other),
  };
  const watching = async (name: string): Promise<SubmissionActor> => {
    const personId = await person(name, 'secretariat', null);
    return { personId, role: 'secretariat', reader: { kind: 'state', personId } };
  };
  secretariat = await watching('sara');
  colleague = await watching('carlos');
  const personId = await person('nadia', 'contributor', null);
  network = { personId, role: 'contributor', reader: { kind: 'person', personId } };
});
afterEach(() => ground.close());

const at = (day: string) => ground.clock.set(`${day}T15:00:00Z`);
const writing = () => ground.tracking.writeSubmissions;
const reviews = () => ground.tracking.reviewSubmissions;
const read = (id: number, by: SubmissionActor) => ground.tracking.readSubmissions.read(peru.state, id, by);
const answer = (by: SubmissionActor, more: Partial<{ handIn: boolean; obligation: number }> = {}) =>
  writing().begin(
    peru.state,
    { ...NOTHING_MORE, obligation: owed.obligationId, recommendation: null, texts: TEXT, ...more },
    by,
  );
const decide = async (id: number, step: 'accept' | 'return' | 'take_down', by = secretariat) =>
  reviews().decide(
    peru.state,
    id,
    {
      step,
      version: (await read(id, secretariat)).submission.version,
      reason: step === 'accept' ? '' : 'No year',
    },
    by,
  );
const step = async (id: number, taken: 'submit' | 'reopen' | 'withdraw', by = focal) =>
  writing().step(peru.state, id, { step: taken, version: (await read(id, by)).submission.version }, by);

async function statusOf(): Promise<{ status: string; reason: unknown }> {
  const [row] = await ground.rows<{ status: string; reason: unknown }>(
    peru.state.id,
    `SELECT status, status_parameters AS reason FROM recommendation WHERE state_id = $1`,
    [peru.state.id],
  );
  return row!;
}

const lateMails = (): Promise<{ rung: number }[]> =>
  ground.rows(
    peru.state.id,
    `SELECT n.rung FROM notice n WHERE n.state_id = $1 AND n.rule = 'deadline' AND n.outcome = 'send' AND n.rung >= 0 ORDER BY n.id`,
    [peru.state.id],
  );

describe('an answer of an institution', () => {
  it('goes from draft to review, back with a reason, and is accepted as a second revision, each step with who and why', async () => {
    const id = await answer(focal);
    await step(id, 'submit');
    await decide(id, 'return');
    await step(id, 'reopen');
    const draft = await read(id, focal);
    await writing().edit(
      peru.state,
      id,
      {
        ...NOTHING_MORE,
        version: draft.submission.version,
        texts: { en: 'In 2025, in four regions.' },
        handIn: true,
      },
      focal,
    );
    await decide(id, 'accept', colleague);
    const { submission, history, earlier, steps } = await read(id, focal);
    expect(submission).toMatchObject({ state: 'accepted', revision: 2, locked: true });
    expect(submission.texts).toEqual({ en: 'In 2025, in four regions.' });
    expect(earlier).toEqual([{ revision: 1, texts: TEXT }]);
    expect(steps).toEqual([]);
    expect(history.map((taken) => [taken.step, taken.actor, taken.reason])).toEqual([
      ['begin', 'focal_point', null],
      ['submit', 'focal_point', null],
      ['return', 'secretariat', 'No year'],
      ['reopen', 'focal_point', null],
      ['edit', 'focal_point', null],
      ['submit', 'focal_point', null],
      ['accept', 'secretariat', null],
    ]);
    const replayed = replaySteps(
      history.map((taken): SubmissionStep => taken.step),
      'institution',
    );
    expect(replayed).toEqual({ state: 'accepted', revision: 2 });
    const audited = await ground.rows<{ action: string }>(
      peru.state.id,
      `SELECT action FROM audit_entry WHERE state_id = $1 AND subject_kind = 'submission' AND subject_id = $2 ORDER BY position`,
      [peru.state.id, String(id)],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'submission.begun',
      'submission.submitted',
      'submission.returned',
      'submission.reopened',
      'submission.edited',
      'submission.submitted',
      'submission.accepted',
    ]);
  });

  it('is refused as stale where somebody was faster, and says what happened since', async () => {
    const id = await answer(focal, { handIn: true });
    const { version } = (await read(id, secretariat)).submission;
    await decide(id, 'return');
    const before = await fingerprint(ground, peru.state);
    await expect(
      reviews().decide(peru.state, id, { step: 'accept', version, reason: '' }, colleague),
    ).rejects.toMatchObject({
      code: 'submission.stale',
      kind: 'conflict',
      message: expect.stringContaining(`return (version ${version + 1})`),
    });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('is accepted by nobody who had a hand in it', async () => {
    const id = await answer(secretariat, { handIn: true });
    await expect(decide(id, 'accept', secretariat)).rejects.toMatchObject({ code: 'submission.own' });
    expect((await read(id, secretariat)).ownHand).toBe(true);
    await decide(id, 'accept', colleague);
    expect((await read(id, secretariat)).submission.state).toBe('accepted');
  });

  it('is nobody’s to read while it is a draft, and never that of another institution', async () => {
    const id = await answer(focal);
    await expect(read(id, secretariat)).rejects.toMatchObject({ code: 'submission.unknown' });
    await step(id, 'submit');
    await expect(read(id, secretariat)).resolves.toBeDefined();
    await expect(read(id, otherFocal)).rejects.toMatchObject({ code: 'submission.unknown' });
    await expect(read(id, network)).rejects.toMatchObject({ code: 'submission.unknown' });
    await expect(answer(otherFocal)).rejects.toMatchObject({ code: 'submission.obligation_unknown' });
    await decide(id, 'return');
    await step(id, 'reopen');
    const draft = await read(id, focal);
    const changed = { ...NOTHING_MORE, version: draft.submission.version, texts: { en: 'Not for you yet' } };
    await writing().edit(peru.state, id, changed, focal);
    expect((await read(id, secretariat)).submission.texts).toEqual(TEXT);
  });

  it('is not handed in empty, not begun twice, and can be withdrawn while it is a draft', async () => {
    const id = await answer(focal);
    await expect(answer(focal)).rejects.toMatchObject({ code: 'submission.open_already' });
    const { version } = (await read(id, focal)).submission;
    await writing().edit(peru.state, id, { ...NOTHING_MORE, version, texts: { en: '  ' } }, focal);
    await expect(step(id, 'submit')).rejects.toMatchObject({ code: 'submission.no_text' });
    await step(id, 'withdraw');
    await expect(step(id, 'submit')).rejects.toMatchObject({ code: 'submission.not_now' });
    await expect(answer(focal)).resolves.toBeGreaterThan(id);
  });

  it('holds nothing that points at a person, in its texts, reasons and comments', async () => {
    const before = await fingerprint(ground, peru.state);
    const named = 'The girl María Quispe Mamani was heard';
    const begun = writing().begin(
      peru.state,
      { ...NOTHING_MORE, obligation: owed.obligationId, recommendation: null, texts: { en: named } },
      focal,
    );
    await expect(begun).rejects.toMatchObject({ code: 'submission.personal_data' });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
    const id = await answer(focal, { handIn: true });
    const written = await fingerprint(ground, peru.state);
    const { version } = (await read(id, secretariat)).submission;
    await expect(
      reviews().decide(peru.state, id, { step: 'return', version, reason: named }, secretariat),
    ).rejects.toMatchObject({ code: 'submission.personal_data' });
    await expect(writing().comment(peru.state, id, named, focal)).rejects.toMatchObject({
      code: 'submission.personal_data',
    });
    expect(await fingerprint(ground, peru.state)).toEqual(written);
    await writing().comment(peru.state, id, 'Which year?', secretariat);
    expect((await read(id, focal)).comments).toMatchObject([{ text: 'Which year?', actor: 'secretariat' }]);
  });
});

describe('an accepted period', () => {
  it('takes nothing more until the secretariat unlocks it with a reason', async () => {
    const id = await answer(focal, { handIn: true });
    await decide(id, 'accept');
    await expect(answer(focal)).rejects.toMatchObject({ code: 'submission.period_locked' });
    const [listed] = await ground.tracking.readSubmissions.listObligations(peru.state, focal, {
      only: owed.obligationId,
      after: null,
      limit: 10,
    });
    expect(listed).toMatchObject({ lockedBy: id, openId: null });
    await reviews().unlock(peru.state, id, 'The year was wrong', secretariat);
    const correction = await answer(focal, { handIn: true });
    expect((await read(id, focal)).submission).toMatchObject({ state: 'accepted', locked: false });
    await decide(correction, 'accept');
    await expect(answer(focal)).rejects.toMatchObject({ code: 'submission.period_locked' });
    await expect(reviews().unlock(peru.state, id, 'Again', secretariat)).rejects.toMatchObject({
      code: 'submission.not_locked',
    });
  });
});

describe('the clock of a due day', () => {
  it('stands still while a review is awaited, and runs again once it is returned', async () => {
    const late = addDays(DUE, 3);
    at(addDays(DUE, -2));
    const id = await answer(focal, { handIn: true });
    await liveThrough(ground, peru.state, late);
    expect(await statusOf()).toMatchObject({ status: 'awaiting_review', reason: { daysLate: 0 } });
    expect(await lateMails()).toEqual([]);
    await decide(id, 'return');
    await liveThrough(ground, peru.state, addDays(late, 4));
    expect(await statusOf()).toMatchObject({ status: 'overdue', reason: { dueOn: DUE } });
    expect(await lateMails()).not.toEqual([]);
    await step(id, 'reopen');
    await liveThrough(ground, peru.state, addDays(late, 5));
    expect(await statusOf()).toMatchObject({ status: 'overdue' });
    await step(id, 'submit');
    await liveThrough(ground, peru.state, addDays(late, 6));
    expect(await statusOf()).toMatchObject({ status: 'awaiting_review', reason: { daysLate: 8 } });
  });

  it('is not stopped by a draft, and tells the focal point by mail what was decided', async () => {
    const id = await answer(focal);
    await liveThrough(ground, peru.state, addDays(DUE, 1));
    expect(await statusOf()).toMatchObject({ status: 'overdue' });
    await step(id, 'submit');
    await decide(id, 'return');
    ground.clock.advance(heldUntil(0));
    await ground.tracking.deliverMessages.deliver(peru.state.id);
    const told = ground.mailer.sent.filter(({ subject }) => subject === 'Returned: what you sent for 8');
    expect(told).toMatchObject([{ to: { address: 'ana@per.example' } }]);
    expect(told[0]?.text).toContain('Reason: No year');
  });
});

describe('a contribution', () => {
  const wish = (more: Partial<PublicContribution> = {}): PublicContribution => ({
    recommendation: 'opsc-1-8',
    text: 'In our valley nobody has seen such a register.',
    language: 'en',
    organisation: null,
    email: null,
    website: '',
    opened: ground.tracking.contributePublicly.openForm(peru.state, 'opsc-1-8'),
    ...more,
  });
  async function contribute(more: Partial<PublicContribution> = {}, address = '198.51.100.7'): Promise<void> {
    const form = wish(more);
    ground.clock.advance(10_000);
    await ground.tracking.contributePublicly.contribute(peru.state, form, address);
  }
  const published = async (typed = '') =>
    (await ground.tracking.readSubmissions.listPublished(peru.state, 'opsc-1-8', {
      typed,
      language: 'en',
      before: null,
      limit: 10,
    }))!.rows;
  const waiting = async () =>
    (
      await ground.tracking.readSubmissions.listWaiting(peru.state, {
        state: null,
        authorKind: null,
        typed: '',
        language: 'en',
        limit: 10,
        after: null,
      })
    ).rows;

  it('of the public is seen by nobody before it is reviewed, and then without its author', async () => {
    await contribute({ organisation: 'Valley network', email: 'someone@valley.example' });
    expect(await published()).toEqual([]);
    const [found] = await waiting();
    await decide(found!.id, 'accept');
    expect(await published()).toMatchObject([{ authorKind: 'public', organisation: 'Valley network' }]);
    expect(await published('registers')).toHaveLength(1);
    expect(await published('helicopter')).toHaveLength(0);
    expect(JSON.stringify(await published())).not.toContain('someone');
    ground.clock.advance(heldUntil(0) - 1);
    await ground.tracking.tick.tick();
    expect(ground.mailer.sent).toHaveLength(1);
    ground.clock.advance(1);
    await ground.tracking.tick.tick();
    await ground.tracking.tick.tick();
    expect(ground.mailer.sent.map(({ subject }) => subject)).toEqual([
      'Received: your contribution to 8',
      'Published: your contribution to 8',
    ]);
    expect(await ground.rows(peru.state.id, `SELECT FROM contribution_contact`)).toEqual([]);
    await decide(found!.id, 'take_down');
    expect(await published()).toEqual([]);
  });

  it('of the public is not answered where the decision was undone, and then as it was decided after that', async () => {
    await contribute({ email: 'someone@valley.example' });
    const [found] = await waiting();
    await decide(found!.id, 'accept');
    const undone = { kind: 'submission', id: found!.id } as const;
    const by = { personId: secretariat.personId!, actor: secretariat.role };
    await ground.tracking.undoAct.undo(peru.state, undone, by);
    expect(await published()).toEqual([]);
    ground.clock.advance(86_400_000);
    expect(await ground.tracking.tellDecision.answerPublic(peru.state)).toBe(0);
    await decide(found!.id, 'return');
    ground.clock.advance(heldUntil(0));
    expect(await ground.tracking.tellDecision.answerPublic(peru.state)).toBe(1);
    expect(ground.mailer.sent.at(-1)?.subject).toBe('Not published: your contribution to 8');
  });

  it('keeps no address longer than its rule says', async () => {
    await contribute({ email: 'someone@valley.example' });
    ground.clock.advance(RETENTION_RULES.contribution_contact.days * 86_400_000);
    expect((await ground.tracking.applyRetention.apply()).contribution_contact).toBe(0);
    ground.clock.advance(1);
    expect((await ground.tracking.applyRetention.apply()).contribution_contact).toBe(1);
    expect(await ground.rows(peru.state.id, `SELECT FROM contribution_contact`)).toEqual([]);
  });

  it('is refused from a program, at once, from a form that was not opened here, and with what points at a person', async () => {
    const before = await fingerprint(ground, peru.state);
    await expect(contribute({ website: 'https://buy.example' })).rejects.toMatchObject({
      code: 'contribution.robot',
    });
    await expect(
      ground.tracking.contributePublicly.contribute(peru.state, wish(), '198.51.100.7'),
    ).rejects.toMatchObject({ code: 'contribution.too_fast' });
    await expect(contribute({ opened: '1.abc' })).rejects.toMatchObject({
      code: 'contribution.form_expired',
    });
    await expect(contribute({ text: 'Call me: phone 987 654 321' })).rejects.toMatchObject({
      code: 'submission.personal_data',
    });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
  });

  it('comes at most ten times a day from one network, and twice for one mailbox', async () => {
    for (let times = 0; times < 10; times += 1) await contribute();
    await expect(contribute()).rejects.toMatchObject({ code: 'contribution.too_many' });
    await contribute({ email: 'x@valley.example' }, '203.0.113.1');
    await contribute({ email: 'X@valley.example' }, '203.0.113.2');
    await expect(contribute({ email: 'x@valley.example' }, '203.0.113.3')).rejects.toMatchObject({
      code: 'contribution.too_many',
    });
    ground.clock.advance(86_400_001);
    await expect(contribute()).resolves.toBeUndefined();
  });

  it('of an organisation with an account needs its name, and can be mended after it was returned', async () => {
    const draft = {
      ...NOTHING_MORE,
      obligation: null,
      recommendation: 'opsc-1-8',
      texts: TEXT,
      handIn: true,
    };
    await expect(writing().begin(peru.state, draft, network)).rejects.toMatchObject({
      code: 'submission.organisation',
    });
    const id = await writing().begin(peru.state, { ...draft, organisation: 'Valley network' }, network);
    await decide(id, 'return');
    await step(id, 'reopen', network);
    await step(id, 'submit', network);
    await decide(id, 'accept');
    expect(await published()).toMatchObject([
      { authorKind: 'civil_society', organisation: 'Valley network', texts: TEXT },
    ]);
  });

  it('waits in the queue behind what was handed in before it, page by page', async () => {
    const first = await answer(focal, { handIn: true });
    await contribute();
    at(addDays(DUE, -10));
    await contribute();
    const rows = await waiting();
    expect(rows.map(({ authorKind }) => authorKind)).toEqual(['institution', 'public', 'public']);
    const { rows: next } = await ground.tracking.readSubmissions.listWaiting(peru.state, {
      state: null,
      authorKind: null,
      typed: '',
      language: 'en',
      limit: 10,
      after: [Math.round(Date.parse(`${addDays(DUE, -20)}T00:00:00Z`) / 86_400_000), first],
    });
    expect(next.map(({ id }) => id)).toEqual(rows.slice(1).map(({ id }) => id));
  });
});
