import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { CivilDate } from '#domain';
import { addDays } from '#domain';
import { mailEn } from '#messages';

import { WatchedState } from '../../factories/watched-state.js';
import type { Owed } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-30';
const OWNER = 'owner@mimp.example';
const OTHER = 'other@pnp.example';
const SECRETARIAT = 'secretariat@minjus.example';

let ground: TrackingGround;
let watched: WatchedState;
let owed: Owed;
let ministry: number;
let police: number;

beforeEach(async () => {
  ground = await openTrackingGround('2026-03-01T15:00:00Z');
  watched = await WatchedState.create(ground);
  ministry = await watched.addInstitution('MIMP', [OWNER]);
  police = await watched.addInstitution('PNP', [OTHER]);
  await watched.addPerson(SECRETARIAT, 'secretariat', null);
  await watched.lead(ministry);
  owed = await watched.owe(ministry, DUE);
});

afterEach(() => ground.close());

const live = (day: CivilDate): Promise<void> => liveThrough(ground, watched.state, day);
const sentTo = (address: string): number =>
  ground.mailer.sent.filter((mail) => mail.to.address === address).length;

async function sweep(day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
}

async function closeAndDeliver(): Promise<void> {
  await ground.tracking.closeDigest.close(watched.state);
  await ground.tracking.deliverMessages.deliver(watched.state.id);
}

interface NoticeRow {
  readonly rung: number;
  readonly outcome: string;
  readonly reason: string;
  readonly occasion: string;
  readonly email: string;
}

/** Reminders; what is carried up is told apart. */
function notices(rule = 'deadline'): Promise<NoticeRow[]> {
  return ground.rows<NoticeRow>(
    watched.state.id,
    `SELECT n.rung, n.outcome, n.reason, n.occasion, p.email FROM notice n JOIN person p ON p.id = n.person_id
     WHERE n.state_id = $1 AND n.rule = $2 AND n.occasion NOT LIKE '%>%' ORDER BY n.id`,
    [watched.state.id, rule],
  );
}

describe('after an outage across due dates (promise R7)', () => {
  const rungs = (rows: readonly NoticeRow[], outcome: string): number[] =>
    rows.filter((row) => row.outcome === outcome).map((row) => row.rung);

  it.each([
    {
      off: '1 h',
      from: '2026-06-23T04:30:00Z',
      back: '2026-06-23T05:30:00Z',
      skip: [],
      send: -7,
      late: false,
    },
    {
      off: '24 h',
      from: '2026-06-22T15:00:00Z',
      back: '2026-06-23T15:00:00Z',
      skip: [],
      send: -7,
      late: false,
    },
    {
      off: '24 h',
      from: '2026-06-23T05:30:00Z',
      back: '2026-06-24T05:30:00Z',
      skip: [],
      send: null,
      late: false,
    },
    {
      off: '72 h',
      from: '2026-06-28T15:00:00Z',
      back: '2026-07-01T15:00:00Z',
      skip: [-1, 0],
      send: 1,
      late: false,
    },
    {
      off: '72 h',
      from: '2026-07-05T15:00:00Z',
      back: '2026-07-08T15:00:00Z',
      skip: [],
      send: 7,
      late: true,
    },
    {
      off: '30 d',
      from: '2026-06-22T15:00:00Z',
      back: '2026-07-22T15:00:00Z',
      skip: [-7, -1, 0, 1, 7],
      send: 14,
      late: true,
    },
  ])(
    'of $off from $from sends only the highest missed rung',
    async ({ off, from, back, skip, send, late }) => {
      for (const rung of [-90, -60, -30, -14, -7, -1, 0, 1, 7]) {
        const day = addDays(DUE, rung);
        if (Date.parse(`${day}T05:30:00Z`) <= Date.parse(from)) await live(day);
      }
      const before = (await notices()).length;
      const mails = ground.mailer.sent.length;

      ground.clock.set(back);
      await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
      await closeAndDeliver();

      const written = (await notices()).slice(before);
      expect(rungs(written, 'send')).toEqual(send === null ? [] : [send]);
      expect(rungs(written, 'skip')).toEqual(skip);
      expect(
        written
          .filter((row) => row.outcome === 'skip')
          .every((row) => row.reason === 'superseded_by_later_rung'),
      ).toBe(true);
      process.stdout.write(
        `R7 off for ${off} from ${from}: sent ${rungs(written, 'send').join(', ') || 'nothing'}, skipped ${rungs(written, 'skip').join(', ') || 'nothing'}\n`,
      );
      const arrived = ground.mailer.sent.slice(mails).filter((mail) => mail.to.address === OWNER);
      expect(arrived).toHaveLength(send === null ? 0 : 1);
      if (send === null) return;
      expect(arrived[0]?.to.address).toBe(OWNER);
      expect(arrived[0]?.text.includes(mailEn.digest.late)).toBe(late);
      expect(written.at(-1)?.reason).toBe(late ? 'rung_reached_late' : 'rung_reached');
    },
  );

  it('sends every rung of the ladder exactly once to somebody who is there every day', async () => {
    for (let days = -95; days <= 95; days += 1) {
      await sweep(addDays(DUE, days));
      await closeAndDeliver();
    }
    const rows = await notices();
    expect(rungs(rows, 'send')).toEqual([-90, -60, -30, -14, -7, -1, 0, 1, 7, 14, 30, 60, 90]);
    expect(rungs(rows, 'skip')).toEqual([]);
    expect(sentTo(OWNER)).toBe(13);
    const own = ground.mailer.sent.filter((mail) => mail.to.address === OWNER);
    expect(new Set(own.map((mail) => mail.messageId)).size).toBe(13);
  });
});

