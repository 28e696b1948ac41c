import type { SeriesKey } from '../indicator/indicator.js';

/** An accepted count, by at most one category per dimension. */
export interface CountedFigure {
  readonly member: string;
  readonly categories: SeriesKey;
  /** The figure's own categories, where they also name what is the same for all figures of the cube. */
  readonly label: SeriesKey;
  readonly count: number;
  readonly provisional: boolean;
}
