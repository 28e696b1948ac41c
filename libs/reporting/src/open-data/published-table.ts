/** A named code of a dimension, in one language. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** A published cell: a number, or the flag that is printed in its place. */
export interface PublishedCell {
  readonly value: number | null;
  readonly flag: string | null;
  /** Of a source that printed "<5" itself. */
  readonly bound: number | null;
  readonly provisional: boolean;
  /** Both days belong to it. */
  readonly period: { readonly startOn: string; readonly endOn: string };
  /** Dimension to category; a dimension that is absent is not broken down. */
  readonly categories: Readonly<Record<string, string>>;
  readonly source: string;
  /** It cannot be compared with the one before it in its series. */
  readonly break?: boolean | undefined;
  /** Where several sources report and one was chosen: whether it is the one. */
  readonly ofRecord?: boolean | undefined;
}

/** A break in the series, with why. */
export interface PublishedBreak {
  /** First day of which figures are no longer comparable with those before it. */
  readonly on: string;
  readonly kind: string;
  /** Null: of every source. */
  readonly source: string | null;
  readonly reason: string;
}

/** The published cells of one indicator, with what a reader needs to understand them. Never an accepted figure. */
export interface PublishedTable {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly dimensions: readonly (NamedCode & { readonly categories: readonly NamedCode[] })[];
  readonly sources: readonly NamedCode[];
  readonly cells: readonly PublishedCell[];
  readonly breaks?: readonly PublishedBreak[] | undefined;
  readonly cubeVersion: number | null;
  /** Largest difference of a printed count from the accepted one; null where figures are printed as accepted. */
  readonly announcedError: number | null;
  readonly licence: string;
}

/** Every category together, as SDMX names it. */
export const TOTAL = '_T';

export type Dimension = PublishedTable['dimensions'][number];

/**
 * The dimensions by which any cell is broken down: in the order of the table, with the categories that it names; then what
 * only the cells know (codes that came with the figures), under their codes.
 */
export function usedDimensions({ dimensions, cells }: PublishedTable): Dimension[] {
  const used = new Map<string, Set<string>>();
  for (const { categories } of cells)
    for (const [dimension, category] of Object.entries(categories))
      used.set(dimension, (used.get(dimension) ?? new Set()).add(category));
  const named = new Map(dimensions.map((dimension) => [dimension.code, dimension]));
  const unnamed = [...used.keys()].filter((code) => !named.has(code)).sort();
  return [...dimensions.map(({ code }) => code), ...unnamed]
    .filter((code) => used.has(code))
    .map((code) => {
      const categories = named.get(code)?.categories ?? [];
      const known = new Set(categories.map((category) => category.code));
      const others = [...used.get(code)!].filter((category) => !known.has(category)).sort();
      return {
        code,
        name: named.get(code)?.name ?? code,
        categories: [
          ...categories.filter((category) => used.get(code)!.has(category.code)),
          ...others.map((category) => ({ code: category, name: category })),
        ],
      };
    });
}
