import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { addTwoCycles } from '../../support/cycle-changes.js';
import {
  SAMPLE,
  fingerprint,
  liveThrough,
  loadPeru,
  openTrackingGround,
  readSample,
} from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const TODAY = '2026-06-30';
const OPSC = 'crc-c-opsc-per-co-1';
const CRC = 'crc-c-per-co-6-7';

let ground: TrackingGround;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
});

afterAll(() => ground.close());

function addState(iso3: string): Promise<State> {
  const name = { en: iso3, es: iso3 };
  return ground.tracking.states.saveState({ iso3, name, timeZone: 'America/La_Paz', demonstration: false });
}

const read = (state: State, slug: string) => ground.tracking.readDocuments.read(state, slug);

describe('the two reviews of the demonstration', () => {
  let peru: State;
  let secretariat: number;

  beforeAll(async () => {
    peru = await loadPeru(ground);
    [{ id: secretariat }] = (await ground.rows<{ id: number }>(
      peru.id,
      `SELECT person_id AS id FROM membership WHERE state_id = $1 AND role = 'secretariat'`,
      [peru.id],
    )) as [{ id: number }];
  });

  it('stand in sequence: the report on the Convention closed the cycle of the protocol, and replaced nothing', async () => {
    const { document } = await read(peru, OPSC);
    expect(document).toMatchObject({
      number: 1,
      closedOn: '2024-03-21',
      closedBy: 'CRC/C/PER/6-7',
      continuation: 'reported_within',
      withinArticle: '12(2)',
      continuedBy: { slug: CRC, symbol: 'CRC/C/PER/CO/6-7', hasText: false },
      recommendations: 33,
    });
    expect(document.open).toBeGreaterThan(0);
  });

  it('hold of the second what is sourced, and no text', async () => {
    const { document, deadlines, recommendations } = await read(peru, CRC);
    expect(document).toMatchObject({
      number: 2,
      hasText: false,
      language: null,
      adoptedOn: '2025-01-31',
      consideredOn: ['2025-01-20', '2025-01-21'],
      reportReceivedOn: '2024-03-21',
      closedOn: null,
      continues: [{ slug: OPSC, continuation: 'reported_within' }],
    });
    expect(recommendations).toEqual([]);
    expect(deadlines).toMatchObject([
      { purpose: 'next_report', certainty: 'awaiting_committee', dueOn: null, dueYear: null, origin: 'rule' },
    ]);
    expect(deadlines[0]?.basis.en).toContain('about 2033');
    expect(deadlines[0]?.rule).toMatchObject({ code: 'crc.next_report.calendar', doubtful: true });
  });

  it('keep what the date of the next report was before', async () => {
    const { deadlines } = await read(peru, OPSC);
    expect(deadlines).toHaveLength(1);
    expect(deadlines[0]?.history.map(({ certainty, dueYear }) => [certainty, dueYear])).toEqual([
      ['awaiting_committee', null],
      ['estimated', 2021],
      ['estimated', 2023],
      ['awaiting_committee', null],
    ]);
  });

  it('leave the overview with the document whose text has been taken in', async () => {
    const { document } = await ground.tracking.readPublicRecord.readDocument(peru);
    expect(document.slug).toBe(OPSC);
  });

  it('take a communicated date as confirmed, keep the old one, remind of it and ask for it no more', async () => {
    const id = (await read(peru, OPSC)).deadlines[0]?.id ?? 0;
    const by = { personId: secretariat, role: 'secretariat' } as const;
    const date = { dueOn: '2026-07-28', source: 'Note verbale of 29 June 2026', reason: 'Came today', by };
    const set = () => ground.tracking.communicateDate.communicate(peru, id, date);
    await expect(
      ground.tracking.communicateDate.communicate(peru, id, { ...date, dueOn: '2016-01-29' }),
    ).rejects.toMatchObject({ code: 'deadline.before_adoption' });
    expect(await set()).toBe(OPSC);
    await expect(set()).rejects.toMatchObject({ code: 'deadline.unchanged' });

    const [deadline] = (await read(peru, OPSC)).deadlines;
    expect(deadline).toMatchObject({ certainty: 'confirmed', dueOn: '2026-07-28', origin: 'communicated' });
    expect(deadline?.history).toHaveLength(5);
    const [line] = await ground.rows(
      peru.id,
      `SELECT person_id, reason, actor FROM deadline_history WHERE state_id = $1 AND deadline_id = $2 AND version = 5`,
      [peru.id, id],
    );
    expect(line).toEqual({ person_id: secretariat, reason: 'Came today', actor: 'secretariat' });

    await liveThrough(ground, peru, TODAY);
    const owed = await ground.rows<{ kind: string; state: string }>(
      peru.id,
      `SELECT o.kind, a.alert_state AS state FROM alert a JOIN obligation o ON o.state_id = a.state_id AND o.id = a.subject_id
       WHERE a.state_id = $1 AND a.subject_kind = 'obligation' AND o.kind <> 'data_submission' AND a.alert_state <> 'resolved'`,
      [peru.id],
    );
    expect(owed).toEqual([{ kind: 'report', state: 'open' }]);
  });

  it('let nobody change the history of a date', async () => {
    await expect(
      ground.rows(peru.id, `UPDATE deadline_history SET reason = 'other' WHERE state_id = $1`, [peru.id]),
    ).rejects.toThrow(/permission denied|failed/);
  });
});

