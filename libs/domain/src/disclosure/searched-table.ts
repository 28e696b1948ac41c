import type { CubeTable } from './cube.js';

/** A table of a cube with the place of its cells among those of all tables. */
export interface SearchedTable {
  readonly table: CubeTable;
  readonly first: number;
  readonly second: number | null;
  /** Categories of the second dimension; 1 for a table of one. */
  readonly stride: number;
  readonly offset: number;
}

/** The cell into which a group falls. */
export function cellIn({ first, second, stride, offset }: SearchedTable, group: Uint16Array): number {
  return offset + (group[first] ?? 0) * stride + (second === null ? 0 : (group[second] ?? 0));
}