describe('a new occasion', () => {
  it('gives a deadline that was moved after its D-30 a D-30 of its own', async () => {
    await live(addDays(DUE, -30));
    await watched.move(owed, '2026-07-30');
    await live(addDays(DUE, -29));
    await live('2026-06-30');
    const rows = (await notices()).filter((row) => row.rung === -30 && row.outcome === 'send');
    expect(rows.map((row) => row.occasion)).toEqual([`${DUE}#1`, '2026-07-30#1']);
    expect(ground.mailer.sent.at(-1)?.text).toContain('30 July 2026');
    expect(ground.mailer.sent.at(-1)?.text).not.toContain('30 June 2026 ');
    const history = await ground.rows<{ count: number }>(
      watched.state.id,
      'SELECT count(*)::int AS count FROM deadline_history WHERE state_id = $1 AND deadline_id = $2',
      [watched.state.id, owed.deadlineId],
    );
    expect(history[0]?.count).toBe(1);
  });

  it('reminds again when what was sent is returned', async () => {
    await live(addDays(DUE, -7));
    const submission = await watched.submit(owed, '2026-06-24');
    await live('2026-06-25');
    await live('2026-06-26');
    expect(sentTo(OWNER)).toBe(1);
    await watched.returnSubmission(submission, '2026-06-26');
    await live('2026-06-27');
    expect((await notices()).filter((row) => row.outcome === 'send').map((row) => row.occasion)).toEqual([
      `${DUE}#1`,
      `${DUE}#2`,
    ]);
    expect(sentTo(OWNER)).toBe(2);
  });
});

describe('what changed after the notice was written (promise R18)', () => {
  beforeEach(() => sweep(addDays(DUE, -7)));

  it('is not mailed when it is settled', async () => {
    await watched.submit(owed, '2026-06-23');
    await closeAndDeliver();
    expect(ground.mailer.sent).toEqual([]);
    expect((await notices()).at(-1)).toMatchObject({ outcome: 'skip', reason: 'resolved' });
  });

  it('is not mailed with the old date', async () => {
    await watched.move(owed, '2026-09-30');
    await closeAndDeliver();
    expect(ground.mailer.sent).toEqual([]);
    await live('2026-07-02');
    expect(ground.mailer.sent.map((mail) => mail.text).join()).not.toContain('30 June');
    expect(ground.mailer.sent.at(-1)?.text).toContain('30 September 2026');
  });

  it('is not mailed to the old owner, and the new one hears of it with the next sweep', async () => {
    await watched.handOver(owed, police);
    await closeAndDeliver();
    expect(ground.mailer.sent).toEqual([]);
    await live('2026-06-24');
    expect(sentTo(OWNER)).toBe(0);
    expect(sentTo(OTHER)).toBe(1);
    // It comes after its day, and nothing stood still: whoever is told late for another reason is told no other.
    expect(ground.mailer.sent.at(-1)?.text).toContain(mailEn.digest.late);
    expect(ground.mailer.sent.at(-1)?.text).not.toMatch(/running|stood still/);
  });

  it('is mailed as it stands when nothing changed', async () => {
    await closeAndDeliver();
    expect(sentTo(OWNER)).toBe(1);
    expect(ground.mailer.sent[0]?.text).toContain('30 June 2026');
  });
});

