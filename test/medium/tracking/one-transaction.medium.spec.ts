import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const REASON = 'Has left';

describe('a change and its entry', () => {
  let ground: TrackingGround;
  let owner: pg.Client;
  let peru: WatchedState;
  let chile: WatchedState;
  let secretariat: number;
  let made = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    chile = await WatchedState.create(ground, 'CHL');
    secretariat = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner?.end();
    await ground?.close();
  });

  /** Somebody with a session and a token. */
  async function atWork() {
    made += 1;
    const personId = await peru.addPerson(`person${made}@per.example`, 'ombudsperson', null);
    const session = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    const visitor = await ground.tracking.sessions.recognise(session.token);
    const wish = { name: 'nightly', permissions: ['docket:read'], days: 10 };
    const { secret } = await ground.tracking.apiTokens.create(visitor, wish);
    const [held] = await ground.rows<{ id: number }>(
      peru.state.id,
      'SELECT id FROM membership WHERE state_id = $1 AND person_id = $2',
      [peru.state.id, personId],
    );
    return { personId, session: session.token, secret, membership: held?.id ?? 0 };
  }

  type AtWork = Awaited<ReturnType<typeof atWork>>;

  const end = ({ membership }: AtWork) =>
    ground.tracking.endMembership.end(peru.state, membership, {
      personId: secretariat,
      role: 'secretariat',
      reason: REASON,
    });

  const revokedAt = async (table: 'session' | 'api_token', { personId }: AtWork): Promise<unknown[]> =>
    ground.rows(peru.state.id, `SELECT revoked_at FROM ${table} WHERE person_id = $1`, [personId]);

  async function whileNothingCanBeAudited(work: () => Promise<unknown>): Promise<void> {
    await owner.query('REVOKE INSERT ON audit_entry FROM vigia_app');
    try {
      await expect(work()).rejects.toThrow('permission denied');
    } finally {
      await owner.query('GRANT INSERT ON audit_entry TO vigia_app');
    }
  }

  it('end with the last role every session and every token of the person, and say how many', async () => {
    const person = await atWork();
    await end(person);
    expect((await ground.tracking.sessions.recognise(person.session)).personId).toBeNull();
    await expect(ground.tracking.apiTokens.recognise(person.secret)).rejects.toMatchObject({
      code: 'api_token.invalid',
    });
    const ended = [{ revoked_at: ground.clock.now() }];
    expect(await revokedAt('session', person)).toEqual(ended);
    expect(await revokedAt('api_token', person)).toEqual(ended);
    const [entry] = await ground.rows(
      peru.state.id,
      'SELECT action, after, reason FROM audit_entry ORDER BY position DESC LIMIT 1',
    );
    expect(entry).toEqual({
      action: 'membership.ended',
      after: {
        role: 'ombudsperson',
        endsOn: '2026-06-30',
        sessionsEnded: 1,
        tokensRevoked: 1,
        calendarsRevoked: 0,
      },
      reason: REASON,
    });
  });

  it('leave whoever still holds a role elsewhere where they are', async () => {
    const person = await atWork();
    await ground.rows(
      chile.state.id,
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'ombudsperson', '2020-01-01')`,
      [chile.state.id, person.personId],
    );
    await end(person);
    expect((await ground.tracking.sessions.recognise(person.session)).state).toBe('CHL');
    expect(await revokedAt('api_token', person)).toEqual([{ revoked_at: null }]);
  });

  it('end everything, too, when the last two roles are taken away at the same moment', async () => {
    const person = await atWork();
    await ground.rows(
      chile.state.id,
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'ombudsperson', '2020-01-01')`,
      [chile.state.id, person.personId],
    );
    const [other] = await ground.rows<{ id: number }>(
      chile.state.id,
      'SELECT id FROM membership WHERE state_id = $1 AND person_id = $2',
      [chile.state.id, person.personId],
    );
    const by = { personId: secretariat, role: 'secretariat', reason: REASON } as const;
    await Promise.all([end(person), ground.tracking.endMembership.end(chile.state, other?.id ?? 0, by)]);
    const ended = [{ revoked_at: ground.clock.now() }];
    expect(await revokedAt('session', person)).toEqual(ended);
    expect(await revokedAt('api_token', person)).toEqual(ended);
  });

  it('are one: where the entry cannot be written no role, session or token ends', async () => {
    const person = await atWork();
    const before = await fingerprint(ground, peru.state);
    await whileNothingCanBeAudited(() => end(person));
    expect(await fingerprint(ground, peru.state)).toEqual(before);
    expect(await revokedAt('session', person)).toEqual([{ revoked_at: null }]);
    expect(await revokedAt('api_token', person)).toEqual([{ revoked_at: null }]);
  });

  it('are one: where the entry cannot be written no State is followed', async () => {
    const bolivia = { iso3: 'BOL', name: { en: 'Bolivia', es: 'Bolivia' }, timeZone: 'America/La_Paz' };
    await whileNothingCanBeAudited(() => ground.tracking.addState.add(bolivia));
    expect(await ground.tracking.states.findState('BOL')).toBeNull();
    const { id } = await ground.tracking.addState.add(bolivia);
    const [entry] = await ground.rows(id, 'SELECT position, action, subject_id FROM audit_entry');
    expect(entry).toEqual({ position: 1, action: 'state.added', subject_id: 'BOL' });
  });
});
