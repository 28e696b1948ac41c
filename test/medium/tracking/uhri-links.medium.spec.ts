import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { SAMPLE, fingerprint, openTrackingGround, readSample } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';
import { annotationId, exported, uhriRow } from '../../support/uhri-rows.js';

let ground: TrackingGround;
let peru: State;
let by: { readonly personId: number; readonly role: 'secretariat' };
/** Public ids of the recommendations that stand in the paragraph of the annotation. */
let joined: readonly string[];

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  const watched = await WatchedState.create(ground, 'CHL');
  peru = await ground.tracking.states.saveState({
    iso3: 'PER',
    name: { en: 'Peru', es: 'Perú' },
    timeZone: 'America/Lima',
    demonstration: false,
  });
  by = {
    personId: await watched.addPerson('secretariat@per.example', 'secretariat', null),
    role: 'secretariat',
  };
  await ground.tracking.ingestDocument.ingest(
    peru,
    { name: SAMPLE, bytes: await readSample() },
    { dryRun: false },
  );
  const [passage] = await ground.rows<{ number: number; text: string; items: readonly unknown[] }>(
    peru.id,
    `SELECT p.number, t.text FROM paragraph p JOIN paragraph_text t ON t.state_id = p.state_id AND t.paragraph_id = p.id
     WHERE p.kind = 'recommendation' AND t.language = 'en' ORDER BY p.number LIMIT 1`,
  );
  const words = `Heading ${passage!.number}.${passage!.text}`;
  for (const language of ['en', 'es'] as const)
    await ground.tracking.importUhri.run(
      peru,
      {
        name: 'export.json',
        language,
        bytes: exported([
          uhriRow(1, { Text: words }),
          uhriRow(2, { Text: 'Elsewhere 399.Words that stand nowhere.' }),
        ]),
      },
      () => Promise.resolve(true),
    );
  joined = (await annotations()).find((one) => one.annotationId === annotationId(1))!.link!.recommendations;
});

afterAll(() => ground.close());

async function annotations() {
  const page = { search: undefined, language: 'en', after: null, limit: 10 };
  return (await ground.tracking.readUhri.listAnnotations(peru, page)).annotations;
}

const decide = (verdict: 'confirmed' | 'refused', recommendation = joined[0] ?? '', number = 1) =>
  ground.tracking.decideUhriLink.decide(peru, {
    annotationId: annotationId(number),
    recommendations: [recommendation],
    verdict,
    by,
  });
const shown = async (language = 'en') =>
  (await ground.tracking.readPublicRecord.readRecommendation(peru, joined[0] ?? '', language)).uhri;

describe('a link between the Index and a recommendation', () => {
  it('is private while it is only worked out', async () => {
    expect(joined.length).toBeGreaterThan(0);
    expect(await shown()).toEqual([]);
  });

  it('is public once a person confirmed it, in the words of the Index and the language of the reader', async () => {
    await decide('confirmed');
    expect(await shown()).toMatchObject([{ annotationId: annotationId(1), language: 'en' }]);
    expect(await shown('es')).toMatchObject([{ annotationId: annotationId(1), language: 'es' }]);
    const [entry] = await ground.rows(
      peru.id,
      `SELECT person_id, actor, action, subject_kind, subject_id, after FROM audit_entry ORDER BY position DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      person_id: by.personId,
      actor: 'secretariat',
      action: 'uhri_link.confirmed',
      subject_kind: 'recommendation',
      subject_id: joined[0],
      after: { annotation: annotationId(1) },
    });
  });

  it('is written once, however often it is confirmed', async () => {
    const before = await fingerprint(ground, peru);
    await decide('confirmed');
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('says who decided to those who keep the record', async () => {
    const found = (await annotations()).find((one) => one.annotationId === annotationId(1));
    expect(found?.decisions).toMatchObject([
      { recommendation: joined[0], verdict: 'confirmed', personName: expect.any(String) as unknown },
    ]);
  });

  it('is private again once it is refused, and the earlier word stays', async () => {
    await decide('refused');
    expect(await shown()).toEqual([]);
    expect(await ground.rows(peru.id, `SELECT verdict FROM uhri_link_decision ORDER BY id`)).toEqual([
      { verdict: 'confirmed' },
      { verdict: 'refused' },
    ]);
    await decide('confirmed');
    expect(await shown()).toHaveLength(1);
  });

  it('is not shown while the Index no longer has the annotation', async () => {
    const without = {
      name: 'export.json',
      language: 'en' as const,
      bytes: exported([uhriRow(3, { Text: 'Elsewhere 399.Other words.' })]),
    };
    await ground.tracking.importUhri.run(peru, without, () => Promise.resolve(true));
    expect(await shown()).toMatchObject([{ language: 'es' }]);
  });

  it.each([
    ['a recommendation that nothing joins with it', 'uhri.link', 'none', 1],
    ['one where the annotation is like nothing of ours', 'uhri.link', null, 2],
    ['an annotation that is not on record', 'uhri.annotation_unknown', null, 77],
  ])('is refused for %s', async (_, code, recommendation, number) => {
    const before = await fingerprint(ground, peru);
    await expect(decide('confirmed', recommendation ?? joined[0], number)).rejects.toMatchObject({ code });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('leaves no decision where its audit entry cannot be written', async () => {
    const before = await fingerprint(ground, peru);
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(`REVOKE INSERT ON audit_entry FROM vigia_app`);
    try {
      await expect(decide('refused')).rejects.toThrow('permission denied');
      expect(await fingerprint(ground, peru)).toEqual(before);
    } finally {
      await owner.query(`GRANT INSERT ON audit_entry TO vigia_app`);
      await owner.end();
    }
  });
});
