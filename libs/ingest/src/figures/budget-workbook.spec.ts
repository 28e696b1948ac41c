import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';

import { openTable } from '../table/open-table.js';
import type { BudgetVocabulary, ReadBudgetFigure } from './budget-figure.js';
import { readBudget } from './budget-reading.js';
import type { ReadingOptions } from './reading-context.js';

type Cell =
  | string
  | number
  | null
  | { readonly value: string | number; readonly rowSpan?: number; readonly columnSpan?: number };
type Row = readonly Cell[];

const name = (text: string) => ({ en: text, es: text });
const dimension = (code: string, label: string, categories: readonly string[]) => ({
  code,
  name: name(label),
  categories: categories.map((one) => ({ code: one, name: name(one), codes: {} })),
});
const VOCABULARY: BudgetVocabulary = {
  iso3: 'PER',
  indicators: [
    { id: 5, code: '18-B1', name: name('Money'), track: 'budget', valueType: 'amount', ratioPer: null },
  ],
  sources: [{ id: 2, code: 'MEF', name: name('Ministry of Finance') }],
  institutions: [{ id: 9, code: 'MIMP', name: name('Ministerio de la Mujer y Poblaciones Vulnerables') }],
  dimensions: [
    dimension('purpose', 'Finalidad', ['recovery', 'prevention']),
    dimension('level', 'Nivel', ['national', 'regional', 'local']),
  ],
  budgetLines: [],
};
const OPTIONS: ReadingOptions = {
  ...{ sheet: null, indicator: '18-B1', indicatorText: null, source: 'MEF', decimalMark: null, codes: null },
  ...{ columns: {}, reason: null, cohortRule: null, currency: null },
  categories: {
    '0068: REDUCCION DE VULNERABILIDAD Y ATENCION DE EMERGENCIAS': 'prevention',
    '0080: LUCHA CONTRA LA VIOLENCIA FAMILIAR': 'recovery',
  },
};
const PLIEGO = '039: MINISTERIO DE LA MUJER Y POBLACIONES VULNERABLES';
const TITLE: readonly Row[] = [
  ['Consulta Amigable (Mensual)'],
  ['Consulta de Ejecución del Gasto'],
  ['Fecha de la Consulta: 24-noviembre-2024'],
  ['Año de Ejecución: 2024'],
  ['Incluye: Actividades y Proyectos'],
];
/** Two rows, those of one row joined downwards and the execution joined over its three. */
const headOf = (label: string): readonly Row[] => [
  [
    ...[label, 'PIA', 'PIM', 'Certificación', 'Compromiso Anual'].map((value) => ({ value, rowSpan: 2 })),
    { value: 'Ejecución', columnSpan: 3 },
    null,
    null,
    { value: 'Avance %', rowSpan: 2 },
  ],
  [null, null, null, null, null, 'Atención de Compromiso Mensual', 'Devengado', 'Girado', null],
];
const PREVENTION = '0068: REDUCCION DE VULNERABILIDAD Y ATENCION DE EMERGENCIAS';
const RECOVERY = '0080: LUCHA CONTRA LA VIOLENCIA FAMILIAR';
const amounts = (pia: string, pim: string, executed: string): Row => [
  ...[pia, pim, '900,000', '800,000.50', '700,000', executed, '650,000', '61.5 %'],
];
const DATA: readonly Row[] = [
  [PREVENTION, ...amounts('1,000,000', '1,250,000', '768,750')],
  [RECOVERY, ...amounts('2,000,000', '2,100,000', '1,234,567')],
];
const FILTERS: readonly Row[] = [
  ['TOTAL', ...amounts('240,806,221,023', '257,561,764,140', '150,000,000,000')],
  ['Nivel de Gobierno E: GOBIERNO NACIONAL', ...amounts('9,000,000', '9,000,000', '5,000,000')],
  ['Sector 39: MUJER Y POBLACIONES VULNERABLES', ...amounts('8,000,000', '8,000,000', '4,000,000')],
  [`Pliego ${PLIEGO}`, ...amounts('3,000,000', '3,350,000', '2,003,317')],
];

async function read(
  rows: readonly Row[],
  { sheet, ...more }: Partial<ReadingOptions> & { readonly sheets?: readonly string[] } = {},
) {
  async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    yield await Promise.resolve(bytes);
  }
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell : { value: cell })));
  const names = more.sheets ?? ['Hoja1'];
  const file = await writeXlsxFile(names.map((one) => ({ data, sheet: one })) as never).toBuffer();
  const table = await openTable(once(file), sheet ?? null);
  const reading = readBudget(
    table,
    VOCABULARY,
    { ...OPTIONS, ...more, sheet: sheet ?? null, currency: 'PEN' },
    new Map(),
  );
  const figures: ReadBudgetFigure[] = [];
  for await (const batch of reading.figures()) figures.push(...batch);
  return {
    figures: figures.map((one) => [one.purpose, one.phase, one.throughOn, one.amount]),
    lines: [...new Set(figures.map(({ institutionId, level }) => `${institutionId} ${level}`))],
    problems: reading.problems().kept.map(({ row, column, given, code }) => [row, column, given, code]),
    skipped: reading.skipped(),
  };
}

const YEAR = [
  ['prevention', 'approved', '2024-12-31', 1_000_000],
  ['prevention', 'revised', '2024-12-31', 1_250_000],
  ['prevention', 'executed', '2024-12-31', 768_750],
  ['recovery', 'approved', '2024-12-31', 2_000_000],
  ['recovery', 'revised', '2024-12-31', 2_100_000],
  ['recovery', 'executed', '2024-12-31', 1_234_567],
];

