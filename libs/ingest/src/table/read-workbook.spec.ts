import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';

import { writeZip } from '../../../../test/support/zip-writer.mjs';
import { openTable } from './open-table.js';
import type { Table } from './table.js';

const HEAD = ['Indicador', 'Año', 'Valor'] as const;
const figures = [
  [...HEAD],
  ['8-O1', 2024, 1234.5],
  ['8-O1', 2025, 0],
  ['24-S1', new Date('2024-02-29T00:00:00Z'), true],
  ['8-O1', null, '<5'],
];

async function workbook(): Promise<Uint8Array> {
  return writeXlsxFile([
    { data: [['Notas']], sheet: 'Portada' },
    {
      data: figures.map((row) =>
        row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value)),
      ),
      sheet: 'Cifras',
    },
  ]).toBuffer();
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 1_000)
    yield await Promise.resolve(bytes.subarray(at, at + 1_000));
}

async function rowsOf(table: Table): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows.map((row) => [...row]));
  return rows;
}

const codeOf = (bytes: Uint8Array, sheet: string | null = null): Promise<unknown> =>
  openTable(bytesOf(bytes), sheet).then(
    () => null,
    (error: { readonly code?: string }) => error.code,
  );

describe('a workbook of figures', () => {
  it('is read as a person would have typed it: numbers with a point, days, yes and no, bounds', async () => {
    const table = await openTable(bytesOf(await workbook()), 'Cifras');
    expect(table).toMatchObject({ format: 'xlsx', decimalMark: '.' });
    expect(await rowsOf(table)).toEqual([
      [...HEAD],
      ['8-O1', '2024', '1234.5'],
      ['8-O1', '2025', '0'],
      ['24-S1', '2024-02-29', 'true'],
      ['8-O1', '', '<5'],
    ]);
  });

  it('is its first sheet where none is named, and says so where there is no such sheet', async () => {
    expect(await rowsOf(await openTable(bytesOf(await workbook())))).toEqual([['Notas']]);
    expect(await codeOf(await workbook(), 'Hoja 7')).toBe('table.no_sheet');
  });

  it('is refused, before it is unpacked, where it would fill the memory', async () => {
    const sheet = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(4_000_000)}</sheetData></worksheet>`;
    const bomb = writeZip([
      ['[Content_Types].xml', '<Types/>'],
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/worksheets/sheet1.xml', sheet],
    ]);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await codeOf(bomb)).toBe('table.workbook_too_big');
  });

  it('is refused where it is damaged', async () => {
    const whole = await workbook();
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('table.workbook_damaged');
    expect(await codeOf(writeZip([['word/document.xml', '<document/>']]))).toBe('table.workbook_damaged');
  });
});

describe('what a person typed into a workbook', () => {
  const sheetOf = async (data: unknown[][]): Promise<Table> =>
    openTable(bytesOf(await writeXlsxFile(data as never, {}).toBuffer()));

  it('is told where cells are joined downwards, and not where they are joined sideways', async () => {
    const table = await sheetOf([
      [{ value: 'Cuadro 1', columnSpan: 3 }, null, null],
      ['Año', 'Departamento', 'Casos'],
      [{ value: 2024, rowSpan: 3 }, 'Lima', 1],
      [null, 'Cusco', 2],
      [null, 'Puno', 3],
    ]);
    const joined = [...(table.joined ?? [])].map(([row, cells]) => [row, [...cells]]);
    expect(joined).toEqual([
      [4, [[0, '2024']]],
      [5, [[0, '2024']]],
    ]);
  });

  it('is written anew where it proves a comma, and leaves the mark open where nothing proves it', async () => {
    const commas = await sheetOf([
      [...HEAD],
      ['A', 2024, '1.234.567'],
      ['A', 2025, '1.234,5'],
      ['A', 2026, 12.5],
    ]);
    expect(commas.decimalMark).toBe('.');
    expect((await rowsOf(commas)).map((row) => row[2])).toEqual(['Valor', '1234567', '1234.5', '12.5']);
    const unclear = await sheetOf([[...HEAD], ['A', 2024, '1.234'], ['A', 2025, 12]]);
    expect(unclear.decimalMark).toBeNull();
  });
});
