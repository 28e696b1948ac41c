import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: State;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  peru = await loadPeru(ground);
});

afterAll(() => ground?.close());

describe('asked-for breakdowns beside those that came', () => {
  it('are those of the newest year, unless another with figures is wanted', async () => {
    const { readDataGaps } = ground.tracking;
    const newest = await readDataGaps.read(peru, null);
    expect(newest.years.length).toBeGreaterThan(3);
    expect(newest.year).toBe(newest.years[0]);
    expect(newest.gaps.received).toBeGreaterThan(0);
    expect(newest.gaps.received).toBeLessThan(newest.gaps.asked);
    const before = await readDataGaps.read(peru, newest.years[1]!);
    expect(before.gaps).not.toEqual(newest.gaps);
    expect((await readDataGaps.read(peru, 1950)).year).toBe(newest.year);
  });

  it('count what came; cells that are not published only look different', async () => {
    const { gaps, year } = await ground.tracking.readDataGaps.read(peru, null);
    const row = gaps.rows.find(({ states }) => Object.values(states).includes('received'))!;
    const dimension = Object.entries(row.states).find(([, state]) => state === 'received')![0];
    await ground.rows(
      peru.id,
      `DELETE FROM published_figure WHERE state_id = $1 AND indicator_code = $2 AND categories ? $3 RETURNING indicator_code`,
      [peru.id, row.indicator, dimension],
    );
    const after = await ground.tracking.readDataGaps.read(peru, year);
    expect(after.gaps.rows.find(({ indicator }) => indicator === row.indicator)?.states[dimension]).toBe(
      'hidden',
    );
    expect(after.gaps.received).toBe(gaps.received);
  });
});

