import { UserError } from '#domain';

import { firstFaultIn } from './json-fault.js';
import { FRAME_BYTES, closesWrapper, frameOf } from './json-frame.js';
import type { JsonFrame } from './json-frame.js';

/** One record of a file: an element of its list, or one of several values after one another. */
export interface JsonRecord {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly value: unknown;
}

/** Bytes of one record: a bound on memory, far above the characters that a text may have. */
const LONGEST_RECORD_BYTES = 2_000_000;
const DEEPEST = 64;
const [QUOTE, BACKSLASH, COMMA, NEWLINE] = [0x22, 0x5c, 0x2c, 0x0a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

interface Position {
  readonly byte: number;
  readonly line: number;
}

/**
 * Cuts JSON (RFC 8259) that is too large to be held into its records, each of which the engine then parses. What it says of a fault
 * is where it stands: a line and a byte of the file.
 */
export class RecordSplitter {
  private frame: JsonFrame | null = null;
  private beginning: Uint8Array | null = new Uint8Array();
  private byte = 0;
  private line = 1;
  private row = 0;
  /** Between records: what may come next. */
  private next: 'first' | 'record' | 'comma' | 'end' = 'first';
  private tail = '';
  /** Of the record that is being read; null between records. */
  private begun: Position | null = null;
  private parts: Uint8Array[] = [];
  private length = 0;
  private open: number[] = [];
  private inString = false;
  private escaped = false;
  private bare = false;

  /** @param isColumn whether a name is a column of a record */
  constructor(private readonly isColumn: (name: string) => boolean) {}

  /**
   * The records that end in this piece of the file.
   * @throws UserError `uhri.json` with line and byte, `uhri.encoding`, `uhri.format`, `uhri.record_length`
   */
  push(chunk: Uint8Array): JsonRecord[] {
    if (this.beginning === null) return this.split(chunk);
    this.beginning = Buffer.concat([this.beginning, chunk]);
    return this.beginning.length < FRAME_BYTES ? [] : this.split(this.start());
  }

  /** @throws UserError `uhri.json` where the file ends in the middle of something, `uhri.format` */
  end(): JsonRecord[] {
    const records = this.beginning === null ? [] : this.split(this.start());
    const { form } = this.frame!;
    if (this.begun !== null) {
      if (this.bare && form === 'sequence') return [...records, this.finish()];
      throw this.fault(
        `the file ends in the middle of record ${this.row + 1}, which begins in line ${this.begun.line}`,
      );
    }
    if (form !== 'sequence' && this.next !== 'end')
      throw this.fault(`the file ends before its list is closed, after ${this.row} records`);
    if (form === 'wrapped' && !closesWrapper(this.tail))
      throw this.fault('what stands behind the list does not close the object around it');
    return records;
  }

  private start(): Uint8Array {
    const all = this.beginning!;
    this.beginning = null;
    const mark = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf ? 3 : 0;
    const bytes = all.subarray(mark);
    if (bytes.length === 0) throw new UserError('invalid_input', 'uhri.empty', 'The file is empty.');
    if (
      (bytes[0] === 0xff && bytes[1] === 0xfe) ||
      (bytes[0] === 0xfe && bytes[1] === 0xff) ||
      bytes[1] === 0
    )
      throw wrongEncoding('its beginning is UTF-16');
    const frame = frameOf(Buffer.from(bytes.subarray(0, FRAME_BYTES)).toString('utf8'), this.isColumn);
    if (frame === null)
      throw new UserError(
        'invalid_input',
        'uhri.format',
        'This is no JSON: a list of records, "[", or a record, "{", is expected at the beginning. Export from the Index as JSON.',
      );
    this.frame = frame;
    this.byte = mark + frame.skipped;
    for (const byte of bytes.subarray(0, frame.skipped)) if (byte === NEWLINE) this.line += 1;
    return bytes.subarray(frame.skipped);
  }

  private split(chunk: Uint8Array): JsonRecord[] {
    const records: JsonRecord[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1, this.byte += 1) {
      const byte = chunk[at]!;
      if (this.begun !== null && this.bare && endsBare(byte)) {
        this.keep(chunk.subarray(from, at));
        records.push(this.finish());
      }
      if (this.begun === null) {
        if (!isSpace(byte)) this.between(byte);
        from = at;
      }
      if (this.begun !== null && this.scan(byte)) {
        this.keep(chunk.subarray(from, at + 1));
        records.push(this.finish());
      }
      if (byte === NEWLINE) this.line += 1;
    }
    if (this.begun !== null) this.keep(chunk.subarray(from));
    return records;
  }

  /** A byte that stands between records: it begins one, parts two, or ends the list. */
  private between(byte: number): void {
    if (this.next === 'end') {
      if (this.frame!.form !== 'wrapped') throw this.unexpected('the end of the file', byte);
      this.tail += String.fromCharCode(byte);
      if (this.tail.length > FRAME_BYTES) throw this.unexpected('the end of the object', byte);
      return;
    }
    if (this.frame!.form === 'sequence') {
      if (byte !== OPEN_OBJECT) throw this.unexpected('a record, "{", or the end of the file', byte);
      this.begin(byte);
    } else if (this.next === 'comma') {
      if (byte === CLOSE_LIST) this.close();
      else if (byte === COMMA) this.next = 'record';
      else throw this.unexpected('a comma or the end of the list, "]",', byte);
    } else if (byte === CLOSE_LIST && this.next === 'first') this.close();
    else if (byte === COMMA || byte === CLOSE_LIST) throw this.unexpected('a record', byte);
    else this.begin(byte);
  }

  private close(): void {
    this.next = 'end';
    this.tail = ']';
  }

  private begin(byte: number): void {
    this.begun = { byte: this.byte, line: this.line };
    this.open = [];
    this.inString = false;
    this.escaped = false;
    this.bare = byte !== OPEN_LIST && byte !== OPEN_OBJECT && byte !== QUOTE;
  }

  /** Follows strings and brackets; answers whether the record ends with this byte. */
  private scan(byte: number): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inString = false;
        return this.open.length === 0;
      }
      return false;
    }
    if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      this.open.push(byte);
      if (this.open.length > DEEPEST) throw this.fault('it is nested too deeply to be an export');
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      const begun = this.open.pop();
      if (begun !== (byte === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_LIST))
        throw this.unexpected(
          begun === OPEN_LIST ? 'the end of a list, "]",' : 'the end of an object, "}",',
          byte,
        );
      return this.open.length === 0;
    }
    return false;
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > LONGEST_RECORD_BYTES)
      throw new UserError(
        'invalid_input',
        'uhri.record_length',
        `Record ${this.row + 1}, which begins in line ${this.begun!.line}, is longer than ${LONGEST_RECORD_BYTES / 1_000_000} MB: a list of records, or one record after another, is expected.`,
        placeOf(this.begun!),
      );
    this.parts.push(part);
  }

  private finish(): JsonRecord {
    const begun = this.begun!;
    const bytes = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts, this.length);
    this.parts = [];
    this.length = 0;
    this.begun = null;
    this.next = 'comma';
    this.row += 1;
    const text = decoded(bytes, this.row, begun);
    try {
      return { row: this.row, value: JSON.parse(text) as unknown };
    } catch {
      const index = firstFaultIn(text);
      const before = text.slice(0, index);
      const found =
        index < text.length ? `${JSON.stringify(text[index])} cannot stand here` : 'it ends too early';
      throw this.fault(`in record ${this.row}, ${found}`, {
        byte: begun.byte + Buffer.byteLength(before),
        line: begun.line + before.split('\n').length - 1,
      });
    }
  }

  private unexpected(expected: string, byte: number): UserError {
    const found = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`;
    return this.fault(`after ${this.row} records, ${expected} is expected and not ${found}`);
  }

  private fault(what: string, at: Position = { byte: this.byte, line: this.line }): UserError {
    return new UserError(
      'invalid_input',
      'uhri.json',
      `The file is broken in line ${at.line}, at byte ${at.byte + 1}: ${what}. Nothing of it was taken in; export it again.`,
      placeOf(at),
    );
  }
}

/** Line and byte as a form carries them back to its page. */
function placeOf({ line, byte }: Position): { details: { kinds: readonly string[] } } {
  return { details: { kinds: [String(line), String(byte + 1)] } };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array, row: number, begun: Position): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw wrongEncoding(`record ${row}, which begins in line ${begun.line}, is not`, begun);
  }
}

function wrongEncoding(why: string, at?: Position): UserError {
  return new UserError(
    'invalid_input',
    'uhri.encoding',
    `The file is not UTF-8 throughout: ${why}. Save it again as JSON in UTF-8.`,
    at === undefined ? {} : placeOf(at),
  );
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

function endsBare(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT || isSpace(byte);
}
