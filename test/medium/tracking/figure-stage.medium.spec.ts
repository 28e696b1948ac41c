import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { FigureStageRepository } from '#persistence';
import type { MergedFigures, StagedFigure } from '#persistence';

import { saveOneOfEach } from '../../factories/one-of-each.js';
import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const YEAR = { startOn: '2025-01-01', endOn: '2025-12-31' };

let ground: TrackingGround;
let peru: WatchedState;
let stage: FigureStageRepository;
let indicatorId: number;
let sourceId: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await WatchedState.create(ground);
  stage = new FigureStageRepository(ground.record);
  const one = async (sql: string): Promise<number> =>
    (await ground.rows<{ id: number }>(peru.state.id, sql, [peru.state.id]))[0]!.id;
  indicatorId =
    await one(`INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, ratio_per)
    VALUES ($1, '32d', 'data', 'process', '{"en":"Victims with legal aid"}', '{"en":"%"}', 'ratio', 'plain', 100) RETURNING id`);
  sourceId = await one(
    `INSERT INTO source (state_id, code, name) VALUES ($1, 'register', '{"en":"Register"}') RETURNING id`,
  );
});

afterAll(() => ground?.close());

function figure(row: number, change: Partial<StagedFigure> = {}): StagedFigure {
  const parts = { state: 'reported', value: 50, numerator: 20, denominator: 40, provisional: false } as const;
  const key = { row, indicatorId, categories: {}, sourceId, period: YEAR };
  return { ...parts, ...key, revisionReason: null, ...change };
}

function merge(figures: readonly StagedFigure[]): Promise<MergedFigures> {
  return ground.record.runState(peru.state.id, async () => {
    await stage.open();
    await stage.stage(figures);
    return stage.merge(peru.state.id, {
      acceptedOn: '2026-11-24',
      submissionId: null,
      at: ground.clock.now(),
    });
  });
}

const onRecord = () =>
  ground.rows(
    peru.state.id,
    `SELECT s.key, o.revision, o.value, o.numerator, o.denominator, o.revision_reason AS reason
     FROM accepted_figure o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id WHERE o.state_id = $1 ORDER BY s.key, o.revision`,
    [peru.state.id],
  );

