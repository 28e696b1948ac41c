import type { ChartConfiguration, Plugin } from 'chart.js';

import type { StackModel } from '../model/chart-model.js';
import { hatch } from '../pattern.js';
import { widthOf, write } from '../pen.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** A part that is lower than its words says them to nobody. */
const LEAST_HEIGHT = 17;

/** Parts of one total, from the floor up in the order of the table. Every second one is hatched, for eyes and printers without colour. */
export function stackChart(model: StackModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  return {
    type: 'bar',
    data: {
      labels: [...model.labels],
      datasets: model.series.map((one, place) => ({
        label: one.name,
        data: [...one.values],
        backgroundColor:
          place % 2 === 1 ? hatch(palette.paper, palette.tone[one.tone], 1.2) : palette.tone[one.tone],
        borderColor: palette.paper,
        borderWidth: { top: 1.5 },
        borderSkipped: false,
        maxBarThickness: 84,
        stack: 'parts',
      })),
    },
    options: {
      ...commonOptions(model, studio),
      layout: { padding: { top: 8 } },
      scales: {
        x: { ...categoryAxis(studio), stacked: true },
        y: { ...valueAxis(studio, false), stacked: true },
      },
    },
    plugins: [partWords(model, studio)],
  };
}

function partWords(model: StackModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'partWords',
    afterDatasetsDraw(chart) {
      for (const [index, one] of model.series.entries())
        for (const [place, bar] of chart.getDatasetMeta(index).data.entries()) {
          const { height = 0, width = 0 } = bar.getProps(['height', 'width'], true) as {
            height?: number;
            width?: number;
          };
          const text = one.printed[place] ?? '';
          if (
            (one.values[place] ?? null) === null ||
            height < LEAST_HEIGHT ||
            width < widthOf(chart.ctx, text, true)
          )
            continue;
          const middle = bar.y + height / 2;
          const room = widthOf(chart.ctx, text, true) + 8;
          chart.ctx.fillStyle = palette.paper;
          chart.ctx.fillRect(bar.x - room / 2, middle - 9, room, 17);
          write(chart.ctx, text, bar.x, middle, { colour: palette.ink, bold: true, align: 'center' });
        }
    },
  };
}
