import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('the search for an institution', () => {
  let ground: TrackingGround;
  let find: (search: string) => Promise<string[]>;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    const { state } = await ground.tracking.followState.follow('PER');
    const by = { personId: null, role: 'secretariat' } as const;
    const { changeInstitutions, readInstitutions } = ground.tracking;
    const place = { shortName: null, level: 'national', parent: null, validFrom: null } as const;
    await changeInstitutions.add(
      state,
      { ...place, code: 'PNP', name: { en: 'National Police', es: 'Policía Nacional' } },
      by,
    );
    await changeInstitutions.add(
      state,
      { ...place, code: 'MIDIS', name: { en: 'Ministry', es: 'Ministerio del Niño' } },
      by,
    );
    await changeInstitutions.rename(
      state,
      'PNP',
      {
        name: { en: 'Civil Guard', es: 'Guardia' },
        shortName: null,
        from: '2026-06-01',
        reason: 'Law 1',
      },
      by,
    );
    find = async (name) =>
      (await readInstitutions.list(state, { name, after: null, limit: 10 })).map(({ code }) => code);
  });

  afterAll(() => ground.close());

  it('does not mind case or accents, on either side', async () => {
    expect(await find('NINO')).toEqual(['MIDIS']);
    expect(await find('niño')).toEqual(['MIDIS']);
    expect(await find('mínistry')).toEqual(['MIDIS']);
  });

  it('finds a former name and a code', async () => {
    expect(await find('policia')).toEqual(['PNP']);
    expect(await find('pnp')).toEqual(['PNP']);
  });

  it('reads names only: neither the language they are in nor what stands between them', async () => {
    expect(await find('"es"')).toEqual([]);
    expect(await find('en')).toEqual([]);
    expect(await find('": "')).toEqual([]);
    expect(await find('ministry ministerio')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });
});
