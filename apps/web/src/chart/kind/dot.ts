import type { ChartConfiguration, Plugin } from 'chart.js';

import type { DotModel, ModelSeries } from '../model/chart-model.js';
import { mark, widthOf, write } from '../pen.js';
import { target } from '../plugin/target.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';
import { rowPlaces } from './row-places.js';

const RING_PX = 11;

/** Sources that count the same thing: how far apart they are, year by year. */
export function dotChart(model: DotModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  const values = model.series.flatMap((series) => series.values.filter((value) => value !== null));
  const most = Math.max(Math.max(...values) * 1.08, model.target?.value ?? 0);
  return {
    type: 'bar',
    data: {
      labels: [...model.labels],
      datasets: [
        {
          data: model.labels.map((_, row) => spanOf(model, row)),
          backgroundColor: palette.barSoft,
          barThickness: 4,
        },
      ],
    },
    options: {
      ...commonOptions(model, studio),
      indexAxis: 'y',
      plugins: { ...commonOptions(model, studio).plugins, tooltip: { enabled: false } },
      scales: {
        y: {
          ...categoryAxis(studio),
          border: { display: false },
          ticks: {
            ...categoryAxis(studio).ticks,
            autoSkip: false,
            color: palette.ink,
            font: { size: 13, weight: 600 },
          },
        },
        x: { ...valueAxis(studio, model.percent, most), suggestedMax: most },
      },
    },
    plugins: [target(model.target, palette, 'x'), marksAndWords(model, studio)],
  };
}

function spanOf({ series }: DotModel, row: number): [number, number] | null {
  const values = series.map((one) => one.values[row]).filter((value) => typeof value === 'number');
  return values.length < 2 ? null : [Math.min(...values), Math.max(...values)];
}

function marksAndWords(model: DotModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'marksAndWords',
    beforeLayout(chart) {
      const widest = Math.max(
        ...model.series.flatMap(({ printed }) => printed.map((text) => widthOf(chart.ctx, text, true))),
      );
      chart.options.layout = { padding: { top: model.target ? 22 : 6, right: widest + 8 } };
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales, width } = chart;
      const { x, y } = scales;
      if (!x || !y) return;
      for (const row of model.labels.keys()) {
        const middle = y.getPixelForValue(row);
        const told = model.series.flatMap((series) => figureOf(series, row));
        const figures = told.map(({ value, text }) => ({
          x: x.getPixelForValue(value ?? 0),
          width: widthOf(ctx, text, true),
          marked: value !== null,
        }));
        const places = rowPlaces(figures, chartArea.left, width);
        for (const [index, { series, value, text }] of told.entries()) {
          const place = places[index];
          if (!place) continue;
          const colours = { colour: palette.tone[series.tone], paper: palette.paper };
          if (value !== null && series.ofRecord?.includes(row) === true)
            ring(ctx, x.getPixelForValue(value), middle + place.markY, palette.ink);
          if (value !== null)
            mark(ctx, series.shape, x.getPixelForValue(value), middle + place.markY, colours);
          write(ctx, text, place.textX, middle + place.textY, {
            colour: palette.toneText[series.tone],
            bold: true,
            align: 'center',
            rim: palette.paper,
          });
        }
      }
    },
  };
}

/** Around the figure that counts. */
function ring(ctx: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, RING_PX, 0, Math.PI * 2);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.restore();
}

interface Told {
  readonly series: ModelSeries;
  readonly value: number | null;
  readonly text: string;
}

function figureOf(series: ModelSeries, row: number): Told[] {
  const text = series.printed[row] ?? '';
  return text === '' ? [] : [{ series, value: series.values[row] ?? null, text }];
}
