import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { CivilDate } from '#domain';
import { MAILS, SmtpMailer } from '#mail';
import type { State } from '#tracking';

import { WatchedState } from '../factories/watched-state.js';
import { FaultyRelay } from '../support/faulty-relay.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const FULL = process.env['FULL_TESTS'] === '1';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DUE: CivilDate = '2026-06-30';
const PEOPLE = FULL ? 500 : 100;
const BAD = 37;
/** The full forms are long, and longer where others work on the same machine. */
const LONG_MS = 1_800_000;

let relay: FaultyRelay;
let mailer: SmtpMailer;
let ground: TrackingGround;
let watched: WatchedState;
let state: State;

/** `answerWithinMs`: how long the mailer waits for a relay after DATA; ten minutes if not said. */
async function open(answerWithinMs?: number): Promise<void> {
  mailer = new SmtpMailer({ url: await relay.start(), answerWithinMs });
  ground = await openTrackingGround('2026-06-01T15:00:00Z', {}, mailer);
  watched = await WatchedState.create(ground);
  state = watched.state;
}

beforeEach(() => {
  relay = new FaultyRelay();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await mailer?.close();
  await ground?.close();
  await relay.stop();
});

const addressOf = (one: number): string => `reader.${one}@m${one}.example`;

/** Institutions with one reader each, who owe a figure each; the one numbered BAD leads. */
async function readers(count: number): Promise<number[]> {
  const institutions: number[] = [];
  for (let one = 1; one <= count; one += 1)
    institutions.push(await watched.addInstitution(`M${one}`, [addressOf(one)]));
  await watched.lead(institutions[BAD - 1] ?? institutions[0] ?? 0);
  for (const institution of institutions) await watched.owe(institution, DUE);
  return institutions;
}

async function sweep(day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(state, { worker: 'test', again: true });
}

async function close(day: CivilDate): Promise<void> {
  await sweep(day);
  await ground.tracking.closeDigest.close(state);
}

const deliver = () => ground.tracking.deliverMessages.deliver(state.id);

