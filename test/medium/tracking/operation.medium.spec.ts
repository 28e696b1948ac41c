import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CivilDate } from '#domain';
import type { OutgoingMail } from '#mail';
import type { Tracking } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const OPERATOR = 'operator@machine.example';
const DUE: CivilDate = '2026-06-30';
const MINUTE_MS = 60_000;

let ground: TrackingGround;
let watched: WatchedState;
/** The process that serves pages: it runs no job and no scheduler. */
let api: Tracking;
let by: { readonly personId: number; readonly role: 'operator' };

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-23T15:00:00Z', { operatorEmail: OPERATOR });
  watched = await WatchedState.create(ground);
  const ministry = await watched.addInstitution('MIMP', ['owner@mimp.example', 'second@mimp.example']);
  await watched.lead(ministry);
  await watched.owe(ministry, DUE);
  api = ground.asWorker('api');
  by = { personId: await watched.addPerson('runs@vigia.example', 'operator', null), role: 'operator' };
});

afterAll(() => ground.close());

const told = (): OutgoingMail[] => ground.mailer.sent.filter(({ to }) => to.address === OPERATOR);
const subjects = (): string[] => told().map(({ subject }) => subject.split(' / ')[0] ?? '');

/** Minutes pass, and every process looks. `ticking`: a scheduler asks what is due. */
async function pass(minutes: number, { ticking = true, every = 1 } = {}): Promise<void> {
  for (let minute = 0; minute < minutes; minute += every) {
    ground.clock.advance(every * MINUTE_MS);
    if (ticking) await ground.tracking.watchTheWatch.beat();
    await api.watchTheWatch.look();
    await ground.tracking.watchTheWatch.look();
  }
}

async function sweep(): Promise<void> {
  await ground.tracking.runSweep.run(watched.state, { worker: 'test' });
}

