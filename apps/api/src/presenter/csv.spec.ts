import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { IndicatorData } from '#contracts';

import { cellsAsCsv } from './csv.js';

const RUNS = 500;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
/** What makes a spreadsheet compute; a lone hyphen does not. */
const FORMULA = /^[\s\u00a0]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-]/;

/** Cells as a spreadsheet sees them: rows also end at a lone CR or LF, and its separator may be another than ours. */
function spreadsheetCells(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator || letter === '\r' || letter === '\n') {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

const isLive = (cell: string): boolean =>
  (FORMULA.test(cell) && !NUMBER.test(cell) && cell !== '-') || /^[\t\r]/.test(cell);

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;,"\' |!A1()\u00a0＝＋－＠'), maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom('', ' ', '\t', '\r', '\n', 'x\r', 'x\n', 'x;', 'x;  ', 'x\t', '"', 'x","', '\u00a0'),
      fc.constantFrom(
        '=HYPERLINK("http://evil.example")',
        "+cmd|' /C calc'!A0",
        '-2+3+cmd',
        '@SUM(1+1)',
        '＝1+1',
        '－1',
      ),
    )
    .map((parts) => parts.join('')),
);

function dataWith(words: readonly string[], values: readonly (number | null)[]): IndicatorData {
  const [code = '', name = '', unit = '', dimension = '', category = '', source = ''] = words;
  return {
    code,
    name,
    unit,
    cells: values.map((value) => ({
      value,
      flag: value === null ? 'structural_zero' : null,
      bound: null,
      provisional: false,
      period: { startOn: '2025-01-01', endOn: '2025-12-31' },
      categories: { [`d${dimension}`]: category },
      source,
    })),
    cubeVersion: null,
    announcedError: null,
    licence: 'CC-BY-4.0',
  } as unknown as IndicatorData;
}

describe('a CSV of published cells', () => {
  it('has a code for each state of a value, a break, and the figure of record', () => {
    const data = dataWith(['x', 'x', 'x', 'sex', 'female', 'police'], [0]);
    const cell = data.cells[0]!;
    const of = (change: Partial<typeof cell>) => ({ ...cell, ...change });
    const cells = [
      of({ break: true, ofRecord: true }),
      of({ provisional: true, ofRecord: false }),
      ...(['lt10', 'structural_zero', 'missing', 'not_applicable', 'not_shown'] as const).map((flag) =>
        of({ value: null, flag }),
      ),
      of({ value: null, flag: 'below_bound', bound: 5 }),
    ];
    const [head = '', ...rows] = cellsAsCsv([{ ...data, cells }])
      .trim()
      .split('\r\n');
    const columns = head.split(',');
    const marks = rows.map((row) =>
      ['value', 'printed', 'flag', 'provisional', 'break', 'of_record'].map(
        (column) => row.split(',')[columns.indexOf(column)],
      ),
    );
    expect(marks).toEqual([
      ['0', '0', '', '', 'b', 'yes'],
      ['0', '0', '', 'p', '', 'no'],
      ['', '<10', 'lt10', '', '', ''],
      ['', '-', 'structural_zero', '', '', ''],
      ['', 'missing', 'missing', '', '', ''],
      ['', 'not_applicable', 'not_applicable', '', '', ''],
      ['', 'not_shown', 'not_shown', '', '', ''],
      ['', '<5', 'below_bound', '', '', ''],
    ]);
  });

  it('holds no cell that a spreadsheet would run, whatever its separator, and negative numbers stay numbers', () => {
    let cells = 0;
    let live = 0;
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 6, maxLength: 6 }),
        fc.array(fc.option(fc.oneof(fc.integer({ min: -1e9, max: -1 }), fc.integer({ min: 0, max: 1e9 }))), {
          minLength: 1,
          maxLength: 4,
        }),
        (words, values) => {
          const csv = cellsAsCsv([dataWith(words, values)]);
          for (const separator of [',', ';', '\t']) {
            const seen = spreadsheetCells(csv, separator);
            cells += seen.length;
            const found = seen.filter(isLive);
            live += found.length;
            expect(found).toEqual([]);
          }
          const plain = spreadsheetCells(csv, ',');
          for (const value of values) if (value !== null) expect(plain).toContain(String(value));
        },
      ),
      { numRuns: RUNS },
    );
    process.stdout.write(`S9: ${live} live formulas in ${cells} cells (CSV; there is no XLSX yet)\n`);
    expect(cells).toBeGreaterThan(RUNS * 10);
  });

  it.each([
    ['=1+1', "'=1+1"],
    [' =1+1', " '=1+1"],
    ['a;=1', "a;'=1"],
    ['-', "'-"],
    ['-5', "'-5"],
    ['-5+1', "'-5+1"],
    ['Ayacucho - Huanta', 'Ayacucho - Huanta'],
    ['14(a); 20(b)', '14(a); 20(b)'],
  ])('writes %j as %j', (given, written) => {
    const csv = cellsAsCsv([dataWith(['x', given], [1])]);
    expect(spreadsheetCells(csv, ',')).toContain(written);
  });
});
