import type { ChartConfiguration, Plugin } from 'chart.js';

import type { FunnelModel } from '../model/chart-model.js';
import { widthOf, write } from '../pen.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** Between the longest word and the bars. */
const ROOM = 12;

/** Stages of one cohort from a common left edge; what is no number is a box with its word. */
export function funnelChart(model: FunnelModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  return {
    type: 'bar',
    data: {
      labels: [...model.labels],
      datasets: [
        { data: [...model.values], backgroundColor: palette.tone.first, barThickness: 18, minBarLength: 2 },
      ],
    },
    options: {
      ...commonOptions(model, studio),
      indexAxis: 'y',
      layout: { padding: { right: 52 } },
      plugins: { ...commonOptions(model, studio).plugins, tooltip: { enabled: false } },
      scales: {
        y: {
          ...categoryAxis(studio),
          border: { display: false },
          ticks: { ...categoryAxis(studio).ticks, autoSkip: false, crossAlign: 'far', padding: 6 },
          afterFit: (axis: { width: number }) => {
            axis.width += ROOM;
          },
        },
        x: { ...valueAxis(studio, false), display: false, max: model.most },
      },
    },
    plugins: [stageWords(model, studio)],
  };
}

function stageWords(model: FunnelModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'stageWords',
    afterDatasetsDraw(chart) {
      const y = chart.scales['y'];
      if (!y) return;
      const { ctx, chartArea } = chart;
      for (const [place, bar] of chart.getDatasetMeta(0).data.entries()) {
        const text = model.printed[place] ?? '';
        const at = y.getPixelForValue(place);
        if ((model.values[place] ?? null) !== null) {
          write(ctx, text, bar.x + 9, at, { colour: palette.ink, bold: true });
          continue;
        }
        ctx.save();
        ctx.strokeStyle = palette.edge;
        ctx.setLineDash([3, 3]);
        ctx.strokeRect(chartArea.left + 0.5, at - 9.5, Math.max(56, widthOf(ctx, text, true) + 22), 19);
        ctx.restore();
        write(ctx, text, chartArea.left + 11, at, { colour: palette.ink, bold: true });
      }
    },
  };
}
