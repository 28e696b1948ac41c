import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let state: WatchedState;
let api: ApiUnderTest;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T13:00:00Z');
  state = await WatchedState.create(ground);
  for (const [code, dueOn, title] of [
    ['MIMP', '2026-12-31', 'Figures of the year'],
    ['MININTER', '2026-11-01', 'A plan'],
  ] as const)
    await state.owe(await state.addInstitution(code, []), dueOn, title);
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

const summariesOf = (body: string) =>
  [...body.replace(/\r\n /g, '').matchAll(/SUMMARY:(.*)\r/g)].map(([, summary]) => summary);

describe('the calendar of a State', () => {
  it('holds every confirmed day on which something is owed, the overdue too, and no day of another certainty', async () => {
    const { dueOn, id } = { dueOn: '2027-03-01', id: await state.addInstitution('MEF', []) };
    const { deadlineId } = await state.owe(id, dueOn, 'An estimate');
    await ground.rows(
      state.state.id,
      `UPDATE deadline SET certainty = 'estimated', due_on = NULL, due_year = 2027 WHERE state_id = $1 AND id = $2`,
      [state.state.id, deadlineId],
    );
    const { status, body } = await api.ask('GET', '/calendar/per/deadlines.ics');
    expect(status).toBe(200);
    expect(summariesOf(body)).toEqual([
      expect.stringContaining('A plan (MININTER)'),
      expect.stringContaining('Figures of the year (MIMP)'),
    ]);
  });

  it('is that of one institution where it is named', async () => {
    const { body } = await api.ask('GET', '/calendar/PER/deadlines.ics?institution=MIMP&lang=es');
    expect(summariesOf(body)).toEqual([expect.stringContaining('Figures of the year (MIMP)')]);
    expect(body).toContain('lo que debe Perú');
  });

  it('keeps the name of an entry whose day moves, and drops what was handed in', async () => {
    const institution = await state.addInstitution('MP', []);
    const { deadlineId, obligationId } = await state.owe(institution, '2026-12-01', 'Moves');
    const uid = `PER.obligation.${obligationId}@vigia`;
    const days = async () => {
      const { body } = await api.ask('GET', '/calendar/PER/deadlines.ics?institution=MP');
      return [...body.matchAll(/UID:(.*)\r[^]*?DTSTART;VALUE=DATE:(\d+)/g)].map(([, id, day]) => [id, day]);
    };
    expect(await days()).toEqual([[uid, '20261201']]);
    await ground.rows(
      state.state.id,
      `UPDATE deadline SET due_on = '2026-12-15' WHERE state_id = $1 AND id = $2`,
      [state.state.id, deadlineId],
    );
    expect(await days()).toEqual([[uid, '20261215']]);
  });

  it('of no State that is followed here says so', async () => {
    expect((await api.ask('GET', '/calendar/XYZ/deadlines.ics')).status).toBe(404);
  });
});
