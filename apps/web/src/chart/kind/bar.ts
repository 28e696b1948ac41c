import type { ChartConfiguration, Plugin } from 'chart.js';

import type { BarModel } from '../model/chart-model.js';
import { broken, write } from '../pen.js';
import { target } from '../plugin/target.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** More values than this above the bars would lie on each other. */
const MOST_WORDS = 8;

/** Counts side by side; the newest stands out. */
export function barChart(model: BarModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  const last = model.series.values.findLastIndex((value) => value !== null);
  const most = Math.max(...model.series.values.map((value) => value ?? 0), model.target?.value ?? 0);
  return {
    type: 'bar',
    data: {
      labels: model.labels.map((label) => broken(label, 12)),
      datasets: [
        {
          data: [...model.series.values],
          backgroundColor: model.series.values.map((_, index) =>
            index === last ? palette.tone.first : palette.barSoft,
          ),
          maxBarThickness: 64,
          categoryPercentage: 0.86,
          barPercentage: 0.86,
        },
      ],
    },
    options: {
      ...commonOptions(model, studio),
      layout: { padding: { top: 18 } },
      scales: {
        x: categoryAxis(studio),
        y: { ...valueAxis(studio, model.percent, most), suggestedMax: most * 1.1 },
      },
    },
    plugins: [target(model.target, palette), valueWords(model, last, studio)],
  };
}

function valueWords(model: BarModel, last: number, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'valueWords',
    afterDatasetsDraw(chart) {
      const { values, printed } = model.series;
      for (const [place, bar] of chart.getDatasetMeta(0).data.entries()) {
        const value = values[place] ?? null;
        if (value !== null && values.length > MOST_WORDS && place !== last && place !== 0) continue;
        const y = value === null ? chart.chartArea.bottom - 10 : bar.y - 10;
        write(chart.ctx, printed[place] ?? '', bar.x, y, {
          colour: value === null ? palette.ink2 : palette.ink,
          bold: value !== null,
          align: 'center',
          rim: palette.paper,
        });
      }
    },
  };
}
