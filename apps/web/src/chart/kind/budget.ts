import type { Chart, ChartConfiguration, Plugin } from 'chart.js';

import type { BudgetModel } from '../model/chart-model.js';
import { hatch } from '../pattern.js';
import { broken, write } from '../pen.js';
import { categoryAxis, commonOptions, valueAxis } from './options.js';
import type { Studio } from './options.js';

/** Revised is the ground, executed lies inside it, approved is a tick, the elapsed year a lamp. */
export function budgetChart(model: BudgetModel, studio: Studio): ChartConfiguration<'bar'> {
  const { palette } = studio;
  const flat = model.across === 'purpose';
  const most = Math.max(
    ...[...model.approved, ...model.revised, ...model.executed].map((value) => value ?? 0),
  );
  const category = {
    ...categoryAxis(studio),
    border: { display: !flat, color: palette.ink2 },
    ticks: {
      ...categoryAxis(studio).ticks,
      color: palette.ink,
      autoSkip: false,
      font: { size: 13, weight: 600 },
    },
  };
  const amount = { ...valueAxis(studio, false), suggestedMax: most * 1.05 };
  const striped = hatch(palette.paper, palette.tone.first, 1.6);
  return {
    type: 'bar',
    data: {
      labels: model.labels.map((label) => broken(label)),
      datasets: [
        {
          data: [...model.executed],
          backgroundColor: model.unfinished.map((open) => (open ? striped : palette.tone.first)),
          grouped: false,
          ...(flat ? { barThickness: 14 } : { barPercentage: 0.5 }),
          order: 1,
        },
        {
          data: [...model.revised],
          backgroundColor: palette.haze,
          borderColor: palette.edge,
          borderWidth: 1,
          borderSkipped: false,
          grouped: false,
          ...(flat ? { barThickness: 28 } : { barPercentage: 0.86 }),
          order: 2,
        },
      ],
    },
    options: {
      ...commonOptions(model, studio),
      indexAxis: flat ? 'y' : 'x',
      layout: { padding: flat ? { top: 30, right: 118 } : { top: 12 } },
      plugins: { ...commonOptions(model, studio).plugins, tooltip: { enabled: false } },
      scales: flat ? { y: category, x: amount } : { x: category, y: amount },
    },
    plugins: [flat ? acrossPurposes(model, studio) : acrossYears(model, studio)],
  };
}

function acrossPurposes(model: BudgetModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'acrossPurposes',
    afterDatasetsDraw(chart) {
      const x = chart.scales['x'];
      if (!x) return;
      let first = true;
      for (const [place, bar] of chart.getDatasetMeta(1).data.entries()) {
        const approved = model.approved[place] ?? null;
        const revised = model.revised[place] ?? null;
        if (approved !== null)
          tick(
            chart,
            x.getPixelForValue(approved),
            bar.y - 17,
            x.getPixelForValue(approved),
            bar.y + 17,
            palette.ink,
          );
        if (revised !== null && model.elapsed) {
          const at = x.getPixelForValue(revised * model.elapsed.share);
          lampMark(chart, at, bar.y - 14, palette);
          if (first) {
            const beside = Math.max(chart.chartArea.left, at - 70);
            write(chart.ctx, model.elapsed.label, beside, 12, { colour: palette.ink, bold: true });
            first = false;
          }
        }
        const end = x.getPixelForValue(Math.max(approved ?? 0, revised ?? 0)) + 12;
        write(chart.ctx, model.shares[place] ?? '', end, bar.y - 8, {
          colour: palette.ink,
          bold: true,
          rim: palette.paper,
        });
        write(chart.ctx, model.amounts[place] ?? '', end, bar.y + 9, {
          colour: palette.ink2,
          rim: palette.paper,
        });
      }
    },
  };
}

function acrossYears(model: BudgetModel, { palette }: Studio): Plugin<'bar'> {
  return {
    id: 'acrossYears',
    afterDatasetsDraw(chart) {
      const y = chart.scales['y'];
      if (!y) return;
      for (const [place, bar] of chart.getDatasetMeta(1).data.entries()) {
        const { width } = bar.getProps(['width'], true) as unknown as { width: number };
        const approved = model.approved[place] ?? null;
        if (approved !== null) {
          const at = y.getPixelForValue(approved);
          tick(chart, bar.x - width / 2, at, bar.x + width / 2, at, palette.ink);
        }
        const inner = chart.getDatasetMeta(0).data[place];
        const executed = model.executed[place] ?? null;
        const text = model.shares[place] ?? '';
        if (inner && executed !== null) {
          const inside = model.unfinished[place] !== true && y.getPixelForValue(0) - inner.y > 34;
          write(chart.ctx, text, bar.x, inside ? inner.y + 14 : inner.y - 12, {
            colour: inside ? palette.paper : palette.ink,
            bold: true,
            align: 'center',
            rim: inside ? palette.tone.first : palette.haze,
          });
        } else {
          write(chart.ctx, text, bar.x, chart.chartArea.bottom - 12, {
            colour: palette.ink2,
            align: 'center',
            rim: palette.haze,
          });
        }
      }
    },
  };
}

function tick(
  chart: Chart<'bar'>,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  colour: string,
): void {
  chart.ctx.save();
  chart.ctx.strokeStyle = colour;
  chart.ctx.lineWidth = 2.4;
  chart.ctx.beginPath();
  chart.ctx.moveTo(fromX, fromY);
  chart.ctx.lineTo(toX, toY);
  chart.ctx.stroke();
  chart.ctx.restore();
}

/** How much of the year has passed: a lamp with an ink edge, pointing down. */
function lampMark(chart: Chart<'bar'>, x: number, y: number, palette: Studio['palette']): void {
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = palette.lamp;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  ctx.moveTo(x, y + 9);
  ctx.lineTo(x - 7, y - 3);
  ctx.lineTo(x + 7, y - 3);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}
