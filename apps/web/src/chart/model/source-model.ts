import type { IndicatorData } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import type { ChartBase, DotModel } from './chart-model.js';
import { isPercent, isUnreported, modelSeries, targetOf } from './model-series.js';
import type { SeriesSet } from './series.js';

/** Every source, however many: to leave one out would decide which figure counts. */
export function sourceModel(
  data: IndicatorData,
  set: SeriesSet,
  base: ChartBase,
  wording: Wording,
): DotModel {
  const rows = [...set.labels.keys()].filter((place) =>
    set.series.some((series) => !isUnreported(series.cells[place])),
  );
  return {
    ...base,
    kind: 'dot',
    labels: rows.map((place) => set.labels[place] ?? ''),
    series: set.series.map((series, index) => {
      const { values, printed, ...one } = modelSeries(series, index, data, wording);
      return {
        ...one,
        values: rows.map((place) => values[place] ?? null),
        printed: rows.map((place) => (isUnreported(series.cells[place]) ? '' : (printed[place] ?? ''))),
      };
    }),
    percent: isPercent(data),
    target: targetOf(data, wording),
  };
}
