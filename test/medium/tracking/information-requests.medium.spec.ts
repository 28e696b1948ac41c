import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { RequestFilter } from '#persistence';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const WISH = {
  institution: 'MIMP',
  indicator: null,
  question: 'How many places are there?',
  language: 'en',
  legalBasis: 'Law 26520, article 16',
  workingDays: null,
} as const;
const ANSWER = { text: 'Twelve.', language: 'es', url: 'https://example.org/twelve' } as const;
const ALL: Omit<RequestFilter, 'today'> = {
  institution: null,
  recommendation: null,
  state: null,
  before: null,
  limit: 20,
};
const by = { personId: null, role: 'ombudsperson', ownInstitution: null } as const;
const mimp = { personId: null, role: 'focal_point', ownInstitution: 'MIMP' } as const;
const minedu = { personId: null, role: 'focal_point', ownInstitution: 'MINEDU' } as const;

let ground: TrackingGround;
let peru: WatchedState;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-27T15:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIMP', ['focal@mimp.example']);
  await peru.addInstitution('MINEDU', ['focal@minedu.example']);
  await peru.addPerson('watch@defensoria.example', 'ombudsperson', null);
  await peru.addPerson('coordination@minjus.example', 'secretariat', null);
  await peru.lead(ministry);
});

afterAll(() => ground?.close());

const ask = (wish: Partial<Parameters<typeof ground.tracking.askForInformation.ask>[2]> = {}) =>
  ground.tracking.askForInformation.ask(peru.state, 'opsc-1-8', { ...WISH, ...wish }, by);
const read = async (id: number) => (await ground.tracking.readRequests.read(peru.state, id, null)).request;
const alertOf = async (request: number) =>
  (
    await ground.rows<{ state: string; reason: string; step: number }>(
      peru.state.id,
      `SELECT alert_state AS state, reason, escalation_step AS step FROM alert
       WHERE state_id = $1 AND subject_kind = 'information_request' AND subject_id = $2`,
      [peru.state.id, request],
    )
  )[0];
const sentTo = (address: string, from: number) =>
  ground.mailer.sent
    .slice(from)
    .filter(({ to }) => to.address === address)
    .map(({ text }) => text.replace(/\s+/g, ' '));

