/** Prices of a State's currency by year: an index as its statistical office publishes it, with the year whose prices are taken. */
export interface DeflatorTable {
  readonly currency: string;
  readonly baseYear: number;
  /** The index by year; whatever it is in the base year, amounts are divided by the ratio of the two. */
  readonly indices: Readonly<Record<number, number>>;
}

export type ConstantAmount =
  | { readonly kind: 'constant'; readonly amount: number; readonly baseYear: number }
  /** No amount is made up: these years have no index, or there is no table for the currency at all. */
  | { readonly kind: 'refused'; readonly reason: 'no_table' | 'no_index'; readonly years: readonly number[] };

/** What an amount of a year would have been at the prices of the base year, rounded to hundredths. */
export function atConstantPrices(
  amount: number,
  fiscalYear: number,
  table: DeflatorTable | null,
): ConstantAmount {
  if (table === null) return { kind: 'refused', reason: 'no_table', years: [] };
  const base = indexOf(table, table.baseYear);
  const own = indexOf(table, fiscalYear);
  if (base === null || own === null) {
    const years = [...(own === null ? [fiscalYear] : []), ...(base === null ? [table.baseYear] : [])];
    return { kind: 'refused', reason: 'no_index', years: [...new Set(years)].sort((a, b) => a - b) };
  }
  return {
    kind: 'constant',
    amount: Number(((amount * base) / own).toFixed(2)),
    baseYear: table.baseYear,
  };
}

/** The index of a year; null where there is none that an amount can be divided by. */
function indexOf({ indices }: DeflatorTable, year: number): number | null {
  const index = indices[year];
  return index !== undefined && index > 0 ? index : null;
}
