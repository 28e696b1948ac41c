import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import {
  fingerprint,
  openTrackingGround,
  readSample,
  rowCounts,
  SAMPLE,
} from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('taking a document in', () => {
  let ground: TrackingGround;
  let peru: State;
  let chile: State;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    const { states } = ground.tracking;
    peru = await states.saveState({
      iso3: 'PER',
      name: { en: 'Peru', es: 'Perú' },
      timeZone: 'America/Lima',
      demonstration: false,
    });
    chile = await states.saveState({
      iso3: 'CHL',
      name: { en: 'Chile', es: 'Chile' },
      timeZone: 'America/Santiago',
      demonstration: false,
    });
  });

  afterAll(() => ground.close());

  function ingest(state: State, bytes: Uint8Array, dryRun = false) {
    return ground.tracking.ingestDocument.ingest(state, { name: SAMPLE, bytes }, { dryRun });
  }

  it('saves nothing of a text that is no such document, and says what was looked for', async () => {
    const before = await fingerprint(ground, peru);
    await expect(ingest(peru, Buffer.from('Minutes of the meeting.\n\n1. Welcome.\n'))).rejects.toMatchObject(
      {
        kind: 'invalid_input',
        message: expect.stringMatching(/paragraph|recommend|committee/i),
      },
    );
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it("refuses another State's document and names the right one", async () => {
    const before = await fingerprint(ground, chile);
    await expect(ingest(chile, await readSample())).rejects.toMatchObject({
      code: 'ingest.other_state',
      message: expect.stringContaining('--state PER'),
    });
    expect(await fingerprint(ground, chile)).toEqual(before);
  });

  it('reads without saving in a dry run', async () => {
    const before = await fingerprint(ground, peru);
    expect(await ingest(peru, await readSample(), true)).toMatchObject({
      outcome: 'dry_run',
      documentId: null,
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('saves the sample as 33 recommendations, in the order of the text, in one audited step', async () => {
    expect(await ingest(peru, await readSample())).toMatchObject({ outcome: 'saved' });
    const saved = await ground.rows<{ code: string; role: string; text: string }>(
      peru.id,
      `SELECT r.code, r.role, t.official_text AS text FROM recommendation r
       JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id AND t.language = 'en'
       WHERE r.state_id = $1 ORDER BY r.position`,
      [peru.id],
    );
    expect(saved).toHaveLength(33);
    const byRole = (role: string): number => saved.filter((row) => row.role === role).length;
    expect([byRole('paragraph'), byRole('item'), byRole('chapeau')]).toEqual([14, 17, 2]);
    expect(saved.every((row) => row.text.length > 20)).toBe(true);
    expect(saved.map((row) => row.code).slice(0, 3)).toEqual(['8', '10', '12']);
    expect(await rowCounts(ground, peru)).toMatchObject({ document: 1, recommendation: 33, audit_entry: 1 });
  });

  it('changes nothing when the same document comes again', async () => {
    const before = await fingerprint(ground, peru);
    expect(await ingest(peru, await readSample())).toMatchObject({ outcome: 'unchanged' });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('refuses the same symbol with another text, and keeps what it has', async () => {
    const before = await fingerprint(ground, peru);
    const text = Buffer.from(await readSample())
      .toString('utf8')
      .replace('the Committee recommends', 'the Committee strongly recommends');
    await expect(ingest(peru, Buffer.from(text))).rejects.toMatchObject({ code: 'ingest.text_differs' });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('gives one of two that take it in at once the work, and the other the answer', async () => {
    const twin = await ground.tracking.states.saveState({
      iso3: 'PER',
      name: { en: 'Peru', es: 'Perú' },
      timeZone: 'America/Lima',
      demonstration: false,
    });
    await ground.rows(peru.id, 'DELETE FROM document WHERE state_id = $1', [peru.id]);
    const bytes = await readSample();
    const outcomes = await Promise.allSettled([ingest(twin, bytes), ingest(twin, bytes)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await rowCounts(ground, peru)).toMatchObject({ document: 1, recommendation: 33 });
  });
});
