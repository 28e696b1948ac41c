import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('beginning to follow a State', () => {
  let ground: TrackingGround;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
  });

  afterAll(() => ground.close());

  const follow = (iso3: string, timeZone?: string) => ground.tracking.followState.follow(iso3, timeZone);

  it('takes its names in both languages and its only time zone from the locale data', async () => {
    expect(await follow('PER')).toMatchObject({
      added: true,
      state: { name: { en: 'Peru', es: 'Perú' }, timeZone: 'America/Lima', demonstration: false },
    });
    expect(await follow('PER')).toMatchObject({ added: false });
  });

  it('asks by which zone days count where there are several, and takes a known one only', async () => {
    await expect(follow('BRA')).rejects.toMatchObject({ code: 'state.time_zone' });
    await expect(follow('BRA', 'America/Macondo')).rejects.toMatchObject({ code: 'state.time_zone' });
    expect(await follow('BRA', 'America/Sao_Paulo')).toMatchObject({ state: { name: { es: 'Brasil' } } });
  });

  it('knows no State by a code that is none', async () => {
    await expect(follow('XXX')).rejects.toMatchObject({ kind: 'not_found', code: 'state.unknown' });
  });

  it('never becomes the demonstration afterwards', async () => {
    const state = await loadPeru(ground);
    expect(state.demonstration).toBe(false);
    expect(await ground.rows(state.id, 'SELECT 1 FROM document WHERE state_id = $1', [state.id])).toEqual([]);
  });
});
