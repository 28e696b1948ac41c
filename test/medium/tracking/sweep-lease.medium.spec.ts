import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SweepRepository } from '#persistence';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DAY = '2026-06-15';
const MINUTE = 60_000;

describe('the lease of a sweep', () => {
  let ground: TrackingGround;
  let stateId: number;
  let sweeps: SweepRepository;

  beforeAll(async () => {
    ground = await openTrackingGround(`${DAY}T15:00:00Z`);
    stateId = (await WatchedState.create(ground)).state.id;
    sweeps = new SweepRepository(ground.record);
  });

  afterAll(() => ground.close());

  function claim(by: string): Promise<boolean> {
    const now = ground.clock.now();
    return ground.record.runState(stateId, () =>
      sweeps.claimSweep(stateId, DAY, { by, now, leaseUntil: now + MINUTE, again: false }),
    );
  }

  function finish(by: string): Promise<boolean> {
    const counts = {
      recommendations: 1,
      findings: 0,
      alertsOpened: 0,
      alertsChanged: 0,
      alertsResolved: 0,
      noticesWritten: 0,
      noticesSkipped: 0,
      statusesChanged: 0,
      expected: 0,
      missed: 0,
    };
    return ground.record.runState(stateId, () =>
      sweeps.finishSweep(stateId, DAY, by, ground.clock.now(), counts),
    );
  }

  it('passes to another worker when it runs out, and the first can no longer finish or give it back', async () => {
    expect(await claim('slow')).toBe(true);
    expect(await claim('quick')).toBe(false);
    ground.clock.advance(2 * MINUTE);
    expect(await claim('quick')).toBe(true);

    expect(await finish('slow')).toBe(false);
    await ground.record.runState(stateId, () => sweeps.failSweep(stateId, DAY, 'slow', 'lease_lost'));
    expect(await claim('third')).toBe(false);
    expect(await finish('quick')).toBe(true);
    expect(await claim('third')).toBe(false);
  });
});
