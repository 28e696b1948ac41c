import type { Chart, Plugin } from 'chart.js';

import type { LineModel } from '../model/chart-model.js';
import type { Palette } from '../palette.js';
import { hatch } from '../pattern.js';
import { widthOf, write } from '../pen.js';

/** As wide as the name beside a point may be. */
const LABEL = 160;

/** Years that nobody reported: hatched, and said. */
export function gap(gaps: LineModel['gaps'], label: string, palette: Palette): Plugin<'line'> {
  return {
    id: 'gap',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales['x'];
      if (!x) return;
      const step = x.width / Math.max(1, (chart.data.labels?.length ?? 1) - 1);
      const middle = (chartArea.top + chartArea.bottom) / 2;
      ctx.save();
      ctx.fillStyle = hatch(palette.hatch);
      for (const { from, to } of gaps) {
        const left = Math.max(chartArea.left, x.getPixelForValue(from) - step / 2);
        const right = Math.min(chartArea.right, x.getPixelForValue(to) + step / 2);
        ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        if (right - left > widthOf(ctx, label)) {
          const low = hasPointAtFoot(chart, left - LABEL, right);
          write(ctx, label, (left + right) / 2, low ? middle : chartArea.bottom - 12, {
            colour: palette.ink2,
            align: 'center',
            rim: palette.paper,
          });
        }
      }
      ctx.restore();
    },
  };
}

/** Whether a name or a value may stand where the word would. */
function hasPointAtFoot(chart: Chart<'line'>, left: number, right: number): boolean {
  return chart
    .getSortedVisibleDatasetMetas()
    .some(({ data }) => data.some(({ x, y }) => x >= left && x <= right && y > chart.chartArea.bottom - 34));
}
