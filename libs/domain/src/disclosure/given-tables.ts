import type { SeriesKey } from '../indicator/indicator.js';
import type { CountedFigure } from './assemble-cube.js';

/**
 * The figures of one member, table by table. A table that covers everybody by several characteristics also tells every table
 * of fewer of them; a table that the source gave itself goes before one that was added up.
 */
export class GivenTables {
  readonly total: number | null;
  private readonly given = new Map<string, Map<string, CountedFigure>>();
  private readonly derived = new Map<string, Map<string, number>>();
  private readonly provisional: boolean;

  constructor(figures: readonly CountedFigure[]) {
    for (const figure of figures) {
      const codes = Object.keys(figure.categories).sort();
      const table = this.given.get(codes.join('|')) ?? new Map<string, CountedFigure>();
      table.set(codes.map((code) => figure.categories[code]!).join('|'), figure);
      this.given.set(codes.join('|'), table);
    }
    this.provisional = figures.some((figure) => figure.provisional);
    this.total = this.given.get('')?.get('')?.count ?? this.agreedSum();
    for (const [codes, table] of this.given) {
      const dimensions = codes.split('|');
      if (dimensions.length < 2 || sumOf(table) !== this.total) continue;
      for (const fewer of upToTwo(dimensions)) this.derive(fewer, dimensions, table);
    }
  }

  get dimensionCodes(): string[] {
    const codes = [...this.given.keys(), ...this.derived.keys()].flatMap((key) => key.split('|'));
    return [...new Set(codes)].filter((code) => code !== '').sort();
  }

  /** Children by `category` or `category|category`, in the order of the codes asked for; null where it is not known. */
  counts(codes: readonly string[]): ReadonlyMap<string, number> | null {
    const sorted = [...codes].sort();
    const key = sorted.join('|');
    const table = this.given.get(key);
    const known = table
      ? new Map([...table].map(([categories, { count }]) => [categories, count]))
      : this.derived.get(key);
    if (!known) return null;
    if (sorted.join() === codes.join()) return known;
    return new Map(
      [...known].map(([categories, count]) => [categories.split('|').reverse().join('|'), count]),
    );
  }

  /** Whether a cell is a figure: one that the source gave, or one of a table that its figures by more characteristics tell. */
  isPublished(codes: readonly string[], categories: SeriesKey = {}): boolean {
    const sorted = [...codes].sort();
    const key = sorted.map((code) => categories[code]).join('|');
    const table = this.given.get(sorted.join('|'));
    return table ? table.has(key) : this.derived.has(sorted.join('|'));
  }

  figureAt(
    categories: SeriesKey,
    member: string,
  ): Pick<CountedFigure, 'member' | 'categories' | 'provisional'> {
    const codes = Object.keys(categories).sort();
    const figure = this.given.get(codes.join('|'))?.get(codes.map((code) => categories[code]!).join('|'));
    return {
      member,
      categories: figure?.label ?? categories,
      provisional: figure?.provisional ?? this.provisional,
    };
  }

  /** Where no total was given: what all tables add up to, if that is one number. */
  private agreedSum(): number | null {
    const sums = new Set([...this.given.values()].map(sumOf));
    return sums.size === 1 ? [...sums][0]! : null;
  }

  private derive(
    fewer: readonly string[],
    codes: readonly string[],
    table: ReadonlyMap<string, CountedFigure>,
  ): void {
    const key = fewer.join('|');
    if (this.given.has(key)) return;
    const counts = new Map<string, number>();
    for (const { categories, count } of table.values()) {
      const cell = fewer.map((code) => categories[code]!).join('|');
      counts.set(cell, (counts.get(cell) ?? 0) + count);
    }
    if (fewer.length < codes.length) this.derived.set(key, counts);
  }
}

function upToTwo(codes: readonly string[]): string[][] {
  return [
    [],
    ...codes.map((code) => [code]),
    ...codes.flatMap((a, index) => codes.slice(index + 1).map((b) => [a, b])),
  ];
}

function sumOf(table: ReadonlyMap<string, CountedFigure>): number {
  let total = 0;
  for (const { count } of table.values()) total += count;
  return total;
}
