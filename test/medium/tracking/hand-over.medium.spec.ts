import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { addDays } from '#domain';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-30';
const WEEK_BEFORE = addDays(DUE, -7);
const ANA = 'ana@min.example';
const BETO = 'beto@min.example';
const SECRETARIAT = 'secretariat@per.example';

let ground: TrackingGround;
let watched: WatchedState;
let ministry: number;
let secretariat: number;

beforeEach(async () => {
  ground = await openTrackingGround(`${addDays(DUE, -40)}T15:00:00Z`);
  watched = await WatchedState.create(ground);
  ministry = await watched.addInstitution('MIN', [ANA]);
  secretariat = await watched.addPerson(SECRETARIAT, 'secretariat', null);
  await watched.lead(ministry);
  await watched.owe(ministry, DUE);
});
afterEach(() => ground.close());

const live = (day: string) => liveThrough(ground, watched.state, day);
const at = (day: string) => ground.clock.set(`${day}T15:00:00Z`);
const sweep = (day: string) => {
  at(day);
  return ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
};
const digest = () => ground.tracking.closeDigest.close(watched.state);
const deliver = () => ground.tracking.deliverMessages.deliver(watched.state.id);

async function handOver(from: string, to: string, on: string): Promise<void> {
  const [term] = await ground.rows<{ id: number }>(
    watched.state.id,
    `SELECT f.id FROM focal_point f JOIN membership m ON m.state_id = f.state_id AND m.id = f.membership_id JOIN person p ON p.id = m.person_id
     WHERE f.state_id = $1 AND p.email = $2 ORDER BY f.id DESC LIMIT 1`,
    [watched.state.id, from],
  );
  await ground.tracking.handOverFocalPoint.handOver(
    watched.state,
    {
      focalPoint: term?.id ?? 0,
      to: { name: to, email: to, language: 'en' },
      from: on,
      note: 'Moves to another desk',
    },
    { personId: secretariat, name: 'Secretariat', role: 'secretariat' },
  );
}

/** Reminders of the obligation that left, each as day, address and rungs. */
async function reminded(): Promise<string[]> {
  const rows = await ground.rows<{ line: string }>(
    watched.state.id,
    `SELECT p.email || ' ' || n.rung AS line FROM notice n JOIN person p ON p.id = n.person_id
     JOIN message m ON m.state_id = n.state_id AND m.id = n.message_id
     WHERE n.state_id = $1 AND n.rule = 'deadline' AND n.outcome = 'send' AND m.delivery_state = 'accepted' ORDER BY n.rung, p.email`,
    [watched.state.id],
  );
  return rows.map(({ line }) => line);
}

async function orphans(): Promise<string[]> {
  const rows = await ground.rows<{ reason: string }>(
    watched.state.id,
    `SELECT reason FROM alert WHERE state_id = $1 AND rule = 'nobody_responsible' AND alert_state <> 'resolved'`,
    [watched.state.id],
  );
  return rows.map(({ reason }) => reason);
}