describe("an export of a ministry of finance's own page", () => {
  it('is read through its title, its filters as lines, a head in two joined rows and a total', async () => {
    const total: Row = ['TOTAL', ...amounts('3,000,000', '3,350,000', '2,003,317')];
    const found = await read([...TITLE, ...FILTERS, ...headOf('Categoría Presupuestal'), total, ...DATA]);
    expect(found.problems).toEqual([]);
    expect(found.figures).toEqual(YEAR);
    expect(found.lines).toEqual(['9 national']);
    expect(found.skipped).toBe(1);
  });

  it.each([
    ['directly under the year', [['Año de Ejecución: 2024']] as readonly Row[], 0],
    ['after empty rows', [...TITLE, [null], [null], [null]] as readonly Row[], 0],
    ['with the filter in two cells', [...TITLE, ['Pliego:', PLIEGO]] as readonly Row[], 9],
    ['with the filter before the year', [[`Pliego: ${PLIEGO}`], ...TITLE] as readonly Row[], 9],
  ])('is read with its head %s', async (_where, above, institution) => {
    const found = await read([...above, ...headOf('Categoría Presupuestal'), ...DATA]);
    expect([found.problems, found.figures]).toEqual([[], YEAR]);
    expect(found.lines).toEqual([`${institution === 0 ? 'null' : institution} national`]);
  });

  it('is read with subtotals, a head that is repeated, columns without a name and notes below', async () => {
    const head: Row = ['Categoría Presupuestal', 'PIA', 'PIM', null, 'Devengado', 'Avance %'];
    const row = (label: string, ...[pia, pim, executed]: number[]): Row => [
      label,
      pia!,
      pim!,
      'x1',
      executed!,
      61.5,
    ];
    const found = await read([
      ...TITLE,
      head,
      row(PREVENTION, 1_000_000, 1_250_000, 768_750),
      row('Subtotal', 1_000_000, 1_250_000, 768_750),
      head,
      row(RECOVERY, 2_000_000, 2_100_000, 1_234_567),
      row('SUB TOTAL: violencia', 2_000_000, 2_100_000, 1_234_567),
      row('Total general', 3_000_000, 3_350_000, 2_003_317),
      ['Fuente: SIAF, Consulta Amigable, cifras en soles'],
    ]);
    expect([found.problems, found.figures]).toEqual([[], YEAR]);
    expect(found.skipped).toBe(5);
  });

  it('has its purpose once for several rows where cells are joined downwards', async () => {
    const rows = (label: string, executed: readonly [number, number]): readonly Row[] => [
      [{ value: label, rowSpan: 2 }, '1: Enero', 10, 10, executed[0]],
      [null, '2: Febrero', 10, 10, executed[1]],
    ];
    const found = await read(
      [
        ...TITLE,
        ['Finalidad', 'Mes', 'PIA', 'PIM', 'Devengado'],
        ...rows('prevention', [1, 2]),
        ...rows('recovery', [3, 4]),
      ],
      { months: 'of_month' },
    );
    expect(found.problems).toEqual([]);
    expect(found.figures.filter(([, phase]) => phase === 'executed')).toEqual([
      ['prevention', 'executed', '2024-01-31', 1],
      ['prevention', 'executed', '2024-02-29', 2],
      ['recovery', 'executed', '2024-01-31', 3],
      ['recovery', 'executed', '2024-02-29', 4],
    ]);
  });

  it('with a sheet for each month takes the month from the sheet, named or the first', async () => {
    const rows = [...TITLE, ...headOf('Categoría Presupuestal'), ...DATA];
    const sheets = ['Setiembre', 'Octubre'];
    const named = await read(rows, { sheets, sheet: 'Octubre', months: 'cumulative' });
    expect(named.figures[2]).toEqual(['prevention', 'executed', '2024-10-31', 768_750]);
    const first = await read(rows, { sheets, months: 'cumulative' });
    expect(first.figures[2]).toEqual(['prevention', 'executed', '2024-09-30', 768_750]);
    await expect(read(rows, { sheets })).rejects.toMatchObject({ code: 'import.no_month_meaning' });
  });

  it('names what it does not know by row and column: a filter, an institution, a purpose, a column', async () => {
    const found = await read([
      ['Año de Ejecución: 2024'],
      ['Pliego 999: NADIE'],
      ['Departamento 15: LIMA'],
      ['Categoría Presupuestal', 'PIA', 'PIM', 'Devengado', 'Meta física'],
      ['0999: OTRA COSA', 1, 2, 3, 4],
      [RECOVERY, 1, '1.2.3', 3, 4],
    ]);
    expect(found.figures).toEqual([]);
    expect(found.problems).toEqual([
      [4, 'Meta física', 'Meta física', 'import.column_unknown'],
      [3, 'Departamento', '15: LIMA', 'import.filter_unknown'],
      [5, 'Pliego', '999: NADIE', 'import.institution_unknown'],
      [6, 'Pliego', '999: NADIE', 'import.institution_unknown'],
      [6, 'PIM', '1.2.3', 'figure.not_a_number'],
    ]);
    const ignored = await read(
      [
        ['Año de Ejecución: 2024'],
        ['Departamento 15: LIMA'],
        ['Categoría Presupuestal', 'PIA', 'PIM', 'Devengado'],
        [RECOVERY, 1, 2, 3],
      ],
      { columns: { Departamento: 'ignore' } },
    );
    expect([ignored.problems, ignored.figures.length]).toEqual([[], 3]);
  });
});
