import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';

import { KeepObservationsNarrow1764000000051 } from '../../libs/persistence/src/migration/1764000000051-keep-observations-narrow.js';
import { FollowWhatChanges1764000000054 } from '../../libs/persistence/src/migration/1764000000054-follow-what-changes.js';
import { saveOneOfEach } from '../factories/one-of-each.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const WIDE = `series_id, source_id, period_start_on, period_end_on, revision, value_state, value, provisional, numerator, denominator,
  revision_reason, accepted_on, recorded_at, submission_id, import_id`;
const MOST_BYTES = 70;

let ground: TrackingGround;
let owner: pg.Client;
const states: number[] = [];

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  owner = new pg.Client({ connectionString: ground.database.ownerUrl });
  await owner.connect();
  for (const iso3 of ['PER', 'CHL']) {
    const { id } = await ground.tracking.states.saveState({
      ...{ iso3, name: { en: iso3, es: iso3 }, timeZone: 'America/Lima', demonstration: true },
    });
    await saveOneOfEach(ground.record, id);
    states.push(id);
  }
});

afterAll(async () => {
  await owner?.end();
  await ground?.close();
});

/** The owner may be a superuser, whom no policy binds. */
const OWN = `state_id = current_setting('vigia.state')::smallint`;

async function changed(way: 'up' | 'down'): Promise<void> {
  const runner = {
    query: async (text: string, parameters?: unknown[]) =>
      (await owner.query(text, parameters)).rows as unknown,
  } as QueryRunner;
  const later = new FollowWhatChanges1764000000054();
  await owner.query('BEGIN');
  // It made a view that reads when a figure came in.
  if (way === 'down') await later.down(runner);
  await new KeepObservationsNarrow1764000000051()[way](runner);
  if (way === 'up') await later.up(runner);
  await owner.query('COMMIT');
}

async function asOf<T extends pg.QueryResultRow>(state: number, text: string): Promise<T[]> {
  await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(state)]);
  const { rows } = await owner.query<T>(text);
  await owner.query('RESET vigia.state');
  return rows;
}

const onRecord = async (relation: string) => {
  const rows = [];
  for (const state of states)
    rows.push(
      ...(await asOf(
        state,
        `SELECT state_id, ${WIDE} FROM ${relation} WHERE ${OWN} ORDER BY 1, 2, 3, 4, 5, 6`,
      )),
    );
  return rows;
};

describe('figures that were accepted before observations were narrow', () => {
  it('are the same afterwards, of every kind and of every State; and so they are when it is taken back', async () => {
    await changed('down');
    // Every state of a value, final and provisional; with parts, with a reason, with both; of a submission, of an import, of neither.
    for (const state of states)
      await asOf(
        state,
        `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, value, provisional, numerator,
           denominator, revision_reason, accepted_on, recorded_at, submission_id, import_id)
         SELECT s.state_id, s.id, c.id, make_date(1990 + n, 1, 1), make_date(1990 + n, 12, 31), 1 + n % 3, v.state,
           CASE WHEN v.state IN ('reported', 'below_threshold') THEN 12345.678 * n END, n % 2 = 0,
           CASE WHEN v.state = 'reported' AND n % 5 = 0 THEN n END, CASE WHEN v.state = 'reported' AND n % 5 = 0 THEN 7.5 END,
           CASE WHEN n % 3 > 0 THEN 'Counted again: ' || n END, date '2024-01-01' + n % 2, timestamptz '2024-01-01 12:00:00.123456Z' + n % 4 * interval '1 us',
           CASE WHEN n % 4 = 1 THEN (SELECT min(id) FROM submission WHERE ${OWN}) END, CASE WHEN n % 4 = 2 THEN (SELECT min(id) FROM figure_import WHERE ${OWN}) END
         FROM (SELECT * FROM series WHERE ${OWN} ORDER BY id LIMIT 1) s CROSS JOIN (SELECT * FROM source WHERE ${OWN} ORDER BY id LIMIT 1) c CROSS JOIN generate_series(0, 27) n
         JOIN (VALUES (0, 'reported'), (1, 'below_threshold'), (2, 'missing'), (3, 'not_applicable'), (4, 'reported'), (5, 'missing'), (6, 'reported')) v(place, state)
           ON v.place = n % 7`,
      );
    const before = await onRecord('observation');
    expect(before).toHaveLength(2 * (28 + 1));
    await changed('up');
    expect(await onRecord('accepted_figure')).toEqual(before);
    const intakes = await asOf(states[0]!, `SELECT FROM figure_intake WHERE ${OWN}`);
    // One for each day, instant and origin, and the one that was there.
    expect(intakes).toHaveLength(4 + 1);
    await changed('down');
    expect(await onRecord('observation')).toEqual(before);
    await changed('up');
    expect(await onRecord('accepted_figure')).toEqual(before);
  });

  it('stay where they are named: by a detail, and by their series until it goes with them', async () => {
    const [state] = states;
    const nowhere = `INSERT INTO observation_detail (state_id, series_id, source_id, period_start_on, period_end_on, revision, numerator, denominator)
      SELECT o.state_id, o.series_id, o.source_id, o.period_start_on, o.period_end_on, %R, 1, 2 FROM observation o WHERE o.${OWN} AND status = '%S'
        AND NOT EXISTS (SELECT FROM accepted_figure f WHERE f.series_id = o.series_id AND f.period_end_on = o.period_end_on AND f.revision_reason <> '') LIMIT 1`;
    for (const [revision, status] of [
      ['99', 'A'],
      ['revision', 'O'],
    ] as const)
      await expect(asOf(state!, nowhere.replace('%R', revision).replace('%S', status))).rejects.toMatchObject(
        { code: '23503' },
      );
    await expect(asOf(state!, 'UPDATE observation SET source_id = 999999')).rejects.toMatchObject({
      code: '23503',
    });
    await owner.query('RESET vigia.state');
    await ground.tracking.states.removeDemonstration(state!);
    for (const table of ['observation', 'observation_detail', 'figure_intake', 'accepted_figure'])
      expect([table, await asOf(state!, `SELECT FROM ${table} WHERE ${OWN}`)]).toEqual([table, []]);
    expect((await onRecord('accepted_figure')).length).toBe(29);
  });
});

describe('an observation on disk', () => {
  it.each([
    ['whole numbers of four digits', '1000 + n % 9000'],
    ['whole numbers of eight digits', '10000000 + n'],
    ['amounts in cents', '(100000000 + n) / 100.0 + 123456789'],
    ['nothing, where a figure is missing', 'NULL::numeric'],
  ])(`takes ${MOST_BYTES} bytes at most, indexes apart: %s`, async (_what, value) => {
    const rows = 20_000;
    const state = states[1]!;
    await asOf(state, 'DELETE FROM observation');
    await owner.query('VACUUM (TRUNCATE) observation');
    await asOf(
      state,
      `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value)
       SELECT s.state_id, s.id, (SELECT min(id) FROM source WHERE ${OWN}), date '1900-01-01' + n, date '1900-01-01' + n, (SELECT min(id) FROM figure_intake WHERE ${OWN}),
         CASE WHEN v.value IS NULL THEN 'O' ELSE 'A' END::"char", v.value
       FROM (SELECT * FROM series WHERE ${OWN} ORDER BY id LIMIT 1) s CROSS JOIN generate_series(1, ${rows}) n CROSS JOIN LATERAL (SELECT ${value} AS value) v`,
    );
    const [size] = await asOf<{ bytes: string }>(state, `SELECT pg_relation_size('observation') AS bytes`);
    expect(Number(size!.bytes) / rows).toBeLessThanOrEqual(MOST_BYTES);
  });
});
