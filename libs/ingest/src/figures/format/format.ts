import type { ColumnNames, ColumnUse, Field } from '../column-use.js';

/** A way in which figures are laid out in columns. */
export interface FigureFormat {
  readonly code: string;
  /** What each column is, where this row is the head of such a table; null where it is not. */
  recognise(header: readonly string[], names: ColumnNames): readonly ColumnUse[] | null;
}

export function hasFields(uses: readonly ColumnUse[], ...fields: readonly Field[]): boolean {
  return fields.every((field) => uses.some((use) => use.kind === 'field' && use.field === field));
}
