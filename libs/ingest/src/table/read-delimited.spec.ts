import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';

import { openTable } from './open-table.js';
import { DELIMITERS } from './record-reading.js';

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function rowsOf(bytes: Uint8Array, size?: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of (await openTable(pieces(bytes, size))).batches()) {
    expect(batch.firstRow).toBe(rows.length + 1);
    rows.push(...batch.rows.map((row) => [...row]));
  }
  return rows;
}

const read = (text: string, size?: number) => rowsOf(Buffer.from(text), size);
const cell = fc
  .array(fc.constantFrom(',', ';', '\t', '|', '"', '\n', 'a', 'ñ', '€', '1', ' ', '=', 'sep'), {
    maxLength: 6,
  })
  .map((letters) => letters.join(''));

describe('a delimited file', () => {
  it('is read back as it was written, with any delimiter and cut into pieces anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, lineEnd, size) => {
          // A head that no other delimiter cuts says which one it is.
          const head = rows[0]!.map((_, index) => `column ${index}`);
          const all = [...Array<string[]>(8).fill(head), ...rows];
          const text = stringify(all, { delimiter, record_delimiter: lineEnd, quoted_string: true });
          expect(await read(text, size)).toEqual(all);
          expect(parse(text, { delimiter, relax_column_count: true })).toEqual(all);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['UTF-8', Buffer.from('año;región\n2019;Áncash €\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeffaño;región\n2019;Áncash €\n')],
    ['UTF-16 with its mark', Buffer.from('\ufeffaño;región\n2019;Áncash €\n', 'utf16le')],
    ['Windows-1252', Buffer.from([...Buffer.from('año;región\n2019;Áncash ', 'latin1'), 0x80, 0x0a])],
  ])('may be %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['año', 'región'],
      ['2019', 'Áncash €'],
    ]);
  });

  it('that is Latin-1 from its middle on is read, and one that is UTF-8 and then damaged is refused', async () => {
    const ascii = 'a,b\n1,2\n'.repeat(50_000);
    const late = Buffer.concat([Buffer.from(ascii), Buffer.from('ñandú,3\n', 'latin1')]);
    expect((await rowsOf(late, 65_536)).at(-1)).toEqual(['ñandú', '3']);
    const damaged = Buffer.concat([Buffer.from(`ñ,1\n${ascii}`), Buffer.from('ñandú,3\n', 'latin1')]);
    await expect(rowsOf(damaged, 65_536)).rejects.toMatchObject({ code: 'table.encoding' });
  });

  it('may say its delimiter in its first line, end its lines as an old Macintosh did, and end without a line end', async () => {
    expect(await read('sep=;\na,b;c\n1,5;2\n')).toEqual([
      ['sep=', ''],
      ['a,b', 'c'],
      ['1,5', '2'],
    ]);
    expect(await read('a\tb\r1\t2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await read('a,b\n1,"2"')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps decimal commas in their cells where semicolons stand between them', async () => {
    expect(await read('a;b;c\n1,5;2,5;3,5\n4,5;5,5;6\n')).toContainEqual(['1,5', '2,5', '3,5']);
  });

  it.each([
    ['empty', Buffer.from(''), 'empty'],
    ['blank', Buffer.from('\n\n'), 'empty'],
    ['with NUL bytes', Buffer.from('a,b\n1,\0\n'), 'binary'],
    ['one column', Buffer.from('a\nb\n'), 'no_columns'],
    ['with a quotation mark that is not closed', Buffer.from('a,b\n1,"2\n3,4\n'), 'quote_open'],
    ['a PDF', Buffer.from('%PDF-1.7 a,b'), 'binary'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'workbook_locked'],
    ['of 100,000 columns', Buffer.from(`${'a,'.repeat(100_000)}\n`), 'too_many_columns'],
  ])('that is %s is refused by name', async (_, bytes, code) => {
    await expect(rowsOf(bytes, 65_536)).rejects.toMatchObject({ code: `table.${code}` });
  });

  it('of one line of 50 MB is refused at its first megabyte', async () => {
    let taken = 0;
    const line = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a,b\n1,2\n');
      for (; taken < 50_000_000; taken += 65_536) yield await Promise.resolve(Buffer.alloc(65_536, 'x'));
    };
    const whole = async () => {
      for await (const batch of (await openTable(line())).batches()) expect(batch.rows).toBeDefined();
    };
    await expect(whole()).rejects.toMatchObject({ code: 'table.row_too_long' });
    expect(taken).toBeLessThan(2_000_000);
  });
});
