import { TABLE_LIMITS } from './table.js';
import { refuseTable } from './table-refusal.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Records of a delimited text (RFC 4180, with any of the four delimiters), piece by piece: quoted cells may hold delimiters,
 * doubled quotes and line ends. A quote inside of a cell that does not begin with one is a letter. What is held is one
 * record and one piece, whatever the size of the file.
 */
export class RecordReading {
  private rest = '';
  private row = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly lineEnd: '\n' | '\r' = '\n',
  ) {}

  push(text: string): string[][] {
    const all = this.rest === '' ? text : this.rest + text;
    const records: string[][] = [];
    let at = 0;
    for (;;) {
      const end = all.indexOf(this.lineEnd, at);
      if (end === -1) break;
      const line = all.slice(at, end);
      if (line.includes('"')) {
        const record = this.quoted(all, at, false);
        if (record === null) break;
        at = this.kept(records, record.cells, record.next, at);
      } else at = this.kept(records, cut(line, this.delimiter), end + 1, at);
    }
    this.rest = all.slice(at);
    if (this.rest.length > TABLE_LIMITS.recordCharacters)
      throw refuseTable('row_too_long', { row: this.row + 1 });
    return records;
  }

  /** What stands behind the last line end. */
  end(): string[][] {
    const records: string[][] = [];
    let at = 0;
    while (at < this.rest.length) {
      const record = this.quoted(this.rest, at, true);
      if (record === null) throw refuseTable('quote_open', { row: this.row + 1 });
      at = this.kept(records, record.cells, record.next, at);
    }
    this.rest = '';
    return records;
  }

  private kept(records: string[][], cells: string[], next: number, from: number): number {
    this.row += 1;
    if (cells.length > TABLE_LIMITS.columns) throw refuseTable('too_many_columns', { row: this.row });
    if (next - from > TABLE_LIMITS.recordCharacters) throw refuseTable('row_too_long', { row: this.row });
    records.push(cells);
    return next;
  }

  /** A record with quotes from `from` on; null where it does not end in this text. */
  private quoted(text: string, from: number, isLast: boolean): { cells: string[]; next: number } | null {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote === -1 || (quote === text.length - 1 && !isLast)) return null;
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
      }
      const stop = this.cellEnd(text, at);
      if (stop === -1 && !isLast) return null;
      const end = stop === -1 ? text.length : stop;
      cells.push(cell + text.slice(at, end));
      if (stop !== -1 && text[stop] === this.delimiter) {
        at = stop + 1;
        continue;
      }
      trimReturn(cells);
      return { cells, next: stop === -1 ? text.length : stop + 1 };
    }
  }

  private cellEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const letter = text[at];
      if (letter === this.delimiter || letter === this.lineEnd) return at;
    }
    return -1;
  }
}

function cut(line: string, delimiter: Delimiter): string[] {
  const cells = line.split(delimiter);
  trimReturn(cells);
  return cells;
}

/** Lines that end in CR LF: the CR is no part of the last cell. */
function trimReturn(cells: string[]): void {
  const last = cells[cells.length - 1]!;
  if (last.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
}