describe('a text that its record waited for', () => {
  it('fills the record, which keeps what the text does not say', async () => {
    const state = await addState('COL');
    const text = Buffer.from(await readSample())
      .toString('utf8')
      .replaceAll('Peru', 'Colombia')
      .replaceAll('/PER/', '/COL/');
    const id = await ground.tracking.registerDocument.register(
      state,
      {
        symbol: 'CRC/C/OPSC/COL/CO/1',
        title: 'CRC/C/OPSC/COL/CO/1',
        shortTitle: { en: 'Sale of children', es: 'Venta de niños' },
        mechanism: 'CRC',
        instrument: 'CRC-OP-SC',
        reportsConsidered: [],
        reportReceivedOn: '2014-02-17',
        consideredOn: [],
        adoptedOn: '2016-01-29',
      },
      'command_line',
    );
    const file = { name: SAMPLE, bytes: Buffer.from(text) };
    expect(await ground.tracking.ingestDocument.ingest(state, file, { dryRun: false })).toMatchObject({
      outcome: 'saved',
      documentId: id,
    });
    const { document, recommendations, deadlines } = await read(state, 'crc-c-opsc-col-co-1');
    expect(document).toMatchObject({
      hasText: true,
      language: 'en',
      reportReceivedOn: '2014-02-17',
      reportsConsidered: ['CRC/C/OPSC/COL/1'],
      shortTitle: { en: 'Sale of children' },
    });
    expect(recommendations).toHaveLength(33);
    expect(deadlines).toHaveLength(1);
    expect(await ground.tracking.ingestDocument.ingest(state, file, { dryRun: false })).toMatchObject({
      outcome: 'unchanged',
    });
  });
});

describe('a document that asks for a follow-up', () => {
  it('sets the dates that it prints, for the items that it names, and estimates its next report', async () => {
    const bolivia = await addState('BOL');
    const bytes = await readFile(join(process.cwd(), 'test/fixtures/ingest/styles/ccpr.es.txt'));
    await ground.tracking.ingestDocument.ingest(bolivia, { name: 'ccpr.es.txt', bytes }, { dryRun: false });
    const { items } = await ground
      .rows<{ slug: string }>(bolivia.id, `SELECT slug FROM document WHERE state_id = $1`, [bolivia.id])
      .then(async ([document]) => ({ items: (await read(bolivia, document?.slug ?? '')).deadlines }));
    expect(items).toMatchObject([
      {
        purpose: 'follow_up',
        certainty: 'confirmed',
        dueOn: '2025-03-25',
        origin: 'printed_date',
        paragraphs: ['5', '7(a)', '7(b)'],
      },
      { purpose: 'next_report', certainty: 'estimated', dueYear: 2030, origin: 'rule' },
    ]);
    expect(items[0]?.basis.es).toContain('25 de marzo de 2025');
  });
});

