import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RETENTION_RULES } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const FIRST_DAY = '2026-06-23';
const DAY_MS = 86_400_000;

interface Mail {
  readonly subject: string;
  readonly state: string;
  readonly text: string;
  readonly attachments: number;
}

describe('what has been kept long enough', () => {
  let ground: TrackingGround;
  let watched: WatchedState;
  let personId: number;

  beforeAll(async () => {
    ground = await openTrackingGround(`${FIRST_DAY}T15:00:00Z`);
    watched = await WatchedState.create(ground);
    const ministry = await watched.addInstitution('MIMP', ['owner@mimp.example']);
    personId = await watched.addPerson('operator@per.example', 'operator', ministry);
    await watched.lead(ministry);
    await watched.owe(ministry, '2026-06-30');
    await liveThrough(ground, watched.state, FIRST_DAY);
  });

  afterAll(() => ground.close());

  const mails = (): Promise<Mail[]> =>
    ground.rows<Mail>(
      watched.state.id,
      `SELECT subject, delivery_state AS state, body ->> 'text' AS text, jsonb_array_length(body -> 'attachments') AS attachments
       FROM message WHERE state_id = $1 ORDER BY id`,
      [watched.state.id],
    );

  async function count(table: string): Promise<number> {
    const [row] = await ground.rows<{ count: number }>(
      watched.state.id,
      `SELECT count(*)::int AS count FROM ${table}`,
    );
    return row?.count ?? -1;
  }

  function daysLater(days: number): void {
    ground.clock.set(new Date(Date.parse(`${FIRST_DAY}T15:00:00Z`) + days * DAY_MS).toISOString());
  }

  it('empties the body of a delivered mail after its days and not before; subject and outcome stay', async () => {
    const [sent] = await mails();
    expect(sent).toMatchObject({ state: 'accepted' });
    expect(sent?.text.length).toBeGreaterThan(100);

    daysLater(RETENTION_RULES.message_body.days);
    expect(await ground.tracking.applyRetention.apply()).toMatchObject({ message_body: 0 });
    expect(await mails()).toEqual([sent]);

    daysLater(RETENTION_RULES.message_body.days + 1);
    expect(await ground.tracking.applyRetention.apply()).toMatchObject({ message_body: 1 });
    expect(await mails()).toEqual([{ ...sent, text: '', attachments: 0 }]);
    expect(await count('delivery')).toBeGreaterThan(0);
    const entries = await ground.rows<{ after: unknown }>(
      watched.state.id,
      `SELECT after FROM audit_entry WHERE state_id = $1 AND action = 'message.bodies_emptied'`,
      [watched.state.id],
    );
    expect(entries).toEqual([{ after: { emptied: 1, olderThanDays: RETENTION_RULES.message_body.days } }]);
  });

  it('does nothing the second time', async () => {
    const before = await fingerprint(ground, watched.state);
    const removed = Object.values(await ground.tracking.applyRetention.apply());
    expect([removed.length > 0, ...removed.filter((count) => count !== 0)]).toEqual([true]);
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('leaves a mail that still waits whole, however old it is', async () => {
    await ground.rows(
      watched.state.id,
      `UPDATE message SET delivery_state = 'pending', body = '{"text":"kept","html":"","headers":{},"attachments":[]}' WHERE state_id = $1 RETURNING 1`,
      [watched.state.id],
    );
    await ground.tracking.applyRetention.apply();
    expect((await mails()).map(({ text }) => text)).toEqual(['kept']);
  });

  it.each([
    [
      'sign_in_attempt',
      `INSERT INTO sign_in_attempt (kind, subject_hash, attempted_at) VALUES ('account', 'x', $1)`,
      0,
    ],
    [
      'sign_in_challenge',
      `INSERT INTO sign_in_challenge (token_hash, purpose, payload, expires_at) VALUES ('c', 'oidc', '{}', $1)`,
      0,
    ],
    ['sign_in_link', `INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES ('l', $2, $1)`, 1],
    ['session', `INSERT INTO session (token_hash, person_id, expires_at) VALUES ('s', $2, $1)`, 1],
    [
      'session',
      `INSERT INTO session (token_hash, person_id, expires_at, revoked_at) VALUES ('r', $2, '2100-01-01', $1)`,
      1,
    ],
  ] as const)('deletes a row of %s after its days and not before', async (table, insert, persons) => {
    const end = new Date(ground.clock.now()).toISOString();
    const from = (Date.parse(end) - Date.parse(`${FIRST_DAY}T15:00:00Z`)) / DAY_MS;
    await ground.rows(watched.state.id, `${insert} RETURNING 1`, persons === 0 ? [end] : [end, personId]);
    const { days } = RETENTION_RULES[table];
    daysLater(from + days);
    expect(await ground.tracking.applyRetention.apply()).toMatchObject({ [table]: 0 });
    expect(await count(table)).toBe(1);
    daysLater(from + days + 1);
    expect(await ground.tracking.applyRetention.apply()).toMatchObject({ [table]: 1 });
    expect(await count(table)).toBe(0);
  });

  it('is asked for once a day by each process', async () => {
    const asked = () => ground.dispatcher.dispatched.filter(({ name }) => name === 'retention.apply').length;
    const { tick } = ground.asWorker('daily');
    await tick.tick();
    await tick.tick();
    expect(asked()).toBe(1);
    ground.clock.advance(DAY_MS);
    await tick.tick();
    expect(asked()).toBe(2);
  });

  it('is told to the public in the record of processing as it is in the table', async () => {
    const told = await readFile(join(process.cwd(), 'docs', 'privacy.md'), 'utf8');
    for (const [what, { days, reason }] of Object.entries(RETENTION_RULES))
      expect(told.replace(/\s+/g, ' ')).toContain(`| \`${what}\` | ${days} days | ${reason} |`);
  });
});
