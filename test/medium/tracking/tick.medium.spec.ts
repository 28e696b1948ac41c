import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-23T15:00:00Z');
});

afterAll(() => ground.close());

const asked = (): unknown[] =>
  ground.dispatcher.dispatched.filter(({ name }) => name === 'sweep.run').map(({ payload }) => payload);

describe('a tick', () => {
  it('asks for every State, also where one before it cannot be asked, and says so at its end', async () => {
    const broken = await WatchedState.create(ground, 'ARG');
    await WatchedState.create(ground, 'PER');
    await ground.record.runShared((sql) =>
      sql.execute(`UPDATE state SET time_zone = 'America/Nowhere' WHERE id = $1`, [broken.state.id]),
    );
    await expect(ground.tracking.tick.tick()).rejects.toThrow(/NOWHERE/i);
    expect(asked()).toEqual([{ state: 'PER', on: '2026-06-23' }]);
    expect(ground.dispatcher.dispatched.map(({ name }) => name)).toContain('retention.apply');
  });

  it('does not try one State after the other while the queue is away', async () => {
    ground.dispatcher.dispatched.splice(0);
    ground.dispatcher.unreachable = true;
    await ground.record.runShared((sql) => sql.execute(`UPDATE state SET time_zone = 'America/Lima'`, []));
    await expect(ground.tracking.tick.tick()).rejects.toMatchObject({ code: 'queue.unreachable' });
    ground.dispatcher.unreachable = false;
    expect(asked()).toEqual([]);
  });

  it('lets one State whose day cannot be told keep nobody from telling of another', async () => {
    await ground.record.runShared((sql) =>
      sql.execute(`UPDATE state SET time_zone = 'America/Nowhere' WHERE iso3 = 'ARG'`, []),
    );
    await ground.tracking.watchTheWatch.beat();
    for (let minute = 0; minute < 40; minute += 4) {
      ground.clock.advance(4 * 60_000);
      await ground.tracking.watchTheWatch.beat();
      await ground.tracking.watchTheWatch.look();
    }
    const standing = await ground.tracking.watchTheWatch.incidents();
    expect(standing.map(({ part, state }) => `${part} ${state}`)).toEqual(
      expect.arrayContaining(['sweep ARG', 'sweep PER']),
    );
  });
});