describe('completeness as a figure of its own', () => {
  it('is the same in the series, in the matrix of its year and in the check', async () => {
    const { gaps, year, series } = await ground.tracking.readDataGaps.read(peru, null);
    expect(series.length).toBeGreaterThan(3);
    expect(series.at(-1)).toMatchObject({ year, received: gaps.received, asked: gaps.asked });
    const { decisions } = await ground.tracking.runSweep.run(peru, { worker: 'test', dryRun: true });
    const judged = decisions.filter(({ rule }) => rule === 'disaggregation_gap');
    expect(judged.length).toBeGreaterThan(3);
    for (const { evidence } of judged) {
      const [newest] = await ground.rows<{ year: number }>(
        peru.id,
        `SELECT extract(year FROM max(o.period_end_on))::int AS year FROM indicator i
         JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id AND s.key = ''
         JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id WHERE i.state_id = $1 AND i.code = $2`,
        [peru.id, evidence['indicator']],
      );
      const rows = series.find((one) => one.year === newest!.year)?.rows ?? [];
      expect(rows.find(({ indicator }) => indicator === evidence['indicator'])).toMatchObject({
        received: evidence['received'],
        asked: evidence['asked'],
      });
    }
  });

  it('follows a figure that is revised away, keeps who reported the period, and writes nothing twice', async () => {
    const refresh = () => ground.tracking.recordCompleteness.run(peru.id);
    expect(await refresh()).toBe(0);
    const [row] = await ground.rows<{ code: string; end: string; received: string[]; institution: number }>(
      peru.id,
      `SELECT i.code, k.period_end_on AS end, k.received, k.institution_id AS institution FROM indicator_completeness k
       JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
       WHERE k.state_id = $1 AND 'sex' = ANY (k.received) AND k.institution_id IS NOT NULL ORDER BY k.period_end_on LIMIT 1`,
      [peru.id],
    );
    await ground.rows(
      peru.id,
      `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, accepted_on, revision_reason, recorded_at)
       SELECT o.state_id, o.series_id, o.source_id, o.period_start_on, o.period_end_on, o.revision + 1, 'missing', o.accepted_on, 'Taken back', now()
       FROM observation o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
       WHERE o.state_id = $1 AND i.code = $2 AND o.period_end_on = $3 AND s.categories ? 'sex' RETURNING id`,
      [peru.id, row!.code, row!.end],
    );
    await ground.rows(
      peru.id,
      `UPDATE indicator SET institution_id = (SELECT max(id) FROM institution n WHERE n.state_id = $1) WHERE state_id = $1 AND code = $2 RETURNING id`,
      [peru.id, row!.code],
    );
    expect(await refresh()).toBe(1);
    const [after] = await ground.rows<{ received: string[]; institution: number }>(
      peru.id,
      `SELECT k.received, k.institution_id AS institution FROM indicator_completeness k
       JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id WHERE k.state_id = $1 AND i.code = $2 AND k.period_end_on = $3`,
      [peru.id, row!.code, row!.end],
    );
    expect(after).toEqual({
      received: row!.received.filter((dimension) => dimension !== 'sex'),
      institution: row!.institution,
    });
  });

  it('is an indicator with a figure for each year that is over, worked out from the same series and published as it is', async () => {
    const { series } = await ground.tracking.readDataGaps.read(peru, null);
    await ground.tracking.recordCompleteness.run(peru.id);
    await ground.tracking.publishFigures.publish(peru.id);
    const published = await ground.rows<{ year: number; value: number; provisional: boolean }>(
      peru.id,
      `SELECT extract(year FROM period_end_on)::int AS year, value, provisional FROM published_figure
       WHERE state_id = $1 AND indicator_code = '8-P2' AND source_code = 'system' ORDER BY year`,
      [peru.id],
    );
    const over = series.filter(({ year, percent }) => year < 2026 && percent !== null);
    expect(over.length).toBeGreaterThan(3);
    expect(published).toEqual(
      over.map(({ year, percent }) => ({
        year,
        value: expect.closeTo(percent!, 9) as unknown,
        provisional: year === 2025,
      })),
    );
  });

  it('writes no figure where nothing changed, and a revision with its reason where something did', async () => {
    const onRecord = () =>
      ground.rows<{ year: number; revision: number; numerator: number; reason: string | null }>(
        peru.id,
        `SELECT extract(year FROM o.period_end_on)::int AS year, o.revision, o.numerator, o.revision_reason AS reason FROM indicator i
         JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id
         JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE i.state_id = $1 AND i.computed_from = 'completeness' ORDER BY year, o.revision`,
        [peru.id],
      );
    await ground.tracking.recordCompleteness.run(peru.id);
    const before = await onRecord();
    await ground.tracking.recordCompleteness.run(peru.id);
    expect(await onRecord()).toEqual(before);
    const [taken] = await ground.rows<{ year: number }>(
      peru.id,
      `WITH newest AS (
         SELECT o.* FROM observation o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id
         JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
         WHERE o.state_id = $1 AND s.categories ? 'age' AND 'age' = ANY (i.required_dimensions) AND o.period_end_on < '2026-01-01' AND o.revision = 1)
       INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, accepted_on, revision_reason, recorded_at)
       SELECT n.state_id, n.series_id, n.source_id, n.period_start_on, n.period_end_on, 2, 'missing', n.accepted_on, 'Taken back', now()
       FROM newest n WHERE n.period_end_on = (SELECT max(period_end_on) FROM newest) RETURNING extract(year FROM period_end_on)::int AS year`,
      [peru.id],
    );
    await ground.tracking.recordCompleteness.run(peru.id);
    const after = await onRecord();
    expect(after).toHaveLength(before.length + 1);
    const [first, second] = after.filter(({ year }) => year === taken!.year).slice(-2);
    expect(second!.revision).toBe(first!.revision + 1);
    expect(second!.numerator).toBeLessThan(first!.numerator);
    expect(second!.reason).toMatch(/worked out again/i);
  });

  it('is typed by nobody: no file can name it', async () => {
    const known = await ground.tracking.importFigures.run(
      peru,
      {
        name: 'a.csv',
        bytes: (async function* () {
          yield await Promise.resolve(
            new TextEncoder().encode('indicator,source,period,value\n8-P2,DEMO,2024,50\n'),
          );
        })(),
      },
      {
        kind: 'observations',
        dryRun: true,
        options: {
          sheet: null,
          indicator: null,
          indicatorText: null,
          source: null,
          decimalMark: null,
          codes: null,
          columns: {},
          categories: {},
          reason: null,
          cohortRule: null,
        },
        override: null,
      },
      { personId: null, actor: 'command_line' },
    );
    expect(known.problems).toMatchObject([{ code: 'import.indicator_unknown' }]);
  });
});
