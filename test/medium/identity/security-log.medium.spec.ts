import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { SECURITY_EVENTS, SecurityLog, SecurityNotes } from '#identity';
import type { SecurityEvent } from '#identity';
import { SecurityEventRepository } from '#persistence';
import { RETENTION_RULES } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const MOST = 5;
const SECRET = 'only-for-tests-only-for-tests-only';
const GUESS: SecurityEvent = { event: 'sign_in.failed', ways: ['password'], reason: 'sign_in.wrong' };

describe('the log of security', () => {
  let ground: TrackingGround;
  let app: pg.Client;
  let personId: number;
  let events: SecurityEventRepository;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    personId = await (
      await WatchedState.create(ground)
    ).addPerson('somebody@per.example', 'secretariat', null);
    events = new SecurityEventRepository(ground.record);
    app = new pg.Client({ connectionString: ground.database.appUrl });
    await app.connect();
  });

  afterAll(async () => {
    await app?.end();
    await ground.close();
  });

  const logOf = (): SecurityLog => new SecurityLog(events, ground.clock, SECRET, MOST);
  const count = async (where: string): Promise<number> =>
    (await app.query<{ count: number }>(`SELECT count(*)::int AS count FROM security_event WHERE ${where}`))
      .rows[0]?.count ?? -1;

  it('keeps codes and numbers, the network as a hash of sixteen letters, the same for one network', async () => {
    const log = logOf();
    log.keep(new SecurityNotes('2001:db8:1:2::7'), [GUESS]);
    log.keep(new SecurityNotes('2001:db8:1:2::8'), [{ ...GUESS, reason: 'Not a code: ana@per.example' }]);
    await log.settled();
    const [second, first] = await events.list({ limit: 2 });
    expect(first).toMatchObject({
      happenedAt: ground.clock.now(),
      outcome: 'refused',
      personId: null,
      ...{ event: 'sign_in.failed', ways: 'password', reason: 'sign_in.wrong' },
    });
    expect(first?.network).toMatch(/^[\w-]{16}$/);
    expect(second).toMatchObject({ network: first?.network, reason: 'other' });
  });

  it('is inserted only: the application can neither change nor delete a row, nor clear a tally', async () => {
    for (const change of [
      `UPDATE security_event SET outcome = 'success'`,
      'DELETE FROM security_event',
      'TRUNCATE security_event',
      'DELETE FROM security_event_tally',
    ])
      await expect(app.query(change)).rejects.toThrow('permission denied');
    expect(await count('true')).toBe(2);
  });

  it('takes codes of its own and no text', async () => {
    const insert = (...row: readonly (string | null)[]) =>
      app.query(
        `INSERT INTO security_event (happened_at, event, outcome, reason, network) VALUES (now(), $1, 'refused', $2, $3)`,
        [...row],
      );
    for (const row of [
      ['Somebody came in', null, null],
      ['sign_in.failed', 'ana@per.example', null],
      ['sign_in.failed', null, '192.0.2.7'],
    ])
      await expect(insert(...row)).rejects.toThrow('ck_security_event_codes');
  });

  it('keeps a day of strangers within its allowance, of all processes together, and counts the rest', async () => {
    ground.clock.advance(86_400_000);
    const day = new Date(ground.clock.now()).toISOString().slice(0, 10);
    const logs = [logOf(), logOf()];
    const flood = Array.from({ length: 12 }, () => GUESS);
    const lines = logs.map((log) => log.keep(new SecurityNotes('192.0.2.7'), flood).length);
    await Promise.all(logs.map((log) => log.settled()));
    expect(lines).toEqual([MOST, MOST]);
    expect(await count(`happened_at >= '${day}'`)).toBe(MOST);
    expect(await events.countLeftOut(day)).toBe(24 - MOST);
  });

  it('has room of its own for what people are refused and for what they do, whatever strangers send', async () => {
    const log = logOf();
    const refused: SecurityEvent = { event: 'access.refused', personId };
    const done: SecurityEvent = { event: 'password.changed', personId };
    const kept = log.keep(
      new SecurityNotes('192.0.2.7'),
      [GUESS, ...Array.from({ length: 9 }, () => [refused, done])].flat(),
    );
    await log.settled();
    expect(await count(`person_id = ${personId} AND event = 'access.refused'`)).toBe(MOST);
    expect(await count(`person_id = ${personId} AND event = 'password.changed'`)).toBe(9);
    expect(kept.filter(({ event }) => event === 'password.changed').length).toBe(9);
  });

  it('has room again the next day', async () => {
    ground.clock.advance(86_400_000);
    const log = logOf();
    expect(log.keep(new SecurityNotes('192.0.2.7'), [GUESS]).length).toBe(1);
    await log.settled();
    expect(await count(`happened_at = '${new Date(ground.clock.now()).toISOString()}'`)).toBe(1);
  });

  it('says what went wrong when the database takes nothing, and goes on', async () => {
    const log = logOf();
    const trouble: unknown[] = [];
    log.reportTo((error) => trouble.push(error));
    log.keep(new SecurityNotes('192.0.2.7'), [{ ...GUESS, resource: 'Not a code' }]);
    await log.settled();
    expect(trouble.length).toBe(1);
    log.keep(new SecurityNotes('192.0.2.7'), [{ event: 'sign_out', personId }]);
    await log.settled();
    expect([trouble.length, await count(`event = 'sign_out'`)]).toEqual([1, 1]);
  });

  it('keeps at once what is noted outside of a request, as on the command line', async () => {
    await ground.tracking.resetSecondFactors.reset('somebody@per.example');
    expect(await count(`event = 'second_factor.reset' AND person_id = ${personId}`)).toBe(1);
  });

  it('is let go of by age alone: the database keeps half a year, whatever day it is told', async () => {
    await app.query(
      `INSERT INTO security_event (happened_at, event, outcome) VALUES (now() - interval '179 days', 'sign_out', 'success'),
       (now() - interval '181 days', 'sign_out', 'success'), (now() - interval '300 days', 'sign_out', 'success')`,
    );
    const before = await count('true');
    const forget = async (day: string): Promise<number> =>
      (await app.query<{ count: number }>('SELECT forget_security_events($1) AS count', [day])).rows[0]
        ?.count ?? -1;
    const old = new Date(Date.now() - 200 * 86_400_000).toISOString();
    expect(await forget(old)).toBe(1);
    expect(await forget('2100-01-01')).toBe(1);
    expect(await count('true')).toBe(before - 2);
    expect(RETENTION_RULES.security_event.days).toBe(180);
  });

  it('holds every event of the vocabulary to the codes that the table takes', async () => {
    const log = logOf();
    const trouble: unknown[] = [];
    log.reportTo((error) => trouble.push(error));
    ground.clock.advance(86_400_000);
    const all = Object.keys(SECURITY_EVENTS) as (keyof typeof SECURITY_EVENTS)[];
    const notes = new SecurityNotes('192.0.2.7');
    for (const event of all) log.keep(notes, [{ event, personId }]);
    await log.settled();
    expect(trouble).toEqual([]);
    const at = new Date(ground.clock.now()).toISOString();
    const refusals = Object.values(SECURITY_EVENTS).filter((outcome) => outcome !== 'success').length;
    expect(await count(`happened_at = '${at}'`)).toBe(all.length - refusals + MOST);
  });
});