describe('a rule that changes', () => {
  it('changes the dates that it gave, once, with what they were, and leaves printed ones alone', async () => {
    const bolivia = await ground.tracking.states.getState('BOL');
    expect(await ground.tracking.reviewDeadlines.review(bolivia)).toBe(0);
    const before = await fingerprint(ground, bolivia);
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `UPDATE follow_up_rule SET offset_duration = 'P9Y' WHERE code = 'ccpr.next_report.cycle'`,
    );
    await owner.query(
      `UPDATE follow_up_rule SET offset_duration = 'P7Y' WHERE purpose = 'follow_up' AND mechanism_code = 'CCPR'`,
    );
    await owner.end();
    expect(await ground.tracking.reviewDeadlines.review(bolivia)).toBe(1);
    const dates = await ground.rows(
      bolivia.id,
      `SELECT d.purpose, h.version, h.due_year AS year, h.actor FROM deadline_history h
       JOIN deadline d ON d.state_id = h.state_id AND d.id = h.deadline_id WHERE h.state_id = $1 AND h.due_year IS NOT NULL ORDER BY h.version`,
      [bolivia.id],
    );
    expect(dates).toEqual([
      { purpose: 'next_report', version: 1, year: 2030, actor: 'ingest' },
      { purpose: 'next_report', version: 2, year: 2031, actor: 'rule' },
    ]);
    const after = await fingerprint(ground, bolivia);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
      'audit_day_head',
      'audit_entry',
      'audit_head',
      'deadline',
      'deadline_history',
    ]);
    expect(await ground.tracking.reviewDeadlines.review(bolivia)).toBe(0);
  });
});