/** Mails by what became of them. */
async function outcomes(): Promise<Record<string, number>> {
  const rows = await ground.rows<{ state: string; count: number }>(
    state.id,
    'SELECT delivery_state AS state, count(*)::int AS count FROM message WHERE state_id = $1 GROUP BY 1 ORDER BY 1',
    [state.id],
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

const letters = () => ground.tracking.deadLetters.list(state, 'waiting', { before: null, limit: 1_000 });
const replay = async (id: number, by: number): Promise<void> =>
  ground.tracking.deadLetters.decide(state, id, { decision: 'replay' }, { personId: by, role: 'operator' });
const operator = () => watched.addPerson('operator@vigia.example', 'operator', null);
const distinct = (ids: readonly string[]): number => new Set(ids).size;
const ids = (mails: readonly { readonly messageId: string }[]): string[] =>
  mails.map(({ messageId }) => messageId);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

describe('a relay that refuses for hours (promise R8)', () => {
  it.each([
    ['421 at the greeting', 'greeting', '421 too busy'],
    ['451 at the recipient', 'RCPT', '451 try again later'],
    ['452 after the mail', 'end of data', '452 no room'],
  ] as const)(
    '%s: nothing is lost, and one mail a person leaves when it is back',
    async (name, step, reply) => {
      await open();
      await readers(3);
      relay.fault = (at) => (at === step ? reply : null);
      await close('2026-06-23');
      for (let minute = 0; minute < 360; minute += 1) {
        await deliver();
        ground.clock.advance(MINUTE_MS);
      }
      const waits = await ground.rows<{ wait: number }>(
        state.id,
        `SELECT extract(epoch FROM happened_at - lag(happened_at) OVER (ORDER BY attempt))::int / 60 AS wait FROM delivery
       WHERE state_id = $1 AND outcome = 'started' AND message_id = (SELECT min(id) FROM message WHERE state_id = $1) ORDER BY attempt OFFSET 1`,
        [state.id],
      );
      const minutes = waits.map(({ wait }) => wait);
      expect(relay.taken).toEqual([]);
      expect(minutes).toEqual([...minutes].sort((one, other) => one - other));
      expect(minutes.length).toBeGreaterThan(3);
      // The next day's mail takes over what never left.
      await close('2026-06-24');
      relay.fault = () => null;
      await deliver();
      ground.clock.advance(HOUR_MS);
      await deliver();
      const after = await outcomes();
      print(
        `R8 ${name}: 6 h, waits of ${minutes.join(', ')} min, ${relay.taken.length} mails to ${distinct(relay.taken.map(({ to }) => to))} people, ${JSON.stringify(after)}`,
      );
      expect(relay.taken).toHaveLength(3);
      expect(distinct(relay.taken.map(({ to }) => to))).toBe(3);
      expect(Object.keys(after).filter((key) => key !== 'superseded')).toEqual(['accepted']);
    },
  );
});

describe('a relay that cuts the line after DATA, before its 250 (promise R9)', () => {
  const CUTS = FULL ? 100 : 10;

  it(`${CUTS} times: nothing is lost, a repeat bears the same Message-ID, and after one a person decides`, async () => {
    await open();
    await readers(CUTS);
    await close('2026-06-23');
    const seen = new Map<string, number>();
    // Every first time; of every other mail also the second.
    relay.fault = (at, { messageId, to }) => {
      if (at !== 'end of data') return null;
      const times = (seen.get(messageId) ?? 0) + 1;
      seen.set(messageId, times);
      const odd = Number(/\d+/.exec(to)?.[0]) % 2 === 1;
      return times === 1 || (times === 2 && odd) ? 'cut' : null;
    };
    for (let hour = 0; hour < 12; hour += 1) {
      await deliver();
      ground.clock.advance(HOUR_MS);
    }
    const held = await letters();
    expect(held.every(({ state: kind, attempts }) => kind === 'in_doubt' && attempts === 2)).toBe(true);
    expect(await outcomes()).toEqual({ accepted: CUTS / 2, in_doubt: CUTS / 2 });
    expect([...seen.values()].every((times) => times === 2)).toBe(true);
    const by = await operator();
    for (const { id } of held) await replay(id, by);
    await deliver();
    const lost = CUTS - distinct(ids(relay.taken));
    print(
      `R9: ${CUTS} mails, ${CUTS * 1.5} cuts, ${lost} lost, ${distinct(ids(relay.received))} Message-IDs, ${held.length} held in doubt after one repeat, sent again by a person: ${JSON.stringify(await outcomes())}`,
    );
    expect(lost).toBe(0);
    expect(distinct(ids(relay.received))).toBe(CUTS);
    expect(relay.taken).toHaveLength(CUTS);
    expect(await letters()).toEqual([]);
  });
});

describe('a relay that thinks for long after DATA (promise R10)', () => {
  // Nine of the ten minutes that a mailer has to wait; the short form a two hundredth of them.
  const [hangMs, patienceMs] = FULL ? [540_000, undefined] : [2_700, 30_000];

  it(
    'and then takes the mail gets it once, whoever else delivers meanwhile',
    async () => {
      await open(patienceMs);
      await readers(1);
      await close('2026-06-23');
      relay.fault = (at) => (at === 'end of data' ? { afterMs: hangMs, reply: '250 queued at last' } : null);
      const first = deliver();
      const others = ground.asWorker('another');
      let second = 0;
      for (let part = 0; part < 9; part += 1) {
        // The clock of leases goes as far as nine minutes, as it does in the full form.
        ground.clock.advance(MINUTE_MS);
        second += (await others.deliverMessages.deliver(state.id)).accepted;
      }
      const { accepted } = await first;
      print(
        `R10: answered after ${hangMs} ms: ${relay.received.length} mail at the relay, ${accepted + second} accepted`,
      );
      expect(ids(relay.received)).toHaveLength(1);
      expect(await outcomes()).toEqual({ accepted: 1 });
      expect(second).toBe(0);
    },
    LONG_MS,
  );
});

describe(`a relay that refuses address ${BAD} of ${PEOPLE} for good (promise R11)`, () => {
  it(
    'takes all others; that one is marked, and whoever must find another owner is alerted',
    async () => {
      await open();
      await readers(PEOPLE);
      await watched.addPerson('secretariat@minjus.example', 'secretariat', null);
      relay.fault = (at, { to }) =>
        at === 'RCPT' && to === addressOf(BAD) ? '550 5.1.1 no such user' : null;
      await close('2026-06-23');
      await deliver();
      const after = await outcomes();
      const marked = await ground.rows<{ email: string }>(
        state.id,
        'SELECT email FROM person WHERE unreachable_since IS NOT NULL',
      );
      const [letter] = await letters();
      await sweep('2026-06-24');
      const alerts = await ground.rows<{ code: string }>(
        state.id,
        `SELECT i.code FROM alert a JOIN institution i ON i.state_id = a.state_id AND i.id = a.institution_id
       WHERE a.state_id = $1 AND a.rule = 'nobody_responsible' AND a.alert_state = 'open'`,
        [state.id],
      );
      print(
        `R11: ${JSON.stringify(after)}; ${marked.length} marked unreachable; alert "nobody_responsible" of ${alerts.map(({ code }) => code).join(', ')}`,
      );
      expect(after).toEqual({ accepted: PEOPLE - 1, permanent: 1 });
      expect(distinct(ids(relay.taken))).toBe(PEOPLE - 1);
      expect(marked).toEqual([{ email: addressOf(BAD) }]);
      expect(letter).toMatchObject({ state: 'permanent', smtpCode: 550, domain: `m${BAD}.example` });
      expect(alerts).toEqual([{ code: `M${BAD}` }]);
    },
    LONG_MS,
  );
});

describe(`a template that throws for one of ${PEOPLE} (promise R12)`, () => {
  it.each([['when the day is closed'], ['when the mail is on its way']])(
    '%s: all others leave, that one stands with the dead letters and why, and is sent once when it is replayed',
    async (when) => {
      await open();
      const institutions = await readers(PEOPLE);
      const second = await watched.owe(institutions[BAD - 1] ?? 0, DUE, 'A second figure');
      const atClosing = when === 'when the day is closed';
      const template = MAILS.digest;
      const broken: typeof template = (input) => {
        if (input.institutionName === `M${BAD}`) throw new TypeError(`no word for ${addressOf(BAD)}`);
        return template(input);
      };
      if (atClosing) jest.spyOn(MAILS, 'digest').mockImplementation(broken);
      await close('2026-06-23');
      if (!atClosing) {
        jest.spyOn(MAILS, 'digest').mockImplementation(broken);
        // A date that moves after the mail was written: it is written anew when it leaves.
        await watched.move(second, '2027-06-30');
      }
      await deliver();
      const first = await outcomes();
      const [letter] = await letters();
      expect(first).toEqual({ accepted: PEOPLE - 1, dead: 1 });
      expect(distinct(ids(relay.taken))).toBe(PEOPLE - 1);
      expect(letter).toMatchObject({ state: 'dead', response: 'TypeError: no word for <address>' });
      const by = await operator();
      await expect(replay(letter?.id ?? 0, by)).rejects.toMatchObject({ code: 'dead_letter.still_fails' });
      expect(await outcomes()).toEqual(first);
      jest.restoreAllMocks();
      await replay(letter?.id ?? 0, by);
      await deliver();
      await deliver();
      const [row] = await ground.rows<{ header: string }>(
        state.id,
        'SELECT message_id_header AS header FROM message WHERE state_id = $1 AND id = $2',
        [state.id, letter?.id],
      );
      print(
        `R12 ${when}: ${JSON.stringify(first)}, reason "${letter?.response}"; after a replay ${JSON.stringify(await outcomes())}, ${relay.taken.filter(({ to }) => to === addressOf(BAD)).length} mail to that person`,
      );
      expect(relay.taken.filter(({ to }) => to === addressOf(BAD))).toEqual([
        { to: addressOf(BAD), messageId: row?.header },
      ]);
      expect(await letters()).toEqual([]);
    },
    LONG_MS,
  );
});
