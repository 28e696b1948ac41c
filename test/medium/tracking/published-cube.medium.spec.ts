import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSONstat from 'jsonstat-toolkit';
import { renderToString } from 'preact-render-to-string';

import type { IndicatorData, IndicatorMetadata } from '#contracts';
import { civilDayOf, cubeOfRecords, standInCounts } from '#domain';
import type { Combination, CubeDimension, KeptCube, ReferencePeriod } from '#domain';
import { FigureRepository } from '#persistence';
import type { NewIndicator } from '#persistence';
import type { State } from '#tracking';

import type { Page, Sheet, Visit } from '../../../apps/web/src/router/page.js';
import { wordingFor } from '../../../apps/web/src/wording/wording.js';
import { fractionsFrom, randomCube } from '../../disclosure/random-cubes.js';
import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { putOnRecord } from '../../support/put-on-record.js';
import { readCsv } from '../../support/read-csv.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** Named in a variable: the types of these tests know no JSX. */
const PAGE: string = '../../../apps/web/src/page/indicator/indicator-page.js';
const CUBES = 20;
const PAIRS = 5_000;
const DIMENSIONS: readonly CubeDimension[] = [
  { code: 'sex', categories: ['female', 'male'] },
  { code: 'age', categories: ['0-5', '6-11', '12-14', '15-17'] },
  { code: 'area', categories: ['urban', 'rural'] },
];
const YEAR = { startOn: '2024-01-01', endOn: '2024-12-31' };
const QUARTER = { startOn: '2024-01-01', endOn: '2024-03-31' };

interface Register {
  readonly code: string;
  readonly records: readonly Combination[];
}

