import type { ChartConfiguration, Plugin } from 'chart.js';

import type { DotModel } from '../model/chart-model.js';
import { mark, write } from '../pen.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** Two sources that count the same thing: how far apart they are, year by year. */
export function dotChart(model: DotModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  const most = Math.max(...[...model.left.values, ...model.right.values].map((value) => value ?? 0));
  return {
    type: 'bar',
    data: {
      labels: [...model.labels],
      datasets: [
        {
          data: model.labels.map((_, index) => spanOf(model, index)),
          backgroundColor: palette.barSoft,
          barThickness: 4,
        },
      ],
    },
    options: {
      ...commonOptions(model, studio),
      indexAxis: 'y',
      layout: { padding: { top: 26, right: 46 } },
      plugins: { ...commonOptions(model, studio).plugins, tooltip: { enabled: false } },
      scales: {
        y: {
          ...categoryAxis(studio),
          border: { display: false },
          ticks: { ...categoryAxis(studio).ticks, color: palette.ink, font: { size: 13, weight: 600 } },
        },
        x: { ...valueAxis(studio, false), suggestedMax: most * 1.08 },
      },
    },
    plugins: [marksAndWords(model, studio)],
  };
}

function spanOf({ left, right }: DotModel, index: number): [number, number] | null {
  const values = [left.values[index], right.values[index]].filter((value) => typeof value === 'number');
  return values.length < 2 ? null : [Math.min(...values), Math.max(...values)];
}

function marksAndWords(model: DotModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'marksAndWords',
    afterDatasetsDraw(chart) {
      const x = chart.scales['x'];
      const y = chart.scales['y'];
      if (!x || !y) return;
      for (const place of model.labels.keys()) {
        const low = model.left.values[place] ?? null;
        const high = model.right.values[place] ?? null;
        for (const [series, shape] of [
          [model.left, 'disc'],
          [model.right, 'diamond'],
        ] as const) {
          const value = series.values[place] ?? null;
          if (value === null) continue;
          const other = series === model.left ? high : low;
          const toRight = other === null || value >= other;
          const at = { x: x.getPixelForValue(value), y: y.getPixelForValue(place) };
          const colour = palette.toneText[series.tone];
          mark(chart.ctx, shape, at.x, at.y, palette.tone[series.tone], 6.5);
          write(chart.ctx, series.printed[place] ?? '', at.x + (toRight ? 13 : -13), at.y, {
            colour,
            bold: true,
            align: toRight ? 'left' : 'right',
            rim: palette.paper,
          });
        }
      }
      nameSeries(chart, model, palette);
    },
  };
}

function nameSeries(
  chart: Parameters<NonNullable<Plugin<'bar'>['afterDatasetsDraw']>>[0],
  model: DotModel,
  palette: Studio['palette'],
): void {
  const names = [
    { series: model.left, shape: 'disc' as const },
    { series: model.right, shape: 'diamond' as const },
  ];
  let at = chart.chartArea.left;
  for (const { series, shape } of names) {
    mark(chart.ctx, shape, at + 6, 12, palette.tone[series.tone], 5.5);
    write(chart.ctx, series.name, at + 17, 12, { colour: palette.toneText[series.tone], bold: true });
    chart.ctx.save();
    chart.ctx.font = "600 13px 'IBM Plex Sans', sans-serif";
    at += chart.ctx.measureText(series.name).width + 40;
    chart.ctx.restore();
  }
}
