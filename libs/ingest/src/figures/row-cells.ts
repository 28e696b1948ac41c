import { ProblemList } from '#domain';
import type { ImportProblemCode } from '#domain';

import { findPersonalData } from '../personal-data/find-personal-data.js';
import type { ColumnUse, Field } from './column-use.js';
import type { Layout } from './header-search.js';
import { remember } from './remembered.js';

/** The cells of one row by what their columns are, and what is wrong with them. */
export class RowCells {
  readonly problems = new ProblemList();
  readonly dimensions: readonly { readonly index: number; readonly dimension: string }[];
  private readonly fields = new Map<Field, number>();
  /** Columns whose cells are not read as anything: text of people may stand there. */
  private readonly free: readonly number[];
  /** Texts that were looked at and are nobody's data: a column of names of places is looked at once. */
  private readonly harmless = new Map<string, true>();
  private row = 0;
  private cells: readonly string[] = [];

  /** @param above what lines above the table say of every row, for fields that have no column */
  constructor(
    readonly layout: Layout,
    private readonly above: ReadonlyMap<
      Field,
      { readonly label: string; readonly value: string }
    > = new Map(),
  ) {
    const dimensions: { index: number; dimension: string }[] = [];
    const free: number[] = [];
    for (const [index, use] of layout.uses.entries()) {
      if (use.kind === 'unknown') this.head(index, 'import.column_unknown');
      else if (this.isTwice(use, index, dimensions)) this.head(index, 'import.column_twice');
      else if (use.kind === 'dimension') dimensions.push({ index, dimension: use.dimension });
      else if (use.kind === 'field') this.fields.set(use.field, index);
      else free.push(index);
    }
    const reason = this.fields.get('reason');
    this.free = reason === undefined ? free : [...free, reason];
    this.dimensions = dimensions;
  }

  has(field: Field): boolean {
    return this.fields.has(field);
  }

  /** In a column of its own, or above the table. */
  says(field: Field): boolean {
    return this.has(field) || this.above.has(field);
  }

  /** Takes the next row up; false where it holds no figure: it is empty, or a note that stands in one cell. */
  next(row: number, cells: readonly string[]): boolean {
    this.row = row;
    this.cells = cells;
    if (!holdsTwo(cells)) return false;
    for (let index = this.layout.header.length; index < cells.length; index += 1)
      if (cells[index]!.trim() !== '') this.add('import.row_longer', '', cells[index]!);
    for (const index of this.free) this.refusePersonalData(index);
    return true;
  }

  /** Those of the fields that the file has a column for. */
  present<F extends Field>(fields: readonly F[]): F[] {
    return fields.filter((field) => this.fields.has(field));
  }

  /** Trimmed; empty where the file has no such column. */
  text(field: Field): string {
    const index = this.fields.get(field);
    return index === undefined ? (this.above.get(field)?.value ?? '') : this.at(index);
  }

  at(index: number): string {
    const cell = this.cells[index];
    return cell === undefined ? '' : isTrimmed(cell) ? cell : cell.trim();
  }

  columnOf(field: Field): string {
    const index = this.fields.get(field);
    return index === undefined ? (this.above.get(field)?.label ?? field) : this.layout.header[index]!;
  }

  refuse(field: Field, code: ImportProblemCode, given = this.text(field)): null {
    this.add(code, this.columnOf(field), given);
    return null;
  }

  refuseAt(index: number, code: ImportProblemCode): null {
    this.add(code, this.layout.header[index]!, this.at(index));
    return null;
  }

  private add(code: ImportProblemCode, column: string, given: string): void {
    // A wrong cell may hold what should never have been sent: then it is not printed either.
    const personal = findPersonalData(`${column}: ${given}`).length > 0;
    this.problems.add({
      row: this.row,
      column,
      given: personal ? '' : given,
      code: personal ? 'import.personal_data' : code,
    });
  }

  private head(index: number, code: ImportProblemCode): void {
    const given = this.layout.header[index]!;
    this.problems.add({ row: this.layout.row, column: given, given, code });
  }

  private isTwice(
    use: ColumnUse,
    index: number,
    dimensions: readonly { readonly dimension: string }[],
  ): boolean {
    if (use.kind === 'dimension') return dimensions.some(({ dimension }) => dimension === use.dimension);
    return use.kind === 'field' && this.fields.has(use.field) && this.fields.get(use.field) !== index;
  }

  private refusePersonalData(index: number): void {
    const cell = this.at(index);
    if (cell === '') return;
    const text = `${this.layout.header[index]!}: ${cell}`;
    if (this.harmless.has(text)) return;
    if (findPersonalData(text).length > 0) {
      this.problems.add({
        row: this.row,
        column: this.layout.header[index]!,
        given: '',
        code: 'import.personal_data',
      });
      return;
    }
    remember(this.harmless, text, true);
  }
}

function holdsTwo(cells: readonly string[]): boolean {
  let written = 0;
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    written += 1;
    if (written === 2) return true;
  }
  return false;
}

/** Whether it begins and ends with visible ASCII: most cells of most files, for which `trim` would be asked for nothing. */
function isTrimmed(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f;
}
