import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { paragraphReadingOf } from '#domain';
import type { ParagraphReading, ReadingCorrection } from '#domain';
import { parseDocument } from '#ingest';
import type { Registrar, State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { SAMPLE, fingerprint, openTrackingGround, readSample } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: State;
let by: Registrar;
let sample: string;

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
  sample = new TextDecoder().decode(await readSample());
});

afterAll(() => ground.close());

const upload = (text: string): Promise<number> =>
  ground.tracking.takeInDocument.open(peru, { name: SAMPLE, bytes: new TextEncoder().encode(text) }, by);
const correction = (number: number, changes: Partial<ParagraphReading>): ReadingCorrection => ({
  place: 'paragraph',
  number,
  reading: { ...paragraphReadingOf(parseDocument(sample), number)!, ...changes },
});
const correct = (id: number, number: number, changes: Partial<ParagraphReading>): Promise<void> =>
  ground.tracking.takeInDocument.correct(
    peru,
    id,
    `paragraph.${number}`,
    { correction: correction(number, changes), reason: 'read by two people' },
    by,
  );
const codes = async (): Promise<string[]> =>
  (
    await ground.rows<{ code: string }>(
      peru.id,
      'SELECT code FROM recommendation WHERE state_id = $1 ORDER BY position',
      [peru.id],
    )
  ).map(({ code }) => code);
const PROCEDURAL = { kind: 'procedural', verb: null, chapeau: null } as const;

