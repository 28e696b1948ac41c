import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstFaultIn } from './json-fault.js';
import { RecordSplitter } from './record-splitter.js';
import { columnNamed } from './uhri-column.js';

const isColumn = (name: string): boolean => columnNamed(name) !== null;
const encoder = new TextEncoder();

/** The values that come out, whichever pieces the file arrives in. */
function split(file: string | Uint8Array, piece = 1_000_000): unknown[] {
  const bytes = typeof file === 'string' ? encoder.encode(file) : file;
  const splitter = new RecordSplitter(isColumn);
  const records = [];
  for (let at = 0; at < bytes.length; at += piece)
    records.push(...splitter.push(bytes.subarray(at, at + piece)));
  records.push(...splitter.end());
  expect(records.map(({ row }) => row)).toEqual(records.map((_, index) => index + 1));
  return records.map(({ value }) => value);
}

function refusal(file: string | Uint8Array, piece?: number): { code: string; message: string; at: unknown } {
  try {
    split(file, piece);
  } catch (error) {
    const { code, message, details } = error as {
      code: string;
      message: string;
      details: { kinds?: unknown };
    };
    return { code, message, at: details?.kinds };
  }
  return { code: 'read', message: '', at: null };
}

/** Null where the engine refuses it. */
function readByEngine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

