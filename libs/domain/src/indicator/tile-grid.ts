/** Where a place lies on a map of equal tiles, counted from 1 at the top left. */
export interface Tile {
  readonly column: number;
  readonly row: number;
  /** Its letters in ISO 3166-2, where its name does not fit. */
  readonly letters: string;
}

type Grid = Readonly<Record<string, readonly [column: number, row: number, letters: string]>>;

/**
 * The departments of Peru and Callao by ubigeo of INEI, each about where it lies: coast at the left, jungle at the right. Drawn up
 * for Vigía, so that a map needs no borders of unknown licence; a tile says nothing of area or of how many live there.
 */
const DEPARTMENTS_OF_PERU: Grid = {
  '240000': [1, 1, 'TUM'],
  '010000': [3, 1, 'AMA'],
  '160000': [4, 1, 'LOR'],
  '200000': [1, 2, 'PIU'],
  '060000': [2, 2, 'CAJ'],
  '220000': [3, 2, 'SAM'],
  '140000': [1, 3, 'LAM'],
  '130000': [2, 3, 'LAL'],
  '100000': [3, 3, 'HUC'],
  '250000': [4, 3, 'UCA'],
  '020000': [2, 4, 'ANC'],
  '190000': [3, 4, 'PAS'],
  '070000': [1, 5, 'CAL'],
  '150000': [2, 5, 'LIM'],
  '120000': [3, 5, 'JUN'],
  '110000': [2, 6, 'ICA'],
  '090000': [3, 6, 'HUV'],
  '030000': [4, 6, 'APU'],
  '080000': [5, 6, 'CUS'],
  '170000': [6, 6, 'MDD'],
  '050000': [3, 7, 'AYA'],
  '040000': [4, 7, 'ARE'],
  '210000': [5, 7, 'PUN'],
  '180000': [4, 8, 'MOQ'],
  '230000': [5, 8, 'TAC'],
};

/** By State, then by dimension of its library. A State without a line here has no map, and loses nothing else. */
const GRIDS: Readonly<Record<string, Readonly<Record<string, Grid>>>> = {
  PER: { location: DEPARTMENTS_OF_PERU, department: DEPARTMENTS_OF_PERU },
};

/** Where the categories of a dimension lie in a State; null where they are no places of it. */
export function tileGrid(iso3: string, dimension: string): ReadonlyMap<string, Tile> | null {
  const grid = GRIDS[iso3]?.[dimension];
  if (grid === undefined) return null;
  return new Map(
    Object.entries(grid).map(([category, [column, row, letters]]) => [category, { column, row, letters }]),
  );
}
