import type { ChartHeight } from '../island/chart-canvas.js';
import { HIGH_ROW, LOW_ROW } from '../kind/row-places.js';
import type { ChartModel } from '../model/chart-model.js';

/** The heights that the style sheet knows; a page may not set one of its own. */
const STEPS: readonly (readonly [ChartHeight, pixels: number])[] = [
  ['small', 190],
  ['normal', 276],
  ['lead', 340],
  ['tall', 480],
  ['taller', 680],
];
/** Axis, and the words of a target. */
const AROUND = 52;

/** The height that was wanted, or the first one that holds all rows of a chart of sources. */
export function chartHeight(model: ChartModel | null, wanted: ChartHeight): ChartHeight {
  if (model?.kind !== 'dot') return wanted;
  const crowded = model.labels.some(
    (_, row) => model.series.filter(({ printed }) => printed[row] !== '').length > 2,
  );
  const need = AROUND + model.labels.length * (crowded ? HIGH_ROW : LOW_ROW);
  const least = STEPS.findIndex(([step]) => step === wanted);
  const fitting = STEPS.find(([, pixels], index) => index >= least && pixels >= need);
  return (fitting ?? STEPS.at(-1))?.[0] ?? wanted;
}
