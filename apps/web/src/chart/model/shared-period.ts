import { isBySource } from './series.js';
import type { SeriesSet } from './series.js';

/** A period that several sources report, with what each of them says, lowest first. */
export interface SharedPeriod {
  readonly label: string;
  readonly sources: number;
  /** Each number once. */
  readonly numbers: readonly number[];
  /** The number that counts, with the name of who says it; null where none was chosen. */
  readonly ofRecord: { readonly value: number; readonly source: string } | null;
}

/** Sources that differ come before sources that agree, then a figure of record, then the most sources, then the newest period. */
export function sharedPeriod(set: SeriesSet): SharedPeriod | null {
  if (!isBySource(set)) return null;
  const shared = set.labels
    .map((label, place): SharedPeriod => {
      const told = set.series.flatMap((series) => series.cells[place]?.value ?? []);
      const chosen = set.series.find((series) => series.cells[place]?.ofRecord === true);
      const value = chosen?.cells[place]?.value ?? null;
      return {
        label,
        sources: told.length,
        numbers: [...new Set(told)].sort((low, high) => low - high),
        ofRecord: chosen && value !== null ? { value, source: chosen.name } : null,
      };
    })
    .filter(({ sources }) => sources > 1)
    .reverse();
  const differing = shared.filter(({ numbers }) => numbers.length > 1);
  const most = (differing.length > 0 ? differing : shared).sort(
    (left, right) =>
      Number(right.ofRecord !== null) - Number(left.ofRecord !== null) || right.sources - left.sources,
  );
  return most[0] ?? null;
}
