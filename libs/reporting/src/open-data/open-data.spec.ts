import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';

import { jsonStatOf } from './json-stat.js';
import type { PublishedCell, PublishedTable } from './published-table.js';
import { timePeriodOf } from './reference-period.js';
import { sdmxRowsOf } from './sdmx-csv.js';

const YEAR = { startOn: '2024-01-01', endOn: '2024-12-31' };
const WORDS = { total: 'Total', source: 'Source', period: 'Period' };
const cell = (change: Partial<PublishedCell>): PublishedCell => ({
  value: null,
  flag: null,
  bound: null,
  provisional: false,
  period: YEAR,
  categories: {},
  source: 'register',
  ...change,
});
const table = (cells: readonly PublishedCell[]): PublishedTable => ({
  code: '8-O1',
  name: 'Registered child victims',
  unit: 'children',
  dimensions: [
    {
      code: 'sex',
      name: 'Sex',
      categories: [
        { code: 'female', name: 'Female' },
        { code: 'male', name: 'Male' },
      ],
    },
    { code: 'age', name: 'Age', categories: [{ code: '18+', name: '18 and over' }] },
  ],
  sources: [
    { code: 'register', name: 'Register' },
    { code: 'police', name: 'Police' },
  ],
  cells,
  cubeVersion: 3,
  announcedError: 4,
  licence: 'CC-BY-4.0',
});

const FLAGS = ['lt10', 'structural_zero', 'missing', 'not_applicable', 'not_shown', 'below_bound'];

