import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CivilDate } from '#domain';
import { addDays } from '#domain';
import type { AlertAnswerer } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import type { Owed } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** A Tuesday. */
const DUE = '2026-06-30';

let ground: TrackingGround;
let watched: WatchedState;
let owed: Owed;
let ministry: number;
let police: number;
let round = 0;
let people: Record<
  'owner' | 'head' | 'other' | 'secretariat' | 'ombudsperson',
  { id: number; email: string }
>;

beforeAll(async () => {
  ground = await openTrackingGround('2026-03-01T15:00:00Z');
});

afterAll(() => ground.close());

/** A State of its own for each test, in one database. */
beforeEach(async () => {
  round += 1;
  const iso3 = `X${String.fromCharCode(65 + Math.floor(round / 26), 65 + (round % 26))}`;
  ground.clock.set('2026-03-01T15:00:00Z');
  ground.mailer.sent.length = 0;
  watched = await WatchedState.create(ground, iso3);
  ministry = await watched.addInstitution('MIMP', []);
  police = await watched.addInstitution('PNP', []);
  const add = async (name: string, role: string, institution: number | null) => {
    const email = `${name}@${iso3.toLowerCase()}.example`;
    return { id: await watched.addPerson(email, role, institution), email };
  };
  people = {
    owner: await add('owner', 'focal_point', ministry),
    head: await add('head', 'focal_point', ministry),
    other: await add('other', 'focal_point', police),
    secretariat: await add('secretariat', 'secretariat', null),
    ombudsperson: await add('ombudsperson', 'ombudsperson', null),
  };
  await markHead(people.head.id);
  await watched.lead(ministry);
  owed = await watched.owe(ministry, DUE);
});

const markHead = (personId: number, isHead = true) =>
  rows(`UPDATE membership SET is_head = $3 WHERE state_id = $1 AND person_id = $2`, personId, isHead);
const rows = <T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> =>
  ground.rows<T>(watched.state.id, text, [watched.state.id, ...parameters]);
const live = (day: CivilDate): Promise<void> => liveThrough(ground, watched.state, day);
/** A mail's text on one line. */
const flat = (mail: { readonly text: string } | undefined): string => mail?.text.replace(/\s+/g, ' ') ?? '';
const mailsTo = ({ email }: { email: string }) =>
  ground.mailer.sent.filter((mail) => mail.to.address === email);

async function sweep(day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
}

async function closeAndDeliver(): Promise<void> {
  await ground.tracking.closeDigest.close(watched.state);
  await ground.tracking.deliverMessages.deliver(watched.state.id);
}

interface AlertRow {
  readonly id: number;
  readonly state: string;
  readonly decision: string;
  readonly step: number;
  readonly reason: string;
  readonly evidence: Record<string, unknown>;
}

async function alertOf(rule = 'deadline'): Promise<AlertRow> {
  const [alert] = await rows<AlertRow>(
    `SELECT id, alert_state AS state, decision_reason AS decision, escalation_step AS step, reason, evidence FROM alert WHERE state_id = $1 AND rule = $2`,
    rule,
  );
  return alert!;
}

/** Steps up in the ledger and in the history, as `whom rung why`. */
const stepsTold = async (): Promise<string[]> => {
  const found = await rows<{ line: string }>(
    `SELECT split_part(p.email, '@', 1) || ' ' || n.rung || ' ' || n.reason AS line FROM notice n JOIN person p ON p.id = n.person_id
     WHERE n.state_id = $1 AND n.occasion LIKE '%>%' ORDER BY n.id`,
  );
  return found.map(({ line }) => line);
};
const transitions = async (kind: string): Promise<string[]> => {
  const found = await rows<{ line: string }>(
    `SELECT coalesce(t.evidence ->> 'addressee', t.evidence ->> 'institution', '') || ' ' || t.reason AS line FROM alert_transition t
     JOIN alert a ON a.state_id = t.state_id AND a.id = t.alert_id WHERE t.state_id = $1 AND t.kind = $2 AND a.rule = 'deadline' ORDER BY t.id`,
    kind,
  );
  return found.map(({ line }) => line);
};

const asOwner = (): AlertAnswerer => ({
  personId: people.owner.id,
  actor: 'focal_point',
  institution: 'MIMP',
});
const asSecretariat = (): AlertAnswerer => ({
  personId: people.secretariat.id,
  actor: 'secretariat',
  institution: null,
});

