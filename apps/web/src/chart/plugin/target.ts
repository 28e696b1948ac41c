import type { Plugin } from 'chart.js';

import type { Palette } from '../palette.js';
import { write } from '../pen.js';

/** What was aimed at: a dashed line with its words above. */
export function target(
  aim: { readonly value: number; readonly label: string } | null,
  palette: Palette,
): Plugin<'line' | 'bar'> {
  return {
    id: 'target',
    afterDatasetsDraw(chart) {
      if (!aim) return;
      const { ctx, chartArea, scales } = chart;
      const y = scales['y']?.getPixelForValue(aim.value);
      if (y === undefined) return;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1.6;
      ctx.setLineDash([6, 4]);
      ctx.beginPath();
      ctx.moveTo(chartArea.left, y);
      ctx.lineTo(chartArea.right, y);
      ctx.stroke();
      ctx.restore();
      write(ctx, aim.label, chartArea.left + 2, y - 10, {
        colour: palette.ink,
        bold: true,
        rim: palette.paper,
      });
    },
  };
}