describe('links between items over cycles', () => {
  let chile: State;
  let person: number;
  const by = () => ({ personId: person, role: 'secretariat' as const });

  beforeAll(async () => {
    const watched = await WatchedState.create(ground, 'CHL');
    chile = watched.state;
    person = await watched.addPerson('secretariat@chl.example', 'secretariat', null);
    const text = Buffer.from(await readSample())
      .toString('utf8')
      .replaceAll('Peru', 'Chile')
      .replaceAll('/PER/', '/CHL/');
    const second = text
      .replace('CRC/C/OPSC/CHL/1', 'CRC/C/OPSC/CHL/2')
      .replace(/29 January\s+2016\. /, '30 January \n\n2026. ');
    for (const bytes of [text, second].map((words) => Buffer.from(words)))
      await ground.tracking.ingestDocument.ingest(chile, { name: SAMPLE, bytes }, { dryRun: false });
  });

  const list = (state: 'suggested' | 'confirmed' | 'rejected') =>
    ground.tracking.readSuccessions.read(chile, { state, limit: 200 });

  it('are suggested when a later document supersedes an earlier one, with the words that led to it', async () => {
    const { document } = await read(chile, 'crc-c-opsc-chl-co-1');
    expect(document).toMatchObject({
      continuation: 'superseded',
      closedOn: '2026-01-30',
      continuedBy: { slug: 'crc-c-opsc-chl-co-2' },
    });
    const { successions } = await list('suggested');
    const same = successions.filter(({ earlier, later }) => earlier.code === later?.code);
    expect(same).toHaveLength(33);
    expect(same.every(({ score, kind }) => score === 1 && kind === 'repeated')).toBe(true);
    expect(same[0]?.likeness?.sharedWords.length).toBeGreaterThan(3);
  });

  it('are nobody’s word until a person confirms them, and then stand in the public chain of both items', async () => {
    const { successions } = await list('suggested');
    const found = successions.find(({ earlier, later }) => earlier.code === '8' && later?.code === '8');
    const chainOf = async (publicId: string) =>
      (await ground.tracking.readPublicRecord.readRecommendation(chile, publicId)).chain;
    expect(await chainOf('crc-c-opsc-chl-co-1.8')).toEqual([]);
    await ground.tracking.decideSuccession.decide(chile, found?.id ?? 0, {
      state: 'confirmed',
      kind: 'narrowed',
      reason: 'Only the register is left of it',
      by: by(),
    });
    expect(await chainOf('crc-c-opsc-chl-co-1.8')).toMatchObject([
      { step: 1, kind: 'narrowed', item: { publicId: 'crc-c-opsc-chl-co-2.8' } },
    ]);
    expect(await chainOf('crc-c-opsc-chl-co-2.8')).toMatchObject([
      { step: -1, kind: 'narrowed', item: { publicId: 'crc-c-opsc-chl-co-1.8' } },
    ]);
    expect((await list('confirmed')).successions).toMatchObject([
      { personName: 'secretariat@chl.example', reason: 'Only the register is left of it' },
    ]);
  });

  it('say that an item was dropped, and refuse what does not fit or does not go on', async () => {
    const add = (parts: object) =>
      ground.tracking.decideSuccession.add(chile, {
        earlier: 'crc-c-opsc-chl-co-1.10',
        later: null,
        laterDocument: 'CRC/C/OPSC/CHL/CO/2',
        kind: 'dropped',
        reason: 'Not asked again',
        by: by(),
        ...parts,
      });
    await expect(add({ kind: 'repeated' })).rejects.toMatchObject({ code: 'succession.kind' });
    await expect(add({ later: 'crc-c-opsc-chl-co-2.10' })).rejects.toMatchObject({ code: 'succession.kind' });
    await expect(add({ laterDocument: 'CRC/C/9' })).rejects.toMatchObject({
      code: 'succession.document_unknown',
    });
    await expect(add({ earlier: 'crc-c-opsc-chl-co-1.99' })).rejects.toMatchObject({
      code: 'succession.item_unknown',
    });
    await expect(
      add({ earlier: 'crc-c-opsc-chl-co-2.10', laterDocument: 'CRC/C/OPSC/CHL/CO/1' }),
    ).rejects.toMatchObject({ code: 'succession.order' });
    await add({});
    await expect(add({})).rejects.toMatchObject({ code: 'succession.there' });
    const { chain } = await ground.tracking.readPublicRecord.readRecommendation(
      chile,
      'crc-c-opsc-chl-co-1.10',
    );
    expect(chain).toMatchObject([
      { step: 1, kind: 'dropped', item: null, document: { slug: 'crc-c-opsc-chl-co-2' } },
    ]);
  });

  it('lead over any number of cycles', async () => {
    const first = await addTwoCycles(ground, chile, 'cat');
    const [third] = await ground.rows<{ id: number }>(
      chile.id,
      `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
       SELECT $1, 'cat-3.8', $2, paragraph_id, 1, '9', 'paragraph', 'urges' FROM recommendation WHERE state_id = $1 AND id = $3 RETURNING id`,
      [chile.id, first.laterDocument, first.later],
    );
    for (const [earlier, later] of [
      [first.earlier, first.later],
      [first.later, third?.id],
    ])
      await ground.rows(
        chile.id,
        `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, later_id, kind, succession_state, decided_at, person_id, reason)
         VALUES ($1, $2, $3, $4, 'repeated', 'confirmed', now(), $5, 'same')`,
        [chile.id, earlier, first.laterDocument, later, person],
      );
    const { chain } = await ground.tracking.readPublicRecord.readRecommendation(chile, 'cat-1.8');
    expect(chain.map(({ step, item }) => [step, item?.publicId])).toEqual([
      [1, 'cat-2.8'],
      [2, 'cat-3.8'],
    ]);
  });

  it('page by page list every document once, newest first', async () => {
    const slugs: string[] = [];
    let before: { adoptedOn: string; id: number } | undefined;
    for (;;) {
      const { documents } = await ground.tracking.readDocuments.list(chile, { before, limit: 2 });
      slugs.push(...documents.map(({ document }) => document.slug));
      const last = documents.at(-1)?.document;
      if (!last || documents.length < 2) break;
      before = { adoptedOn: last.adoptedOn ?? '', id: last.id };
    }
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.slice(0, 3)).toEqual(['crc-c-opsc-chl-co-2', 'cat-2', 'crc-c-opsc-chl-co-1']);
  });
});