describe('mail', () => {
  it('is one a person and day, whatever there is to say and however often the day is closed', async () => {
    await watched.owe(ministry, addDays(DUE, 7), 'Second figures');
    await watched.owe(ministry, addDays(DUE, 23), 'Third figures');
    await live(addDays(DUE, -7));
    await closeAndDeliver();
    await closeAndDeliver();
    expect(sentTo(OWNER)).toBe(1);
    expect(ground.mailer.sent[0]?.text).toContain('Third figures');
  });

  it('that could not leave gives way to the newer one: after the relay is back one mail, not three', async () => {
    ground.mailer.answer = () => ({ kind: 'temporary', code: 421, response: '421 later' });
    await live(addDays(DUE, -1));
    await live(DUE);
    await live(addDays(DUE, 1));
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.clock.advance(24 * 3_600_000 - 1);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(sentTo(OWNER)).toBe(1);
    const states = await ground.rows<{ state: string; successor: number | null }>(
      watched.state.id,
      'SELECT delivery_state AS state, superseded_by AS successor FROM message WHERE state_id = $1 ORDER BY id',
      [watched.state.id],
    );
    expect(states.map((row) => row.state)).toEqual(['superseded', 'superseded', 'accepted']);
    expect(states.slice(0, 2).every((row) => row.successor !== null)).toBe(true);
  });

  it('comes a second time on one day only for what is due or overdue, and never a third time', async () => {
    await live(addDays(DUE, -7));
    const today = addDays(DUE, -7);
    await watched.owe(ministry, addDays(today, 30), 'Far away');
    await live(today);
    expect(sentTo(OWNER)).toBe(1);
    await watched.owe(ministry, today, 'Due this very day');
    await live(today);
    expect(sentTo(OWNER)).toBe(2);
    expect(ground.mailer.sent.at(-1)?.text).toContain('Due this very day');
    expect(ground.mailer.sent.at(-1)?.text).toContain('Far away');
    await watched.owe(ministry, addDays(today, -1), 'Due yesterday');
    await live(today);
    expect(sentTo(OWNER)).toBe(2);
    await live(addDays(today, 1));
    expect(sentTo(OWNER)).toBe(3);
    expect(ground.mailer.sent.at(-1)?.text).toContain('Due yesterday');
  });

  it('refused for good marks the person, and the next sweep tells the secretariat that nobody can be reached', async () => {
    ground.mailer.answer = (mail) =>
      mail.to.address === OWNER
        ? { kind: 'permanent', code: 550, response: '550 no such user' }
        : { kind: 'accepted', response: '250 kept' };
    await live(addDays(DUE, -7));
    expect(await notices('nobody_responsible')).toEqual([]);
    await live(addDays(DUE, -6));
    expect(await notices('nobody_responsible')).toMatchObject([{ outcome: 'send', email: SECRETARIAT }]);
    expect(sentTo(SECRETARIAT)).toBe(1);
    await live(addDays(DUE, -1));
    const attempts = await ground.rows<{ count: number }>(
      watched.state.id,
      `SELECT count(*)::int AS count FROM delivery d JOIN message m ON m.state_id = d.state_id AND m.id = d.message_id
       JOIN person p ON p.id = m.person_id WHERE d.state_id = $1 AND d.outcome = 'started' AND p.email = $2`,
      [watched.state.id, OWNER],
    );
    expect(attempts[0]?.count).toBe(1);
    const [alert] = await ground.rows<{ reason: string }>(
      watched.state.id,
      `SELECT decision_reason AS reason FROM alert WHERE state_id = $1 AND rule = 'deadline'`,
      [watched.state.id],
    );
    expect(alert?.reason).toBe('unreachable');
  });

  it('whose fate nobody knows is repeated once under its Message-ID and then held for a person', async () => {
    const tried: string[] = [];
    ground.mailer.answer = (mail) => {
      tried.push(mail.messageId);
      return { kind: 'in_doubt', response: 'the line was cut' };
    };
    await live(addDays(DUE, -7));
    for (let hour = 0; hour < 10; hour += 1) {
      ground.clock.advance(3_600_000);
      await ground.tracking.deliverMessages.deliver(watched.state.id);
    }
    expect(tried).toHaveLength(2);
    expect(new Set(tried).size).toBe(1);
    const [message] = await ground.rows<{ state: string }>(
      watched.state.id,
      'SELECT delivery_state AS state FROM message WHERE state_id = $1',
      [watched.state.id],
    );
    expect(message?.state).toBe('in_doubt');
  });
});
