import type { ChartConfiguration } from 'chart.js';

import type { LineModel } from '../model/chart-model.js';
import { breakMark } from '../plugin/break-mark.js';
import { endLabels } from '../plugin/end-labels.js';
import { gap } from '../plugin/gap.js';
import { target } from '../plugin/target.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** Figures over time. A missing year is a gap, and what cannot be compared is apart: nothing is joined across either. */
export function lineChart(model: LineModel, studio: Studio): ChartConfiguration<'line'> {
  const { palette } = studio;
  const values = model.series.flatMap((one) => one.values.filter((value) => value !== null));
  const most = Math.max(...values, model.target?.value ?? 0);
  return {
    type: 'line',
    data: {
      labels: [...model.labels],
      datasets: model.series.map((one) => ({
        label: one.name,
        data: [...one.values],
        borderColor: palette.tone[one.tone],
        borderDash: one.tone === 'second' ? [6, 4] : one.tone === 'third' ? [2, 3] : [],
        borderWidth: 2.5,
        tension: 0,
        pointRadius: 0,
        pointHitRadius: 12,
        spanGaps: false,
        segment: {
          borderColor: ({ p1DataIndex }) =>
            one.breaks?.includes(p1DataIndex) === true ? 'transparent' : undefined,
        },
      })),
    },
    options: {
      ...commonOptions(model, studio),
      clip: false,
      scales: {
        x: categoryAxis(studio),
        y: { ...valueAxis(studio, model.percent, most), suggestedMax: most },
      },
    },
    plugins: [
      gap(model.gaps, model.gapLabel, palette),
      breakMark(model, palette),
      target(model.target, palette),
      endLabels(model, palette),
    ],
  };
}
