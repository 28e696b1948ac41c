import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { IndicatorWish, State } from '#tracking';

import { putOnRecord } from '../../support/put-on-record.js';
import { fingerprint, openTrackingGround, readSample } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const COMMAND = { personId: null, actor: 'command_line' } as const;
const BY = { personId: null, role: 'secretariat' } as const;
const PLACES: IndicatorWish = {
  track: 'data',
  class: 'process',
  name: { en: 'Places', es: 'Plazas' },
  unit: { en: 'places', es: 'plazas' },
  population: null,
  valueType: 'count',
  ratioPer: null,
  figureKind: null,
  direction: 'increase',
  periodicityMonths: 12,
  baseline: { value: 20, on: '2016-12-31' },
  target: { value: 50, dueOn: '2028-12-31' },
  requiredDimensions: ['department', 'sex'],
  sheet: { definition: { en: 'Places open.', es: 'Plazas abiertas.' } },
  institution: null,
  reporters: [],
  requiredFor: ['34'],
  usefulFor: ['32(a)'],
};

let ground: TrackingGround;
let peru: State;
let item: string;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  peru = await ground.tracking.addState.add({
    iso3: 'PER',
    name: { en: 'Peru', es: 'Perú' },
    timeZone: 'America/Lima',
  });
  const file = { name: 'CRC_C_OPSC_PER_CO_1.en.txt', bytes: await readSample() };
  await ground.tracking.ingestDocument.ingest(peru, file, { dryRun: false });
  item = (
    await ground.rows<{ id: string }>(
      peru.id,
      `SELECT public_id AS id FROM recommendation WHERE state_id = $1 AND code = '24'`,
      [peru.id],
    )
  )[0]!.id;
});

afterAll(() => ground?.close());

const entries = () =>
  ground.rows<{ action: string; before: unknown; after: Record<string, unknown>; reason: string | null }>(
    peru.id,
    `SELECT action, before, after, reason FROM audit_entry WHERE state_id = $1 AND action LIKE 'indicator.%' ORDER BY position`,
    [peru.id],
  );

describe('the library', () => {
  it('shows what would be set for a recommendation, and sets what is chosen, once', async () => {
    const { loadLibrary } = ground.tracking;
    const { planned } = await loadLibrary.proposals(peru, item);
    expect(planned.map(({ indicator, step }) => [indicator.code, step])).toEqual([
      ['24-S1', 'create'],
      ['24-S2', 'create'],
      ['24-J1', 'create'],
    ]);
    expect(await entries()).toEqual([]);
    await loadLibrary.load(peru, item, ['24-S1', '24-J1'], COMMAND);
    expect(await entries()).toMatchObject([
      { action: 'indicator.loaded', after: { newIndicators: ['24-S1', '24-J1'], indicators: [] } },
    ]);
    const after = await fingerprint(ground, peru);
    const again = await loadLibrary.load(peru, item, ['24-S1', '24-J1'], COMMAND);
    expect(again.map(({ step }) => step)).toEqual(['present', 'present']);
    expect(await fingerprint(ground, peru)).toEqual(after);
  });

  it('refuses what it does not propose, nothing at all, and a paragraph that it does not know', async () => {
    const { loadLibrary } = ground.tracking;
    const code = (code: string) => ({ code });
    await expect(loadLibrary.load(peru, item, ['8-O1'], COMMAND)).rejects.toMatchObject(
      code('library.unknown_indicator'),
    );
    await expect(loadLibrary.load(peru, item, [], COMMAND)).rejects.toMatchObject(
      code('library.nothing_chosen'),
    );
    const wish = { items: ['8', '99'], dryRun: false };
    await expect(loadLibrary.loadDocument(peru, wish, COMMAND)).rejects.toMatchObject(
      code('library.unknown_item'),
    );
    await expect(loadLibrary.proposals(peru, 'nowhere')).rejects.toMatchObject(
      code('library.recommendation_unknown'),
    );
  });

  it('sets a whole document, each indicator at its home, and the same again changes nothing', async () => {
    const { loadLibrary } = ground.tracking;
    const all = { items: [], dryRun: false };
    const rehearsed = await loadLibrary.loadDocument(peru, { ...all, dryRun: true }, COMMAND);
    const [{ count }] = (await ground.rows<{ count: number }>(
      peru.id,
      `SELECT count(*)::int AS count FROM indicator WHERE state_id = $1`,
      [peru.id],
    )) as [{ count: number }];
    expect(count).toBe(2);
    const loaded = await loadLibrary.loadDocument(peru, all, COMMAND);
    expect(loaded.map(({ step }) => step)).toEqual(rehearsed.map(({ step }) => step));
    const homes = await ground.rows<{ code: string; homes: number }>(
      peru.id,
      `SELECT i.code, count(*) FILTER (WHERE ri.is_home)::int AS homes FROM indicator i
       JOIN recommendation_indicator ri ON ri.state_id = i.state_id AND ri.indicator_id = i.id WHERE i.state_id = $1 GROUP BY i.code`,
      [peru.id],
    );
    expect(homes).toHaveLength(new Set(loaded.map(({ indicator }) => indicator.code)).size);
    expect(homes.filter(({ homes: count }) => count !== 1)).toEqual([]);
    const after = await fingerprint(ground, peru);
    await loadLibrary.loadDocument(peru, all, COMMAND);
    expect(await fingerprint(ground, peru)).toEqual(after);
  });
});

