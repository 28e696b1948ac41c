import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: State;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  peru = await loadPeru(ground);
});

afterAll(() => ground?.close());

describe('asked-for breakdowns beside those that were published', () => {
  it('are those of the newest year, unless another with figures is wanted', async () => {
    const { readDataGaps } = ground.tracking;
    const newest = await readDataGaps.read(peru, null);
    expect(newest.years.length).toBeGreaterThan(3);
    expect(newest.year).toBe(newest.years[0]);
    expect(newest.gaps.received).toBeGreaterThan(0);
    expect(newest.gaps.received).toBeLessThan(newest.gaps.asked);
    const before = await readDataGaps.read(peru, newest.years[1]!);
    expect(before.gaps).not.toEqual(newest.gaps);
    expect((await readDataGaps.read(peru, 1950)).year).toBe(newest.year);
  });

  it('count what was published, not what was accepted', async () => {
    const { gaps, year } = await ground.tracking.readDataGaps.read(peru, null);
    const row = gaps.rows.find(({ states }) => Object.values(states).includes('received'))!;
    const dimension = Object.entries(row.states).find(([, state]) => state === 'received')![0];
    await ground.rows(
      peru.id,
      `DELETE FROM published_figure WHERE state_id = $1 AND indicator_code = $2 AND categories ? $3 RETURNING indicator_code`,
      [peru.id, row.indicator, dimension],
    );
    const after = await ground.tracking.readDataGaps.read(peru, year);
    expect(after.gaps.rows.find(({ indicator }) => indicator === row.indicator)?.states[dimension]).toBe(
      'missing',
    );
    expect(after.gaps.received).toBe(gaps.received - 1);
  });
});
