import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { Registrar, State, UhriOutcome } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { SAMPLE, fingerprint, openTrackingGround, readSample } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';
import { annotationId, exported, uhriRow } from '../../support/uhri-rows.js';

let ground: TrackingGround;
let peru: State;
let by: Registrar;

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
});

afterAll(() => ground.close());

const file = (rows: readonly unknown[]) => ({
  name: 'export.json',
  language: 'en' as const,
  bytes: exported(rows),
});
const run = (rows: readonly unknown[], save = true): Promise<UhriOutcome> =>
  ground.tracking.importUhri.run(peru, file(rows), () => Promise.resolve(save));
const stored = () =>
  ground.rows<{ id: string; text: string; gone: boolean }>(
    peru.id,
    `SELECT annotation_id AS id, text, absent_since IS NOT NULL AS gone FROM uhri_annotation ORDER BY annotation_id`,
  );
const counted = async (rows: readonly unknown[]) => (await run(rows, false)).counts;

const MATCH = (text: string): unknown => expect.stringContaining(text);
const OTHERS = [
  uhriRow(901, { 'Countries Concerned': '- Chile' }),
  uhriRow(902, { 'Countries Concerned': '- Bolivia (Plurinational State of)\n- Chile' }),
  uhriRow(903, { 'Countries Concerned': '- Atlantis' }),
];
const THREE = [uhriRow(1), uhriRow(2), uhriRow(3)];

