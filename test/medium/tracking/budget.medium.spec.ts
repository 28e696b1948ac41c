import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';

import { CHECKS, DEFAULT_THRESHOLDS } from '#domain';
import type { State } from '#persistence';
import { FactsRepository } from '#persistence';
import { summariseBudget } from '#tracking';
import type { BudgetSummary, ImportAsked, ImportOutcome } from '#tracking';

import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const TODAY = '2026-11-24';
const BY = { personId: null, actor: 'command_line' } as const;
const OPTIONS: ImportAsked['options'] = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: 'DEMO', decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
};

let ground: TrackingGround;
let peru: State;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await loadPeru(ground);
});
afterAll(() => ground?.close());

async function take(
  kind: ImportAsked['kind'],
  bytes: string | Uint8Array,
  options: Partial<ImportAsked['options']>,
): Promise<ImportOutcome> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(bytes));
  }
  const asked = { kind, dryRun: false, override: null, options: { ...OPTIONS, ...options } };
  const outcome = await ground.tracking.importFigures.run(
    peru,
    { name: 'mef.xlsx', bytes: once() },
    asked,
    BY,
  );
  await ground.tracking.publishFigures.publish(peru.id);
  return outcome;
}

async function budget(): Promise<BudgetSummary> {
  return summariseBudget(await ground.tracking.readBudget.read(peru));
}

const facts = (code: string) =>
  ground.record.runState(peru.id, async () => {
    const all = await new FactsRepository(ground.record).listFacts(peru.id, TODAY, 0, 200);
    return all.find(({ facts: { code: own } }) => own === code)!.facts;
  });

describe('the budget of the demonstration', () => {
  it('names the purposes that are asked for as data, and has their months, prices and ratio to published victims', async () => {
    const summary = await budget();
    expect(summary.purposes.filter(({ named }) => named).map(({ purpose }) => purpose)).toEqual([
      ...['criminal_investigation', 'legal_assistance', 'compensation', 'recovery'],
    ]);
    expect(summary.purposesWithoutLine).toEqual([]);
    expect(summary.currency).toBe('PEN');
    const recovery = summary.months.find(({ purpose }) => purpose === 'recovery')!;
    expect(recovery.fiscalYear).toBe(2026);
    expect(recovery.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { executed, inMonth, share, budget: money } of recovery.months) {
      expect(executed).toBeGreaterThanOrEqual(inMonth!);
      expect(share).toBeCloseTo(executed / money!, 12);
    }
    expect(recovery.months.at(-1)!.executed).toBeLessThan(11_100_000);
    expect(recovery.months.at(-1)!.shareYearBefore).toBeGreaterThan(0);
  });

  it('gives constant prices beside the amounts, and none for the year without a deflator', async () => {
    const { years, constantPrices } = await budget();
    expect(constantPrices).toEqual({ baseYear: 2022, sources: ['DEMO'], missingYears: [2026] });
    const [of2024, of2026] = [2024, 2026].map((year) => years.find(({ fiscalYear }) => fiscalYear === year)!);
    expect(of2024!.constant!.executed).toBeCloseTo(of2024!.amounts.executed! / 1.088, 1);
    expect(of2026!.constant).toBeNull();
    expect(of2026!.amounts.executed).toBe(28_400_000);
  });

  it('tells spending for each victim from the two published figures of one year, and says why where it does not', async () => {
    const { perVictim } = await budget();
    const rows = await ground.rows<{ value: number }>(
      peru.id,
      `SELECT value FROM published_figure WHERE state_id = $1 AND indicator_code = '8-O1' AND series_key = '' AND period_end_on = '2024-12-31'`,
      [peru.id],
    );
    // The register holds 1,263: what is published of it is another number, and that one is divided by.
    expect(rows).toHaveLength(1);
    const victims = rows[0]!.value;
    expect(Math.abs(victims - 1_263)).toBeLessThanOrEqual(4);
    expect(victims % 5).toBe(0);
    const of2024 = perVictim.find(({ year }) => year === 2024)!;
    expect(of2024).toMatchObject({ victims, victimSource: 'DEMO', spendingSources: ['DEMO'] });
    expect(of2024.amount).toBe(Number((of2024.spending! / victims).toFixed(2)));
    expect(
      perVictim
        .filter(({ year }) => year > 2024)
        .map(({ year, amount, withheld }) => [year, amount, withheld]),
    ).toEqual([
      [2025, null, 'victims_not_published'],
      [2026, null, 'year_not_over'],
    ]);
  });
});

describe("a ministry of finance's workbook by month", () => {
  it('becomes a month series that the checks judge by its last month and against the year before', async () => {
    const heads = [
      ['Mes', 'PIA', 'PIM', 'Certificación', 'Compromiso Anual', 'Ejecución', null, null, 'Avance %'],
      [null, null, null, null, null, 'Atención de Compromiso Mensual', 'Devengado', 'Girado', null],
    ];
    const book = (year: number, rows: readonly (readonly (string | number)[])[]) =>
      writeXlsxFile([
        [`Año de Ejecución: ${year}`, null],
        ...heads,
        ...rows.map((row) => [...row]),
      ]).toBuffer();
    const month = (name: string, pia: number, pim: number, executed: number) => [
      ...[name, pia, pim],
      ...[0, 0, 0, executed, 0, 0],
    ];
    const rows = Array.from({ length: 9 }, (_, at) => month(`${at + 1}`, 9_000, 8_000, 100));
    const taken = await take('budget', await book(2026, rows), { indicator: '12-B1', months: 'of_month' });
    expect(taken.problems).toEqual([]);
    expect(taken).toMatchObject({ outcome: 'saved', counts: { added: 19, revised: 0 } });
    const judged = await facts('12');
    const line = judged.budgetLines.find(({ newest }) => newest?.fiscalYear === 2026)!;
    expect(line).toMatchObject({
      newest: { approved: 9_000, revised: 8_000, executed: 900, executedThrough: '2026-09-30' },
      previous: { fiscalYear: 2025 },
      prices: { currency: 'PEN', baseYear: 2022 },
    });
    const found = CHECKS.flatMap((check) =>
      check.evaluate(judged, { today: TODAY, thresholds: DEFAULT_THRESHOLDS }),
    ).filter(({ subject }) => subject.kind === 'budget_line');
    expect(found.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['budget_execution', 'behind_the_year'],
      ['budget_cut', 'in_amounts'],
    ]);
    // 273 of 365 days had passed on the last day of September; the amounts speak of no later one.
    expect(found[0]!.evidence).toMatchObject({ executedPercent: 11, elapsedPercent: 75 });
    await ground.tracking.undoImport.undo(peru, taken.id!, 'The demonstration goes on without it.', BY);
  });

  it('leaves a purpose that is asked for and has no line to its check', async () => {
    await ground.rows(
      peru.id,
      `UPDATE indicator SET required_purposes = '{compensation,training}' WHERE state_id = $1 AND code = '18-B3' RETURNING id`,
      [peru.id],
    );
    const found = CHECKS.flatMap((check) => (check.rule === 'budget_purpose' ? [check] : []))[0]!.evaluate(
      await facts('18'),
      { today: TODAY, thresholds: DEFAULT_THRESHOLDS },
    );
    expect(found).toMatchObject([
      { reason: 'no_line', evidence: { indicator: '18-B3', missingPurposes: ['training'] } },
    ]);
  });
});