describe('an indicator that the secretariat sets', () => {
  const own = { ...PLACES, reason: 'Decree 3-2026' };
  const refused = (change: Partial<IndicatorWish>, code: string) =>
    expect(
      ground.tracking.defineIndicator.change(peru, 'OWN-1', { ...own, ...change }, BY),
    ).rejects.toMatchObject({ code });

  it('is kept as it was set, with what it answers to, and leaves an entry', async () => {
    await ground.tracking.defineIndicator.add(peru, 'OWN-1', PLACES, BY);
    const { indicator, inUse } = await ground.tracking.defineIndicator.read(peru, 'OWN-1');
    expect({ ...PLACES, ...indicator }).toEqual({ ...indicator, ...PLACES });
    expect(indicator.recommendations.map(({ code, required }) => [code, required]).sort()).toEqual([
      ['32(a)', false],
      ['34', true],
    ]);
    expect(inUse).toEqual({ figures: false, dimensions: [] });
    expect((await entries()).at(-1)).toMatchObject({
      action: 'indicator.added',
      before: null,
      after: { valueType: 'count', baseline: '20 (2016-12-31)', dimensions: ['department', 'sex'] },
    });
    await expect(ground.tracking.defineIndicator.add(peru, 'OWN-1', PLACES, BY)).rejects.toMatchObject({
      code: 'indicator.taken',
    });
  });

  it('is refused where it contradicts itself, names what there is not, or points at a person', async () => {
    await refused({ valueType: 'ratio' }, 'indicator.ratio_per');
    await refused({ requiredDimensions: ['shoe_size'] }, 'indicator.dimension_unknown');
    await refused({ requiredFor: ['99'] }, 'indicator.recommendation_unknown');
    await refused({ requiredFor: [], usefulFor: [] }, 'indicator.answers_to_nothing');
    await refused({ institution: 'NOBODY' }, 'indicator.institution_unknown');
    await refused({ name: { en: 'Ana, DNI 45678912', es: 'Plazas' } }, 'indicator.personal_data');
    await expect(ground.tracking.defineIndicator.change(peru, 'OWN-9', own, BY)).rejects.toMatchObject({
      code: 'indicator.unknown',
    });
  });

  it('says which purposes of money are asked for, and that it alone counts the victims', async () => {
    const { defineIndicator } = ground.tracking;
    const money: IndicatorWish = {
      ...PLACES,
      ...{ track: 'budget', valueType: 'amount', figureKind: 'plain', baseline: null, target: null },
      ...{ requiredDimensions: [], requiredPurposes: ['recovery', 'compensation'] },
    };
    await defineIndicator.add(peru, 'MONEY', money, BY);
    expect((await entries()).at(-1)?.after).toMatchObject({ requiredPurposes: ['recovery', 'compensation'] });
    const without = { ...money, requiredPurposes: [], reason: 'Asked for elsewhere' };
    await defineIndicator.change(peru, 'MONEY', without, BY);
    expect((await entries()).at(-1)).toMatchObject({
      before: { requiredPurposes: ['recovery', 'compensation'] },
      after: { requiredPurposes: [] },
    });
    await refused({ requiredPurposes: ['recovery'] }, 'indicator.purposes_of_budget');
    await expect(
      defineIndicator.change(peru, 'MONEY', { ...without, requiredPurposes: ['travel'] }, BY),
    ).rejects.toMatchObject({ code: 'indicator.purpose_unknown' });
    const victims = { ...PLACES, figureKind: 'person_count', countsVictims: true } as const;
    await refused({ countsVictims: true }, 'indicator.victims_counted');
    // The library's indicator counts them already.
    await expect(defineIndicator.add(peru, 'VICTIMS', victims, BY)).rejects.toMatchObject({
      code: 'indicator.victims_counted_twice',
    });
    expect((await defineIndicator.read(peru, '8-O1')).indicator.countsVictims).toBe(true);
    expect((await defineIndicator.read(peru, '18-B4')).indicator.requiredPurposes).toEqual(['recovery']);
  });

  it('names all who are asked, the lead first, and refuses one twice and days that run backwards', async () => {
    for (const code of ['MP', 'PNP'])
      await ground.rows(
        peru.id,
        `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, '{"en":"n","es":"n"}') RETURNING id`,
        [peru.id, code],
      );
    const { defineIndicator, loadLibrary } = ground.tracking;
    const asked = (institution: string, startsOn: string | null = null, endsOn: string | null = null) => ({
      ...{ institution, startsOn, endsOn },
    });
    const later = asked('PNP', '2025-01-01');
    await defineIndicator.add(peru, 'SHARED', { ...PLACES, institution: 'MP', reporters: [later] }, BY);
    const { indicator } = await defineIndicator.read(peru, 'SHARED');
    expect([indicator.institution, indicator.reporters]).toEqual(['MP', [asked('MP'), later]]);
    expect((await entries()).at(-1)?.after).toMatchObject({
      institution: 'MP',
      reporters: ['MP', 'PNP (2025-01-01 – …)'],
    });
    await refused({ reporters: [later, asked('PNP')] }, 'indicator.reporter_twice');
    await refused({ reporters: [asked('PNP', '2025-01-01', '2024-01-01')] }, 'indicator.reporter_days');
    const alone = { ...own, institution: 'PNP', reporters: [] };
    await defineIndicator.change(peru, 'SHARED', alone, BY);
    expect((await entries()).at(-1)).toMatchObject({
      before: { institution: 'MP', reporters: ['MP', 'PNP (2025-01-01 – …)'] },
      after: { institution: 'PNP', reporters: [] },
    });
    const [prosecuted] = await ground.rows<{ id: string }>(
      peru.id,
      `SELECT public_id AS id FROM recommendation WHERE state_id = $1 AND code = '26(a)'`,
      [peru.id],
    );
    await ground.rows(
      peru.id,
      `DELETE FROM indicator WHERE state_id = $1 AND code IN ('26a-P1', '26a-J1') RETURNING id`,
      [peru.id],
    );
    await loadLibrary.load(peru, prosecuted!.id, ['26a-P1', '26a-J1'], COMMAND);
    const codesOf = async (code: string) =>
      (await defineIndicator.read(peru, code)).indicator.reporters.map(({ institution }) => institution);
    expect([await codesOf('26a-P1'), await codesOf('26a-J1')]).toEqual([
      ['MP', 'PNP'],
      ['MP', 'PNP'],
    ]);
  });

  it('changes with its reason in the history; the same again writes nothing', async () => {
    const to = { ...own, figureKind: 'plain', usefulFor: [], requiredFor: ['32(a)'] } as const;
    await ground.tracking.defineIndicator.change(peru, 'OWN-1', to, BY);
    expect((await entries()).at(-1)).toMatchObject({
      action: 'indicator.changed',
      before: { figureKind: null },
      after: { figureKind: 'plain', usefulFor: [] },
      reason: 'Decree 3-2026',
    });
    const { indicator } = await ground.tracking.defineIndicator.read(peru, 'OWN-1');
    expect(indicator.recommendations.map(({ code, required }) => [code, required])).toEqual([
      ['32(a)', true],
    ]);
    const after = await fingerprint(ground, peru);
    await ground.tracking.defineIndicator.change(peru, 'OWN-1', to, BY);
    expect(await fingerprint(ground, peru)).toEqual(after);
  });

  it('does not change under its figures: value type, kind, and dimensions by which they are broken down', async () => {
    await putOnRecord(ground, peru.id, {
      ...{ indicator: 'OWN-1', source: 'MP', categories: { sex: 'female' }, value: 3 },
      period: { startOn: '2024-01-01', endOn: '2024-12-31' },
    });
    const before = await fingerprint(ground, peru);
    const now = { ...own, figureKind: 'plain', requiredFor: ['32(a)'], usefulFor: [] } as const;
    await refused({ ...now, valueType: 'index' }, 'indicator.value_type_in_use');
    await refused({ ...now, figureKind: 'person_count' }, 'indicator.kind_in_use');
    await refused({ ...now, track: 'prosecutions' }, 'indicator.track_in_use');
    await refused({ ...now, requiredDimensions: ['department'] }, 'indicator.dimension_in_use');
    expect(await fingerprint(ground, peru)).toEqual(before);
    await ground.tracking.defineIndicator.change(
      peru,
      'OWN-1',
      { ...now, reason: 'A new target', requiredDimensions: ['sex', 'age'], target: null },
      BY,
    );
    const { indicator, inUse } = await ground.tracking.defineIndicator.read(peru, 'OWN-1');
    expect(indicator).toMatchObject({ target: null, requiredDimensions: ['sex', 'age'] });
    expect(inUse).toEqual({ figures: true, dimensions: ['sex'] });
  });
});