describe('carrying up what nobody answers', () => {
  it('tells head, coordinating body and ombudsperson after 7, 14 and 30 working days, once each', async () => {
    await live(addDays(DUE, -7));
    for (const days of [1, 8, 9, 10, 19, 20, 21, 41, 42, 45]) await sweep(addDays(DUE, days));
    expect(await stepsTold()).toEqual([
      'head 7 escalated',
      'secretariat 14 escalated',
      'ombudsperson 30 escalated',
    ]);
    expect(await transitions('escalated')).toEqual([
      'head unanswered',
      'coordinating_body unanswered',
      'docket unanswered',
    ]);
    const [first] = await rows<{ on: string }>(
      `SELECT rung_on AS "on" FROM notice WHERE state_id = $1 AND occasion LIKE '%>%' ORDER BY id LIMIT 1`,
    );
    expect(first?.on).toBe('2026-07-09');
    await closeAndDeliver();
    expect(mailsTo(people.head)[0]?.text).toContain('Nobody has answered for 7 working days');
    expect(mailsTo(people.head)[0]?.text).toContain('/answer/');
    expect(mailsTo(people.ombudsperson)[0]?.text).toMatch(/\/states\/X\w\w\/alerts\/\d+/);
    expect(mailsTo(people.ombudsperson)[0]?.text).not.toContain('/answer/');
    const before = await fingerprint(ground, watched.state, ['sweep']);
    await sweep(addDays(DUE, 45));
    expect(await fingerprint(ground, watched.state, ['sweep'])).toEqual(before);
  });

  it('tells each of them once after an outage over all three days, and says that it is late', async () => {
    await live(addDays(DUE, -7));
    await sweep(addDays(DUE, 60));
    await sweep(addDays(DUE, 61));
    expect(await stepsTold()).toEqual([
      'head 7 escalated_late',
      'secretariat 14 escalated_late',
      'ombudsperson 30 escalated_late',
    ]);
  });

  it('goes to the coordinating body at once where the institution has no head, and says why', async () => {
    await markHead(people.head.id, false);
    await live(addDays(DUE, -7));
    await sweep('2026-07-08');
    expect(await stepsTold()).toEqual([]);
    await sweep('2026-07-09');
    await sweep('2026-07-20');
    expect(await stepsTold()).toEqual(['secretariat 14 escalated_past']);
    expect(await transitions('escalated')).toEqual(['head nobody_there', 'coordinating_body nobody_before']);
  });

  it('stops at an acknowledgement, and is settled by what is handed in', async () => {
    await live(addDays(DUE, 1));
    const { id } = await alertOf();
    await ground.tracking.answerAlert.acknowledge(watched.state, id, '', asOwner());
    await sweep(addDays(DUE, 60));
    expect(await stepsTold()).toEqual([]);
    await ground.tracking.answerAlert.reopen(watched.state, id, 'Nothing came of it', asSecretariat());
    await sweep(addDays(DUE, 68));
    expect(await stepsTold()).toEqual([]);
    await watched.submit(owed, addDays(DUE, 68));
    await sweep(addDays(DUE, 120));
    expect(await stepsTold()).toEqual([]);
    expect((await alertOf()).state).toBe('resolved');
  });

  it('keeps the steps of a child of a late submission in its history, and out of the mail', async () => {
    await watched.oweFigure(ministry, '2026-05-29', { code: '8-O1' });
    await rows(`UPDATE indicator SET periodicity_months = 12 WHERE state_id = $1 RETURNING id`);
    await rows(
      `UPDATE recommendation_indicator SET required = true WHERE state_id = $1 RETURNING indicator_id`,
    );
    await live('2026-05-30');
    await sweep('2026-07-20');
    const told = await rows<{ rule: string; outcome: string; reason: string }>(
      `SELECT DISTINCT rule, outcome, reason FROM notice WHERE state_id = $1 AND occasion LIKE '%>%' AND rule IN ('figure_stale', 'deadline')
       ORDER BY rule, outcome, reason`,
    );
    expect(told.filter(({ rule }) => rule === 'figure_stale')).toEqual([
      { rule: 'figure_stale', outcome: 'skip', reason: 'parent_overdue' },
    ]);
    expect(told.some(({ rule, outcome }) => rule === 'deadline' && outcome === 'send')).toBe(true);
    expect((await alertOf('figure_stale')).step).toBe(3);
  });

  it('follows the steps that the State has set', async () => {
    await rows(
      `INSERT INTO escalation_setting (state_id, addressees, working_days, reason, recorded_at)
       VALUES ($1, '{owner,docket}', '{0,3}', 'Agreed', now()) RETURNING id`,
    );
    await live(addDays(DUE, -7));
    await sweep('2026-07-03');
    expect(await stepsTold()).toEqual(['ombudsperson 3 escalated']);
  });
});