describe('a file of records', () => {
  it.each([
    ['a list', '[{"Text":"a"},{"Text":"b"}]', [{ Text: 'a' }, { Text: 'b' }]],
    ['a list that begins with a byte order mark', '\uFEFF[{"Text":"a"}]', [{ Text: 'a' }]],
    ['an empty list', ' [ ] \n', []],
    ['one record alone', '{"Text":"a","Sdgs":[{"x":1}]}', [{ Text: 'a', Sdgs: [{ x: 1 }] }]],
    ['a record to a line', '{"Text":"a"}\r\n{"Text":"b"}\n', [{ Text: 'a' }, { Text: 'b' }]],
    [
      'a list within an object',
      '{"total": 2, "note":"a,\\"b\\"[", "items":[{"Text":"a"}, {"Text":"b"}], "more":[1,{}]}',
      [{ Text: 'a' }, { Text: 'b' }],
    ],
    ['an empty list within an object', '{"items":[]}', []],
    ['brackets and quotes within texts', '[{"Text":"}]\\\\\\"[{"}]', [{ Text: '}]\\"[{' }]],
    ['what is no record', '[1, "a", null, true, [2], -1.5e3]', [1, 'a', null, true, [2], -1500]],
  ])('is read as %s', (_, file, values) => {
    for (const piece of [1, 2, 7, 1_000_000]) expect(split(file, piece)).toEqual(values);
  });

  it.each([
    ['nothing', '', 'uhri.empty', undefined],
    ['only a byte order mark', '\uFEFF', 'uhri.empty', undefined],
    ['a page of HTML', '<!doctype html>', 'uhri.format', undefined],
    ['a spreadsheet', 'PK\u0003\u0004', 'uhri.format', undefined],
    ['a table', 'Text,Type\na,b', 'uhri.format', undefined],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x5b, 0, 0x5d, 0]), 'uhri.encoding', undefined],
    [
      'Latin-1',
      new Uint8Array([...encoder.encode('[{"Text":"'), 0xe9, ...encoder.encode('"}]')]),
      'uhri.encoding',
      ['1', '2'],
    ],
    ['a comma after the last record', '[{},\n]', 'uhri.json', ['2', '6']],
    ['two commas', '[{},,{}]', 'uhri.json', ['1', '5']],
    ['a missing comma', '[{}\n{}]', 'uhri.json', ['2', '5']],
    ['a comma between lines', '{},{}', 'uhri.json', ['1', '3']],
    ['something behind the list', '[{}] x', 'uhri.json', ['1', '6']],
    ['a list that is never closed', '[{}', 'uhri.json', ['1', '4']],
    ['a record that is cut off', '[{"a":1},\n{"Text":"b', 'uhri.json', ['2', '21']],
    ['a missing value', '[{"a":1},\n {"b": }]', 'uhri.json', ['2', '18']],
    ['a name without quotes, after letters of two bytes', '[{"é":1},{b:1}]', 'uhri.json', ['1', '12']],
    ['brackets that do not match', '[{"a":[1}]]', 'uhri.json', ['1', '9']],
    ['a record without end', `[${'{"a":'.repeat(200)}`, 'uhri.json', ['1', '322']],
    ['an object around the list that is not closed', '{"items":[{}]', 'uhri.json', ['1', '14']],
    ['a line break within a text', '[{"Text":"a\nb"}]', 'uhri.json', ['1', '10']],
  ] as const)('is refused with its place for %s', (_, file, code, at) => {
    for (const piece of [1, 3, 1_000_000]) expect(refusal(file, piece)).toMatchObject({ code, at });
  });

  it('is refused where one record would have to be held whole', () => {
    const { code, message } = refusal(`[{"Text":"${'a'.repeat(2_000_001)}"}]`, 65_536);
    expect(code).toBe('uhri.record_length');
    expect(message).toContain('Record 1, which begins in line 1');
  });

  it('comes out as the engine reads it, in whatever pieces it arrives', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(
        fc.array(value),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 2),
        (values, piece, indent) => {
          const file = JSON.stringify(values, null, indent);
          expect(split(file, piece)).toEqual(JSON.parse(file));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is never read otherwise than the engine would, however it is damaged, and is refused with a place', () => {
    const rows = fc.array(fc.record({ Text: fc.string(), Sdgs: fc.array(fc.string()), n: fc.double() }), {
      minLength: 1,
    });
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 4 }),
      put: fc.constantFrom(
        '',
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        ' ',
        '\n',
        '\u0000',
        'é',
        '\uD800',
        'nul',
        '1e',
      ),
    });
    let refused = 0;
    fc.assert(
      fc.property(rows, damage, fc.integer({ min: 1, max: 50 }), (values, { at, cut, put }, piece) => {
        const whole = JSON.stringify(values);
        const place = at % (whole.length + 1);
        const file = encoder.encode(whole.slice(0, place) + put + whole.slice(place + cut));
        const text = new TextDecoder().decode(file);
        const engine = readByEngine(text);
        const { code, at: found } = refusal(file, piece);
        if (Array.isArray(engine)) return expect(split(file, piece)).toEqual(engine);
        if (engine !== null) return;
        // A sequence of records is no JSON as a whole, and is read: damage to the first bracket can leave one.
        if (code === 'read') return expect(text.trimStart()[0]).toBe('{');
        refused += 1;
        expect(['uhri.json', 'uhri.format', 'uhri.empty', 'uhri.encoding']).toContain(code);
        if (code === 'uhri.json') {
          const [line, byte] = found as [string, string];
          expect(Number(byte)).toBeGreaterThan(0);
          expect(Number(byte)).toBeLessThanOrEqual(file.length + 1);
          const before = file.subarray(0, Number(byte) - 1);
          expect(Number(line)).toBe(before.filter((one) => one === 10).length + 1);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  it('names the first place that cannot be JSON, and only where the engine refuses', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string({
        unit: fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ',',
          ':',
          '1',
          'e',
          '-',
          '.',
          't',
          'rue',
          ' ',
          '\\',
          'a',
        ),
      }),
    );
    fc.assert(
      fc.property(text, (written) => {
        let isJson = true;
        try {
          JSON.parse(written);
        } catch {
          isJson = false;
        }
        expect(firstFaultIn(written) === written.length || !isJson).toBe(true);
        if (!isJson && firstFaultIn(written) < written.length)
          expect(() => void JSON.parse(written.slice(0, firstFaultIn(written) + 1))).toThrow();
      }),
      { numRuns: 3_000 },
    );
  });
});
