import type { ModelSeries, MultiplesModel } from '../model/chart-model.js';

/** The room of a small chart, in units of its own; it is stretched to where it stands. */
export const SMALL_WIDTH = 120;
export const SMALL_HEIGHT = 64;
/** Room for a mark at either end, and for a line at the floor or the ceiling. */
const EDGE = 4;

/** A missing period and a break end the line; a figure that stands alone is a dot: a stroke of no length with a round end. */
export function smallPath(
  one: Pick<ModelSeries, 'values' | 'breaks'>,
  { labels, least, most }: Pick<MultiplesModel, 'labels' | 'least' | 'most'>,
): string {
  const span = most - least || 1;
  let open = false;
  return one.values
    .map((value, place) => {
      if (value === null) {
        open = false;
        return '';
      }
      const joined = open && one.breaks?.includes(place) !== true;
      open = true;
      const x = EDGE + (place / Math.max(1, labels.length - 1)) * (SMALL_WIDTH - 2 * EDGE);
      const y = EDGE + (1 - (value - least) / span) * (SMALL_HEIGHT - 2 * EDGE);
      const point = `${x.toFixed(1)} ${y.toFixed(1)}`;
      return joined ? `L${point}` : `M${point}h0`;
    })
    .join('');
}
