import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { documentFactsOf } from '#domain';
import { parseDocument } from '#ingest';
import type { Registrar, State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** Asks for follow-up within 24 months of the adoption on 27 February 2026, and for the next report by a printed day. */
const DOCUMENT = 'cescr-arm.en.txt';

let ground: TrackingGround;
let armenia: State;
let by: Registrar;
let text: string;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  const watched = await WatchedState.create(ground, 'CHL');
  armenia = await ground.tracking.states.saveState({
    iso3: 'ARM',
    name: { en: 'Armenia', es: 'Armenia' },
    timeZone: 'Asia/Yerevan',
    demonstration: false,
  });
  by = {
    personId: await watched.addPerson('secretariat@arm.example', 'secretariat', null),
    role: 'secretariat',
  };
  text = await readFile(`test/fixtures/ingest/labelled/${DOCUMENT}`, 'utf8');
  const id = await upload();
  await ground.tracking.takeInDocument.save(armenia, id, null, by);
});

afterAll(() => ground.close());

const upload = (): Promise<number> =>
  ground.tracking.takeInDocument.open(armenia, { name: DOCUMENT, bytes: new TextEncoder().encode(text) }, by);
const adoptOn = (id: number, adoptedOn: string): Promise<void> =>
  ground.tracking.takeInDocument.correct(
    armenia,
    id,
    'document',
    {
      correction: { place: 'document', reading: { ...documentFactsOf(parseDocument(text)), adoptedOn } },
      reason: 'the corrigendum gives another day',
    },
    by,
  );
const dates = (): Promise<{ purpose: string; due: string; version: number }[]> =>
  ground.rows(
    armenia.id,
    `SELECT purpose, due_on AS due, version FROM deadline WHERE state_id = $1 ORDER BY purpose`,
    [armenia.id],
  );

describe('the day of adoption', () => {
  it('dates what is asked for within a delay', async () => {
    expect(await dates()).toEqual([
      { purpose: 'follow_up', due: '2028-02-27', version: 1 },
      { purpose: 'next_report', due: '2031-02-28', version: 1 },
    ]);
  });

  it('is shown as what would change when a person corrects it, and moves nothing before it is saved', async () => {
    const id = await upload();
    await adoptOn(id, '2026-03-06');
    const { saving } = await ground.tracking.readIntake.read(armenia, id);
    expect(saving).toMatchObject({
      kind: 'amended',
      sameText: true,
      adoption: { before: '2026-02-27', after: '2026-03-06' },
      difference: { added: [], removed: [], reworded: [] },
    });
    const before = await fingerprint(ground, armenia);
    await expect(ground.tracking.takeInDocument.save(armenia, id, null, by)).rejects.toMatchObject({
      code: 'intake.reason',
    });
    expect(await fingerprint(ground, armenia)).toEqual(before);
    await ground.tracking.takeInDocument.save(armenia, id, 'CORR.1', by);
  });

  it('moves the dates that are counted from it, and leaves a printed day', async () => {
    expect(await dates()).toEqual([
      { purpose: 'follow_up', due: '2028-03-06', version: 2 },
      { purpose: 'next_report', due: '2031-02-28', version: 1 },
    ]);
  });

  it('keeps in the history who moved a date, why, and what it was', async () => {
    const lines = await ground.rows(
      armenia.id,
      `SELECT h.version, h.due_on AS due, h.person_id AS person, h.actor, h.reason FROM deadline_history h
       JOIN deadline d ON d.state_id = h.state_id AND d.id = h.deadline_id
       WHERE h.state_id = $1 AND d.purpose = 'follow_up' ORDER BY h.version`,
      [armenia.id],
    );
    expect(lines).toEqual([
      { version: 1, due: '2028-02-27', person: null, actor: 'secretariat', reason: null },
      { version: 2, due: '2028-03-06', person: by.personId, actor: 'secretariat', reason: 'CORR.1' },
    ]);
    const audited = await ground.rows<{ action: string }>(
      armenia.id,
      `SELECT action FROM audit_entry WHERE state_id = $1 ORDER BY position DESC LIMIT 2`,
      [armenia.id],
    );
    expect(audited.map(({ action }) => action).sort()).toEqual(['deadline.changed', 'document.amended']);
  });

  it('leaves alone what the committee has communicated since', async () => {
    const [followUp] = await ground.rows<{ id: number }>(
      armenia.id,
      `SELECT id FROM deadline WHERE state_id = $1 AND purpose = 'follow_up'`,
      [armenia.id],
    );
    await ground.tracking.communicateDate.communicate(armenia, followUp!.id, {
      dueOn: '2028-05-01',
      source: 'Note verbale of 4 June 2026',
      reason: 'extended',
      by: { personId: by.personId, role: 'secretariat' },
    });
    const id = await upload();
    await adoptOn(id, '2026-03-07');
    await ground.tracking.takeInDocument.save(armenia, id, 'CORR.2', by);
    expect((await dates())[0]).toEqual({ purpose: 'follow_up', due: '2028-05-01', version: 3 });
  });

  it('is not read anew where the same text comes again as it was corrected', async () => {
    const id = await upload();
    expect((await ground.tracking.readIntake.read(armenia, id)).saving).toMatchObject({ kind: 'unchanged' });
  });
});
