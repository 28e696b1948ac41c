import type { Plugin } from 'chart.js';

import type { LineModel } from '../model/chart-model.js';
import type { Palette } from '../palette.js';
import { widthOf, write } from '../pen.js';

/** Where a series breaks: a dotted upright between the two places that cannot be compared, and said. */
export function breakMark(
  { breaks, breakLabel }: Pick<LineModel, 'breaks' | 'breakLabel'>,
  palette: Palette,
): Plugin<'line'> {
  return {
    id: 'breakMark',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales['x'];
      if (!x || breaks.length === 0) return;
      const step = x.width / Math.max(1, (chart.data.labels?.length ?? 1) - 1);
      ctx.save();
      ctx.strokeStyle = palette.ink2;
      ctx.lineWidth = 1.4;
      ctx.setLineDash([2, 4]);
      for (const place of breaks) {
        const at = x.getPixelForValue(place) - step / 2;
        ctx.beginPath();
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        const toLeft = at + widthOf(ctx, breakLabel) + 6 > chartArea.right;
        write(ctx, breakLabel, at + (toLeft ? -6 : 6), chartArea.top + 8, {
          colour: palette.ink2,
          align: toLeft ? 'right' : 'left',
          rim: palette.paper,
        });
      }
      ctx.restore();
    },
  };
}