describe('a formal information request', () => {
  let request = 0;

  it('is due on a working day of the State, and keeps which days were left out', async () => {
    request = await ask();
    expect(await read(request)).toMatchObject({
      state: 'sent',
      sentOn: '2026-11-27',
      workingDays: 10,
      workingDaysLeft: 10,
      dueOn: '2026-12-15',
      closedDays: ['2026-12-08', '2026-12-09'],
      questionPublishedOn: null,
    });
  });

  it('takes the usual number of days that the State has set, and what it says itself before that', async () => {
    await ground.record.runState(peru.state.id, (sql) =>
      sql.execute(
        `INSERT INTO threshold_setting (state_id, name, value, reason, recorded_at) VALUES ($1, 'replyWorkingDays', 5, 'x', now())`,
        [peru.state.id],
      ),
    );
    expect(await read(await ask())).toMatchObject({ workingDays: 5, dueOn: '2026-12-04' });
    expect(await read(await ask({ workingDays: 1 }))).toMatchObject({ dueOn: '2026-11-30' });
    await expect(ask({ workingDays: 61 })).rejects.toMatchObject({
      code: 'information_request.working_days',
    });
  });

  it('is told of by the mail of the day on which it was sent, with the way to its page', async () => {
    const before = ground.mailer.sent.length;
    await liveThrough(ground, peru.state, '2026-11-27');
    const [mail] = sentTo('focal@mimp.example', before);
    expect(mail).toContain(`/information-requests/${request}`);
    expect(mail).toContain('answer by 15 December 2026');
    expect(await alertOf(request)).toMatchObject({ state: 'open', reason: 'asked' });
  });

  it('is put off by the institution to its last day at most', async () => {
    const [alert] = await ground.rows<{ id: number; person: number }>(
      peru.state.id,
      `SELECT a.id, (SELECT id FROM person WHERE email = 'focal@mimp.example') AS person FROM alert a
       WHERE a.state_id = $1 AND a.subject_kind = 'information_request' AND a.subject_id = $2`,
      [peru.state.id, request],
    );
    const putOff = (until: string) =>
      ground.tracking.answerAlert.snooze(
        peru.state,
        alert!.id,
        { until, reason: 'The register closes first' },
        { personId: alert!.person, actor: 'focal_point', institution: 'MIMP' },
      );
    await expect(putOff('2026-12-16')).rejects.toMatchObject({
      code: 'snooze.past_legal_date',
      message: expect.stringContaining('2026-12-15'),
    });
  });

  it('grows loud as its day comes, is overdue after it, and goes up to the ombudsperson by the steps of the State', async () => {
    for (const [day, reason] of [
      ['2026-12-08', 'due_soon'],
      ['2026-12-15', 'due_today'],
      ['2026-12-16', 'overdue'],
    ] as const) {
      await liveThrough(ground, peru.state, day);
      expect(await alertOf(request)).toMatchObject({ reason });
    }
    expect(await read(request)).toMatchObject({ state: 'overdue', workingDaysLeft: -1 });
    expect(
      (await ground.tracking.readRequests.list(peru.state, { ...ALL, state: 'overdue' })).requests.map(
        ({ id }) => id,
      ),
    ).toContain(request);
    const before = ground.mailer.sent.length;
    // Thirty working days after its last day, past Christmas and New Year.
    for (let day = 17; day <= 31; day += 1) await liveThrough(ground, peru.state, `2026-12-${day}`);
    for (let day = 1; day <= 31; day += 1)
      await liveThrough(ground, peru.state, `2027-01-${String(day).padStart(2, '0')}`);
    await liveThrough(ground, peru.state, '2027-02-01');
    expect(await alertOf(request)).toMatchObject({ state: 'open', step: 3 });
    expect(sentTo('coordination@minjus.example', before).join()).toContain(`Request ${request}`);
    expect(sentTo('watch@defensoria.example', before).join()).toContain(`Request ${request}`);
  });

  it('takes a late answer of the institution that was asked and of no other, which settles it', async () => {
    const { askForInformation, readRequests } = ground.tracking;
    await expect(askForInformation.answer(peru.state, request, ANSWER, minedu)).rejects.toMatchObject({
      code: 'information_request.unknown',
    });
    await expect(readRequests.read(peru.state, request, 'MINEDU')).rejects.toMatchObject({
      code: 'information_request.unknown',
    });
    await expect(
      askForInformation.answer(peru.state, request, { ...ANSWER, text: 'DNI 12345678' }, mimp),
    ).rejects.toMatchObject({ code: 'information_request.personal_data' });
    const before = ground.mailer.sent.length;
    await askForInformation.answer(peru.state, request, ANSWER, mimp);
    await ground.tracking.deliverMessages.deliver(peru.state.id);
    const [told, ...more] = sentTo('watch@defensoria.example', before);
    expect([told, more.length]).toEqual([expect.stringContaining(`/information-requests/${request}`), 0]);
    expect(told).toContain('The answer came late.');
    expect(told).not.toContain(ANSWER.text);
    expect(await read(request)).toMatchObject({
      state: 'answered',
      workingDaysLeft: null,
      answer: ANSWER,
      answeredOn: '2027-02-01',
    });
    await expect(askForInformation.answer(peru.state, request, ANSWER, mimp)).rejects.toMatchObject({
      code: 'information_request.answered',
    });
    await ground.tracking.followChanges.follow(peru.state, '2027-02-01');
    expect(await alertOf(request)).toMatchObject({ state: 'resolved' });
  });

  it('is confidential until it is published, the question before the answer', async () => {
    const { askForInformation, readRequests } = ground.tracking;
    const published = async () => (await readRequests.listPublished(peru.state, 'opsc-1-8')).requests;
    expect(await published()).toEqual([]);
    await expect(askForInformation.publish(peru.state, request, 'answer', by)).rejects.toMatchObject({
      code: 'information_request.confidential',
    });
    await askForInformation.publish(peru.state, request, 'question', by);
    expect(await published()).toMatchObject([{ question: WISH.question, answer: null, state: 'answered' }]);
    await askForInformation.publish(peru.state, request, 'answer', by);
    expect(await published()).toMatchObject([{ answer: ANSWER }]);
  });

  it('is asked again by a new request that names it, and neither waits any more', async () => {
    const { askForInformation, readRequests } = ground.tracking;
    const again = await askForInformation.askAgain(peru.state, request, WISH, by);
    expect(await read(request)).toMatchObject({ state: 'asked_again', later: again });
    const { chain } = await readRequests.read(peru.state, again, 'MIMP');
    expect(chain.map(({ id }) => id)).toEqual([request, again]);
    await expect(askForInformation.askAgain(peru.state, request, WISH, by)).rejects.toMatchObject({
      code: 'information_request.asked_again',
    });
    await askForInformation.withdraw(peru.state, again, 'The law has changed', by);
    expect(await read(again)).toMatchObject({ state: 'withdrawn', withdrawnReason: 'The law has changed' });
    await expect(askForInformation.answer(peru.state, again, ANSWER, mimp)).rejects.toMatchObject({
      code: 'information_request.withdrawn',
    });
  });

  it('is closed only with an answer', async () => {
    const { askForInformation } = ground.tracking;
    const id = await ask({ institution: 'MINEDU' });
    await expect(askForInformation.close(peru.state, id, null, by)).rejects.toMatchObject({
      code: 'information_request.not_answered',
    });
    await askForInformation.answer(peru.state, id, ANSWER, minedu);
    await askForInformation.close(peru.state, id, 'Enough', by);
    expect(await read(id)).toMatchObject({ state: 'closed', closedReason: 'Enough' });
  });

  it.each([
    ['recommendation_unknown', () => ground.tracking.askForInformation.ask(peru.state, 'none', WISH, by)],
    ['institution_unknown', () => ask({ institution: 'NONE' })],
    ['indicator_unknown', () => ask({ indicator: 'NONE' })],
    ['personal_data', () => ask({ question: 'What of DNI 12345678?' })],
  ] as const)('is refused with %s, and nothing is kept', async (code, act) => {
    const count = async () => (await ground.tracking.readRequests.list(peru.state, ALL)).requests.length;
    const before = await count();
    await expect(act()).rejects.toMatchObject({ code: `information_request.${code}` });
    expect(await count()).toBe(before);
  });
});
