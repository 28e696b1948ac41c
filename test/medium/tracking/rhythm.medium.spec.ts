import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CivilDate, MailRhythm } from '#domain';
import { DAILY } from '#domain';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const WEEKLY: MailRhythm = { ...DAILY, rhythm: 'weekly', weekday: 1 };
const MONTHLY: MailRhythm = { ...DAILY, rhythm: 'monthly' };

let ground: TrackingGround;
let watched: WatchedState;
let numbered = 0;

/** Days of one State only go forward: each test begins where the one before has ended. */
beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  watched = await WatchedState.create(ground);
  await watched.addPerson('secretariat@minjus.example', 'secretariat', null);
});
afterAll(() => ground?.close());
beforeEach(() => {
  ground.mailer.sent.splice(0);
});

const live = (day: CivilDate): Promise<void> => liveThrough(ground, watched.state, day);

interface Somebody {
  readonly personId: number;
  readonly institution: number;
  /** Mails that came since the test began. */
  mails(): number;
  choose(chosen: MailRhythm): Promise<void>;
}

async function somebody(): Promise<Somebody> {
  numbered += 1;
  const email = `owner${numbered}@institution.example`;
  const institution = await watched.addInstitution(`I${numbered}`, []);
  const personId = await watched.addPerson(email, 'focal_point', institution);
  return {
    personId,
    institution,
    mails: () => ground.mailer.sent.filter(({ to }) => to.address === email).length,
    choose: (chosen) => ground.tracking.chooseRhythm.chooseFor('PER', personId, () => chosen, 'account'),
  };
}

/** What of a person's notices has not left, until when it waits and what for. */
const waiting = ({ personId }: Somebody) =>
  ground.rows<{ rung: number; until: CivilDate | null; for: string | null }>(
    watched.state.id,
    `SELECT rung, waits_until AS until, waits_for AS "for" FROM notice
     WHERE state_id = $1 AND person_id = $2 AND rule = 'deadline' AND outcome = 'send' AND message_id IS NULL ORDER BY id`,
    [watched.state.id, personId],
  );

describe('a weekly mail', () => {
  it('keeps what is far ahead for its day, says so, and comes on the first day after an outage', async () => {
    const ana = await somebody();
    await ana.choose(WEEKLY);
    // D-90 is Wednesday, 1 July.
    await watched.owe(ana.institution, '2026-09-29');
    await live('2026-07-01');
    expect(ana.mails()).toBe(0);
    expect(await waiting(ana)).toEqual([{ rung: -90, until: '2026-07-06', for: 'weekly' }]);
    const [reading] = await ground.tracking.chooseRhythm.readAll(ana.personId, ['PER']);
    expect(reading).toMatchObject({ nextOn: '2026-07-06', waiting: 1 });
    await live('2026-07-02');
    await live('2026-07-05');
    expect(ana.mails()).toBe(0);
    // Nothing runs on Monday.
    await live('2026-07-07');
    expect(ana.mails()).toBe(1);
    expect(await waiting(ana)).toEqual([]);
    await live('2026-07-13');
    expect(ana.mails()).toBe(1);
  });

  it('does not keep what is due within fourteen days, and that takes along what waits', async () => {
    const ana = await somebody();
    await ana.choose(WEEKLY);
    await watched.owe(ana.institution, '2026-09-12', 'Far ahead');
    await live('2026-07-14');
    expect(await waiting(ana)).toEqual([{ rung: -60, until: '2026-07-20', for: 'weekly' }]);
    await watched.owe(ana.institution, '2026-07-22', 'In a week');
    await live('2026-07-15');
    expect(ana.mails()).toBe(1);
    expect(ground.mailer.sent.at(-1)?.text).toContain('In a week');
    expect(ground.mailer.sent.at(-1)?.text).toContain('Far ahead');
    await live('2026-07-16');
    await live('2026-07-20');
    expect(ana.mails()).toBe(1);
  });

  it('is asked about anew when its person chooses another rhythm, and what waits leaves by the new one', async () => {
    const ana = await somebody();
    await ana.choose(WEEKLY);
    await watched.owe(ana.institution, '2026-09-29');
    await live('2026-07-31');
    expect(await waiting(ana)).toEqual([{ rung: -60, until: '2026-08-03', for: 'weekly' }]);
    await ana.choose({ ...MONTHLY, quietWeekdays: [1] });
    expect(await waiting(ana)).toEqual([{ rung: -60, until: null, for: null }]);
    await ground.tracking.closeDigest.close(watched.state);
    // The first working day of August is a Monday, on which this person wants no mail.
    expect(await waiting(ana)).toEqual([{ rung: -60, until: '2026-08-04', for: 'monthly' }]);
    await ana.choose(DAILY);
    await ground.tracking.closeDigest.close(watched.state);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    // The mail day was closed already.
    expect(ana.mails()).toBe(0);
    expect(await waiting(ana)).toEqual([{ rung: -60, until: '2026-08-01', for: 'next_day' }]);
    await live('2026-08-01');
    expect(ana.mails()).toBe(1);
  });
});