describe('a document on its way in', () => {
  it('is read and shown with its lines, and not on record before it is saved', async () => {
    const id = await upload(sample);
    const { reading, excerpts, saving } = await ground.tracking.readIntake.read(peru, id);
    expect(reading.recommendations).toHaveLength(33);
    expect(excerpts.size).toBe(38);
    expect(saving).toEqual({ kind: 'new', waiting: null });
    expect(await codes()).toEqual([]);
  });

  it('is saved as people have corrected it, and the correction holds when it comes again', async () => {
    const id = await upload(sample);
    await correct(id, 38, PROCEDURAL);
    const { reading, corrections } = await ground.tracking.readIntake.read(peru, id);
    expect(reading.recommendations).toHaveLength(32);
    expect(corrections).toMatchObject([{ place: 'paragraph.38', reason: 'read by two people' }]);
    expect(await ground.tracking.takeInDocument.save(peru, id, null, by)).toMatchObject({
      saving: { kind: 'new' },
      slug: 'crc-c-opsc-per-co-1',
    });
    expect(await codes()).not.toContain('38');

    const file = { name: SAMPLE, bytes: new TextEncoder().encode(sample) };
    const again = await ground.tracking.ingestDocument.ingest(peru, file, { dryRun: false });
    expect(again).toMatchObject({ outcome: 'unchanged', corrected: ['paragraph.38'] });
    expect(await codes()).toHaveLength(32);
  });

  it('is closed for good once it is saved', async () => {
    const before = await fingerprint(ground, peru);
    for (const work of [
      () => correct(2, 37, PROCEDURAL),
      () => ground.tracking.takeInDocument.save(peru, 2, 'again', by),
      () => ground.tracking.takeInDocument.discard(peru, 2, by),
    ])
      await expect(work()).rejects.toMatchObject({ kind: 'conflict', code: 'intake.closed' });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('changes what is on record only with a reason, and names what differs', async () => {
    const id = await upload(sample);
    await ground.tracking.takeInDocument.correct(
      peru,
      id,
      'paragraph.38',
      { correction: null, reason: null },
      by,
    );
    const { saving } = await ground.tracking.readIntake.read(peru, id);
    expect(saving).toMatchObject({
      kind: 'amended',
      sameText: true,
      difference: { added: ['38'], removed: [], kinds: [] },
    });
    await expect(ground.tracking.takeInDocument.save(peru, id, null, by)).rejects.toMatchObject({
      code: 'intake.reason',
    });
    expect(await codes()).toHaveLength(32);
    await ground.tracking.takeInDocument.save(peru, id, 'paragraph 38 does ask for a report', by);
    expect(await codes()).toHaveLength(33);
    expect((await codes()).at(-1)).toBe('38');
  });

  it('keeps the identity of a recommendation whose words are printed otherwise', async () => {
    const identity = () =>
      ground.rows<{ id: number; public_id: string }>(
        peru.id,
        'SELECT id, public_id FROM recommendation WHERE state_id = $1 ORDER BY position',
        [peru.id],
      );
    const before = await identity();
    const id = await upload(sample.replace('the Committee recommends', 'the Committee strongly recommends'));
    const { saving } = await ground.tracking.readIntake.read(peru, id);
    expect(saving).toMatchObject({
      kind: 'amended',
      sameText: false,
      difference: { added: [], removed: [] },
    });
    await ground.tracking.takeInDocument.save(peru, id, 'the corrigendum', by);
    expect(await identity()).toEqual(before);
    const [row] = await ground.rows<{ found: boolean }>(
      peru.id,
      `SELECT bool_or(official_text LIKE '%strongly recommends%') AS found FROM recommendation_text WHERE state_id = $1`,
      [peru.id],
    );
    expect(row?.found).toBe(true);
    const counts = await ground.rows<{ kind: string; n: number }>(
      peru.id,
      `SELECT 'reference' AS kind, count(*)::int AS n FROM document_reference WHERE state_id = $1
       UNION ALL SELECT 'section', count(*)::int FROM section WHERE state_id = $1 ORDER BY 1`,
      [peru.id],
    );
    expect(counts.map(({ n }) => n)).toEqual([parseDocument(sample).references.length, 28]);
  });

  it('never lets a recommendation go on which something hangs', async () => {
    await ground.rows(
      peru.id,
      `INSERT INTO responsibility (state_id, recommendation_id, basis, named_as)
       SELECT state_id, id, 'named_in_text', 'MIMP' FROM recommendation WHERE state_id = $1 AND code = '38'`,
      [peru.id],
    );
    const id = await upload(sample);
    await correct(id, 38, PROCEDURAL);
    expect((await ground.tracking.readIntake.read(peru, id)).saving).toMatchObject({ followed: ['38'] });
    const before = await fingerprint(ground, peru);
    await expect(ground.tracking.takeInDocument.save(peru, id, 'so it is', by)).rejects.toMatchObject({
      code: 'intake.followed',
      message: expect.stringContaining('38'),
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
    await ground.tracking.takeInDocument.discard(peru, id, by);
  });

  it('never lets a recommendation go that was judged, and says which and what to do', async () => {
    await ground.rows(
      peru.id,
      `INSERT INTO assessment (state_id, recommendation_id, assessor, scale_code, grade_code, assessed_on, text, language, recorded_at, vector)
       SELECT $1, r.id, 'state', g.scale_code, g.code, '2026-06-01', 'Begun.', 'en', now(), '' FROM recommendation r, assessment_grade g
       WHERE r.state_id = $1 AND r.code = '36' LIMIT 1`,
      [peru.id],
    );
    const id = await upload(sample);
    await correct(id, 36, PROCEDURAL);
    expect((await ground.tracking.readIntake.read(peru, id)).saving).toMatchObject({ judged: ['36'] });
    const before = await fingerprint(ground, peru);
    await expect(ground.tracking.takeInDocument.save(peru, id, 'so it is', by)).rejects.toMatchObject({
      code: 'intake.judged',
      message: expect.stringMatching(/no longer has 36, .*Correct the reading/),
      details: { codes: ['36'] },
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
    await ground.tracking.takeInDocument.discard(peru, id, by);
  });

  it('refuses to change the words of the Committee, or to call something what it cannot be', async () => {
    const id = await upload(sample);
    const read = paragraphReadingOf(parseDocument(sample), 10)!;
    const refused = async (changes: Partial<ParagraphReading>, code: string): Promise<void> => {
      await expect(correct(id, 10, changes)).rejects.toMatchObject({ code });
    };
    await refused({ text: read.text.replace('recommends', 'suggests') }, 'reading.words');
    await refused({ verb: null }, 'reading.verb');
    await refused({ kind: 'concern' }, 'reading.verb');
    await refused({ chapeau: 'bare' }, 'reading.chapeau');
    await expect(correct(id, 10, {})).resolves.toBeUndefined();
  });

  it('takes a further language in beside the first, paragraph by paragraph', async () => {
    const spanish = `Comité de los Derechos del Niño

Observaciones finales sobre el informe presentado por el Perú en virtud del artículo 12, párrafo 1, del Protocolo Facultativo de la Convención sobre los Derechos del Niño relativo a la venta de niños, la prostitución infantil y la utilización de niños en la pornografía

CRC/C/OPSC/PER/CO/1

1. El Comité examinó el informe inicial del Perú (CRC/C/OPSC/PER/1) y aprobó las presentes observaciones finales.

I. Datos

7. Preocupa al Comité la falta de datos.

8. El Comité recomienda al Estado parte que reúna datos desglosados.
`;
    const id = await upload(spanish);
    const { saving, reading } = await ground.tracking.readIntake.read(peru, id);
    expect(reading.language).toBe('es');
    expect(saving).toMatchObject({ kind: 'language_added' });
    expect(saving).toMatchObject({ unmatched: expect.arrayContaining(['10']) });
    await ground.tracking.takeInDocument.save(peru, id, null, by);
    const texts = await ground.rows<{ language: string; text: string }>(
      peru.id,
      `SELECT t.language, t.official_text AS text FROM recommendation_text t
       JOIN recommendation r ON r.state_id = t.state_id AND r.id = t.recommendation_id
       WHERE t.state_id = $1 AND r.code = '8' AND t.official_text IS NOT NULL ORDER BY 1`,
      [peru.id],
    );
    expect(texts.map(({ language }) => language)).toEqual(['en', 'es']);
    expect(texts[1]?.text).toContain('desglosados');
    expect(await codes()).toHaveLength(33);
    const again = await upload(spanish);
    expect((await ground.tracking.readIntake.read(peru, again)).saving).toMatchObject({ kind: 'unchanged' });
  });

  it('is listed newest first, page by page', async () => {
    const first = await ground.tracking.readIntake.list(peru, { below: null, limit: 2 });
    expect(first.intakes).toHaveLength(2);
    const all = [...first.intakes];
    for (let next = first.next; next !== null;) {
      const page = await ground.tracking.readIntake.list(peru, { below: next, limit: 2 });
      all.push(...page.intakes);
      next = page.next;
    }
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