describe('putting a reminder off', () => {
  beforeEach(() => live(addDays(DUE, -30)));

  it('is silent until its end, says who did it, until when and why, warns once before, and comes back', async () => {
    const { id } = await alertOf();
    const until = addDays(DUE, -8);
    await ground.tracking.answerAlert.snooze(
      watched.state,
      id,
      { until, reason: 'The register closes on Friday' },
      asOwner(),
    );
    expect(await alertOf()).toMatchObject({ state: 'snoozed', decision: 'snoozed_until' });
    const mails = mailsTo(people.owner).length;
    for (const day of [-29, -16]) await live(addDays(DUE, day));
    expect(mailsTo(people.owner)).toHaveLength(mails);
    for (const day of [-15, -14, -8]) await live(addDays(DUE, day));
    const warned = mailsTo(people.owner).slice(mails);
    expect(warned).toHaveLength(1);
    expect(flat(warned[0])).toContain('A reminder that was put off comes back after 22 June 2026');
    await live(addDays(DUE, -7));
    expect((await alertOf()).state).toBe('open');
    expect(mailsTo(people.owner)).toHaveLength(mails + 2);
    expect((await alertOf('snooze_ending')).state).toBe('resolved');
    const reading = await ground.tracking.readAlerts.read(watched.state, id, null);
    expect(reading.changes.map(({ kind, person }) => [kind, person])).toEqual([
      ['unsnoozed', null],
      ['snoozed', people.owner.email],
      ['opened', null],
    ]);
    const [entry] = await rows(
      `SELECT action, before, after, reason FROM audit_entry WHERE state_id = $1 AND action = 'alert.snoozed'`,
    );
    expect(entry).toEqual({
      action: 'alert.snoozed',
      before: { state: 'open' },
      after: { state: 'snoozed', snoozedUntil: until },
      reason: 'The register closes on Friday',
    });
  });

  it('is on the docket of the ombudsperson with the institution and its reason', async () => {
    const { id } = await alertOf();
    await ground.tracking.answerAlert.snooze(watched.state, id, { until: DUE, reason: 'In June' }, asOwner());
    const docket = await ground.tracking.readDocket.read(watched.state, { institutionId: null, limit: 10 });
    expect(docket.entries[0]).toMatchObject({
      alertState: 'snoozed',
      snooze: { until: DUE, by: 'MIMP', because: 'In June' },
    });
    const listed = await ground.tracking.readAlerts.list(watched.state, {
      institution: null,
      filter: 'snoozed',
      limit: 10,
    });
    expect(listed.alerts.map((alert) => alert.id)).toEqual([id]);
  });

  it.each([
    { until: addDays(DUE, 1), reason: 'r', code: 'snooze.past_legal_date' },
    { until: addDays(DUE, -30), reason: 'r', code: 'snooze.not_ahead' },
    { until: addDays(DUE, -5), reason: ' ', code: 'snooze.reason' },
    { until: addDays(DUE, -5), reason: 'Ana Quispe, DNI 45678912', code: 'answer.personal_data' },
  ])('is refused as $code', async ({ until, reason, code }) => {
    const { id } = await alertOf();
    const before = await fingerprint(ground, watched.state);
    const { answerAlert } = ground.tracking;
    await expect(
      (async () => answerAlert.snooze(watched.state, id, { until, reason }, asOwner()))(),
    ).rejects.toMatchObject({ code });
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('ends with the legal date, also where that is moved nearer, and cannot begin once it is over', async () => {
    const { id } = await alertOf();
    await ground.tracking.answerAlert.snooze(watched.state, id, { until: DUE, reason: 'In June' }, asOwner());
    await watched.move(owed, addDays(DUE, -10));
    await sweep(addDays(DUE, -10));
    expect((await alertOf()).state).toBe('snoozed');
    await sweep(addDays(DUE, -9));
    expect((await alertOf()).state).toBe('open');
    const again = ground.tracking.answerAlert.snooze(
      watched.state,
      id,
      { until: addDays(DUE, 20), reason: 'r' },
      asOwner(),
    );
    await expect(again).rejects.toMatchObject({ code: 'snooze.legal_date_over' });
  });

  it('is undone by opening it again with a reason, and is no business of another institution', async () => {
    const { id } = await alertOf();
    const { answerAlert } = ground.tracking;
    await answerAlert.snooze(watched.state, id, { until: DUE, reason: 'In June' }, asOwner());
    const stranger = { ...asOwner(), institution: 'PNP' };
    await expect(answerAlert.reopen(watched.state, id, 'r', stranger)).rejects.toMatchObject({
      code: 'alert.unknown',
    });
    await answerAlert.reopen(watched.state, id, 'It is needed now', asSecretariat());
    expect((await alertOf()).state).toBe('open');
    expect(await transitions('reopened')).toEqual([' It is needed now']);
  });
});

describe('"not mine"', () => {
  beforeEach(() => live(addDays(DUE, -30)));

  it('raises the orphan alert with who said so and why, quiets the owner and not the alert, and goes back with a reason', async () => {
    const token = /\/answer\/([\w.-]+)/.exec(mailsTo(people.owner)[0]?.text ?? '')?.[1] ?? '';
    const { alert, answerer } = await ground.tracking.readAnswer.read(token);
    const { answerAlert, decideDisclaimer } = ground.tracking;
    await answerAlert.disown(watched.state, alert.id, 'The police keep it', answerer);
    expect(await alertOf('nobody_responsible')).toMatchObject({
      state: 'open',
      reason: 'not_mine',
      evidence: { institution: 'MIMP', saidOn: addDays(DUE, -30), why: 'The police keep it' },
    });
    expect(await alertOf()).toMatchObject({ state: 'open', decision: 'not_mine' });
    const before = await fingerprint(ground, watched.state);
    await answerAlert.disown(watched.state, alert.id, 'As I said', answerer);
    expect(await fingerprint(ground, watched.state)).toEqual(before);

    const mails = mailsTo(people.owner).length;
    for (const day of [-29, -14, -7, 0, 7]) await live(addDays(DUE, day));
    expect(mailsTo(people.owner)).toHaveLength(mails);
    expect(flat(mailsTo(people.secretariat)[0])).toContain(
      'MIMP said on 31 May 2026 that this is not its own: “The police keep it”',
    );
    expect((await stepsTold()).filter((line) => line.startsWith('head 7'))).toEqual([]);
    expect(await alertOf()).toMatchObject({ state: 'open', reason: 'overdue', step: 0 });

    const wish = { decision: 'sent_back', institution: null, reason: 'Decree 12 names you' } as const;
    await decideDisclaimer.decide(watched.state, alert.id, wish, { personId: people.secretariat.id });
    expect((await alertOf('nobody_responsible')).state).toBe('resolved');
    await live(addDays(DUE, 8));
    expect(mailsTo(people.owner)).toHaveLength(mails + 1);
    const { disowned } = await ground.tracking.readAlerts.read(watched.state, alert.id, null);
    expect(disowned).toBe(false);
    expect(await transitions('sent_back')).toEqual([' Decree 12 names you']);
    await expect(
      decideDisclaimer.decide(watched.state, alert.id, wish, { personId: people.secretariat.id }),
    ).rejects.toMatchObject({ code: 'disclaimer.none' });
  });

  it('assigned to another takes the lead and what is owed along, and only the other hears of it', async () => {
    const { id } = await alertOf();
    const { answerAlert, decideDisclaimer } = ground.tracking;
    await answerAlert.disown(watched.state, id, 'The police keep it', asOwner());
    const by = { personId: people.secretariat.id };
    const wish = { decision: 'assigned', institution: 'PNP', reason: 'They do' } as const;
    await expect(
      decideDisclaimer.decide(watched.state, id, { ...wish, institution: 'MIMP' }, by),
    ).rejects.toMatchObject({ code: 'disclaimer.same_institution' });
    await decideDisclaimer.decide(watched.state, id, wish, by);
    const mails = mailsTo(people.owner).length;
    await live(addDays(DUE, -29));
    expect(mailsTo(people.other)).toHaveLength(1);
    expect(mailsTo(people.owner)).toHaveLength(mails);
    expect((await alertOf('nobody_responsible')).state).toBe('resolved');
    const standing = await rows(
      `SELECT i.code, r.role, r.ends_on AS "endsOn" FROM responsibility r JOIN institution i ON i.state_id = r.state_id AND i.id = r.institution_id
       WHERE r.state_id = $1 ORDER BY r.id`,
    );
    expect(standing).toEqual([
      { code: 'MIMP', role: 'lead', endsOn: addDays(DUE, -31) },
      { code: 'PNP', role: 'lead', endsOn: null },
    ]);
  });
});

describe('a mailbox that refuses for good', () => {
  it('is told to the secretariat and to whoever is left, once for an institution, with how many it is', async () => {
    await watched.addPerson(`second-${round}@mimp.example`, 'focal_point', ministry);
    await rows(
      `UPDATE person SET unreachable_since = '2026-05-20T12:00:00Z' WHERE id = $2 AND $1 > 0`,
      people.owner.id,
    );
    await live(addDays(DUE, -30));
    expect(await alertOf('mail_bouncing')).toMatchObject({
      reason: 'some_mailboxes',
      evidence: { institution: 'MIMP', people: 3, unreachable: 1, since: '2026-05-20' },
    });
    expect(flat(mailsTo(people.secretariat)[0])).toContain(
      'Mail to 1 of the 3 focal points of MIMP has been refused for good since 20 May 2026',
    );
    await rows(`UPDATE person SET unreachable_since = NULL WHERE id = $2 AND $1 > 0`, people.owner.id);
    await live(addDays(DUE, -29));
    expect((await alertOf('mail_bouncing')).state).toBe('resolved');
  });
});

describe('what changed after the mail was written and before it left (promise R18)', () => {
  const DAY = addDays(DUE, -7);
  const sent = () => ground.mailer.sent.map((mail) => `${mail.to.address} ${mail.text}`).join('\n');

  /** The mail of the day is composed, and the relay takes nothing yet. */
  beforeEach(async () => {
    await sweep(DAY);
    await ground.tracking.closeDigest.close(watched.state);
  });

  it.each([
    { what: 'deadline moved', change: () => watched.move(owed, '2026-09-30') },
    { what: 'owner changed', change: () => watched.handOver(owed, police) },
    { what: 'item closed', change: async () => void (await watched.submit(owed, DAY)) },
    {
      what: 'put off',
      change: async () => {
        const { id } = await alertOf();
        await ground.tracking.answerAlert.snooze(watched.state, id, { until: DUE, reason: 'r' }, asOwner());
      },
    },
    {
      what: '"not mine"',
      change: async () => {
        await ground.tracking.answerAlert.disown(watched.state, (await alertOf()).id, 'r', asOwner());
      },
    },
  ])('sends no mail of the old state: $what', async ({ what, change }) => {
    await change();
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    process.stdout.write(
      `R18 ${what}: ${mailsTo(people.owner).length} mails to the former owner, ${sent().split('30 June 2026').length - 1} with the old date\n`,
    );
    expect(sent()).not.toContain('30 June 2026');
    expect(mailsTo(people.owner)).toEqual([]);
  });

  it('sends it as it is where nothing changed', async () => {
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    expect(sent()).toContain('30 June 2026');
  });
});

describe('why did I get this, and why did nobody', () => {
  it('is answered for each person and rung, with what became of the mail', async () => {
    ground.mailer.answer = (mail) =>
      mail.to.address === people.head.email
        ? { kind: 'temporary', code: 421, response: '421 later' }
        : { kind: 'accepted', response: '250 kept' };
    await live(addDays(DUE, -7));
    await live('2026-07-09');
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    const { id } = await alertOf();
    const reading = await ground.tracking.readAlerts.read(watched.state, id, 'MIMP');
    expect(
      reading.notices.map(({ person, rung, reason, deliveryState, lastOutcome }) => [
        person.split('@')[0],
        rung,
        reason,
        deliveryState,
        lastOutcome,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['owner', -7, 'rung_reached', 'accepted', 'accepted'],
        ['owner', 0, 'superseded_by_later_rung', null, null],
        ['owner', 7, 'rung_reached_late', 'accepted', 'accepted'],
        ['head', 7, 'escalated', 'pending', 'temporary'],
      ]),
    );
    expect(reading.steps.map(({ addressee, on, people: who }) => [addressee, on, who.length])).toEqual([
      ['owner', '2026-06-30', 1],
      ['head', '2026-07-09', 1],
      ['coordinating_body', '2026-07-20', 1],
      ['docket', '2026-08-11', 1],
    ]);
    // Lists say of each what became of the newest mail.
    const asked = { filter: 'standing', institution: null, limit: 10 } as const;
    const { alerts } = await ground.tracking.readAlerts.list(watched.state, asked);
    expect(alerts.find((alert) => alert.id === id)?.lastReminder).toMatchObject({
      ...{ rung: 7, reason: 'escalated', sentOn: '2026-07-09', deliveryState: 'pending' },
      ...{ lastOutcome: 'temporary', attempts: 1 },
    });
    await expect(ground.tracking.readAlerts.read(watched.state, id, 'PNP')).rejects.toMatchObject({
      code: 'alert.unknown',
    });
  });
});