describe('figures on their way into the record', () => {
  it('are added once; the same figures again write no row', async () => {
    const figures = [figure(1), figure(2, { categories: { sex: 'female' } })];
    expect(await merge(figures)).toEqual({ added: 2, revised: 0, unchanged: 0 });
    expect(await merge(figures)).toEqual({ added: 0, revised: 0, unchanged: 2 });
    expect(await onRecord()).toHaveLength(2);
  });

  it('revise what differs, with the reason, and overwrite nothing', async () => {
    const revised = figure(1, { value: 75, numerator: 30, revisionReason: 'Ten late files came in.' });
    expect(await merge([revised])).toEqual({ added: 0, revised: 1, unchanged: 0 });
    expect(await onRecord()).toMatchObject([
      { key: '', revision: 1, value: 50, numerator: 20, reason: null },
      { key: '', revision: 2, value: 75, numerator: 30, reason: 'Ten late files came in.' },
      { key: 'sex=female', revision: 1 },
    ]);
  });

  it('are told by their row where they repeat another, or revise without a reason', async () => {
    await ground.record.runState(peru.state.id, async () => {
      await stage.open();
      await stage.stage([figure(4), figure(7), figure(9, { categories: { sex: 'male' } })]);
      expect(await stage.listRepetitions()).toEqual([{ row: 7, firstRow: 4 }]);
      expect(await stage.listUnreasonedRevisions(peru.state.id)).toEqual([
        { row: 4, revision: 2 },
        { row: 7, revision: 2 },
      ]);
    });
  });

  it('come one after another when two revise the same figure at once', async () => {
    const wish = (value: number) =>
      merge([figure(1, { value, numerator: value, denominator: 100, revisionReason: 'Counted again.' })]);
    const merged = await Promise.all([wish(61), wish(62), wish(63)]);
    expect(merged.map(({ revised }) => revised)).toEqual([1, 1, 1]);
    const revisions = (await onRecord()) as { key: string; revision: number }[];
    expect(revisions.filter(({ key }) => key === '').map(({ revision }) => revision)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('make the sweep look again at the recommendations that they belong to', async () => {
    const recommendation = async () =>
      (
        await ground.rows<{ version: number }>(
          peru.state.id,
          `SELECT r.version FROM recommendation r JOIN recommendation_indicator ri ON ri.state_id = r.state_id AND ri.recommendation_id = r.id
           WHERE r.state_id = $1 AND ri.indicator_id = $2`,
          [peru.state.id, indicatorId],
        )
      )[0]!.version;
    await ground.rows(
      peru.state.id,
      `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
       SELECT state_id, id, $2, true, true FROM recommendation WHERE state_id = $1 LIMIT 1 RETURNING indicator_id`,
      [peru.state.id, indicatorId],
    );
    const before = await recommendation();
    await merge([figure(1, { period: { startOn: '2026-01-01', endOn: '2026-03-31' } })]);
    expect(await recommendation()).toBe(before + 1);
  });

  it('are of one series, in however many pieces they were staged', async () => {
    const later = { startOn: '2024-01-01', endOn: '2024-12-31' };
    const merged = await ground.record.runState(peru.state.id, async () => {
      await stage.open();
      await stage.stage([figure(1, { categories: { sex: 'intersex' } }), figure(2, { period: later })]);
      await stage.stage([figure(3, { categories: { sex: 'intersex' }, period: later })]);
      await stage.stage([figure(4, { categories: { sex: 'intersex' } })]);
      expect(await stage.listRepetitions()).toEqual([{ row: 4, firstRow: 1 }]);
      await stage.open();
      await stage.stage([figure(1, { categories: { sex: 'intersex' } }), figure(2, { period: later })]);
      await stage.stage([figure(3, { categories: { sex: 'intersex' }, period: later })]);
      return stage.merge(peru.state.id, {
        acceptedOn: '2026-11-24',
        submissionId: null,
        at: ground.clock.now(),
      });
    });
    expect(merged).toEqual({ added: 3, revised: 0, unchanged: 0 });
    expect(
      ((await onRecord()) as { key: string }[]).filter(({ key }) => key === 'sex=intersex'),
    ).toHaveLength(2);
  });

  it.each([
    ['a source', { sourceId: 999_999 }, undefined, 'source 999999, which is not on record'],
    ['an import', {}, 999_999, 'fk_figure_intake_import'],
  ])('are refused where they name %s that is not on record', async (_what, change, importId, why) => {
    const period = { startOn: '2020-01-01', endOn: '2020-12-31' };
    const refused = ground.record.runState(peru.state.id, async () => {
      await stage.open();
      await stage.stage([figure(1, { ...change, period })]);
      await stage.merge(peru.state.id, {
        ...{ acceptedOn: '2026-11-24', submissionId: null, at: ground.clock.now() },
        ...(importId && { importId }),
      });
    });
    await expect(refused).rejects.toThrow(why);
  });

  it.each(['series_id', 'intake_id'])('are held to their %s by whatever writes them', async (origin) => {
    const columns =
      'state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value';
    await expect(
      ground.rows(
        peru.state.id,
        `INSERT INTO observation (${columns}, revision) SELECT ${columns.replace(origin, '999999')}, 999 FROM observation WHERE state_id = $1 LIMIT 1 RETURNING 1`,
        [peru.state.id],
      ),
    ).rejects.toThrow(`${origin.replace('_id', '')} 999999, which is not on record`);
  });

  it('are never changed in place', async () => {
    for (const table of ['observation', 'observation_detail', 'figure_intake'])
      await expect(
        ground.rows(peru.state.id, `UPDATE ${table} SET state_id = state_id WHERE state_id = $1`, [
          peru.state.id,
        ]),
      ).rejects.toThrow('permission denied');
  });

  it('go with their State, those of a submission too; nobody takes their source from them', async () => {
    const { id } = await ground.tracking.states.saveState({
      ...{ iso3: 'XBA', name: { en: 'A', es: 'A' }, timeZone: 'America/Lima', demonstration: true },
    });
    await saveOneOfEach(ground.record, id);
    const [known] = await ground.rows<{ submissionId: number; sourceId: number; indicatorId: number }>(
      id,
      `SELECT (SELECT max(id) FROM submission) AS "submissionId", (SELECT max(id) FROM source) AS "sourceId", (SELECT max(id) FROM indicator) AS "indicatorId"`,
    );
    const { submissionId, sourceId: source, indicatorId: indicator } = known!;
    await ground.record.runState(id, async () => {
      await stage.open();
      const count = { value: 5, numerator: null, denominator: null };
      await stage.stage([figure(1, { indicatorId: indicator, sourceId: source, ...count })]);
      await stage.merge(id, { acceptedOn: '2026-11-24', submissionId, at: ground.clock.now() });
    });
    await expect(ground.rows(id, 'DELETE FROM source WHERE state_id = $1', [id])).rejects.toThrow();
    await ground.tracking.states.removeDemonstration(id);
    expect(await ground.rows(id, 'SELECT FROM observation WHERE state_id = $1', [id])).toEqual([]);
  });
});