/** Mails to somebody that remind, not those that tell of a hand-over or invite. */
const digestsTo = (address: string): number =>
  ground.mailer.sent.filter((mail) => mail.to.address === address && /\/answer\//.test(mail.text)).length;

async function nothingBroken(): Promise<void> {
  const [verdict] = await ground.tracking.verifyRecord.verify();
  expect(verdict?.ledger.length).toBeGreaterThan(0);
  expect(verdict?.ledger.filter(({ place }) => place !== null)).toEqual([]);
}

describe('a focal point who hands over', () => {
  it('before the sweep of the day a rung falls leaves that reminder to the new one', async () => {
    await live(addDays(DUE, -30));
    at(WEEK_BEFORE);
    await handOver(ANA, BETO, WEEK_BEFORE);
    await live(WEEK_BEFORE);
    expect(await reminded()).toEqual([`${ANA} -30`, `${BETO} -7`]);
  });

  it('between sweep and mail takes the waiting reminder along', async () => {
    await live(addDays(DUE, -30));
    await sweep(WEEK_BEFORE);
    await handOver(ANA, BETO, WEEK_BEFORE);
    await digest();
    await deliver();
    await live(addDays(WEEK_BEFORE, 1));
    expect(await reminded()).toEqual([`${ANA} -30`, `${BETO} -7`]);
  });

  it('between mail and delivery calls the mail back, and the new one is reminded with the mail of the next day', async () => {
    await live(addDays(DUE, -30));
    await sweep(WEEK_BEFORE);
    await digest();
    await handOver(ANA, BETO, WEEK_BEFORE);
    await digest();
    await deliver();
    expect(await reminded()).toEqual([`${ANA} -30`]);
    await live(addDays(WEEK_BEFORE, 1));
    expect(await reminded()).toEqual([`${ANA} -30`, `${BETO} -7`]);
    expect(digestsTo(BETO)).toBe(1);
    await nothingBroken();
  });

  it('after delivery is not repeated to the new one, who gets the next rung', async () => {
    await live(WEEK_BEFORE);
    const before = await reminded();
    await handOver(ANA, BETO, WEEK_BEFORE);
    await live(WEEK_BEFORE);
    await live(addDays(WEEK_BEFORE, 1));
    expect(await reminded()).toEqual(before);
    await live(addDays(DUE, -1));
    expect((await reminded()).filter((line) => line.startsWith(BETO))).toEqual([`${BETO} -1`]);
    expect((await reminded()).filter((line) => line.startsWith(ANA))).toEqual(before);
  });

  it('is told, and so is the new one, with what came over', async () => {
    await live(WEEK_BEFORE);
    await handOver(ANA, BETO, WEEK_BEFORE);
    await deliver();
    const mails = ground.mailer.sent.filter(({ text }) => text.includes('Moves to another desk'));
    expect(mails.map(({ to, subject }) => `${to.address}: ${subject}`).sort()).toEqual([
      `${ANA}: You have handed over: MIN`,
      `${BETO}: You now answer for MIN`,
    ]);
    expect(mails.every(({ text }) => text.includes('8 Data'))).toBe(true);
  });

  it('as the only one leaves no day on which nobody answers', async () => {
    await live(addDays(WEEK_BEFORE, -1));
    await handOver(ANA, BETO, WEEK_BEFORE);
    await live(WEEK_BEFORE);
    expect(await orphans()).toEqual([]);
    await live(addDays(WEEK_BEFORE, 1));
    expect(await orphans()).toEqual([]);
    expect((await reminded()).filter((line) => line.endsWith(' -7'))).toEqual([`${BETO} -7`]);
  });

  it('from a later day answers until then', async () => {
    await live(addDays(DUE, -10));
    await handOver(ANA, BETO, addDays(DUE, -3));
    await live(WEEK_BEFORE);
    await live(addDays(DUE, -1));
    const since = (await reminded()).filter((line) => / -[71]$/.test(line));
    expect(since).toEqual([`${ANA} -7`, `${BETO} -1`]);
  });

  it('and gets it back, twice, is neither forgotten nor reminded twice', async () => {
    await live(addDays(DUE, -30));
    await sweep(WEEK_BEFORE);
    await handOver(ANA, BETO, WEEK_BEFORE);
    await handOver(BETO, ANA, WEEK_BEFORE);
    await digest();
    await handOver(ANA, BETO, WEEK_BEFORE);
    await handOver(BETO, ANA, WEEK_BEFORE);
    await digest();
    await deliver();
    await live(addDays(WEEK_BEFORE, 1));
    expect(await reminded()).toEqual([`${ANA} -30`, `${ANA} -7`]);
    await handOver(ANA, BETO, addDays(WEEK_BEFORE, 1));
    await live(addDays(WEEK_BEFORE, 2));
    expect(await reminded()).toEqual([`${ANA} -30`, `${ANA} -7`]);
    await live(addDays(DUE, -1));
    expect(await reminded()).toEqual([`${ANA} -30`, `${ANA} -7`, `${BETO} -1`]);
    await nothingBroken();
  });

  it('is refused while a mail to the former is in the hands of a deliverer', async () => {
    await sweep(WEEK_BEFORE);
    await digest();
    let refused = '';
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    const send = ground.mailer.send.bind(ground.mailer);
    ground.mailer.send = async (mail) => {
      await handOver(ANA, BETO, WEEK_BEFORE).catch((error: { code: string }) => (refused = error.code));
      return send(mail);
    };
    await deliver();
    expect(refused).toBe('hand_over.mail_leaving');
    expect(await reminded()).toEqual([`${ANA} -7`]);
  });

  it('who has left already is handed over by the secretariat, and what was dropped goes to the new one', async () => {
    await sweep(WEEK_BEFORE);
    const [membership] = await ground.rows<{ id: number }>(
      watched.state.id,
      `SELECT m.id FROM membership m JOIN person p ON p.id = m.person_id WHERE m.state_id = $1 AND p.email = $2`,
      [watched.state.id, ANA],
    );
    const reason = { personId: secretariat, role: 'secretariat' as const, reason: 'Has left' };
    await ground.tracking.endMembership.end(watched.state, membership?.id ?? 0, reason);
    await digest();
    await live(addDays(WEEK_BEFORE, 1));
    expect(await orphans()).toEqual(['membership_ended']);
    await handOver(ANA, BETO, addDays(WEEK_BEFORE, 1));
    await live(addDays(WEEK_BEFORE, 2));
    expect(await orphans()).toEqual([]);
    expect(await reminded()).toEqual([`${BETO} -7`]);
  });

  it('hands over only what is the own', async () => {
    const other = await watched.addPerson('carla@min.example', 'focal_point', ministry);
    const [term] = await ground.rows<{ id: number }>(
      watched.state.id,
      `SELECT min(id) AS id FROM focal_point WHERE state_id = $1`,
      [watched.state.id],
    );
    const wish = {
      focalPoint: term?.id ?? 0,
      to: { name: 'Beto', email: BETO, language: 'es' as const },
      from: WEEK_BEFORE,
      note: '',
    };
    await expect(
      ground.tracking.handOverFocalPoint.handOver(watched.state, wish, {
        personId: other,
        name: 'Carla',
        role: 'focal_point',
      }),
    ).rejects.toMatchObject({ code: 'hand_over.not_yours' });
  });
});

describe('an institution that ends', () => {
  const secretary = () => ({ personId: secretariat, role: 'secretariat' as const });

  it('without a successor leaves an orphan, which resolves itself once somebody leads', async () => {
    await live(addDays(DUE, -20));
    const end = { lastDay: addDays(DUE, -19), successor: null, reason: 'Dissolved' };
    await ground.tracking.changeInstitutions.end(watched.state, 'MIN', end, secretary());
    await live(addDays(DUE, -19));
    expect(await orphans()).toEqual([]);
    await live(addDays(DUE, -18));
    expect(await orphans()).toEqual(['institution_ended']);
    await watched.addInstitution('NEW', ['nora@new.example']);
    await ground.tracking.assignResponsibility.assign(
      watched.state,
      {
        recommendation: 'opsc-1-8',
        basis: 'now_responsible',
        institution: 'NEW',
        role: 'lead',
        namedAs: null,
        from: addDays(DUE, -18),
        reason: 'Takes over',
      },
      secretary(),
    );
    await live(addDays(DUE, -17));
    expect(await orphans()).toEqual([]);
  });

  it('gives its successor what it owes on the day, and reminders go there', async () => {
    await watched.addInstitution('NEW', ['nora@new.example']);
    await live(addDays(DUE, -30));
    const end = { lastDay: addDays(DUE, -8), successor: 'NEW', reason: 'Merged by decree' };
    await ground.tracking.changeInstitutions.end(watched.state, 'MIN', end, secretary());
    await live(addDays(DUE, -8));
    expect(await reminded()).not.toContain('nora@new.example -7');
    await live(WEEK_BEFORE);
    expect((await reminded()).filter((line) => line.endsWith(' -7'))).toEqual(['nora@new.example -7']);
    const history = await ground.rows(
      watched.state.id,
      `SELECT n.code, y.role, y.starts_on AS "startsOn", y.ends_on AS "endsOn" FROM responsibility y
       JOIN institution n ON n.state_id = y.state_id AND n.id = y.institution_id WHERE y.state_id = $1 ORDER BY y.id`,
      [watched.state.id],
    );
    expect(history).toEqual([
      { code: 'MIN', role: 'lead', startsOn: null, endsOn: addDays(DUE, -8) },
      { code: 'NEW', role: 'lead', startsOn: WEEK_BEFORE, endsOn: null },
    ]);
    expect(await orphans()).toEqual([]);
  });

  it('gives its successor the duties that come again: the next round is not owed by nobody', async () => {
    await watched.addInstitution('NEW', ['nora@new.example']);
    await ground.tracking.changeWatchRules.change(
      watched.state,
      {
        ...{ rule: 'duty', id: null, recommendation: 'opsc-1-8', institution: 'MIN', indicator: null },
        ...{ kind: 'data_submission', title: { en: 'Data call', es: 'Pedido' }, required: true },
        ...{ firstDueOn: '2027-06-30', everyMonths: 12, until: null, opensDaysBefore: 30, firstPeriod: null },
        reason: 'Agreed.',
      },
      secretary(),
    );
    const end = { lastDay: addDays(DUE, -8), successor: 'NEW', reason: 'Merged by decree' };
    await ground.tracking.changeInstitutions.end(watched.state, 'MIN', end, secretary());
    await sweep(WEEK_BEFORE);
    await sweep('2027-06-01');
    const owing = await ground.rows(
      watched.state.id,
      `SELECT n.code FROM obligation o JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
       JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id WHERE o.state_id = $1 AND d.due_on = '2027-06-30'`,
      [watched.state.id],
    );
    expect(owing).toEqual([{ code: 'NEW' }]);
  });

  it('keeps its former names', async () => {
    at('2026-06-01');
    await ground.tracking.changeInstitutions.rename(
      watched.state,
      'MIN',
      { name: { en: 'Ministry', es: 'Ministerio' }, shortName: null, from: '2026-05-01', reason: 'Decree' },
      secretary(),
    );
    const { institution } = await ground.tracking.readInstitutions.read(watched.state, 'MIN');
    expect(institution).toMatchObject({
      name: { en: 'Ministry' },
      formerNames: [{ name: { en: 'MIN' }, validUntil: '2026-04-30' }],
    });
    const search = { name: 'min', after: null, limit: 10 };
    expect(await ground.tracking.readInstitutions.list(watched.state, search)).toHaveLength(1);
  });
});

describe('a transmission', () => {
  it('is recorded once, its receipt later, and the public sees the dates only', async () => {
    at('2026-06-01');
    const by = { personId: secretariat, role: 'secretariat' as const };
    const wish = {
      institution: 'MIN',
      recipientKind: 'ministry' as const,
      document: null,
      items: ['8'],
      sentOn: '2026-05-01',
      letter: 'OF. 12-2026',
      receivedOn: null,
    };
    const id = await ground.tracking.recordTransmission.send(watched.state, wish, by);
    await expect(ground.tracking.recordTransmission.send(watched.state, wish, by)).rejects.toMatchObject({
      code: 'transmission.already',
    });
    const receive = (receivedOn: string) =>
      ground.tracking.recordTransmission.receive(watched.state, id, { receivedOn }, by);
    await expect(receive('2026-04-30')).rejects.toMatchObject({ code: 'transmission.dates' });
    await receive('2026-05-04');
    const { institution } = await ground.tracking.readInstitutions.read(watched.state, 'MIN');
    expect(institution.transmissions).toEqual([
      { recipientKind: 'ministry', sentOn: '2026-05-01', receivedOn: '2026-05-04', items: 1 },
    ]);
    const history = await ground.rows<{ version: number }>(
      watched.state.id,
      'SELECT version FROM transmission_history WHERE state_id = $1 ORDER BY version',
      [watched.state.id],
    );
    expect(history.map(({ version }) => version)).toEqual([1, 2]);
  });
});
