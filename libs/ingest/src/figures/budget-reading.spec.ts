import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';

import { openTable } from '../table/open-table.js';
import { readBudget } from './budget-reading.js';
import type { BudgetVocabulary, ReadBudgetFigure } from './budget-figure.js';
import { readDeflator } from './deflator-reading.js';
import type { ReadingOptions } from './reading-context.js';

const name = (text: string) => ({ en: text, es: text });
const vocabulary: BudgetVocabulary = {
  iso3: 'PER',
  indicators: [
    { id: 5, code: '18-B1', name: name('Money'), track: 'budget', valueType: 'amount', ratioPer: null },
  ],
  sources: [{ id: 2, code: 'MEF', name: name('Ministry of Finance') }],
  institutions: [{ id: 9, code: 'MIMP', name: name('Ministerio de la Mujer y Poblaciones Vulnerables') }],
  dimensions: [
    {
      code: 'purpose',
      name: name('Finalidad'),
      categories: ['recovery', 'training'].map((code) => ({ code, name: name(code), codes: {} })),
    },
    {
      code: 'level',
      name: name('Nivel'),
      categories: ['national', 'regional'].map((code) => ({ code, name: name(code), codes: {} })),
    },
  ],
  budgetLines: [],
};
const OPTIONS: ReadingOptions = {
  ...{ sheet: null, indicator: '18-B1', indicatorText: null, source: 'MEF', decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null, currency: 'PEN' },
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}

async function tableOf(file: string | readonly (readonly (string | number | null)[])[]) {
  const bytes =
    typeof file === 'string'
      ? Buffer.from(file)
      : await writeXlsxFile(file.map((row) => [...row])).toBuffer();
  return openTable(once(bytes), null);
}

async function read(file: Parameters<typeof tableOf>[0], more: Partial<ReadingOptions> = {}) {
  const reading = readBudget(await tableOf(file), vocabulary, { ...OPTIONS, ...more }, new Map());
  const figures: ReadBudgetFigure[] = [];
  for await (const batch of reading.figures()) figures.push(...batch);
  const problems = reading.problems().kept.map(({ row, column, code }) => [row, column, code]);
  return { figures, problems, skipped: reading.skipped(), format: reading.layout.format };
}

const short = ({ phase, throughOn, amount, meaning }: ReadBudgetFigure) => [
  phase,
  throughOn,
  amount,
  meaning,
];
const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe("a ministry of finance's workbook", () => {
  const title = [
    ['Consulta Amigable de Ejecución del Gasto', null],
    ['Año de Ejecución: 2024', null],
    ['Incluye: Actividades y Proyectos', null],
  ];
  const upper = ['Mes', 'Pliego', 'Nivel de Gobierno', 'Finalidad', 'Moneda', 'PIA', 'PIM', 'Certificación'];
  const heads = [
    [...upper, 'Compromiso Anual', 'Ejecución', null, null, 'Avance %'],
    [...Array<null>(9).fill(null), 'Atención de Compromiso Mensual', 'Devengado', 'Girado', null],
  ];
  const pliego = '039: MINISTERIO DE LA MUJER Y POBLACIONES VULNERABLES';
  const row = (month: string, pim: number, executed: number) => [
    ...[month, pliego, 'E: GOBIERNO NACIONAL', '0051: recovery', 'PEN', 1000, pim],
    ...[800, 700, 650, executed, executed - 1, 30.5],
  ];
  const total = ['TOTAL', '', '', '', '', 2000, 2500, 0, 0, 0, 520, 500, 20];
  const book = [...title, ...heads, total, row('1: Enero', 1000, 20.5), row('2: Febrero', 1200, 300)];

  it('is read with its title, its head in two rows and its codes before names; commitment and payment are left out', async () => {
    const { figures, problems, skipped } = await read(book, { months: 'of_month' });
    expect(problems).toEqual([]);
    expect(skipped).toBe(1);
    expect(figures.map(short)).toEqual([
      ['approved', '2024-12-31', 1000, null],
      ['revised', '2024-01-31', 1000, null],
      ['executed', '2024-01-31', 20.5, 'of_month'],
      ['approved', '2024-12-31', 1000, null],
      ['revised', '2024-02-29', 1200, null],
      ['executed', '2024-02-29', 300, 'of_month'],
    ]);
    expect(figures[0]).toMatchObject({ institutionId: 9, level: 'national', purpose: 'recovery', row: 7 });
  });

  it('that does not say what its months count is refused, whoever says it', async () => {
    await expect(read(book)).rejects.toMatchObject({ code: 'import.no_month_meaning' });
    const said = heads.map((cells) =>
      cells.map((cell) => (cell === 'Devengado' ? 'Devengado mensual' : cell)),
    );
    const { figures } = await read([...title, ...said, row('1: Enero', 1000, 20)]);
    expect(figures.at(-1)).toMatchObject({ meaning: 'of_month', amount: 20 });
  });

  it('without a year in title, column or option has no head that is known', async () => {
    await expect(read(book.slice(3), { months: 'of_month' })).rejects.toMatchObject({
      code: 'import.no_header',
    });
    expect((await read(book.slice(3), { months: 'of_month', year: 2023 })).figures[0]).toMatchObject({
      fiscalYear: 2023,
    });
  });
});

