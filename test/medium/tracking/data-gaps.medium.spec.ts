import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { putOnRecord } from '../../support/put-on-record.js';
import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: State;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-15T15:00:00Z');
  peru = await loadPeru(ground);
}, 180_000);

afterAll(() => ground?.close());

const marked = () => ground.tracking.recordCompleteness.run(peru.id);
/** What is written past the use cases marks nothing. */
const everything = () => ground.tracking.recordCompleteness.runAll(peru.id);

interface OnRecord {
  readonly indicator: string;
  readonly source: string;
  readonly categories: Record<string, string>;
  readonly startOn: string;
  readonly endOn: string;
}

/** Revises figures into missing ones. */
async function takeBack(figures: readonly OnRecord[]): Promise<void> {
  expect(figures.length).toBeGreaterThan(0);
  for (const { indicator, source, categories, startOn, endOn } of figures)
    await putOnRecord(ground, peru.id, {
      indicator,
      source,
      categories,
      period: { startOn, endOn },
      value: null,
    });
}

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
         JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id WHERE i.state_id = $1 AND i.code = $2`,
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
    expect(await everything()).toBe(0);
    const [row] = await ground.rows<{ code: string; end: string; received: string[]; institution: number }>(
      peru.id,
      `SELECT i.code, k.period_end_on AS end, k.received, k.institution_id AS institution FROM indicator_completeness k
       JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
       WHERE k.state_id = $1 AND 'sex' = ANY (k.received) AND k.institution_id IS NOT NULL ORDER BY k.period_end_on LIMIT 1`,
      [peru.id],
    );
    const taken = await ground.rows<OnRecord>(
      peru.id,
      `SELECT i.code AS indicator, c.code AS source, s.categories, o.period_start_on AS "startOn", o.period_end_on AS "endOn"
       FROM observation o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
       JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
       WHERE o.state_id = $1 AND i.code = $2 AND o.period_end_on = $3 AND s.categories ? 'sex'`,
      [peru.id, row!.code, row!.end],
    );
    await takeBack(taken);
    await ground.rows(
      peru.id,
      `UPDATE indicator SET institution_id = (SELECT max(id) FROM institution n WHERE n.state_id = $1) WHERE state_id = $1 AND code = $2 RETURNING id`,
      [peru.id, row!.code],
    );
    expect(await everything()).toBe(1);
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
        value: expect.closeTo(percent!, 9),
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
         JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE i.state_id = $1 AND i.computed_from = 'completeness' ORDER BY year, o.revision`,
        [peru.id],
      );
    await ground.tracking.recordCompleteness.run(peru.id);
    const before = await onRecord();
    await ground.tracking.recordCompleteness.run(peru.id);
    expect(await onRecord()).toEqual(before);
    const taken = await ground.rows<OnRecord>(
      peru.id,
      `WITH broken_down AS (
         SELECT i.code AS indicator, c.code AS source, s.categories, o.period_start_on AS "startOn", o.period_end_on AS "endOn" FROM observation o
         JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
         JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
         WHERE o.state_id = $1 AND s.categories ? 'age' AND 'age' = ANY (i.required_dimensions) AND o.period_end_on < '2026-01-01' AND o.revision = 1)
       SELECT * FROM broken_down WHERE "endOn" = (SELECT max("endOn") FROM broken_down)`,
      [peru.id],
    );
    await takeBack(taken);
    await ground.tracking.recordCompleteness.run(peru.id);
    const after = await onRecord();
    expect(after).toHaveLength(before.length + 1);
    const [first, second] = after
      .filter(({ year }) => year === Number(taken[0]!.endOn.slice(0, 4)))
      .slice(-2);
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