describe('an export of the Universal Human Rights Index', () => {
  it('is compared and not saved where nobody says so: nothing of it stays', async () => {
    const before = await fingerprint(ground, peru);
    expect(await run([...THREE, ...OTHERS], false)).toEqual({
      outcome: 'not_saved',
      counts: { new: 3, changed: 0, absent: 0, rejected: 0, unchanged: 0 },
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('is saved with who did it and how much of what', async () => {
    expect((await run([...THREE, ...OTHERS])).outcome).toBe('saved');
    expect(await stored()).toEqual(
      [1, 2, 3].map((number) => ({
        id: annotationId(number),
        text: `The Committee recommends that the State party collect disaggregated data of kind ${number}.`,
        gone: false,
      })),
    );
    const [row] = await ground.rows<Record<string, unknown>>(
      peru.id,
      `SELECT heading, paragraph, themes, sdgs, published_on, listed_at, upr_position, body, kind FROM uhri_annotation WHERE annotation_id = $1`,
      [annotationId(1)],
    );
    expect(row).toEqual({
      heading: 'Data collection',
      paragraph: '1',
      themes: ['Rights of the child', 'Statistics & indicators'],
      sdgs: ['16 - PEACE, JUSTICE AND STRONG INSTITUTIONS', '16.2 - End abuse of children'],
      published_on: '2016-03-01',
      listed_at: '2026-04-13T11:59:28',
      upr_position: null,
      body: 'CRC-OP-SC',
      kind: 'recommendation',
    });
    const [entry] = await ground.rows(
      peru.id,
      `SELECT actor, action, subject_kind, before, after FROM audit_entry ORDER BY position DESC LIMIT 1`,
    );
    expect(entry).toEqual({
      actor: 'command_line',
      action: 'uhri.saved',
      subject_kind: 'uhri_import',
      before: null,
      after: {
        language: 'en',
        newAnnotations: 3,
        changedAnnotations: 0,
        absentAnnotations: 0,
        unchangedAnnotations: 0,
        rejectedRows: 0,
      },
    });
  });

  it('writes no row when it comes again, whatever its order and spacing', async () => {
    const before = await fingerprint(ground, peru);
    const again = [...THREE]
      .reverse()
      .map((row) => ({ ...row, Themes: '- Rights of the child\r\n- Statistics &amp; indicators' }));
    for (const rows of [THREE, again, [...again, ...THREE]])
      expect(await run(rows)).toMatchObject({
        outcome: 'unchanged',
        counts: { new: 0, changed: 0, absent: 0, unchanged: 3 },
      });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('shows what is new, changed with before and after, gone, and rejected with its place', async () => {
    const rows = [
      uhriRow(1, { Themes: '- Rights of the child' }),
      uhriRow(3),
      uhriRow(4),
      uhriRow(5, { Type: '- Something', 'Document Publication Date': 'yesterday' }),
      uhriRow(3, { Themes: '' }),
      'no record',
      ...OTHERS,
    ];
    const id = await ground.tracking.importUhri.open(peru, file(rows), by);
    const page = (
      change: 'new' | 'changed' | 'absent' | 'rejected' | 'unchanged',
      after: number | null = null,
      limit = 10,
    ) => ground.tracking.readUhri.read(peru, id, { change, after, limit });
    const reading = await page('changed');
    expect(reading.counts).toEqual({ new: 1, changed: 1, absent: 1, rejected: 3, unchanged: 1 });
    expect(reading.found.tally).toMatchObject({
      read: 9,
      otherStates: 2,
      unknownCountries: 1,
      unknownNames: ['Atlantis'],
      repeated: 0,
    });
    expect(reading.differences).toMatchObject([
      {
        row: 1,
        annotationId: annotationId(1),
        before: { themes: ['Rights of the child', 'Statistics & indicators'], publishedOn: '2016-03-01' },
        after: { themes: ['Rights of the child'], publishedOn: '2016-03-01' },
      },
    ]);
    expect((await page('absent')).differences).toMatchObject([
      { row: null, annotationId: annotationId(2), after: null },
    ]);
    expect((await page('new')).differences).toMatchObject([
      { row: 3, before: null, after: { paragraph: '4' } },
    ]);
    const rejected = await page('rejected', null, 2);
    expect(rejected.differences.map(({ row, rejections }) => [row, rejections])).toEqual([
      [
        4,
        [
          { column: 'Type', value: '- Something', expected: 'kind' },
          { column: 'Document Publication Date', value: 'yesterday', expected: 'day' },
        ],
      ],
      [5, [{ column: 'OHCHR Annotation Id', value: annotationId(3), expected: 'once' }]],
    ]);
    expect((await page('rejected', rejected.next, 2)).differences).toMatchObject([
      { row: 6, rejections: [{ column: '', value: 'no record', expected: 'row' }] },
    ]);
    expect(await stored()).toHaveLength(3);

    await ground.tracking.importUhri.save(peru, id, reading.seen ?? '', by);
    expect((await stored()).map(({ id: one, gone }) => [one, gone])).toEqual([
      [annotationId(1), false],
      [annotationId(2), true],
      [annotationId(3), false],
      [annotationId(4), false],
    ]);
    expect(
      await ground.rows(
        peru.id,
        `SELECT change, before ->> 'themes' AS themes FROM uhri_annotation_history ORDER BY id`,
      ),
    ).toEqual([
      { change: 'changed', themes: '["Rights of the child", "Statistics & indicators"]' },
      { change: 'absent', themes: '["Rights of the child", "Statistics & indicators"]' },
    ]);
    expect(await ground.rows(peru.id, 'SELECT 1 FROM uhri_import_row')).toEqual([]);
  });

  it('takes an annotation whose row is rejected neither for gone nor for changed', async () => {
    const counts = await counted([uhriRow(1, { Type: '' }), uhriRow(3), uhriRow(4)]);
    expect(counts).toMatchObject({ new: 0, changed: 0, absent: 0, rejected: 1, unchanged: 2 });
  });

  it('brings back what it has again', async () => {
    const rows = [uhriRow(1, { Themes: '- Rights of the child' }), uhriRow(2), uhriRow(3), uhriRow(4)];
    expect(await run(rows)).toMatchObject({
      outcome: 'saved',
      counts: { new: 0, changed: 1, absent: 0, unchanged: 3 },
    });
    expect((await stored()).filter(({ gone }) => gone)).toEqual([]);
    expect(await run(rows)).toMatchObject({ outcome: 'unchanged' });
  });

  it('keeps an export in another language beside the first', async () => {
    const spanish = [
      uhriRow(1, { Text: 'Datos 1.El Comité recomienda reunir datos.', 'Countries Concerned': '- Perú' }),
    ];
    const outcome = await ground.tracking.importUhri.run(
      peru,
      { name: 'es.json', language: 'es', bytes: exported(spanish) },
      () => Promise.resolve(true),
    );
    expect(outcome.counts).toEqual({ new: 1, changed: 0, absent: 0, rejected: 0, unchanged: 0 });
  });

  it.each([
    ['the second table that is written', 'uhri_annotation'],
    ['the history', 'uhri_annotation_history'],
    ['the audit', 'audit_entry'],
  ])('leaves nothing where %s fails in the middle', async (_, table) => {
    const rows = [uhriRow(1), uhriRow(7), uhriRow(3)];
    const id = await ground.tracking.importUhri.open(peru, file(rows), by);
    const { seen } = await ground.tracking.readUhri.read(peru, id, { change: null, after: null, limit: 5 });
    const before = await fingerprint(ground, peru);
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(`REVOKE INSERT ON ${table} FROM vigia_app`);
    try {
      await expect(ground.tracking.importUhri.save(peru, id, seen ?? '', by)).rejects.toThrow(
        'permission denied',
      );
      expect(await fingerprint(ground, peru)).toEqual(before);
      await expect(run(rows)).rejects.toThrow('permission denied');
      expect(await fingerprint(ground, peru)).toEqual(before);
    } finally {
      await owner.query(`GRANT INSERT ON ${table} TO vigia_app`);
      await owner.end();
    }
    await ground.tracking.importUhri.discard(peru, id, by);
  });

  it('leaves nothing where the file breaks off after rows that were staged', async () => {
    const before = await fingerprint(ground, peru);
    const rows = Array.from({ length: 1_200 }, (_, index) => uhriRow(10_000 + index));
    const broken = exported(rows, (all) => JSON.stringify(all).slice(0, -40));
    await expect(
      ground.tracking.importUhri.open(peru, { name: 'broken.json', language: 'en', bytes: broken }, by),
    ).rejects.toMatchObject({ code: 'uhri.json', message: MATCH('record 1200, which begins in line 1') });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('refuses a file without a row about the State', async () => {
    await expect(run(OTHERS)).rejects.toMatchObject({
      code: 'uhri.nothing',
      message: MATCH('of 3 rows 2 are about other States, 1 name no State'),
    });
    await expect(run([])).rejects.toMatchObject({ code: 'uhri.nothing' });
  });

  it('is saved only as it was seen, and once', async () => {
    const rows = [uhriRow(1), uhriRow(2), uhriRow(3), uhriRow(4), uhriRow(8)];
    const first = await ground.tracking.importUhri.open(peru, file(rows), by);
    const second = await ground.tracking.importUhri.open(peru, file(rows), by);
    const seenOf = async (id: number): Promise<string> =>
      (await ground.tracking.readUhri.read(peru, id, { change: null, after: null, limit: 5 })).seen ?? '';
    const seen = await seenOf(second);
    await ground.tracking.importUhri.save(peru, first, await seenOf(first), by);
    await expect(ground.tracking.importUhri.save(peru, first, seen, by)).rejects.toMatchObject({
      code: 'uhri.closed',
    });
    await expect(ground.tracking.importUhri.save(peru, second, seen, by)).rejects.toMatchObject({
      code: 'uhri.unchanged',
    });
    await ground.tracking.importUhri.discard(peru, second, by);

    const third = await ground.tracking.importUhri.open(peru, file([...rows, uhriRow(9)]), by);
    const stale = await seenOf(third);
    await run([...rows, uhriRow(9, { Themes: '' }), uhriRow(11)]);
    await expect(ground.tracking.importUhri.save(peru, third, stale, by)).rejects.toMatchObject({
      code: 'uhri.moved',
    });
    await ground.tracking.importUhri.discard(peru, third, by);
  });

  it('waits a week to be saved, also for another process, and is let go then', async () => {
    const id = await ground.tracking.importUhri.open(peru, file([uhriRow(1), uhriRow(12)]), by);
    ground.clock.set('2026-06-22T14:59:00Z');
    const other = ground.asWorker('other');
    const { counts, expired, seen } = await other.readUhri.read(peru, id, {
      change: null,
      after: null,
      limit: 5,
    });
    expect([counts?.new, expired]).toEqual([1, false]);
    ground.clock.set('2026-06-22T15:01:00Z');
    expect((await other.readUhri.read(peru, id, { change: null, after: null, limit: 5 })).expired).toBe(true);
    await expect(other.importUhri.save(peru, id, seen ?? '', by)).rejects.toMatchObject({
      code: 'uhri.closed',
    });
    expect((await other.applyRetention.apply()).uhri_import).toBe(1);
    await expect(
      other.readUhri.read(peru, id, { change: null, after: null, limit: 5 }),
    ).rejects.toMatchObject({ code: 'uhri.unknown' });
  });

  it('keeps what many rows say, in pages, with each of them once', async () => {
    const rows = Array.from({ length: 1_100 }, (_, index) => uhriRow(20_000 + index));
    const id = await ground.tracking.importUhri.open(peru, file([...rows, ...rows.slice(0, 600)]), by);
    const seen: (string | null)[] = [];
    let after: number | null = null;
    do {
      const page = await ground.tracking.readUhri.read(peru, id, { change: 'new', after, limit: 300 });
      seen.push(...page.differences.map((one) => one.annotationId));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(rows.map((row) => row['OHCHR Annotation Id']));
    expect(
      (await ground.tracking.readUhri.read(peru, id, { change: null, after: null, limit: 1 })).found.tally
        .repeated,
    ).toBe(600);
    await ground.tracking.importUhri.discard(peru, id, by);
  });

  it('is laid beside our paragraphs: by their number, else only suggested, and never over our text', async () => {
    const [eight] = await ground.rows<{ text: string }>(
      peru.id,
      `SELECT t.text FROM paragraph_text t JOIN paragraph p USING (state_id) WHERE t.paragraph_id = p.id AND p.number = 8`,
    );
    const ours = async () => {
      const { paragraph_text: paragraphs, recommendation_text: recommendations } = await fingerprint(
        ground,
        peru,
      );
      return { paragraphs, recommendations };
    };
    const texts = await ours();
    await run([
      uhriRow(31, { Text: `Data collection 8.${eight!.text}` }),
      uhriRow(32, { Text: `Data collection 8.${eight!.text} And more.` }),
      uhriRow(33, { Text: eight!.text }),
      uhriRow(34, { Text: 'Something else 8.Nothing of this is alike.' }),
      uhriRow(35, { Text: 'Nothing of this is alike.' }),
      uhriRow(36, { 'Document Symbol': 'CEDAW/C/PER/CO/9', Text: `8.${eight!.text}` }),
    ]);
    const { annotations } = await ground.tracking.readUhri.listAnnotations(peru, {
      search: undefined,
      language: 'en',
      after: null,
      limit: 100,
    });
    const link = (number: number) =>
      annotations.find((one) => one.annotationId === annotationId(number))?.link;
    expect(link(31)).toMatchObject({
      basis: 'paragraph',
      recommendations: ['crc-c-opsc-per-co-1.8'],
      likeness: 1,
      sameWords: true,
    });
    expect(link(32)).toMatchObject({ basis: 'paragraph', sameWords: false });
    expect(link(33)).toMatchObject({ basis: 'suggested', paragraph: '8', sameWords: true });
    expect(link(34)).toMatchObject({ basis: 'suggested', paragraph: '8', sameWords: false });
    expect([link(35), link(36)]).toEqual([null, null]);
    expect(await ours()).toEqual(texts);
  });
});
