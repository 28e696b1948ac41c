import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, loadPeru, openTrackingGround, rowCounts } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('removing the demonstration State', () => {
  let ground: TrackingGround;
  let peru: State;
  let neighbour: WatchedState;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    peru = await loadPeru(ground);
    neighbour = await WatchedState.create(ground, 'CHL');
    await neighbour.addInstitution('SENAME', ['owner@sename.example']);
    await liveThrough(ground, peru, '2026-06-15');
    // A demonstration in use: somebody has signed in.
    const [person] = await ground.record.runState(peru.id, () =>
      ground.tracking.people.listOneOfEachRole(peru.id),
    );
    const { session } = await ground.tracking.signInLinks.exchangeLink(
      await ground.tracking.signInLinks.createLink(person?.id ?? 0),
    );
    expect(session.token).not.toBe('');
  });

  afterAll(() => ground.close());

  it('leaves no row of the State and no invented person, and keeps everybody else', async () => {
    const before = await rowCounts(ground, peru);
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(25);
    const kept = await rowCounts(ground, neighbour.state);

    await ground.tracking.states.removeDemonstration(peru.id);

    const after = await rowCounts(ground, peru);
    expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
    expect(await rowCounts(ground, neighbour.state)).toEqual(kept);
    const people = await ground.record.runShared((sql) =>
      sql.rows<{ email: string }>('SELECT email FROM person ORDER BY email'),
    );
    expect(people).toEqual([{ email: 'owner@sename.example' }]);
    for (const table of ['session', 'sign_in_link'])
      expect(await ground.record.runShared((sql) => sql.rows(`SELECT 1 FROM ${table}`))).toEqual([]);
  });

  it('can be loaded again afterwards, as on a first start', async () => {
    const again = await loadPeru(ground);
    expect(await rowCounts(ground, again)).toMatchObject({ document: 2, recommendation: 33, alert: 0 });
  });

  it('is loaded once only, however often it starts', async () => {
    const state = await ground.tracking.states.getState('PER');
    const before = await rowCounts(ground, state);
    await loadPeru(ground);
    expect(await rowCounts(ground, state)).toEqual(before);
  });
});
