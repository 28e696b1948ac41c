import type { Chart, Plugin } from 'chart.js';

import type { LineModel, ModelSeries } from '../model/chart-model.js';
import type { Palette } from '../palette.js';
import { mark, widthOf, write } from '../pen.js';

const LINE = 17;
/** A target at the top of the scale has its words above it. */
const ABOVE_TARGET = 20;

/** Name and newest value at the end of each line, and the value at every point that stands alone. No legend to look up. */
export function endLabels({ series, labels, gaps, target }: LineModel, palette: Palette): Plugin<'line'> {
  return {
    id: 'endLabels',
    beforeLayout(chart) {
      const periods = series.length === 1 ? labels.map((label) => widthOf(chart.ctx, label)) : [];
      const widest = Math.max(
        ...periods,
        ...series.map((one) => widthOf(chart.ctx, endText(one, series.length), true)),
      );
      const padding = Math.min(widest + 16, chart.width * 0.36);
      chart.options.layout = { padding: { right: padding, top: target ? ABOVE_TARGET : 8 } };
    },
    afterDatasetsDraw(chart) {
      drawLonelyPoints(chart, series, palette);
      if (series.length === 1) writeUntold(chart, series, gaps, palette);
      const ends = series.flatMap((one, index) => {
        const last = lastPlace(one);
        const point = last === -1 ? undefined : chart.getDatasetMeta(index).data[last];
        return point ? [{ one, last, x: point.x, y: point.y, textY: point.y }] : [];
      });
      spread(ends, chart.chartArea.top, chart.chartArea.bottom);
      for (const { one, last, x, y, textY } of ends) {
        mark(chart.ctx, one.shape, x, y, { colour: palette.tone[one.tone], paper: palette.paper }, 4);
        const colour = palette.toneText[one.tone];
        const room = chart.width - x - 12;
        const text = endText(one, series.length);
        if (series.length === 1) {
          write(chart.ctx, text, x + 10, textY, { colour, bold: true, rim: palette.paper });
          write(chart.ctx, labels[last] ?? '', x + 10, textY + LINE, {
            colour: palette.ink2,
            rim: palette.paper,
          });
        } else {
          write(chart.ctx, shorten(chart, text, one, room), x + 10, textY, {
            colour,
            bold: true,
            rim: palette.paper,
          });
        }
      }
    },
  };
}

function endText(one: ModelSeries, count: number): string {
  const value = one.printed[lastPlace(one)] ?? '';
  return count === 1 ? value : `${one.name} ${value}`;
}

function shorten(chart: Chart<'line'>, text: string, one: ModelSeries, room: number): string {
  if (widthOf(chart.ctx, text, true) <= room) return text;
  const value = one.printed[lastPlace(one)] ?? '';
  let name = one.name;
  while (name.length > 3 && widthOf(chart.ctx, `${name}… ${value}`, true) > room) name = name.slice(0, -1);
  return `${name.trimEnd()}… ${value}`;
}

function drawLonelyPoints(chart: Chart<'line'>, series: readonly ModelSeries[], palette: Palette): void {
  for (const [index, one] of series.entries()) {
    for (const [place, value] of one.values.entries()) {
      if (value === null || place === lastPlace(one) || !isLonely(one, place)) continue;
      const point = chart.getDatasetMeta(index).data[place];
      if (!point) continue;
      mark(
        chart.ctx,
        one.shape,
        point.x,
        point.y,
        { colour: palette.tone[one.tone], paper: palette.paper },
        5,
      );
      write(chart.ctx, one.printed[place] ?? '', point.x + 2, point.y - 15, {
        colour: palette.toneText[one.tone],
        bold: true,
        rim: palette.paper,
      });
    }
  }
}

/** A figure that was reported and may not be told stands at the axis as it is printed. */
function writeUntold(
  chart: Chart<'line'>,
  [one]: readonly ModelSeries[],
  gaps: LineModel['gaps'],
  palette: Palette,
): void {
  for (const [place, value] of (one?.values ?? []).entries()) {
    const x = chart.scales['x']?.getPixelForValue(place);
    if (value !== null || x === undefined || gaps.some(({ from, to }) => place >= from && place <= to))
      continue;
    write(chart.ctx, one?.printed[place] ?? '', x, chart.chartArea.bottom - 12, {
      colour: palette.ink,
      bold: true,
      align: place === 0 ? 'left' : 'center',
      rim: palette.paper,
    });
  }
}

function isLonely(one: ModelSeries, place: number): boolean {
  return (one.values[place - 1] ?? null) === null && (one.values[place + 1] ?? null) === null;
}

function lastPlace(one: ModelSeries): number {
  return one.values.findLastIndex((value) => value !== null);
}

/** Pushes labels apart that would lie on each other. */
function spread(ends: { y: number; textY: number }[], top: number, bottom: number): void {
  const sorted = [...ends].sort((left, right) => left.y - right.y);
  for (const [index, end] of sorted.entries()) {
    const above = sorted[index - 1];
    end.textY = Math.max(end.y, above ? above.textY + LINE : top);
  }
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const end = sorted[index];
    const below = sorted[index + 1];
    if (end) end.textY = Math.min(end.textY, below ? below.textY - LINE : bottom - 6);
  }
}