describe('the second signal (promise R23)', () => {
  /** Everything as it should be, on a day of its own. */
  async function quiet(day: CivilDate): Promise<void> {
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.clock.set(`${day}T15:00:00Z`);
    await liveThrough(ground, watched.state, day);
    await ground.tracking.watchTheWatch.beat();
    await api.watchTheWatch.look();
    ground.mailer.sent.splice(0);
  }

  it('says nothing of a day on which everything is done', async () => {
    await quiet('2026-06-23');
    await pass(3);
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('says within the hour that a sweep does not finish, once, and once more when it does', async () => {
    await quiet('2026-06-24');
    // The State's day begins at five in UTC, and its sweep hangs.
    ground.clock.set('2026-06-25T05:00:30Z');
    const began = ground.clock.now();
    await ground.rows(
      watched.state.id,
      `INSERT INTO sweep (state_id, swept_on, attempts, claimed_by, lease_until, started_at)
       VALUES ($1, '2026-06-25', 1, 'hangs', to_timestamp($2::float8 / 1000), to_timestamp($2::float8 / 1000))`,
      [watched.state.id, began],
    );
    await pass(28, { every: 4 });
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    await pass(32, { every: 4 });
    expect(await api.watchTheWatch.incidents()).toMatchObject([{ part: 'sweep', state: 'PER' }]);
    expect(subjects()).toEqual(['Vigía: Stands still: the sweep of PER']);
    expect(ground.clock.now() - began).toBeLessThanOrEqual(60 * MINUTE_MS);
    await sweep();
    await pass(5);
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    expect(subjects().at(-1)).toBe('Vigía: Moves again: the sweep of PER');
    expect(told()).toHaveLength(2);
    expect(new Set(told().map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('says that no scheduler asks what is due, to a process that is none', async () => {
    await quiet('2026-06-26');
    await pass(15, { ticking: false, every: 3 });
    expect(await api.watchTheWatch.incidents()).toMatchObject([{ part: 'scheduler', state: null }]);
    expect(subjects()).toEqual(['Vigía: Stands still: the scheduler']);
    await pass(2);
    expect(subjects()).toEqual(['Vigía: Stands still: the scheduler', 'Vigía: Moves again: the scheduler']);
  });

  it('says that nobody writes the mails of the day, once its hour is over', async () => {
    await quiet('2026-06-26');
    // Seven in the morning there: the day is swept, and its mail waits for eight.
    ground.clock.set('2026-06-27T12:00:00Z');
    await ground.tracking.watchTheWatch.beat();
    await sweep();
    await pass(52, { every: 4 });
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    await pass(48, { every: 4 });
    expect(await api.watchTheWatch.incidents()).toMatchObject([{ part: 'digest', state: 'PER' }]);
    expect(subjects()).toEqual(['Vigía: Stands still: the writing of the mails of PER']);
    await ground.tracking.closeDigest.close(watched.state);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    await pass(2);
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    expect(subjects().at(-1)).toBe('Vigía: Moves again: the writing of the mails of PER');
  });

  it('says that nobody follows what changes after the sweep of the day', async () => {
    await quiet('2026-06-26');
    await ground.rows(
      watched.state.id,
      `UPDATE recommendation SET implemented_on = '2026-01-01' WHERE state_id = $1 RETURNING id`,
      [watched.state.id],
    );
    await pass(56, { every: 4 });
    expect(await api.watchTheWatch.incidents()).toMatchObject([{ part: 'sweep', state: 'PER' }]);
    await ground.tracking.followChanges.follow(watched.state, '2026-06-26');
    await pass(2);
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    await ground.rows(
      watched.state.id,
      `UPDATE recommendation SET implemented_on = NULL WHERE state_id = $1 RETURNING id`,
      [watched.state.id],
    );
  });

  it('says that nobody delivers what is due', async () => {
    await quiet('2026-06-27');
    const id = await mail('2026-06-27');
    await pass(40, { every: 4 });
    expect(subjects()).toEqual(['Vigía: Stands still: the mails of PER']);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    await pass(1);
    expect(await stateOf(id)).toBe('accepted');
    expect(subjects().at(-1)).toBe('Vigía: Moves again: the mails of PER');
  });

  it('says that a relay takes nothing as soon as it takes that mail, and not of one mailbox that puts off', async () => {
    await quiet('2026-06-28');
    ground.mailer.answer = () => ({ kind: 'temporary', code: null, response: 'connect ECONNREFUSED' });
    await mail('2026-06-28');
    for (let minute = 0; minute < 60; minute += 4) {
      await ground.tracking.deliverMessages.deliver(watched.state.id);
      await pass(4, { every: 4 });
    }
    expect(await api.watchTheWatch.incidents()).toMatchObject([{ part: 'relay', state: 'PER' }]);
    expect(told()).toEqual([]);
    ground.mailer.answer = ({ to }) =>
      to.address === OPERATOR
        ? { kind: 'accepted', response: '250 kept' }
        : { kind: 'temporary', code: 452, response: '452 mailbox full' };
    for (let minute = 0; minute < 160; minute += 4) {
      await ground.tracking.deliverMessages.deliver(watched.state.id);
      await pass(4, { every: 4 });
    }
    expect(await api.watchTheWatch.incidents()).toEqual([]);
    expect(subjects().at(-1)).toBe('Vigía: Moves again: the mails of PER');
  });

  it('cries no wolf after a standstill of a month', async () => {
    await quiet('2026-06-29');
    ground.clock.set('2026-07-29T15:00:00Z');
    await ground.tracking.watchTheWatch.beat();
    await api.watchTheWatch.look();
    await pass(4);
    await sweep();
    await pass(3);
    expect(told()).toEqual([]);
    expect(await api.watchTheWatch.incidents()).toEqual([]);
  });
});

/** A mail that is no digest, due now. */
async function mail(day: CivilDate): Promise<number> {
  const [row] = await ground.rows<{ id: number }>(
    watched.state.id,
    `INSERT INTO message (state_id, person_id, civil_on, sequence, message_id_header, subject, body, next_attempt_at, created_at)
     SELECT $1, id, $2::date, 7, '<' || $2::text || '@vigia.example>', 'Handed over', '{"text":"Handed over","html":"<p>Handed over</p>","headers":{},"attachments":[]}',
            to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000)
     FROM person WHERE email = 'owner@mimp.example' RETURNING id`,
    [watched.state.id, day, ground.clock.now()],
  );
  return row?.id ?? 0;
}

async function stateOf(id: number): Promise<string | undefined> {
  const [row] = await ground.rows<{ state: string }>(
    watched.state.id,
    'SELECT delivery_state AS state FROM message WHERE state_id = $1 AND id = $2',
    [watched.state.id, id],
  );
  return row?.state;
}

describe('a dead letter', () => {
  let day = 0;
  let id: number;

  beforeEach(async () => {
    day += 1;
    ground.clock.set(`2026-08-${String(day).padStart(2, '0')}T15:00:00Z`);
    ground.mailer.sent.splice(0);
    ground.mailer.answer = () => ({ kind: 'permanent', code: 550, response: '550 no such user <address>' });
    id = await mail(`2026-08-${String(day).padStart(2, '0')}`);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
  });

  const letters = (which: 'waiting' | 'set_aside' = 'waiting') =>
    api.deadLetters.list(watched.state, which, { before: null, limit: 10 });
  const newestEntry = async () => {
    const [entry] = await ground.rows(
      watched.state.id,
      `SELECT action, actor, person_id AS "personId", before, after, reason FROM audit_entry WHERE state_id = $1 ORDER BY position DESC LIMIT 1`,
      [watched.state.id],
    );
    return entry;
  };
  const setAside = (reason: string) =>
    api.deadLetters.decide(watched.state, id, { decision: 'set_aside', reason }, by);

  it('is sent once when it is replayed, and its person can be written to again', async () => {
    expect(await letters()).toMatchObject([
      { id, state: 'permanent', smtpCode: 550, domain: 'mimp.example', notices: 0 },
    ]);
    await api.deadLetters.decide(watched.state, id, { decision: 'replay' }, by);
    expect(ground.dispatcher.dispatched.at(-1)).toEqual({ name: 'mail.deliver', payload: { state: 'PER' } });
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(ground.mailer.sent.map(({ messageId }) => messageId)).toEqual(['<2026-08-01@vigia.example>']);
    expect(await letters()).toEqual([]);
    const unreachable = await ground.rows(
      watched.state.id,
      `SELECT FROM person WHERE unreachable_since IS NOT NULL`,
    );
    expect(unreachable).toEqual([]);
    await expect(api.deadLetters.decide(watched.state, id, { decision: 'replay' }, by)).rejects.toMatchObject(
      { code: 'dead_letter.unknown' },
    );
  });

  it('that is set aside leaves the list with its reason, and is never sent', async () => {
    await expect(setAside('Ask rosa@mimp.example')).rejects.toMatchObject({
      code: 'dead_letter.personal_data',
    });
    await setAside('The ministry has a new mail domain.');
    expect(await letters()).toEqual([]);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(ground.mailer.sent).toEqual([]);
    expect(await newestEntry()).toEqual({
      action: 'dead_letter.set_aside',
      actor: 'operator',
      personId: by.personId,
      before: { deadLetter: 'permanent' },
      after: { deadLetter: 'set_aside' },
      reason: 'The ministry has a new mail domain.',
    });
  });

  it('that was set aside stands in a list of its own with who, when and why, and waits again when it is taken up', async () => {
    const takeUp = () => api.deadLetters.decide(watched.state, id, { decision: 'take_up' }, by);
    await expect(takeUp()).rejects.toMatchObject({ code: 'dead_letter.unknown' });
    expect(await letters()).toMatchObject([{ id, setAside: null }]);
    await setAside('Wrong ministry.');
    const set = { at: ground.clock.now(), reason: 'Wrong ministry.', by: 'runs@vigia.example' };
    expect((await letters('set_aside')).find((one) => one.id === id)).toMatchObject({ setAside: set });
    await takeUp();
    expect(await letters()).toMatchObject([{ id, state: 'permanent', setAside: null }]);
    expect((await letters('set_aside')).map((one) => one.id)).not.toContain(id);
    expect(await newestEntry()).toMatchObject({
      action: 'dead_letter.taken_up',
      personId: by.personId,
      before: { deadLetter: 'set_aside' },
      after: { deadLetter: 'permanent' },
    });
    await setAside('Done with.');
  });

  it('whose text is gone cannot be sent, and stays where it is', async () => {
    await ground.rows(
      watched.state.id,
      `UPDATE message SET body = jsonb_set(body, '{text}', '""') WHERE state_id = $1 AND id = $2`,
      [watched.state.id, id],
    );
    await expect(api.deadLetters.decide(watched.state, id, { decision: 'replay' }, by)).rejects.toMatchObject(
      { code: 'dead_letter.nothing_holds' },
    );
    expect(await letters()).toMatchObject([{ id }]);
    await setAside('Nothing to send.');
  });
});

describe("the operator's room", () => {
  it('shows sweeps, what waits, deliveries, workers and incidents, and no figure', async () => {
    ground.clock.set('2026-09-01T15:00:00Z');
    await sweep();
    await ground.tracking.watchTheWatch.beat();
    const { states, workers, incidents } = await api.readOperation.read();
    expect(states).toMatchObject([
      {
        today: '2026-09-01',
        next: { on: '2026-09-02', due: false },
        deadLetters: 0,
        backlog: { oldestMessageAt: null },
      },
    ]);
    expect(states[0]?.runs[0]).toMatchObject({ sweptOn: '2026-09-01', attempts: 1, failure: null });
    expect(states[0]?.backlog.notices).toBeGreaterThan(0);
    expect(workers[0]).toMatchObject({ worker: 'test', tickedAt: ground.clock.now() });
    expect(incidents.length).toBeGreaterThanOrEqual(4);
    expect(incidents.every(({ recoveredAt }) => recoveredAt !== null)).toBe(true);
    await ground.tracking.closeDigest.close(watched.state);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    const [after] = (await api.readOperation.read()).states;
    expect(after?.outcomes.find(({ outcome }) => outcome === 'accepted')?.day).toBeGreaterThan(0);
    expect(after?.backlog).toMatchObject({ notices: 0, messages: 0 });
  });

  it('asks a worker for a sweep of a day that is done, and the history has it', async () => {
    ground.clock.set('2026-09-01T16:00:00Z');
    expect(await api.askSweep.ask(watched.state, by)).toBe('2026-09-01');
    expect(ground.dispatcher.dispatched.at(-1)).toEqual({
      name: 'sweep.run',
      payload: { state: 'PER', on: '2026-09-01', again: true },
    });
  });

  it('shows what today would bring and writes nothing; another day of the demonstration only', async () => {
    ground.clock.set('2026-09-02T15:00:00Z');
    const before = await fingerprint(ground, watched.state);
    const today = await api.askSweep.preview(watched.state, null);
    expect(today.outcome.outcome).toBe('dry_run');
    await expect(api.askSweep.preview(watched.state, '2027-03-01')).rejects.toMatchObject({
      code: 'sweep.day_of_demonstration',
    });
    const demonstration = { ...watched.state, demonstration: true };
    for (const day of ['2026-09-01', '2033-01-01'])
      await expect(api.askSweep.preview(demonstration, day)).rejects.toMatchObject({ code: 'sweep.day' });
    const ahead = await api.askSweep.preview(demonstration, '2027-03-01');
    const sends = ahead.outcome.decisions.flatMap(({ notices }) =>
      notices.filter(({ outcome }) => outcome === 'send'),
    );
    expect(sends.length).toBeGreaterThan(0);
    // The other one's mailbox has refused for good.
    expect(new Set(sends.map(({ recipientId }) => ahead.names.get(recipientId ?? 0)))).toEqual(
      new Set(['second@mimp.example']),
    );
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('shows in a look ahead what will be owed again by then, and what will have gone over to a successor', async () => {
    const secretariat = { personId: null, role: 'secretariat' } as const;
    await ground.tracking.changeWatchRules.change(
      watched.state,
      {
        ...{ rule: 'duty', id: null, recommendation: 'opsc-1-8', institution: 'MIMP', indicator: null },
        ...{ kind: 'data_submission', title: { en: 'Yearly data call', es: 'Pedido anual' }, required: true },
        ...{ firstDueOn: '2027-03-10', everyMonths: 12, until: null, opensDaysBefore: 30, firstPeriod: null },
        reason: 'Agreed.',
      },
      secretariat,
    );
    await watched.addInstitution('MIDIS', ['next@midis.example']);
    await ground.tracking.changeInstitutions.end(
      watched.state,
      'MIMP',
      { lastDay: '2026-12-31', successor: 'MIDIS', reason: 'Merged.' },
      secretariat,
    );
    const before = await fingerprint(ground, watched.state);
    const ahead = await api.askSweep.preview({ ...watched.state, demonstration: true }, '2027-03-03');
    const call = ahead.outcome.decisions.find(({ evidence }) => evidence['dueOn'] === '2027-03-10');
    expect(call?.notices.filter(({ outcome }) => outcome === 'send')).toMatchObject([{ rung: -7 }]);
    expect([...ahead.names.values()]).toEqual(['next@midis.example']);
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });
});

describe('many dead letters of one reason', () => {
  const waiting = () => api.deadLetters.list(watched.state, 'waiting', { before: null, limit: 100 });
  const replays = async (): Promise<string[]> => {
    const found = await ground.rows<{ id: string }>(
      watched.state.id,
      `SELECT subject_id AS id FROM audit_entry WHERE state_id = $1 AND action = 'dead_letter.replayed' AND person_id = $2 ORDER BY position`,
      [watched.state.id, by.personId],
    );
    return found.map(({ id }) => id);
  };
  async function die(day: number, response: string): Promise<number> {
    ground.mailer.answer = () => ({ kind: 'permanent', code: 554, response });
    const id = await mail(`2026-08-${day}`);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(await stateOf(id)).toBe('permanent');
    ground.clock.advance(MINUTE_MS);
    return id;
  }

  it('are sent again with one form: what was counted and still can be, each once and on record, and nothing else', async () => {
    ground.clock.set('2026-08-20T15:00:00Z');
    const relay = '554 5.7.1 not authorised to relay';
    const [first, second, emptied, elsewhere] = [
      await die(20, relay),
      await die(21, relay),
      await die(22, relay),
      await die(23, relay),
    ];
    const other = await die(24, '554 5.7.1 looks like spam');
    const [reason, ...more] = await api.deadLetters.reasons(watched.state);
    expect(more).toEqual([]);
    expect(reason).toMatchObject({ state: 'permanent', smtpCode: 554, response: relay, count: 4 });
    const later = await die(25, relay);
    // Meanwhile somebody else sets one aside, and the text of another is deleted by its age.
    const aside = { decision: 'set_aside', reason: 'Not needed.' } as const;
    await api.deadLetters.decide(watched.state, elsewhere, aside, by);
    await ground.rows(
      watched.state.id,
      `UPDATE message SET body = jsonb_set(body, '{text}', '""') WHERE state_id = $1 AND id = $2`,
      [watched.state.id, emptied],
    );
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.mailer.sent.splice(0);
    const before = await replays();
    ground.dispatcher.unreachable = true;
    const { key, until } = reason!;
    expect(await api.deadLetters.replayAll(watched.state, { key, until }, by)).toEqual({
      replayed: 2,
      left: 1,
    });
    ground.dispatcher.unreachable = false;
    expect((await replays()).slice(before.length)).toEqual([String(first), String(second)]);
    expect((await waiting()).map(({ id }) => id)).toEqual([later, other, emptied]);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(ground.mailer.sent.map(({ messageId }) => messageId).sort()).toEqual([
      '<2026-08-20@vigia.example>',
      '<2026-08-21@vigia.example>',
    ]);
    expect(await api.deadLetters.replayAll(watched.state, { key, until }, by)).toEqual({
      replayed: 0,
      left: 1,
    });
    expect(await api.deadLetters.replayAll(watched.state, { key: 'f'.repeat(32), until }, by)).toEqual({
      replayed: 0,
      left: 0,
    });
    for (const { id } of await waiting()) await api.deadLetters.decide(watched.state, id, aside, by);
  });

  it('are sent once where two people ask at the same time', async () => {
    ground.clock.set('2026-08-26T15:00:00Z');
    for (const day of [26, 27, 28]) await die(day, '554 5.7.1 closed');
    const [reason] = await api.deadLetters.reasons(watched.state);
    const before = await replays();
    const both = await Promise.all([1, 2].map(() => api.deadLetters.replayAll(watched.state, reason!, by)));
    expect(both.reduce((sum, { replayed }) => sum + replayed, 0)).toBe(3);
    expect((await replays()).length - before.length).toBe(3);
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.mailer.sent.splice(0);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(ground.mailer.sent).toHaveLength(3);
  });
});