describe('several institutions that are asked for one indicator', () => {
  const CODE = '26a-P1';
  const stored = () =>
    ground.rows<{
      id: number;
      institution: string | null;
      year: number;
      received: string[];
      asked: string[];
      lead: boolean;
    }>(
      peru.id,
      `SELECT k.id, n.code AS institution, extract(year FROM k.period_end_on)::int AS year, k.received, k.asked, k.lead
       FROM indicator_completeness k JOIN indicator i ON i.state_id = k.state_id AND i.id = k.indicator_id
       LEFT JOIN institution n ON n.state_id = k.state_id AND n.id = k.institution_id
       WHERE k.state_id = $1 AND i.code = $2 ORDER BY k.period_end_on DESC, k.lead DESC, n.code`,
      [peru.id, CODE],
    );
  const setTo = async (
    institution: string,
    reporters: readonly { institution: string; startsOn: string | null; endsOn: string | null }[],
  ) => {
    const { indicator } = await ground.tracking.defineIndicator.read(peru, CODE);
    const idsOf = (required: boolean) =>
      indicator.recommendations.filter((one) => one.required === required).map(({ publicId }) => publicId);
    const wish = {
      ...indicator,
      requiredFor: idsOf(true),
      usefulFor: idsOf(false),
    };
    await ground.tracking.defineIndicator.change(
      peru,
      CODE,
      { ...wish, institution, reporters, reason: 'Decree 2-2026' },
      { personId: null, role: 'secretariat' },
    );
  };

  it('each owe what was asked of them for their periods; the figures of others count for the lead', async () => {
    const before = await stored();
    const newest = before[0]!;
    const lead = newest.institution!;
    await setTo(lead, [
      { institution: lead, startsOn: null, endsOn: null },
      { institution: 'PNP', startsOn: `${newest.year}-01-01`, endsOn: null },
    ]);
    expect(await marked()).toBeGreaterThan(0);
    const after = await stored();
    const names = (year: number) => after.filter((row) => row.year === year).map((row) => row.institution);
    expect(names(newest.year)).toEqual([lead, 'PNP']);
    expect(after.filter(({ year }) => year < newest.year).every((row) => row.lead)).toBe(true);
    expect(after.find(({ institution }) => institution === 'PNP')!.received).toEqual([]);
    expect(await everything()).toBe(0);

    const row = (await ground.tracking.readDataGaps.read(peru, newest.year)).gaps.rows.find(
      ({ indicator }) => indicator === CODE,
    )!;
    const each = newest.asked.length;
    expect(row.reporters.map(({ institution, asked }) => [institution, asked])).toEqual([
      [lead, each],
      ['PNP', each],
    ]);
    expect([row.asked, row.received]).toEqual([2 * each, row.reporters[0]!.received]);
    const { decisions } = await ground.tracking.runSweep.run(peru, { worker: 'test', dryRun: true });
    const gap = decisions.find(
      ({ rule, evidence }) => rule === 'disaggregation_gap' && evidence['indicator'] === CODE,
    )!;
    expect(gap.evidence['owing']).toContain('PNP');
    expect(gap.evidence).toMatchObject({ asked: 2 * each, received: row.received });
  });

  it('owe what they hand in each for itself, under a source of its own that the other does not write into', async () => {
    const [first] = await stored();
    const owed = async (institution: string) =>
      ground.rows<{ deadline: number; period: string | null }>(
        peru.id,
        `SELECT o.deadline_id AS deadline, o.period_end_on AS period FROM obligation o
         JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id
         JOIN indicator i ON i.state_id = o.state_id AND i.id = o.indicator_id
         JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
         WHERE o.state_id = $1 AND i.code = $2 AND n.code = $3 AND (d.due_on IS NULL OR d.due_on >= '2026-06-15')
           AND coalesce(o.period_end_on, 'infinity') >= make_date($4::int, 1, 1) ORDER BY o.deadline_id`,
        [peru.id, CODE, institution, first!.year],
      );
    const ofLead = await owed(first!.institution!);
    expect(ofLead.length).toBeGreaterThan(0);
    expect(await owed('PNP')).toEqual(ofLead);
    await ground.rows(
      peru.id,
      `INSERT INTO source (state_id, code, name, institution_id) SELECT $1, 'institution.PNP', name, id FROM institution WHERE state_id = $1 AND code = 'PNP'
       RETURNING id`,
      [peru.id],
    );
    const { year } = (await stored())[0]!;
    const categories = await ground.rows<{ categories: Record<string, string> }>(
      peru.id,
      `SELECT s.categories FROM series s JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
       WHERE s.state_id = $1 AND i.code = $2 AND s.categories ? 'offence'`,
      [peru.id, CODE],
    );
    for (const one of categories)
      await putOnRecord(ground, peru.id, {
        ...{ indicator: CODE, source: 'institution.PNP', value: 1, ...one },
        period: { startOn: `${year}-01-01`, endOn: `${year}-12-31` },
      });
    expect(await everything()).toBeGreaterThan(0);
    const rows = (await stored()).filter((row) => row.year === year);
    expect(rows.find(({ institution }) => institution === 'PNP')!.received).toEqual(['offence']);
  });

  it('leave with their last period; what is judged by marks is what is judged whole', async () => {
    const [first] = await stored();
    await setTo(first!.institution!, [
      { institution: 'PNP', startsOn: null, endsOn: `${first!.year - 1}-12-31` },
    ]);
    expect(await marked()).toBeGreaterThan(0);
    const rows = await stored();
    expect(rows.filter(({ institution, year }) => institution === 'PNP' && year >= first!.year)).toEqual([]);
    expect(rows.filter(({ institution }) => institution === 'PNP').length).toBeGreaterThan(0);
    expect([await marked(), await everything()]).toEqual([0, 0]);
  });
});
