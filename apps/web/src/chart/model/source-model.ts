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
      const { name, tone, shape, values, printed, ofRecord = [] } = modelSeries(series, index, data, wording);
      return {
        name,
        tone,
        shape,
        values: rows.map((place) => values[place] ?? null),
        ofRecord: [...rows.keys()].filter((row) => ofRecord.includes(rows[row] ?? -1)),
        printed: rows.map((place) => (isUnreported(series.cells[place]) ? '' : (printed[place] ?? ''))),
      };
    }),
    percent: isPercent(data),
    target: targetOf(data, wording),
  };
}