describe('counts of persons as everybody reads them', () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let state: State;
  let source: number;
  let figures: FigureRepository;
  const registers: Register[] = Array.from({ length: CUBES }, (_, index) => ({
    code: `R${index + 1}`,
    records: randomCube(index + 1, { children: 1_500, sizes: [2, 4, 2] }).records,
  }));

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    state = (await WatchedState.create(ground)).state;
    figures = new FigureRepository(ground.record);
    api = await ApiUnderTest.open(ground);
    await ground.record.runState(state.id, async () => {
      source = await figures.saveSource(state.id, {
        code: 'REGISTER',
        name: { en: 'Register', es: 'Registro' },
        citation: false,
        demonstration: false,
        url: null,
      });
    });
    for (const [index, { code, records }] of registers.entries()) {
      const indicator = await saveIndicator(code, { cube: { code, recordSource: `register ${code}` } });
      // One half hands in every combination, the other half some of its margins only.
      await saveCounts(indicator, records, index % 2 === 0 ? [[0, 1, 2]] : [[], [0], [1], [2], [0, 1]]);
    }
    await ground.tracking.publishFigures.publish(state.id);
  });

  afterAll(async () => {
    await api.close();
    await ground.close();
  });

  it('come from one stand-in per cube, within their announced error, in JSON', async () => {
    let cells = 0;
    const largest = [0, 0, 0];
    for (const { code, records } of registers) {
      const { cube, groups } = await keptOf(code);
      const data = await read(code);
      for (const cell of data.cells.filter(({ value, flag }) => value !== null || flag === 'lt10')) {
        const chosen = chosenOf(cell.categories);
        const truth = records.filter((record) => isIn(record, chosen)).length;
        const named = Object.entries(cell.categories).map(
          ([dimension, category]) =>
            [
              cube.dimensions.findIndex(({ code: known }) => known === dimension),
              cube.dimensions.find(({ code: known }) => known === dimension)!.categories.indexOf(category),
            ] as const,
        );
        const witness =
          groups.filter((group) => named.every(([dimension, category]) => group[dimension] === category))
            .length * 5;
        expect(cell.value ?? (witness < 10 ? witness : -1)).toBe(witness);
        expect(cell.announcedError).toBe(chosen.length === 2 ? 9 : 4);
        largest[chosen.length] = Math.max(largest[chosen.length]!, Math.abs(witness - truth));
        cells += 1;
      }
    }
    process.stdout.write(
      `S14 through JSON: ${cells} cells of ${CUBES} cubes, largest error ${largest.join(' / ')}\n`,
    );
    expect(cells).toBeGreaterThan(CUBES * 8);
    expect(largest[0]).toBeLessThanOrEqual(4);
    expect(largest[1]).toBeLessThanOrEqual(4);
    expect(largest[2]).toBeLessThanOrEqual(9);
  });

  it('are the same in every format and on the page', async () => {
    let compared = 0;
    let inFormats = 0;
    for (const { code } of registers) {
      const { cells } = await read(code);
      const csv = readCsv((await api.ask('GET', `/api/v1/states/PER/indicators/${code}/data.csv`)).body);
      expect(
        csv.map((row) => [row['sex'], row['age'], row['area'], row['printed'], row['cube_version']]),
      ).toEqual(
        cells.map(({ categories, value, flag, cubeVersion }) => [
          ...DIMENSIONS.map((dimension) => categories[dimension.code] ?? ''),
          printedAs(value, flag),
          String(cubeVersion),
        ]),
      );
      const at = `/api/v1/states/PER/indicators/${code}/data`;
      const sdmx = readCsv((await api.ask('GET', `${at}.sdmx.csv`)).body);
      const bare = (category = '_T'): string => category.replaceAll('-', '');
      expect(
        sdmx.map((row) => [
          ...DIMENSIONS.map((dimension) => bare(row[dimension.code.toUpperCase()]).replaceAll('_', '')),
          row['OBS_VALUE'] || row['COMMENT_OBS'] || row['CONF_STATUS'],
        ]),
      ).toEqual(
        cells.map(({ categories, value, flag }) => [
          ...DIMENSIONS.map((dimension) => bare(categories[dimension.code]).replaceAll('_', '')),
          flag === 'not_shown' ? 'N' : printedAs(value, flag),
        ]),
      );
      const dataset = JSONstat(JSON.parse((await api.ask('GET', `${at}.jsonstat`)).body) as object);
      for (const { categories, value, flag } of cells)
        expect(
          dataset.Data({
            ...Object.fromEntries(
              DIMENSIONS.map((dimension) => [dimension.code, categories[dimension.code] ?? '_T']),
            ),
            source: 'REGISTER',
            period: '2024',
          }),
        ).toEqual({ value, status: flag });
      inFormats += cells.length;
      for (const dimension of DIMENSIONS) {
        const onPage = await cellsOnPage(code, dimension.code);
        const alone = cells.filter(({ categories }) => Object.keys(categories).join() === dimension.code);
        if (alone.every(({ flag }) => flag === 'not_shown')) continue;
        compared += alone.length;
        // The chart's own table and the page's: each figure stands in both.
        const expected = alone.map(({ value, flag }) => printedAs(value, flag));
        expect([...onPage].sort()).toEqual([...expected, ...expected].sort());
      }
    }
    process.stdout.write(
      `S15 JSON, CSV, JSON-stat and SDMX-CSV: ${inFormats} cells; ${compared} on the page\n`,
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('differ by multiples of five, whichever two are subtracted', async () => {
    const values: number[] = [];
    for (const { code } of registers)
      values.push(...(await read(code)).cells.flatMap(({ value }) => (value === null ? [] : [value])));
    const fraction = fractionsFrom(15);
    const any = (): number => values[Math.floor(fraction() * values.length)]!;
    for (let pair = 0; pair < PAIRS; pair += 1) expect(Math.abs(any() - any()) % 5).toBe(0);
  });

  it('are the same bytes from another process, and write nothing when nothing changed', async () => {
    const before = await fingerprint(ground, state);
    expect(await ground.asWorker('another').publishFigures.publish(state.id)).toMatchObject({
      changed: 0,
      waiting: 0,
    });
    expect(await fingerprint(ground, state)).toEqual(before);
    const [{ kept } = { kept: null }] = await standIns('R1');
    await ground.rows(state.id, `DELETE FROM stand_in WHERE state_id = $1 AND cube = 'R1'`, [state.id]);
    expect((await ground.tracking.publishFigures.publish(state.id)).changed).toBe(0);
    expect((await standIns('R1'))[0]?.kept).toEqual(kept);
  });

  it('let the public role read no table behind them', async () => {
    const tables = await ground.rows<{ name: string }>(
      state.id,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const readable: string[] = [];
    for (const { name } of tables)
      await ground.record
        .runPublic(state.id, (sql) => sql.rows(`SELECT 1 FROM ${name} LIMIT 1`))
        .then(() => readable.push(name))
        .catch(() => undefined);
    process.stdout.write(`S15 tables: ${readable.length} of ${tables.length} readable: ${readable.join()}\n`);
    expect(readable).toEqual(['published_figure']);
  });

  it('keep their published form until a year has passed and ten records have changed', async () => {
    const [first] = registers;
    const before = await read('R1');
    const add = async (children: number, revision: number): Promise<void> => {
      const [first] = await ground.rows<{
        source: string;
        period: ReferencePeriod;
        value: number;
        categories: Record<string, string>;
      }>(
        state.id,
        `SELECT c.code AS source, s.categories, o.value, jsonb_build_object('startOn', o.period_start_on, 'endOn', o.period_end_on) AS period
         FROM observation o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id
         JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
         WHERE o.state_id = $1 AND i.code = 'R1' AND o.revision = $2::int - 1 AND o.value > 0 ORDER BY o.series_id LIMIT 1`,
        [state.id, revision],
      );
      await putOnRecord(ground, state.id, { indicator: 'R1', ...first!, value: first!.value + children });
    };
    await add(3, 2);
    expect(await ground.tracking.publishFigures.publish(state.id)).toMatchObject({ changed: 0, waiting: 1 });
    ground.clock.advance(366 * 86_400_000);
    expect(await ground.tracking.publishFigures.publish(state.id)).toMatchObject({ changed: 0, waiting: 1 });
    expect((await standIns('R1'))[0]?.waitingRecords).toBe(3);
    await add(40, 3);
    expect(await ground.tracking.publishFigures.publish(state.id)).toMatchObject({ waiting: 0 });
    const after = await read('R1');
    expect(after.cells.find(({ categories }) => Object.keys(categories).length === 0)?.cubeVersion).toBe(2);
    expect(Math.abs(totalOf(after) - first!.records.length - 43)).toBeLessThanOrEqual(4);
    expect(totalOf(after)).toBeGreaterThan(totalOf(before));
  });

  it('show a part and its whole from one cube, and refuse a second cube of the same register', async () => {
    const victims = { code: 'victims', recordSource: 'police' };
    const all = await saveIndicator('ALL', { cube: victims });
    const part = await saveIndicator('PART', { cube: victims, nestedIn: 'ALL' });
    const records = Array.from({ length: 240 }, (_, child) => [
      child % 2,
      child % 4,
      child % 3 === 0 ? 1 : 0,
    ]);
    await saveCounts(all, records, [[], [0], [1]]);
    await saveCounts(part, records.slice(0, 90), [[], [0]]);
    await saveIndicator('SHARE', {
      figureKind: 'derived_rate',
      rate: { numerator: 'PART', denominator: 'ALL', per: 100 },
    });
    const people = await saveIndicator('PEOPLE', { figureKind: 'plain' });
    await saveFigure(people, {}, 2_000_000, YEAR);
    await saveIndicator('PER_PEOPLE', {
      figureKind: 'derived_rate',
      rate: { numerator: 'PART', denominator: 'PEOPLE', per: 100_000 },
    });
    await ground.tracking.publishFigures.publish(state.id);
    const cells = await ground.rows<{ code: string; key: string; value: number | null }>(
      state.id,
      `SELECT indicator_code AS code, series_key AS key, value FROM published_figure
       WHERE state_id = $1 AND indicator_code IN ('ALL', 'PART', 'SHARE')`,
      [state.id],
    );
    const value = (code: string, key = ''): number =>
      Number(cells.find((cell) => cell.code === code && cell.key === key)?.value);
    expect(value('PART')).toBeLessThanOrEqual(value('ALL'));
    for (const sex of ['sex=female', 'sex=male'])
      expect(value('PART', sex)).toBeLessThanOrEqual(value('ALL', sex));
    expect(value('PART', 'sex=female') + value('PART', 'sex=male')).toBe(value('PART'));
    expect(value('SHARE')).toBe(Math.round((value('PART') / value('ALL')) * 100));
    const ofPeople = (await read('PER_PEOPLE')).cells.map(({ categories, value: rate, flag }) => [
      categories,
      rate ?? flag,
    ]);
    expect(ofPeople).toEqual([[{}, Math.round(value('PART') / 2) / 10]]);
    await expect(
      saveIndicator('TRAFFICKED', { cube: { code: 'trafficked', recordSource: 'police' } }),
    ).rejects.toThrow(/counted by the cube "victims" already/);
  });

  it('hold a year whose quarter was published, and name the reason to those who decide', async () => {
    const indicator = await saveIndicator('LATE', { cube: { code: 'LATE', recordSource: 'late' } });
    const records = registers[0]!.records;
    await saveCounts(indicator, records.slice(0, 40), [[], [0]], QUARTER);
    await ground.tracking.publishFigures.publish(state.id);
    const quarter = (await read('LATE')).cells;
    expect(quarter.map(({ value }) => value)).toContain(40);
    await saveCounts(indicator, records, [[], [0]]);
    expect(await ground.tracking.publishFigures.publish(state.id)).toMatchObject({ waiting: 1 });
    const { cells } = await read('LATE');
    expect(cells.filter(({ period }) => period.endOn === QUARTER.endOn)).toEqual(quarter);
    const year = cells.filter(({ period }) => period.endOn === YEAR.endOn);
    expect([...new Set(year.map(({ flag, value }) => value ?? flag))]).toEqual(['not_shown']);
    expect(await ground.tracking.readHeldPeriods.read(state.id)).toMatchObject({
      total: 1,
      items: [{ waitingReason: 'overlaps_published', indicators: [{ code: 'LATE' }] }],
    });
    const rest = { startOn: '2024-04-01', endOn: '2024-12-31' };
    await saveCounts(indicator, records.slice(40, 70), [[], [0]], rest);
    await ground.tracking.publishFigures.publish(state.id);
    const again = (await read('LATE')).cells;
    const total = (days: typeof YEAR) =>
      again.find(
        ({ period, categories }) =>
          period.startOn === days.startOn &&
          period.endOn === days.endOn &&
          Object.keys(categories).length === 0,
      );
    expect(total(YEAR)).toMatchObject({
      value: total(QUARTER)!.value! + total(rest)!.value!,
      announcedError: 8,
    });
    expect((await ground.tracking.publishFigures.publish(state.id)).changed).toBe(0);
  });

  it('stay what they were when their indicator moves to another cube', async () => {
    const cells = async () => (await read('R2')).cells;
    const before = await cells();
    await ground.rows(
      state.id,
      `INSERT INTO cube (state_id, code, record_source) VALUES ($1, 'elsewhere', 'elsewhere')`,
      [state.id],
    );
    await ground.rows(
      state.id,
      `UPDATE indicator SET cube = 'elsewhere' WHERE state_id = $1 AND code = 'R2'`,
      [state.id],
    );
    await ground.tracking.publishFigures.publish(state.id);
    expect(await cells()).toEqual(before);
    expect((await ground.tracking.readHeldPeriods.read(state.id)).items).toContainEqual(
      expect.objectContaining({ cube: 'elsewhere', waitingReason: 'published_in_other_cube' }),
    );
  });

  it('are told by their total alone where nobody declared the register', async () => {
    const indicator = await saveIndicator('UNDECLARED');
    await saveCounts(indicator, registers[0]!.records, [[], [0]]);
    await ground.tracking.publishFigures.publish(state.id);
    const { cells } = await read('UNDECLARED');
    expect(cells.map(({ categories, flag }) => (Object.keys(categories).length > 0 ? flag : null))).toEqual([
      null,
      'not_shown',
      'not_shown',
    ]);
  });

  it('are published on the day of the State, not on that of Greenwich', async () => {
    const indicator = await saveIndicator('NIGHT');
    await saveCounts(indicator, registers[0]!.records, [[]]);
    const twoInTheMorning = 26 * 3_600_000 - (ground.clock.now() % 86_400_000);
    ground.clock.advance(twoInTheMorning);
    await ground.tracking.publishFigures.publish(state.id);
    const kept = (await standIns('NIGHT'))[0]?.kept;
    expect(kept?.publishedOn).toBe(civilDayOf(ground.clock.now(), 'America/Lima'));
    expect(kept?.publishedOn).toBe(civilDayOf(ground.clock.now() - 86_400_000, 'UTC'));
  });

  async function saveIndicator(code: string, more: Partial<NewIndicator> = {}): Promise<number> {
    const name = { en: code, es: code };
    return ground.record.runState(state.id, async (sql) => {
      const id = await figures.saveIndicator(state.id, {
        code,
        track: 'data',
        class: 'outcome',
        name,
        unit: name,
        population: null,
        valueType: 'count',
        figureKind: 'person_count',
        direction: 'decrease',
        periodicityMonths: 12,
        baseline: null,
        target: null,
        requiredDimensions: [],
        institutionId: null,
        ...more,
      });
      await sql.execute(
        `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
         SELECT $1, min(id), $2, false, true FROM recommendation WHERE state_id = $1`,
        [state.id, id],
      );
      return id;
    });
  }

  async function saveCounts(
    indicator: number,
    records: readonly Combination[],
    tables: readonly (readonly number[])[],
    period = YEAR,
  ): Promise<void> {
    const counts = new Map<string, number>();
    for (const table of tables)
      for (const record of records) {
        const key = JSON.stringify(
          Object.fromEntries(
            table.map((at) => [DIMENSIONS[at]!.code, DIMENSIONS[at]!.categories[record[at]!]]),
          ),
        );
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    for (const [key, value] of counts)
      await saveFigure(indicator, JSON.parse(key) as Record<string, string>, value, period);
  }

  function saveFigure(
    indicator: number,
    categories: Record<string, string>,
    value: number,
    period: typeof YEAR,
  ): Promise<void> {
    return ground.record.runState(state.id, async () => {
      const at = ground.clock.now();
      const intake = { acceptedOn: '2025-03-01', submissionId: null, at };
      const intakeId = await figures.addIntake(state.id, intake);
      const series = await figures.saveSeries(state.id, indicator, categories);
      await figures.saveObservation(state.id, series, source, {
        state: 'reported',
        value,
        provisional: false,
        period,
        intakeId,
      });
    });
  }

  async function read(code: string): Promise<IndicatorData> {
    const { body } = await api.ask('GET', `/api/v1/states/PER/indicators/${code}/data`);
    return JSON.parse(body) as IndicatorData;
  }

  async function cellsOnPage(code: string, by: string): Promise<string[]> {
    const { indicatorPage } = (await import(PAGE)) as {
      readonly indicatorPage: Page<{ data: IndicatorData; metadata: IndicatorMetadata }>;
    };
    const visit = {
      address: {
        language: 'en',
        path: `/PER/indicators/${code}`,
        parameters: { iso3: 'PER', code },
        query: new URLSearchParams({ by }),
      },
      wording: wordingFor('en'),
      state: null,
    } as unknown as Visit;
    const sheet = await api.ask('GET', `/api/v1/states/PER/indicators/${code}/metadata`);
    const loaded = { data: await read(code), metadata: JSON.parse(sheet.body) as IndicatorMetadata };
    const html = renderToString((indicatorPage.show(loaded, visit) as Sheet).body as never);
    return [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, inner]) =>
      inner!
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll(',', '')
        .trim(),
    );
  }

  function standIns(
    cube: string,
  ): Promise<{ readonly kept: KeptCube | null; readonly waitingRecords: number | null }[]> {
    return ground.rows(
      state.id,
      `SELECT kept, waiting_reason AS "waitingReason", waiting_records AS "waitingRecords" FROM stand_in WHERE state_id = $1 AND cube = $2`,
      [state.id, cube],
    );
  }

  async function keptOf(code: string): Promise<KeptCube> {
    const [record] = await standIns(code);
    const kept = record!.kept!;
    // What is kept is what the figures say: its tables are those of the register.
    for (const table of kept.cube.tables)
      expect(standInCounts(kept.cube, table, kept.groups)).toHaveLength(table.counts.length);
    expect(kept.cube.total).toBe(
      cubeOfRecords(DIMENSIONS, registers.find((register) => register.code === code)!.records).total,
    );
    return kept;
  }
});

function chosenOf(categories: Readonly<Record<string, string>>): [number, number][] {
  return Object.entries(categories).map(([dimension, category]) => {
    const at = DIMENSIONS.findIndex(({ code }) => code === dimension);
    return [at, DIMENSIONS[at]!.categories.indexOf(category)];
  });
}

function isIn(record: Combination, chosen: readonly (readonly [number, number])[]): boolean {
  return chosen.every(([at, category]) => record[at] === category);
}

function printedAs(value: number | null, flag: string | null): string {
  return flag === null ? String(value) : flag === 'lt10' ? '<10' : flag;
}

const totalOf = ({ cells }: IndicatorData): number =>
  cells.find(({ categories }) => Object.keys(categories).length === 0)?.value ?? 0;