describe('a day without mail', () => {
  it('delays what is not lost by it, by the public holidays of the State, and nothing that is', async () => {
    const [due, later] = [await somebody(), await somebody()];
    const quiet = { ...DAILY, quietWhenClosed: true };
    await due.choose(quiet);
    await later.choose(quiet);
    // 29 August is a Saturday, and 30 August the feast of Santa Rosa, on a Sunday.
    await watched.owe(due.institution, '2026-08-30');
    await watched.owe(later.institution, '2026-09-05');
    await live('2026-08-29');
    expect([due.mails(), later.mails()]).toEqual([1, 0]);
    expect(await waiting(later)).toEqual([{ rung: -7, until: '2026-08-31', for: 'quiet_day' }]);
    await live('2026-08-30');
    expect([due.mails(), later.mails()]).toEqual([2, 0]);
    await live('2026-08-31');
    // One day overdue, on a Monday.
    expect([due.mails(), later.mails()]).toEqual([3, 1]);
  });
});

describe('a mail day', () => {
  const dispatched = (): string[] => {
    const names = ground.dispatcher.dispatched.map(({ name }) => name);
    ground.dispatcher.dispatched.splice(0);
    return names.filter((name) => name === 'digest.close');
  };
  const tick = async (iso: string): Promise<string[]> => {
    ground.clock.set(iso);
    await ground.tracking.tick.tick();
    return dispatched();
  };

  it('is closed once, at eight, also where there is nothing to say; and what is put off asks for no closing', async () => {
    const ana = await somebody();
    await ana.choose(MONTHLY);
    ground.clock.set('2026-10-05T12:59:00Z');
    await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
    expect(await tick('2026-10-05T12:59:00Z')).toEqual([]);
    expect(await tick('2026-10-05T13:00:00Z')).toEqual(['digest.close']);
    await ground.tracking.closeDigest.close(watched.state);
    expect(await tick('2026-10-05T13:01:00Z')).toEqual([]);

    await watched.owe(ana.institution, '2026-12-31');
    await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
    expect(await tick('2026-10-05T16:00:00Z')).toEqual(['digest.close']);
    await ground.tracking.closeDigest.close(watched.state);
    expect(await waiting(ana)).toEqual([{ rung: -90, until: '2026-11-02', for: 'monthly' }]);
    expect(await tick('2026-10-05T16:01:00Z')).toEqual([]);
  });

  it('that is closed keeps what arises later for the next one, also where nothing was said that day', async () => {
    const ana = await somebody();
    await live('2026-11-04');
    await watched.owe(ana.institution, '2026-11-11');
    await live('2026-11-04');
    expect(ana.mails()).toBe(0);
    expect(await waiting(ana)).toEqual([{ rung: -7, until: '2026-11-05', for: 'next_day' }]);
    await live('2026-11-05');
    expect(ana.mails()).toBe(1);
  });

  it('that two workers close at once has one mail for each', async () => {
    const ana = await somebody();
    await watched.owe(ana.institution, '2026-11-20');
    ground.clock.set('2026-11-13T15:00:00Z');
    await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
    const other = ground.asWorker('other');
    const tallies = await Promise.all([
      ground.tracking.closeDigest.close(watched.state),
      other.closeDigest.close(watched.state),
    ]);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(ana.mails()).toBe(1);
    expect(tallies.filter(({ messages }) => messages > 0)).toHaveLength(1);
  });
});

describe('who chooses', () => {
  it('has to get mails of that State, and to leave a day for them', async () => {
    const reader = await watched.addPerson('reader@ngo.example', 'contributor', null);
    const choose = (personId: number, chosen: MailRhythm) =>
      ground.tracking.chooseRhythm.chooseFor('PER', personId, () => chosen, 'account');
    await expect(choose(reader, WEEKLY)).rejects.toMatchObject({ code: 'mail_rhythm.no_mail' });
    expect(await ground.tracking.chooseRhythm.readAll(reader, ['PER'])).toEqual([]);
    const ana = await somebody();
    // The weekend of Peru by its locale data is Saturday and Sunday.
    await expect(
      choose(ana.personId, { ...DAILY, quietWeekdays: [1, 2, 3, 4, 5], quietWhenClosed: true }),
    ).rejects.toMatchObject({ code: 'mail_rhythm.no_day', details: { field: 'quiet' } });
    await expect(choose(ana.personId, { ...WEEKLY, quietWeekdays: [1] })).rejects.toMatchObject({
      code: 'mail_rhythm.weekday_quiet',
    });
  });

  it('the same again changes nothing', async () => {
    const ana = await somebody();
    const entries = async () =>
      (
        await ground.rows<{ count: number }>(
          watched.state.id,
          `SELECT count(*)::int AS count FROM audit_entry WHERE state_id = $1 AND action = 'mail_rhythm.chosen' AND person_id = $2`,
          [watched.state.id, ana.personId],
        )
      )[0]?.count;
    await ana.choose(DAILY);
    expect(await entries()).toBe(0);
    await ana.choose(WEEKLY);
    await ana.choose({ ...WEEKLY, quietWeekdays: [] });
    expect(await entries()).toBe(1);
  });
});