describe('a long file of a budget by month', () => {
  it.each([
    ['Mes', '3', '2024-03-31'],
    ['Mes', 'Setiembre', '2024-09-30'],
    ['Mes', '09: Setiembre', '2024-09-30'],
    ['month', 'Feb.', '2024-02-29'],
  ])('whose column %s says %s ends on %s', async (head, month, ends) => {
    const file = csv(
      `year;purpose;currency;${head};phase;amount`,
      `2024;recovery;PEN;${month};PIM;5`,
      `2024;recovery;PEN;${month};devengado;5`,
    );
    const { figures } = await read(file, { months: 'cumulative' });
    expect(figures.map(short)).toEqual([
      ['revised', ends, 5, null],
      ['executed', ends, 5, 'cumulative'],
    ]);
  });

  it('refuses a month that contradicts itself, a share above the whole, and a negative amount since January', async () => {
    const file = csv(
      'year;purpose;currency;month;share;Devengado acumulado',
      '2024;recovery;PEN;3: Abril;;5',
      '2024;recovery;PEN;3;120 %;5',
      '2024;recovery;PEN;3;25 %;-5',
    );
    expect((await read(file)).problems).toEqual([
      [2, 'month', 'import.month_unreadable'],
      [3, 'share', 'import.share_unreadable'],
      [4, 'Devengado acumulado', 'figure.negative'],
    ]);
  });

  it('may have a column for each month, take back what was executed, and name the share that is for the purpose', async () => {
    const file = csv(
      'Año;Finalidad;Moneda;Parte atribuible;MTO_DEVENGA_01;Devengado Febrero;Mar',
      '2024;recovery;PEN;25 %;10,5;-2,5;',
    );
    const { figures } = await read(file, { months: 'of_month' });
    expect(figures.map(short)).toEqual([
      ['executed', '2024-01-31', 10.5, 'of_month'],
      ['executed', '2024-02-29', -2.5, 'of_month'],
    ]);
    expect(figures[0]!.attributableShare).toBe(0.25);
  });
});

describe('a deflator table', () => {
  const indices = async (file: string, more: Partial<ReadingOptions> = {}) => {
    const reading = readDeflator(await tableOf(file), vocabulary, { ...OPTIONS, ...more }, new Map());
    const read: unknown[] = [];
    for await (const batch of reading.figures())
      read.push(...batch.map(({ fiscalYear, baseYear, index }) => [fiscalYear, baseYear, index]));
    return [...read, ...reading.problems().kept.map(({ row, code }) => [row, code])];
  };

  it('is read with its base year, from the file or as told, and an index of zero is refused', async () => {
    expect(await indices(csv('Año;Año base;IPC', '2021;2021;100', '2022;2021;107,9', '2023;2021;0'))).toEqual(
      [
        [2021, 2021, 100],
        [2022, 2021, 107.9],
        [4, 'import.index_unreadable'],
      ],
    );
    expect(await indices(csv('year,index', '2022,107.9'), { baseYear: 2021 })).toEqual([[2022, 2021, 107.9]]);
    await expect(indices(csv('year,index', '2022,107.9'))).rejects.toMatchObject({
      code: 'import.no_base_year',
    });
    await expect(
      indices(csv('year,index', '2022,1'), { baseYear: 2021, currency: null }),
    ).rejects.toMatchObject({ code: 'import.no_currency' });
  });
});
