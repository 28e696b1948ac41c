import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { DeadlineList } from '#contracts';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: WatchedState;
let api: ApiUnderTest;

const rows = <T = Record<string, unknown>>(text: string, ...parameters: unknown[]): Promise<T[]> =>
  ground.rows<T>(peru.state.id, text, [peru.state.id, ...parameters]);

async function read(query = ''): Promise<DeadlineList> {
  const { status, body } = await api.ask('GET', `/api/v1/states/per/deadlines?${query}`);
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  return JSON.parse(body) as DeadlineList;
}

const linesOf = ({ items }: DeadlineList) =>
  items.map(
    ({ title, outcome, daysLate }) => `${title}: ${outcome}${daysLate === null ? '' : ` ${daysLate}`}`,
  );

/** 2026-11-24 in Lima. */
beforeAll(async () => {
  ground = await openTrackingGround('2026-11-25T03:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIMP', []);
  const police = await peru.addInstitution('PNP', []);
  await peru.addInstitution('IDLE', []);
  const owe = (institution: number, dueOn: string, title: string) => peru.owe(institution, dueOn, title);
  await owe(ministry, '2026-11-24', 'Today');
  await owe(ministry, '2026-11-23', 'Yesterday');
  await peru.submit(await owe(police, '2026-03-31', 'Punctual'), '2026-03-31');
  await peru.submit(await owe(police, '2026-03-30', 'Tardy'), '2026-04-09');
  const givenBack = await peru.submit(await owe(police, '2026-10-01', 'Given back'), '2026-09-01');
  await peru.returnSubmission(givenBack, '2026-09-10');
  const wished = await owe(ministry, '2026-02-01', 'Wished for');
  await rows(
    `UPDATE obligation SET required = false WHERE state_id = $1 AND id = $2 RETURNING id`,
    wished.obligationId,
  );
  const guessed = await owe(ministry, '2027-01-01', 'Guessed');
  await rows(
    `UPDATE deadline SET certainty = 'estimated', due_on = NULL, due_year = 2033 WHERE state_id = $1 AND id = $2 RETURNING id`,
    guessed.deadlineId,
  );
  const query = await owe(ministry, '2026-12-01', 'Has the Committee set a date?');
  await rows(
    `UPDATE obligation SET kind = 'committee_date_query' WHERE state_id = $1 AND id = $2 RETURNING id`,
    query.obligationId,
  );
  for (const [purpose, dueOn] of [
    ['follow_up', '2018-01-29'],
    ['next_report', '2021-01-29'],
  ] as const)
    await rows(
      `INSERT INTO deadline (state_id, document_id, purpose, certainty, due_on, time_zone, basis)
       SELECT $1, id, $2, 'confirmed', $3, 'America/Lima', '{"en":"letter","es":"carta"}' FROM document WHERE state_id = $1 RETURNING id`,
      purpose,
      dueOn,
    );
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

describe('what is due in a State, by date', () => {
  it('has to come what is due today or later, and then what has a year at most', async () => {
    const list = await read();
    expect(linesOf(list)).toEqual(['Today: open', 'Guessed: undated']);
    expect(list.items[1]?.due).toMatchObject({
      certainty: 'estimated',
      estimatedYear: 2033,
      daysUntil: null,
    });
    expect(list.counts).toEqual({ coming: 1, undated: 1, overdue: 3, past: 7, nextOn: '2026-11-24' });
    expect(list.institutions.map(({ code }) => code)).toEqual(['MIMP', 'PNP']);
  });

  it('tells of what is past whether it came in time, from the newest day back', async () => {
    const past = await read('when=past');
    expect(linesOf(past)).toEqual([
      'Yesterday: overdue 1',
      'Given back: overdue 54',
      'Punctual: on_time',
      'Tardy: late 10',
      'Wished for: not_sent',
      'Next report: overdue 2125',
      'Follow-up: not_recorded',
    ]);
    expect(past.items.map(({ handedInOn }) => handedInOn).filter((day) => day !== null)).toEqual([
      '2026-03-31',
      '2026-04-09',
    ]);
  });

  it('is overdue where something required has not come', async () => {
    expect(linesOf(await read('when=overdue'))).toEqual([
      'Next report: overdue 2125',
      'Given back: overdue 54',
      'Yesterday: overdue 1',
    ]);
  });

  it('is narrowed to an institution or a kind, with the counts of that', async () => {
    const police = await read('when=past&institution=PNP');
    expect(linesOf(police)).toEqual(['Given back: overdue 54', 'Punctual: on_time', 'Tardy: late 10']);
    expect(police.counts).toMatchObject({ coming: 0, overdue: 1, past: 3, nextOn: null });
    expect(linesOf(await read('when=all&kind=follow_up&lang=es'))).toEqual(['Seguimiento: not_recorded']);
    expect(linesOf(await read('institution=NOBODY'))).toEqual([]);
  });

  it('is counted by year for each institution, as page and as CSV', async () => {
    const { body } = await api.ask('GET', '/api/v1/states/PER/institutions/PNP/timeliness');
    expect(JSON.parse(body)).toEqual({
      years: [{ year: 2026, onTime: 1, late: 1, outstanding: 1, open: 0 }],
    });
    const csv = await api.ask('GET', '/api/v1/states/PER/institutions/MIMP/timeliness.csv');
    expect(csv.body.replaceAll('\r', '').trim().split('\n')).toEqual([
      'institution,year,onTime,late,outstanding,open',
      'MIMP,2026,0,0,1,1',
    ]);
    const idle = await api.ask('GET', '/api/v1/states/PER/institutions/IDLE/timeliness');
    expect(JSON.parse(idle.body)).toEqual({ years: [] });
  });

  it('takes a report on the same treaty for the one that was due, and one on another treaty for no answer', async () => {
    const [later] = await rows<{ id: number }>(
      `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
       VALUES ($1, 'k2', 'later', 'Later observations', 'CRC', 'CRC-OP-SC', 'en', '2022-01-29', 'y', now()) RETURNING id`,
    );
    const close = (continuation: string) =>
      rows(
        `INSERT INTO reporting_cycle (state_id, document_id, mechanism_code, instrument_code, number, closed_on, continued_by_document_id, continuation)
         SELECT $1, id, 'CRC', 'CRC-OP-SC', 1, '2021-03-01', $2, $3 FROM document WHERE state_id = $1 AND slug = 'opsc-1'
         ON CONFLICT ON CONSTRAINT pk_reporting_cycle DO UPDATE SET continuation = excluded.continuation RETURNING document_id`,
        later!.id,
        continuation,
      );
    await close('superseded');
    expect(linesOf(await read('when=all&kind=next_report'))).toEqual(['Next report: late 31']);
    await close('reported_within');
    expect(linesOf(await read('when=all&kind=next_report'))).toEqual(['Next report: not_recorded']);
  });
});