describe('a reference period', () => {
  it.each([
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-07-01', '2024-12-31', '2024-S2'],
    ['2024-04-01', '2024-06-30', '2024-Q2'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2023-02-01', '2023-02-27', '2023-02-01/P27D'],
    ['2023-07-01', '2024-06-30', '2023-07-01/P366D'],
    ['2024-02-01', '2024-04-30', '2024-02-01/P90D'],
  ])('from %s to %s is %s', (startOn, endOn, printed) => {
    expect(timePeriodOf({ startOn, endOn })).toBe(printed);
  });
});

describe('JSON-stat', () => {
  it('gives each cell back by its codes, as the toolkit of its author reads it', () => {
    const codes = { sex: [undefined, 'female', 'male'], age: [undefined, '18+'] };
    const places = codes.sex.flatMap((sex) =>
      codes.age.flatMap((age) =>
        ['register', 'police'].flatMap((source) =>
          ['2023', '2024'].map((year) => ({ sex, age, source, year })),
        ),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(5_000)), { minLength: places.length, maxLength: places.length }),
        (values) => {
          const cells = places.map(({ sex, age, source, year }, index) =>
            cell({
              ...(values[index] === null ? { flag: FLAGS[index % 5]! } : { value: values[index]! }),
              categories: { ...(sex && { sex }), ...(age && { age }) },
              source,
              period: { startOn: `${year}-01-01`, endOn: `${year}-12-31` },
            }),
          );
          const dataset = JSONstat(JSON.parse(JSON.stringify(jsonStatOf(table(cells), WORDS))) as object);
          expect(dataset.n).toBe(places.length);
          places.forEach(({ sex, age, source, year }, index) => {
            const read = dataset.Data({ sex: sex ?? '_T', age: age ?? '_T', source, period: year });
            expect(read).toEqual({
              value: values[index] ?? null,
              status: values[index] === null ? FLAGS[index % 5] : null,
            });
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says where a series breaks, which figure is of record, and what is provisional', () => {
    const breaks = [{ on: '2024-01-01', kind: 'law', source: null, reason: 'Ley 31146' }];
    const cells = [
      cell({ value: 5, break: true, ofRecord: true }),
      cell({ value: 6, break: true, provisional: true, source: 'police', ofRecord: false }),
    ];
    const dataset = jsonStatOf({ ...table(cells), breaks }, WORDS);
    expect(Object.values(dataset.status)).toEqual(['break', 'break,provisional']);
    expect(dataset.extension).toMatchObject({ breaks, ofRecord: [{ period: '2024', source: 'register' }] });
  });

  it('marks time, unit, licence and what a source printed in place of a number', () => {
    const dataset = jsonStatOf(table([cell({ flag: 'below_bound', bound: 5 })]), WORDS);
    expect(dataset.role.time).toEqual(['period']);
    expect(Object.values(dataset.status)).toEqual(['<5']);
    expect(dataset.extension).toMatchObject({ unit: 'children', licence: 'CC-BY-4.0', announcedError: 4 });
  });
});

describe('a dimension whose codes came with the figures', () => {
  const lines = table([
    cell({ value: 1, categories: { institution: 'MIMP', sex: 'unknown' } }),
    cell({ value: 2, categories: { institution: 'INEI', sex: 'female' } }),
  ]);

  it('has its place in both formats, so that no two cells fall together', () => {
    const dataset = jsonStatOf(lines, WORDS);
    expect(dataset.id).toEqual(['sex', 'institution', 'source', 'period']);
    expect(dataset.dimension['institution']!.category.index).toEqual(['_T', 'INEI', 'MIMP']);
    expect(dataset.dimension['sex']!.category.index).toEqual(['_T', 'female', 'unknown']);
    expect(Object.values(dataset.value)).toHaveLength(2);
    expect(sdmxRowsOf(lines, 'VIGIA').rows.map((row) => row['INSTITUTION'])).toEqual(['MIMP', 'INEI']);
  });
});

describe('SDMX-CSV', () => {
  it.each([
    [{ value: 15 }, 15, 'A', 'F', ''],
    [{ value: 15, provisional: true }, 15, 'P', 'F', ''],
    [{ value: 0 }, 0, 'A', 'F', ''],
    [{ value: 15, break: true }, 15, 'B', 'F', ''],
    [{ value: 15, break: true, provisional: true }, 15, 'B', 'F', 'OBS_STATUS P'],
    [{ flag: 'lt10', break: true }, null, 'B', 'A', '<10; OBS_STATUS Q'],
    [{ value: 15, ofRecord: true }, 15, 'A', 'F', 'figure of record'],
    [{ value: 15, ofRecord: false }, 15, 'A', 'F', ''],
    [{ flag: 'lt10' }, null, 'Q', 'A', '<10'],
    [{ flag: 'below_bound', bound: 5 }, null, 'Q', 'A', '<5'],
    [{ flag: 'missing' }, null, 'O', 'F', ''],
    [{ flag: 'not_applicable' }, null, 'M', 'F', ''],
    [{ flag: 'structural_zero' }, null, 'M', 'F', ''],
    [{ flag: 'not_shown' }, null, 'Q', 'N', ''],
  ])('says in two columns what %p is', (change, value, observation, confidentiality, comment) => {
    const { rows } = sdmxRowsOf(table([cell(change)]), 'Vigía');
    expect(rows[0]).toMatchObject({
      OBS_VALUE: value,
      OBS_STATUS: observation,
      CONF_STATUS: confidentiality,
      COMMENT_OBS: comment,
    });
  });

  it('begins with its structure, and has a column for each dimension', () => {
    const cells = [
      cell({ value: 10, categories: { age: '18+' } }),
      cell({ value: 20, categories: { sex: 'male' } }),
    ];
    const { columns, rows } = sdmxRowsOf(table(cells), 'VIGIA');
    expect(columns.slice(0, 3)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'ACTION']);
    expect(rows[0]).toMatchObject({
      STRUCTURE_ID: 'VIGIA:DF_8_O1(3.0)',
      SEX: '_T',
      AGE: '18_PLUS',
      TIME_PERIOD: '2024',
    });
    expect(Object.keys(rows[0]!)).toEqual([...columns]);
  });
});
